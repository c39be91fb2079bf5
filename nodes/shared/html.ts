/** Text that may stand in a page as it is. Only the tag `html` makes it. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = Html | string | number | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escaped = (value: string): string =>
	value.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

function written(part: Part): string {
	if (part === undefined || part === false) return '';
	if (part instanceof Html) return part.text;
	if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
	return part.map(written).join('');
}

/**
 * HTML of a template. Every value in it is escaped unless it is HTML itself, so that no order
 * number, message or search word can add to the page. Values in attributes must be quoted.
 */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(texts.reduce((page, text, index) => page + written(parts[index - 1]) + text));
}
