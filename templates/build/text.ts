/**
 * Text over several lines, written at the indentation of the code around it: the line breaks at
 * both ends and the tabs that all lines share are not part of it.
 */
export function text(strings: TemplateStringsArray, ...values: Array<string | number>): string {
	const parts = strings.map((part) => part.split('\n'));
	const indents = parts
		.flatMap((lines) => lines.slice(1))
		.slice(0, -1)
		.filter((line) => line !== '')
		.map((line) => /^\t*/.exec(line)![0].length);
	const shared = indents.length === 0 ? 0 : Math.min(...indents);
	return parts
		.map((lines) =>
			lines.map((line, index) => (index === 0 ? line : line.slice(shared))).join('\n'),
		)
		.reduce((before, part, index) => `${before}${values[index - 1]}${part}`)
		.replace(/^\n/, '')
		.replace(/\n\t*$/, '');
}
