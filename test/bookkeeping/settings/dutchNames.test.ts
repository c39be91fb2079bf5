import type { Fields } from '../../../bookkeeping/settings/declaration';
import { settingsFields } from '../../../bookkeeping/settings/declared';
import { dutchNameOf, explainedIn, withDutchNames } from '../../../bookkeeping/settings/dutchNames';

/** Names that are the same in Dutch, and names of products. */
const SAME = [
	...['Bank', 'Document', 'Export', 'ICP', 'Percentage', 'SKU', 'VIES'],
	...['WooCommerce', 'JouwWeb', 'Shopify'],
];

const namesIn = (fields: Fields): string[] =>
	Object.values(fields).flatMap(({ title, drawer, shown }) => [
		title,
		...(drawer ? [drawer.title] : []),
		...(shown.as === 'choice' ? shown.choices.map(({ name }) => name) : []),
		...('fields' in shown ? namesIn(shown.fields) : []),
	]);

test('every setting and choice has a Dutch name', () => {
	const names = [...new Set(namesIn(settingsFields))];
	expect(names.length).toBeGreaterThan(100);
	expect(names.filter((name) => dutchNameOf(name) === name && !SAME.includes(name))).toEqual([]);
});

test('a name of no setting stays what it is', () => {
	expect(dutchNameOf('toString')).toBe('toString');
});

test('only a Dutch reader is told', () => {
	expect(explainedIn('en', "Change 'Book From'.")).toBe("Change 'Book From'.");
	expect(explainedIn('nl', "Pas 'Book From' aan.")).toBe("Pas 'Book From' (Boeken vanaf) aan.");
});

test.each([
	["Pas 'Book From' aan.", "Pas 'Book From' (Boeken vanaf) aan."],
	[
		"Zo'n regel staat niet in 'VAT Mapping'.",
		"Zo'n regel staat niet in 'VAT Mapping' (Btw-tarieven en rekeningen).",
	],
	["'Book From' en weer 'Book From'.", "'Book From' (Boeken vanaf) en weer 'Book From'."],
	[
		"'Book From' (eerste dag) in 'Client settings'.",
		"'Book From' (eerste dag) in 'Client settings'.",
	],
])('%s is explained', (text, explained) => {
	expect(withDutchNames(text)).toBe(explained);
});
