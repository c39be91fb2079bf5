import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { settingsFields, type Fields, type Setting } from '../bookkeeping';
import { ROOT } from './setUp.js';

export const PAGE = path.join(ROOT, 'docs', 'settings.md');

interface Row {
	/** Titles, from the outermost to that of the field. */
	titles: string[];
	/** As a client file names it: `shops[].country`. */
	key: string;
	setting: Setting;
}

/** A setting, and the fields within it with one row each. */
function rowsOf(name: string, setting: Setting, titles: string[] = [], before = ''): Row[] {
	const { shown, title, drawer } = setting;
	const key = `${before}${name}`;
	const named = [...titles, ...(drawer ? [drawer.title] : []), title];
	if (shown.as === 'spread') return withinOf(shown.fields, titles, `${key}.`);
	const own = { titles: named, key, setting };
	if (shown.as === 'rows') return [own, ...withinOf(shown.fields, named, `${key}[].`)];
	if ('fields' in shown) return [own, ...withinOf(shown.fields, named, `${key}.`)];
	return [own];
}

const withinOf = (fields: Fields, titles: string[], before: string): Row[] =>
	Object.entries(fields).flatMap(([name, setting]) => rowsOf(name, setting, titles, before));

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What each choice means, the usual one first. */
function choicesOf({ shown }: Setting): string {
	if (shown.as !== 'choice') return '';
	const usual = shown.choices.filter(({ value }) => value === shown.proposed);
	const others = shown.choices.filter(({ value }) => value !== shown.proposed);
	return [...usual, ...others]
		.map(({ name, value, description }) => {
			const meaning = description === undefined ? '' : `: ${description}`;
			return `<br>• _${name}_ (\`${value}\`)${meaning}`;
		})
		.join('');
}

/** What the node proposes, as a client file has it. */
function usualOf({ shown }: Setting): string {
	if (!('proposed' in shown)) return '';
	const { proposed } = shown;
	if (Array.isArray(proposed)) return proposed.map((one: string) => `\`${one}\``).join(', ');
	return proposed === '' ? '' : `\`${String(proposed)}\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function lineOf({ titles, key, setting }: Row): string {
	const { description, page } = setting;
	const texts = [description, page].filter((text) => text !== undefined);
	const meaning = `${texts.map(sentence).join(' ')}${choicesOf(setting)}`;
	return `| ${titles.join(' → ')} | ${cell(meaning)} | ${usualOf(setting)} | \`${key}\` |`;
}

const tableOf = (rows: Row[]): string[] => [
	'| Field | Meaning | Usual | In a client file |',
	'| --- | --- | --- | --- |',
	...rows.map(lineOf),
];

const fields: Fields = settingsFields;
const oneOf = (name: string): Row[] => rowsOf(name, fields[name]!);

/** The fields of a setting under a heading of its own, which they need not repeat. */
const within = (name: string): Row[] =>
	oneOf(name)
		.slice(1)
		.map((row) => ({ ...row, titles: row.titles.slice(1) }));

const regimes = ['icp', 'international', 'margin', 'reverseCharge', 'smallBusiness', 'exempt'];
const rowAccounts = within('icp').map(({ setting }) => setting);

/** What each kind of sales without VAT is, and the fields that only it has. */
const regimesTable = (): Row[] =>
	regimes.flatMap(oneOf).filter(({ setting }) => !rowAccounts.includes(setting));

const inDrawer = (title: string): Row[] =>
	Object.entries(fields)
		.filter(([, { drawer }]) => drawer?.title === title)
		.flatMap(([name, setting]) => rowsOf(name, { ...setting, drawer: undefined }));

/** The tables of the page, by the name of their place. */
const parts: Readonly<Record<string, () => Row[]>> = {
	client: () => [...oneOf('client'), ...oneOf('shops')],
	vatMapping: () => within('vatMapping'),
	regimes: regimesTable,
	vatNumberCheck: () => within('vatNumberCheck'),
	exchangeRates: () => within('exchangeRates'),
	productAccounts: () => within('productAccounts'),
	fixedDebtors: () => within('fixedDebtors'),
	sharedCards: () => within('sharedCards'),
	paymentMethods: () => within('paymentMethods'),
	payoutProviders: () => within('payoutProviders'),
	paymentTerms: () => within('paymentTerms'),
	dayTotals: () => within('dayTotals'),
	dayTotalCountries: () => within('dayTotalCountries'),
	document: () => [...oneOf('document'), ...oneOf('salesOrders')],
	orderFields: () => within('orderFields'),
	options: () => inDrawer('Options'),
};

/**
 * The manual's page of settings, with the tables that their declarations make.
 *
 * @throws Error when a table has no place on the page, or a place no table
 */
export function settingsPage(page: string): string {
	const placed = new Set<string>();
	const made = page.replace(
		/(<!-- made: (\w+) -->\n)[^]*?(<!-- end -->)/g,
		(_, start: string, name: string, end: string) => {
			const part = parts[name];
			if (part === undefined) throw new Error(`Nothing makes "${name}"`);
			placed.add(name);
			return [start, ...tableOf(part()), '', end].join('\n');
		},
	);
	const missing = Object.keys(parts).filter((name) => !placed.has(name));
	if (missing.length > 0)
		throw new Error(`docs/settings.md has no place for: ${missing.join(', ')}`);
	return made;
}

if (require.main === module) {
	void writeFile(PAGE, settingsPage(readFileSync(PAGE, 'utf8'))).then(() =>
		console.log(`Wrote ${PAGE}`),
	);
}
