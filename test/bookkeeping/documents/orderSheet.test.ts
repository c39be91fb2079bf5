import { orderSheet } from '../../../bookkeeping/documents/orderSheet';
import { jouwWebOrder, settingsWith } from '../support';
import { order } from '../refunds/support';

const settings = settingsWith();
const lines = [
	{ net: 2_833, rate: 21 },
	{ role: 'shipping', net: 413, rate: 21 },
	{ net: 1_000, rate: 9 },
] as const;
// By hand: 21 % of 28.33 is 5.95, of 4.13 0.87; 9 % of 10.00 is 0.90; together 50.18.
const sheet = (changes: object = {}, language: 'nl' | 'en' = 'nl') =>
	orderSheet({ ...order([...lines]), ...changes }, 'W1000', 'woocommerce', {
		...settings,
		lineLanguage: language,
	});

test('says what was sold to whom and what the shop charged, in the language of the lines', () => {
	const dutch = sheet();
	expect(dutch).toContain('Bestelling 1000\r\nFactuurnummer: W1000\r\nDatum: 2026-03-01');
	expect(dutch).toContain('Factuuradres\r\n  Ada Test\r\n  NL');
	expect(dutch).toContain('Btw\r\n  21 %: EUR 6,82\r\n  9 %: EUR 0,90');
	expect(dutch).toContain('Totaal met btw: EUR 50,18');
	expect(dutch).toContain('EUR 28,33 (21 %)');
	expect(sheet({}, 'en')).toContain('Total with VAT: EUR 50.18');
	expect(sheet({}, 'en')).toContain('This is not an invoice.');
});

test('keeps the currency of the customer and the letters of every name', () => {
	const polish = sheet({
		currency: 'USD',
		billing: { first_name: 'Łukasz', last_name: 'Żak', country: 'PL' },
	});
	expect(polish).toContain('Łukasz Żak');
	expect(polish).toContain('Totaal met btw: USD 50,18');
});

// Of the order: a discount of 12.00 and its VAT, and shipping; the total is the shop's own.
test('names amounts that the shop gives for the whole order', () => {
	const raw = jouwWebOrder(440003);
	const text = orderSheet(raw, 'J3', 'jouwweb', { ...settings, lineLanguage: 'nl' });
	expect(text).toContain('Factuurnummer: J3');
	expect(text).toMatch(/ {2}korting: EUR -\d+,\d\d \(met btw\)/);
	expect(text).toMatch(/ {2}verzendkosten: EUR \d+,\d\d \(met btw\)/);
	expect(text).toContain('Totaal met btw: EUR 85,75');
});

test('an order that cannot be read gets no sheet', () => {
	expect(() => sheet({ id: undefined })).toThrow();
	expect(() => orderSheet(order([...lines]), 'W1', 'closed', settings)).toThrow();
});
