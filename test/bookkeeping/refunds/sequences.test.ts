import type { CreditNoteDraft, EntryDraft } from '../../../bookkeeping/documents/draft';
import { fc, runs } from '../../support/property';
import { draftOf, settingsWith, wooCommerceOrder } from '../support';
import { order, perRate, recorded, refund, refundOf, type Json, type Line } from './support';

const rate = fc.constantFrom(21, 9, 0);
const cents = fc.integer({ min: 1, max: 50_000 });
const lines: fc.Arbitrary<Line[]> = fc
	.tuple(
		fc.array(
			fc.record({
				net: cents,
				rate,
				discount: fc.oneof(fc.constant(0), cents),
				quantity: fc.nat(9),
			}),
			{ minLength: 1, maxLength: 5 },
		),
		fc.array(fc.record({ role: fc.constant('shipping' as const), net: cents, rate }), {
			maxLength: 2,
		}),
		fc.array(fc.record({ role: fc.constant('fee' as const), net: cents, rate }), { maxLength: 1 }),
	)
	.map(([products, shipping, fees]) => [
		...products.map((line) => ({ ...line, quantity: line.quantity + 1 })),
		...shipping,
		...fees,
	]);

/** A step of the merchant: an amount, or parts of some lines; parts in hundredths. */
const step = fc.oneof(
	fc.record({ kind: fc.constant('amount' as const), part: fc.integer({ min: 1, max: 100 }) }),
	fc.record({
		kind: fc.constantFrom('lines' as const, 'untaxed' as const),
		parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }),
	}),
);

const totalOf = (draft: EntryDraft) => Math.round(draft.invoiceAmount * 100);

/** Refunds parts of what the merchant has not refunded of each line yet. */
function refundedLines(left: Line[], parts: number[], untaxed: boolean): Line[] {
	return left.flatMap((line, of) => {
		const part = parts[of % parts.length] ?? 0;
		const whole = part === 100;
		const vatLeft = line.vat ?? 0;
		const net = whole ? line.net : Math.floor((line.net * part) / 100);
		const vat = whole ? vatLeft : Math.min(vatLeft, Math.round((net * line.rate) / 100));
		if (net <= 0) return [];
		return [untaxed ? { ...line, net, vat: 0, of } : { ...line, net, vat, of }];
	});
}

function perAccount(drafts: readonly EntryDraft[]): Record<string, number> {
	const accounts: Record<string, number> = {};
	for (const { ledgerAccountId, amount } of drafts.flatMap((draft) => draft.lines)) {
		accounts[ledgerAccountId] = (accounts[ledgerAccountId] ?? 0) + Math.round(amount * 100);
	}
	return accounts;
}

