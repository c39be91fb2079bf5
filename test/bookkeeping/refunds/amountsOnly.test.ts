import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { fc, runs } from '../../support/property';
import { draftOf } from '../support';
import { creditNoteOf, order, perRate, refund, refundOf, type Json, type Line } from './support';

const RATES = { high: 21, low: 9 } as const;
const cents = (amount: number) => Math.round(amount * 100);
const added = (rows: ReadonlyArray<{ amount: number }>) =>
	rows.reduce((sum, { amount }) => sum + cents(amount), 0);

/**
 * What SnelStart refuses (BOE-0069): VAT of a kind without lines, or that misses its rate by more than
 * a cent per line of it.
 */
function refused({ lines, vat }: EntryDraft): string[] {
	return Object.entries(RATES).flatMap(([kind, rate]) => {
		const ofKind = lines.filter(({ vatKind }) => vatKind === kind);
		const [net, charged] = [added(ofKind), added(vat.filter(({ vatKind }) => vatKind === kind))];
		const missed = Math.abs(charged * 100 - net * rate);
		return missed > 100 * ofKind.length ? [`${kind}: ${net} + ${charged} in ${ofKind.length}`] : [];
	});
}

test('20.20 of 80.79 at 21 % whose VAT was rounded line by line: 16.70 + 3.50', () => {
	const sold: Line[] = [
		{ net: 3339, rate: 21, vat: 701 },
		{ net: 3339, rate: 21, vat: 700 },
	];
	const credit = creditNoteOf({ order: order(sold), refund: refund(1, [], 2020) });
	expect(perRate([credit])).toEqual({ 21: [-1670, -350] });
	expect(refused(credit)).toEqual([]);
});

test('SnelStart takes the VAT of refunds of an amount, whatever was sold and went back', () => {
	/** Prices with VAT, whose VAT the shop rounds line by line. */
	const line = fc
		.record({
			gross: fc.oneof(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 60_000 })),
			rate: fc.constantFrom(21, 9, 0),
		})
		.map(({ gross, rate }): Line => {
			const vat = Math.round((gross * rate) / (100 + rate));
			return { net: gross - vat, rate, vat };
		});
	fc.assert(
		fc.property(
			fc.array(line, { minLength: 1, maxLength: 8 }),
			fc.array(fc.integer({ min: 50, max: 950 }), { maxLength: 4 }),
			(sold, parts) => {
				const raw = order(sold);
				const sale = draftOf(raw);
				const credits: EntryDraft[] = [];
				const earlierRefunds: Json[] = [];
				for (const [index, part] of [...parts, 1000].entries()) {
					const left = added([sale, ...credits].map(({ invoiceAmount: amount }) => ({ amount })));
					const amount = part === 1000 ? left : Math.max(1, Math.floor((left * part) / 1000));
					// Cent by cent nothing but VAT may be left in the end.
					if (left < 20 && part < 1000) continue;
					const one = refund(2000 + index, [], amount);
					const { draft, message } = refundOf({ order: raw, refund: one, earlierRefunds });
					expect([message, draft && refused(draft)]).toEqual(['', []]);
					expect(draft?.invoiceAmount).toBe(-amount / 100);
					credits.push(draft!);
					earlierRefunds.push(one);
				}
				for (const both of Object.values(perRate([sale, ...credits]))) expect(both).toEqual([0, 0]);
			},
		),
		{
			numRuns: runs(60, 20_000),
			examples: [
				// Once left VAT of 1 cent at 9 %, without turnover.
				[
					[
						{ net: 1, rate: 9, vat: 1 },
						{ net: 234, rate: 0, vat: 0 },
					],
					[529, 785, 8],
				],
				// Once left 0.30 at 9 % without VAT in one line.
				[
					[
						{ net: 54, rate: 9, vat: 4 },
						{ net: 134, rate: 9, vat: 11 },
						{ net: 93, rate: 9, vat: 7 },
						{ net: 196, rate: 9, vat: 17 },
						{ net: 40_424, rate: 21, vat: 8489 },
					],
					[522, 106, 766, 422],
				],
			],
		},
	);
});
