import { draftOf } from '../support';
import type { CreditNoteDraft } from '../../../bookkeeping/documents/draft';
import { booked } from './bookedDocument';
import { creditNoteOf, order, perRate, refund, refundOf, type Json } from './support';

/** A: 100.00 at 21 %, B: 100.00 at 9 %; 121.00 + 109.00 = 230.00. */
const sale = order([
	{ net: 10000, rate: 21 },
	{ net: 10000, rate: 9 },
]);
/** 46.00 is a fifth: 24.20 of A (VAT 4.20) and 21.80 of B (VAT 1.80), as long as nobody says of what. */
const goodwill = refund(2001, [], 4600);
const allOfA = refund(2002, [{ net: 10000, rate: 21, of: 0 }]);
/** 230.00 - 46.00 - 121.00 = 63.00. */
const restOfB = refund(2003, [{ net: 5780, rate: 9, vat: 520, of: 1 }]);

/** What becomes of refunds in turn: with what the books hold of those before, or made again from the shop. */
const inBooks = (refunds: readonly Json[]): CreditNoteDraft[] => {
	const drafts: CreditNoteDraft[] = [];
	for (const one of refunds) {
		const before = drafts.map((draft) => booked(draft, 'refund'));
		const kept = [booked(draftOf(sale)), ...before];
		drafts.push(creditNoteOf({ order: sale, refund: one, booked: kept }));
	}
	return drafts;
};
const fromShop = (refunds: readonly Json[]): CreditNoteDraft[] =>
	refunds.map((one, index) =>
		creditNoteOf({ order: sale, refund: one, earlierRefunds: refunds.slice(0, index) }),
	);

describe.each([
	['by what the books hold', inBooks],
	['made again from the shop', fromShop],
])('lines that go back after a refund of an amount, %s', (_, creditsOf) => {
	test('take all that is left at their rate, and the rest of what the shop paid of the others', () => {
		const [, ofA] = creditsOf([goodwill, allOfA]);
		// At 21 % 96.80 is left: 80.00 + 16.80. 121.00 - 96.80 = 24.20 at 9 % is 22.20 + 2.00.
		expect(perRate([ofA!])).toEqual({ 21: [-8000, -1680], 9: [-2220, -200] });
		expect(ofA).toMatchObject({ invoiceAmount: -121, estimated: true });
		expect(ofA!.notes).toEqual([
			'Less is left at 21 % than this refund takes back, because an earlier refund of an amount was spread over all rates. That one was of the other rates then: € 24.20 is credited there.',
		]);
	});

	test('leave nothing once all went back', () => {
		const all = creditsOf([goodwill, allOfA, restOfB]);
		expect(perRate(all)).toEqual({ 21: [-10000, -2100], 9: [-10000, -900] });
		expect(all[2]).toMatchObject({ invoiceAmount: -63 });
	});

	test('are the mirror of what is left where they are all of it', () => {
		const rest = refund(2002, [
			{ net: 10000, rate: 21, of: 0 },
			{ net: 5780, rate: 9, vat: 520, of: 1 },
		]);
		const all = creditsOf([goodwill, rest]);
		expect(perRate(all)).toEqual({ 21: [-10000, -2100], 9: [-10000, -900] });
	});

	test('of several lines: what fits its rate stays as the shop states it', () => {
		const both = refund(2002, [
			{ net: 10000, rate: 21, of: 0 },
			{ net: 1000, rate: 9, of: 1 },
		]);
		const [, credit] = creditsOf([goodwill, both]);
		// 10.00 + 0.90 of B, and 24.20 as above.
		expect(perRate([credit!])).toEqual({ 21: [-8000, -1680], 9: [-3220, -290] });
		expect(credit!.vat).toHaveLength(2);
	});
});

test('what went back twice is no amount that was spread: it is refused', () => {
	const again = { ...allOfA, id: 2004 };
	const dear = order([
		{ net: 10000, rate: 21 },
		{ net: 50000, rate: 9 },
	]);
	expect(refundOf({ order: dear, refund: again, earlierRefunds: [allOfA] })).toMatchObject({
		...{ outcome: 'attention', code: 'REFUND_EXCEEDS_ORDER' },
	});
	// Of 666.00 an amount of 66.60 took 12.10 at 21 %: that explains no 121.00.
	const tenth = refund(2001, [], 6660);
	const input = { order: dear, refund: again, earlierRefunds: [tenth, allOfA] };
	expect(refundOf(input)).toMatchObject({ code: 'REFUND_EXCEEDS_ORDER' });
});
