/** What a reader of a page sees or hears: texts and labels, without what says itself that it is English. */
export function visibleTexts(html: string): string[] {
	const body = html
		.replace(/<html lang="\w+">/g, '')
		.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
		.replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, '');
	const labels = [...body.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label!);
	const words = body.split(/<[^>]*>/).map((text) => text.replace(/\s+/g, ' ').trim());
	return [...new Set([...words, ...labels])].filter((text) => /[a-z]{2}/i.test(text));
}
