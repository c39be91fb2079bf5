import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { dataTables, open, stateNames, states } from '../bookkeeping';
import type { DataTable, State, TableName } from '../bookkeeping';
import { ROOT } from './setUp.js';

export const PAGE = path.join(ROOT, 'docs', 'order-table.md');

const tables = Object.entries(dataTables) as Array<[TableName, DataTable]>;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function columnsTable(name: TableName): string[] {
	const { columns }: DataTable = dataTables[name];
	return [
		'| Column | Type | What stands in it |',
		'| --- | --- | --- |',
		...Object.entries(columns).map(
			([column, { type, unit, meaning }]) =>
				`| \`${column}\` | ${unit === undefined ? type : `${type}, ${unit}`} | ${cell(meaning)} |`,
		),
	];
}

const named = (state: State): string => (state === '' ? '(empty)' : `\`${state}\``);

function statesTable(): string[] {
	return [
		'| State | Meaning | What to do | You may set it to |',
		'| --- | --- | --- | --- |',
		...stateNames.map((name) => {
			const { meaning, todo, byHand } = states[name];
			return `| ${named(name)} | ${cell(meaning)} | ${todo} | ${byHand.map(named).join(', ')} |`;
		}),
	];
}

/** The states over which the shop's word is written are one box: each may follow each. */
function statesDiagram(): string[] {
	const boxed = open.filter((name) => name !== '');
	const arrows = (from: string, to: Partial<Record<State, string>>): string[] =>
		Object.entries(to).map(([name, why]) => `\t${from} --> ${name}: ${why}`);
	const { booking } = states[''].to;
	return [
		'```mermaid',
		'stateDiagram-v2',
		'\tstate "as the shop says" as open {',
		...boxed.map((name) => `\t\t${name}`),
		'\t}',
		'\t[*] --> open',
		...arrows('[*]', { booking }),
		...arrows('open', { booking }),
		...stateNames
			.filter((name) => !open.includes(name))
			.flatMap((name) => arrows(name, states[name].to)),
		'\tbooked --> [*]',
		'```',
	];
}

/** What stands between `<!-- made: … -->` and `<!-- end -->` on the page. */
const parts: Record<string, () => string[]> = {
	'columns of WebshopOrders': () => columnsTable('WebshopOrders'),
	states: () => [...statesDiagram(), '', ...statesTable()],
	'columns of the other tables': () =>
		tables
			.filter(([name]) => name !== 'WebshopOrders')
			.flatMap(([name, { meaning }]) => [
				`### ${name}`,
				'',
				`${meaning}.`,
				'',
				...columnsTable(name),
				'',
			]),
	'names of the tables': () => [
		`n8n looks a data table up by _part_ of its name. A table \`WebshopOrders archive\` could therefore get the rows meant for \`WebshopOrders\`. Give no other data table a name that contains ${tables
			.map(([name]) => `\`${name}\``)
			.join(', ')
			.replace(/, (?=[^,]*$)/, ' or ')}, in capitals or not.`,
	],
};

/**
 * The manual's page of the order table, with everything on it that code says.
 *
 * @throws Error when the page has no place for a part, or a place for a part that does not exist
 */
export function orderTablePage(page: string): string {
	const filled = new Set<string>();
	const made = page.replace(
		/(<!-- made: (.+?) -->\n)[^]*?(<!-- end -->)/g,
		(_, start: string, name: string, end: string) => {
			const lines = parts[name];
			if (!lines) throw new Error(`Nothing makes "${name}" of docs/order-table.md`);
			filled.add(name);
			return [start, ...lines(), '', end].join('\n');
		},
	);
	const left = Object.keys(parts).filter((name) => !filled.has(name));
	if (left.length > 0) throw new Error(`docs/order-table.md has no place for: ${left.join(', ')}`);
	return made;
}

if (require.main === module) {
	void writeFile(PAGE, orderTablePage(readFileSync(PAGE, 'utf8'))).then(() =>
		console.log(`Wrote ${PAGE}`),
	);
}
