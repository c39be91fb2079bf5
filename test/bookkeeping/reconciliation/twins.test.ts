import type { BookedInvoice } from '../../../bookkeeping/reconciliation/books';
import { twinsOf } from '../../../bookkeeping/reconciliation/twins';

type Sales = Parameters<typeof twinsOf>[0];

const entry = (invoiceNumber: string, changes: Partial<BookedInvoice> = {}): BookedInvoice => ({
	...{ invoiceNumber, dates: ['2026-10-10'], description: 'x', relationId: 'ada' },
	perAccount: new Map([
		['high', 10_000],
		['vatHigh', 2100],
	]),
	total: 12_100,
	...changes,
});

const sale = (
	number: string,
	{
		base = [entry(`W${number}`)],
		kind = 'consumer',
	}: { base?: BookedInvoice[]; kind?: string } = {},
): Sales[number] =>
	({
		document: { invoiceNumber: `W${number}`, orderNumber: number, total: 12_100 },
		booking: { base: base[0], later: [], credits: [] },
		draft: { customer: { kind } },
	}) as unknown as Sales[number];

const numbers = { isSale: (number: string) => /^W\d/.test(number), isCredit: () => false };
const found = (sales: Sales, ...strangers: BookedInvoice[]) =>
	[...twinsOf(sales, strangers, numbers)].map(([number, twin]) => [
		...[number, twin.by, twin.entry.invoiceNumber],
	]);

test('an entry with the number of the order and its amount, on whatever card', () => {
	const other = entry('2026-77', { description: 'Webshop 28', relationId: 'bob' });
	expect(found([sale('28')], other)).toEqual([['W28', 'number', '2026-77']]);
});

test('an entry that repeats the sale on the card of the same customer, whatever it is called', () => {
	expect(found([sale('28')], entry('2026-78'))).toEqual([['W28', 'customer', '2026-78']]);
});

test('each is the twin of one sale, first of the one that it names', () => {
	const named = entry('2026-79', { description: '29' });
	expect(found([sale('28'), sale('29')], named)).toEqual([['W29', 'number', '2026-79']]);
	expect(found([sale('28'), sale('29')], entry('2026-80'))).toHaveLength(1);
});

test.each<[string, Sales[number], BookedInvoice]>([
	['on the card of another customer', sale('28'), entry('77', { relationId: 'bob' })],
	['on another day', sale('28'), entry('77', { dates: ['2026-10-11'] })],
	['of other accounts', sale('28'), entry('77', { perAccount: new Map([['low', 12_100]]) })],
	['on a card that many share', sale('28', { kind: 'fixedDebtor' }), entry('77')],
	['of a sale that is not booked', sale('28', { base: [] }), entry('77')],
	[
		'of a sale whose card nobody knows',
		sale('28', { base: [entry('W28', { relationId: '' })] }),
		entry('77', { relationId: '' }),
	],
	['under a number that only the shop gives', sale('28'), entry('W9901')],
	['of nothing', sale('28', { base: [entry('W28', { total: 0 })] }), entry('77', { total: 0 })],
])('an entry %s is none', (_, one, other) => {
	expect(found([one], other)).toEqual([]);
});
