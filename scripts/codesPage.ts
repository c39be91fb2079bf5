import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { codeGroups, snelStartRefusals, withDutchNames } from '../bookkeeping';
import type { CodeEntry, Language } from '../bookkeeping';
import { ROOT } from './setUp.js';

/** The manual's pages of codes, one per language. */
export const PAGES: Readonly<Record<Language, string>> = {
	en: path.join(ROOT, 'docs', 'codes.md'),
	nl: path.join(ROOT, 'docs', 'nl', 'codes.md'),
};

type Spoken = Readonly<Record<Language, string>>;
type Group = keyof typeof codeGroups;

const headings: Record<Group, Spoken> = {
	order: { en: 'The order itself', nl: 'De bestelling zelf' },
	orderFile: { en: 'Orders from a file', nl: 'Bestellingen uit een bestand' },
	vat: { en: 'VAT', nl: 'Btw' },
	document: { en: 'The sales entry or sales order', nl: 'De verkoopboeking of verkooporder' },
	refund: { en: 'Refunds', nl: 'Terugbetalingen' },
	payment: { en: 'Payments', nl: 'Betalingen' },
	payout: { en: 'Payouts', nl: 'Uitbetalingen' },
	booking: { en: 'Booking in SnelStart', nl: 'Boeken in SnelStart' },
	reconciliation: { en: 'The comparison with the books', nl: 'De vergelijking met de boekhouding' },
	connection: { en: 'The connection with SnelStart', nl: 'De verbinding met SnelStart' },
	invitation: {
		en: 'Connecting an administration or a shop',
		nl: 'Een administratie of winkel koppelen',
	},
	table: { en: 'The order table and the workflows', nl: 'De ordertabel en de workflows' },
	stock: { en: 'Stock and articles', nl: 'Voorraad en artikelen' },
	shop: { en: 'WooCommerce', nl: 'WooCommerce' },
	jouwWeb: { en: 'JouwWeb', nl: 'JouwWeb' },
	command: { en: 'The import command', nl: 'De importopdracht' },
	program: { en: 'The program', nl: 'Het programma' },
};
const ofSnelStart: Spoken = {
	en: "SnelStart's own codes",
	nl: 'De eigen codes van SnelStart',
};
const columns: Spoken = {
	en: '| Code | What was found | What to do |',
	nl: '| Code | Wat er gevonden is | Wat te doen |',
};

const cell = (texts: readonly string[], language: Language): string =>
	[...new Set(texts)]
		.map((text) => (language === 'nl' ? withDutchNames(text) : text))
		.map((text) => text.replace(/\{\w+\}/g, '…').replaceAll('|', '\\|'))
		.join('<br>');

function row([code, entry]: [string, CodeEntry], language: Language): string {
	const cases = 'found' in entry ? [entry.found] : Object.values(entry.cases);
	const tips = 'found' in entry ? [] : Object.values(entry.cases).map(({ tip }) => tip);
	const causes = [entry, ...Object.values('found' in entry ? {} : entry.cases)].flatMap(
		({ cause }) => (cause ? [`_${cause[language]}_`] : []),
	);
	const found = cell([...cases.map((one) => one[language]), ...causes], language);
	const todo = cell(
		(tips.length > 0 ? tips : [undefined]).map((tip) => (tip ?? entry.tip)[language]),
		language,
	);
	return `| \`${code}\` | ${found} | ${todo} |`;
}

const table = (
	heading: Spoken,
	codes: Readonly<Record<string, CodeEntry>>,
	language: Language,
): string[] => [
	`## ${heading[language]}`,
	'',
	columns[language],
	'| --- | --- | --- |',
	...Object.entries(codes)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map((entry) => row(entry, language)),
	'',
];

/**
 * A page of codes, with the tables that the register makes.
 *
 * @throws Error when the page has no place for them
 */
export function codesPage(page: string, language: Language): string {
	const tables = [
		...(Object.keys(codeGroups) as Group[]).flatMap((group) =>
			table(headings[group], codeGroups[group], language),
		),
		...table(ofSnelStart, snelStartRefusals, language),
	];
	const made = page.replace(
		/(<!-- made: codes -->\n)[^]*?(<!-- end -->)/,
		(_, start: string, end: string) => [start, ...tables, end].join('\n'),
	);
	if (!made.includes(tables[0]!)) throw new Error('The page has no place for the codes');
	return made;
}

if (require.main === module) {
	void (async () => {
		for (const [language, file] of Object.entries(PAGES)) {
			await mkdir(path.dirname(file), { recursive: true });
			await writeFile(file, codesPage(readFileSync(file, 'utf8'), language as Language));
			console.log(`Wrote ${file}`);
		}
	})();
}
