/** A block of code on a page, and the file that the page says it goes into; empty when it names none. */
export interface Block {
	file: string;
	language: string;
	text: string;
}

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** The blocks of a page, in order; a block after another one goes into the same file if it is a change too. */
export function blocksIn(page: string): Block[] {
	const section = page.slice(
		page.indexOf('## Follow along'),
		page.indexOf('## Reading the orders'),
	);
	const blocks: Block[] = [];
	let from = 0;
	for (const { 0: all, 1: language = '', 2: text = '', index } of section.matchAll(BLOCK)) {
		const before = section.slice(from, index);
		from = index + all.length;
		const step = before.trimEnd().split('\n').at(-1) ?? '';
		const [, named] = /^\*\*\d\..*?, in `([^`]+)`/.exec(step) ?? [];
		const goesOn = before.trim() === '' ? blocks.at(-1)?.file : undefined;
		blocks.push({ file: named ?? goesOn ?? '', language, text });
	}
	return blocks;
}
