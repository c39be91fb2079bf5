import { cardWithVatNotes } from '../../../bookkeeping/documents/cardWithVat';
import type { RatedLine, RatedOrder } from '../../../bookkeeping/vat/ratedLines';

const line = (title: string, net: number, more: Partial<RatedLine> = {}) =>
	({ role: 'fee', title, net, discount: 0, percentage: 21, ...more }) as RatedLine;
const notes = (...lines: RatedLine[]) =>
	cardWithVatNotes({ lines, vat: [] } as unknown as RatedOrder, 'en');

test('a gift card that took VAT off too is told with both amounts: 25.00 net at 21 % is 5.25', () => {
	const [note, ...others] = notes(line('Cup', 10_000), line('Cadeaubon', -2_500));
	expect(others).toEqual([]);
	expect(note).toMatch(/takes € 25\.00 off, and VAT of € 5\.25/);
});

test.each<[string, RatedLine]>([
	['without VAT, as a payment', line('Cadeaubon', -2_500, { percentage: 0 })],
	['without a rate', line('Cadeaubon', -2_500, { percentage: null })],
	['that is sold', line('Cadeaubon', 2_500)],
	['of nothing', line('Cadeaubon', 0)],
	['that is a discount by its name', line('Korting', -2_500)],
])('nothing is told of a line %s', (_, one) => expect(notes(one)).toEqual([]));

test('a discount on the line itself counts: 30.00 less 55.00 is 25.00 off', () => {
	expect(notes(line('Gift card', 3_000, { discount: 5_500 }))).toEqual([
		expect.stringContaining('€ 25.00'),
	]);
});
