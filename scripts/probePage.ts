import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { assumptions, themes, type Assumption, type Finding } from '../probe';
import { ROOT } from './setUp.js';

export const PAGE = path.join(ROOT, 'docs', 'probe.md');

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** An answer: what is taken for granted in bold, and what to set when it is another. */
const answer = ({ holds, says, follows }: Finding): string => {
	const seen = holds ? `**${says}**` : says;
	return follows === undefined ? seen : `${seen}: _${follows}_`;
};

const switchesOf = ({ findings, measures = [] }: Assumption): string[] => [
	...new Set([
		...Object.values(findings).flatMap(({ sandbox = {} }) => Object.keys(sandbox)),
		...measures,
	]),
];

function row(one: Assumption): string {
	const { id, question, facts, findings } = one;
	const answers = Object.values(findings).map(answer).join('<br>• ');
	const cells = [
		`\`${id}\``,
		question,
		`• ${answers}`,
		switchesOf(one)
			.map((name) => `\`${name}\``)
			.join(', '),
		facts.join(', '),
	];
	return `| ${cells.map(cell).join(' | ')} |`;
}

const tables = (): string[] =>
	Object.entries(themes).flatMap(([theme, title]) => [
		`### ${title}`,
		'',
		'| Name | Question | SnelStart … | Switch of the sandbox | Facts |',
		'| --- | --- | --- | --- | --- |',
		...assumptions.filter((one) => one.theme === theme).map(row),
		'',
	]);

/** The manual's page of the probe, with the assumptions as they are declared. */
export const probePage = (page: string): string =>
	page.replace(
		/(<!-- made: assumptions -->\n)[^]*?(<!-- end -->)/,
		(_, start: string, end: string) => [start, ...tables(), end].join('\n'),
	);

if (require.main === module) {
	void writeFile(PAGE, probePage(readFileSync(PAGE, 'utf8'))).then(() =>
		console.log(`Wrote ${PAGE}`),
	);
}