test('refunds of any kind add up to the sale per rate and account, and never exceed it (W043, W053)', () => {
	let booked = 0;
	fc.assert(
		fc.property(lines, fc.array(step, { maxLength: 5 }), (sold, steps) => {
			const raw = order(sold);
			const sale = draftOf(raw);
			const credits: CreditNoteDraft[] = [];
			const earlier: Json[] = [];
			let left = sold.map((line) => ({
				...line,
				vat: Math.round((line.net * line.rate) / 100),
			}));
			const leftOver = () => [sale, ...credits].reduce((sum, draft) => sum + totalOf(draft), 0);
			const tryOne = (one: Json) => {
				const input = { order: raw, refund: one, earlierRefunds: [...earlier].reverse() };
				const result = refundOf(input);
				expect(refundOf(structuredClone(input))).toEqual(result);
				if (!result.draft) {
					expect(result.outcome).not.toBe('book');
					expect(result.tip).not.toBe('');
					return false;
				}
				credits.push(result.draft);
				earlier.push(one);
				booked += 1;
				for (const [net, vat] of Object.values(perRate([sale, ...credits]))) {
					expect(net).toBeGreaterThanOrEqual(0);
					expect(vat).toBeGreaterThanOrEqual(0);
				}
				return true;
			};
			for (const [index, one] of steps.entries()) {
				if (leftOver() === 0) break;
				if (one.kind === 'amount') {
					const amount = Math.ceil((leftOver() * one.part) / 100);
					expect(tryOne(refund(2000 + index, [], amount))).toBe(true);
					continue;
				}
				const back = refundedLines(left, one.parts, one.kind === 'untaxed');
				if (back.length > 0 && tryOne(refund(2000 + index, back)) && one.kind === 'lines') {
					left = left.map((line, of) => {
						const part = back.find((entry) => entry.of === of);
						return part
							? { ...line, net: line.net - part.net, vat: (line.vat ?? 0) - (part.vat ?? 0) }
							: line;
					});
				}
			}
			const rest = leftOver();
			if (rest > 0) expect(tryOne(refund(3000, [], rest))).toBe(true);
			for (const both of Object.values(perRate([sale, ...credits]))) expect(both).toEqual([0, 0]);
			for (const sum of Object.values(perAccount([sale, ...credits]))) expect(sum).toBe(0);
		}),
		{
			numRuns: runs(200),
			// Once left a cent of VAT without an amount to book it with.
			examples: [
				[
					[{ role: 'product', net: 3584, rate: 21, discount: 0, quantity: 1 }],
					[99, 89, 26, 1].map((part) => ({ kind: 'amount' as const, part })),
				],
			],
		},
	);
	expect(booked).toBeGreaterThan(200);
});

test('refunds by lines alone, in any parts, need no attention and add up', () => {
	const thirds = [33, 50, 100];
	fc.assert(
		fc.property(lines, (sold) => {
			const raw = order(sold);
			const earlier: Json[] = [];
			const credits: EntryDraft[] = [];
			let left = sold.map((line) => ({ ...line, vat: Math.round((line.net * line.rate) / 100) }));
			for (const [index, part] of thirds.entries()) {
				const back = refundedLines(left, [part], false);
				if (back.length === 0) continue;
				const one = refund(2000 + index, back);
				const { draft, code, message } = refundOf({
					order: raw,
					refund: one,
					earlierRefunds: earlier,
				});
				expect([code, message]).toEqual(['', '']);
				credits.push(draft!);
				earlier.push(one);
				left = left.map((line, of) => {
					const same = back.find((entry) => entry.of === of);
					return same
						? { ...line, net: line.net - same.net, vat: line.vat - (same.vat ?? 0) }
						: line;
				});
			}
			for (const both of Object.values(perRate([draftOf(raw), ...credits]))) {
				expect(both).toEqual([0, 0]);
			}
		}),
		{ numRuns: runs(200) },
	);
});

test('whatever comes in, nothing is thrown and every refund ends somewhere', () => {
	const sale = wooCommerceOrder('after_partial_refund');
	const partial = recorded('refund_partial_items');
	const field = fc.constantFrom(...Object.keys(partial), ...Object.keys(sale));
	const value = fc.oneof(
		fc.anything(),
		fc.constantFrom('', '-1', '1e9', 'NaN', [{}], [null], null),
	);
	fc.assert(
		fc.property(field, value, fc.boolean(), (name, thing, inOrder) => {
			const result = refundOf({
				order: inOrder ? { ...sale, [name]: thing } : sale,
				refund: inOrder ? partial : { ...partial, [name]: thing },
			});
			expect(['book', 'wait', 'nothingToBook', 'attention']).toContain(result.outcome);
			expect(result.draft !== undefined).toBe(result.outcome === 'book');
		}),
		{ numRuns: runs(300) },
	);
	fc.assert(
		fc.property(fc.anything(), fc.anything(), fc.anything(), (raw, one, kept) => {
			const input = { order: raw, refund: one, bookedDraft: kept, earlierCreditNotes: kept };
			expect(refundOf(input, settingsWith()).draft).toBeUndefined();
		}),
	);
});
