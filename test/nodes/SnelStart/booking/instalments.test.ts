/**
 * An order in two entries that is paid in instalments over several payouts, and paid back so: whatever
 * comes in which payout, each entry is settled for its own total, to the cent.
 */
import { readBesideParts } from '../../../../bookkeeping/payments/payouts/knownParts';
import { readKnownRefunds } from '../../../../bookkeeping/payments/payouts/knownRefunds';
import { readPayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import type { BookedDraft } from '../../../../nodes/SnelStart/booking/payments/bookedDraft';
import {
	settleOpenItems,
	type Settling,
} from '../../../../nodes/SnelStart/booking/payments/settleOpenItems';
import type { OpenItem } from '../../../../nodes/SnelStart/openItems/findOpenItems';
import {
	mollie,
	paymentSettings,
	payout,
	payoutOptions,
} from '../../../bookkeeping/payments/support';
import { fc, runs } from '../../../support/property';

const KEY = 'test-client/woocommerce/28';
const settings = paymentSettings({ payoutProviders: [{ ...mollie, chargebacks: 'reopen' }] });

/** An order of goods and a card as the tables have it, and a credit note of all of it. */
function rowsOf(goods: number, card: number) {
	const both = (key: string, cents: number, entryId: string) => ({
		...{ documentKey: key, kind: 'order', number: 'W28' },
		notes: JSON.stringify({ beside: { entryId, lines: [['9', 'product', 0, 'card', cents]] } }),
	});
	return [
		{
			...{ kind: 'order', orderKey: KEY, orderId: '28', orderNumber: '28', state: 'booked' },
			...{ snelStartNumber: 'W28', salesEntryId: 'W28', total: (goods + card) / 100 },
			...{ paymentIds: 'tr_1', fingerprint: 'EUR 1.00 | 21% 1.00+0.21 | to BE' },
		},
		both(KEY, card, 'W28-G'),
		{
			...{ kind: 'refund', orderKey: `${KEY}/refund/7`, parentKey: KEY, state: 'booked' },
			...{ orderDate: '2026-11-18', total: -(goods + card) / 100, snelStartNumber: 'C7' },
			salesEntryId: 'C7',
		},
		both(`${KEY}/refund/7`, -card, 'C7-G'),
	];
}

type Line = [type: 'payment' | 'refund' | 'chargeback', cents: number];
type Books = Record<string, { total: number; open: number }>;

function draftOf(rows: object[], lines: Line[]): BookedDraft {
	const euro = (cents: number) => (cents / 100).toFixed(2);
	const entries = lines.map(([type, cents], place) => ({
		...{ id: `line ${place}`, type, paymentIds: ['tr_1'], date: '2026-11-18' },
		...{ gross: euro(cents), net: euro(cents) },
	}));
	const net = euro(lines.reduce((all, [, cents]) => all + cents, 0));
	const parts = readBesideParts(rows);
	const refunds = readKnownRefunds(rows, parts);
	const orders = rows.flatMap(
		(row) => readPayoutOrder(row, '', settings, refunds, new Map(), parts) ?? [],
	);
	const { draft, code } = transformPayout(payout({ net, entries }), orders, settings, {
		...payoutOptions,
		settle: 'openItems',
	});
	if (!draft) throw new Error(code);
	return draft;
}

/** What SnelStart says of the open items that a draft names. */
function found(draft: BookedDraft, books: Books) {
	const itemsOf = (number: string): { items: OpenItem[] } => {
		const item = books[number];
		if (!item) return { items: [] };
		const { total: totalCents, open: openCents } = item;
		const about = { invoiceId: number, invoiceNumber: number, relationId: 'r', row: {} };
		return { items: [{ salesEntryId: number, totalCents, openCents, ...about }] };
	};
	return draft.salesLines.map(({ invoiceNumber, other }) => ({
		...itemsOf(invoiceNumber),
		...(other && { other: itemsOf(other.invoiceNumber) }),
	}));
}

/** Settles payouts one after the other, those of one run by one settler; books each in the books. */
function settle(books: Books, runsOfPayouts: BookedDraft[][]): Array<Settling | string> {
	return runsOfPayouts.flatMap((drafts) => {
		const settler = settleOpenItems(new Map(drafts.map((one) => [one, found(one, books)])));
		const results = drafts.map((draft) => {
			const result = settler(draft);
			if (!('done' in result)) return result.reason.code;
			result.done();
			return result;
		});
		for (const result of results) {
			if (typeof result === 'string') continue;
			result.salesLines.forEach(({ amount }, index) => {
				const item = books[result.salesEntryIds[index]!]!;
				item.open -= Math.round(amount * 100);
				expect(Math.abs(item.open)).toBeLessThanOrEqual(Math.abs(item.total));
				expect([0, Math.sign(item.total)]).toContain(Math.sign(item.open));
			});
		}
		return results;
	});
}
const lines = (result: Settling | string | undefined) =>
	typeof result === 'object'
		? result.salesLines.map(({ amount }, index) => [result.salesEntryIds[index], amount])
		: result;
const sold = (): Books => ({
	W28: { total: 12_100, open: 12_100 },
	'W28-G': { total: 2500, open: 2500 },
});
const rows = rowsOf(12_100, 2500);

test('three captures in three payouts settle the goods first, and then the card', () => {
	const books = sold();
	const payouts = [10_000, 3000, 1600].map((cents) => [draftOf(rows, [['payment', cents]])]);
	expect(settle(books, payouts).map(lines)).toEqual([
		[['W28', 100]],
		[
			['W28', 21],
			['W28-G', 9],
		],
		[['W28-G', 16]],
	]);
	expect(books).toMatchObject({ W28: { open: 0 }, 'W28-G': { open: 0 } });
});

test('the same in two payouts of one run', () => {
	const both = [10_000, 4600].map((cents) => draftOf(rows, [['payment', cents]]));
	expect(settle(sold(), [both]).map(lines)).toEqual([
		[['W28', 100]],
		[
			['W28', 21],
			['W28-G', 25],
		],
	]);
});

test('what is more than both have open stays attention, and settles nothing', () => {
	const books = sold();
	const payouts = [14_000, 4600].map((cents) => [draftOf(rows, [['payment', cents]])]);
	expect(settle(books, payouts).map(lines).at(-1)).toBe('OPEN_ITEM_DOES_NOT_FIT');
	expect(books).toMatchObject({ W28: { open: 0 }, 'W28-G': { open: 600 } });
});

test('an entry that is not in the books is waited for, where money is left for it', () => {
	const { W28 } = sold();
	const [first, second] = [10_000, 4600].map((cents) => [draftOf(rows, [['payment', cents]])]);
	expect(settle({ W28: W28! }, [first!, second!]).map(lines)).toEqual([
		[['W28', 100]],
		'OPEN_ITEM_NOT_FOUND',
	]);
});

test('a chargeback of what was paid in part opens what was settled, and no more', () => {
	const books = sold();
	const payouts: Line[] = [
		['payment', 10_000],
		['chargeback', -10_000],
	];
	settle(
		books,
		payouts.map((line) => [draftOf(rows, [line])]),
	);
	expect(books).toEqual(sold());
});

test('money that goes back settles what is open of the credit notes of both', () => {
	const books: Books = {
		C7: { total: -12_100, open: -2100 },
		'C7-G': { total: -2500, open: -2500 },
	};
	const draft = draftOf(rows, [['refund', -14_600]]);
	// Of another 100.00 somebody booked the payment by hand, so that this one does not fit.
	expect(settle(books, [[draft]]).map(lines)).toEqual(['OPEN_ITEM_DOES_NOT_FIT']);
	const byHand: Books = {
		C7: { total: -12_100, open: -12_100 },
		'C7-G': { total: -2500, open: -2500 },
	};
	expect(settle(byHand, [[draft]]).map(lines)).toEqual([
		[
			['C7', -121],
			['C7-G', -25],
		],
	]);
});

test('property: however an order is paid in parts and payouts, each entry is settled for its own total', () => {
	const cents = fc.integer({ min: 1, max: 100_000 });
	const story = fc.record({
		goods: cents,
		card: cents,
		/** Where the total is cut, in thousandths. */
		cuts: fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 6 }),
		/** Which payout and run each part comes in. */
		places: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 7, maxLength: 7 }),
		back: fc.boolean(),
	});
	fc.assert(
		fc.property(story, ({ goods, card, cuts, places, back }) => {
			const total = goods + card;
			const books: Books = {
				W28: { total: goods, open: goods },
				'W28-G': { total: card, open: card },
				C7: { total: -goods, open: -goods },
				'C7-G': { total: -card, open: -card },
			};
			const at = [...new Set(cuts.map((one) => Math.floor((total * one) / 1000)))].sort(
				(a, b) => a - b,
			);
			const parts = [...at, total].map((end, index) => end - (at[index - 1] ?? 0));
			const payouts: Line[][][] = [];
			for (const [index, amount] of parts.filter((one) => one > 0).entries()) {
				const [samePayout, sameRun] = index === 0 ? [false, false] : places[index]!;
				const run = payouts.at(-1);
				const line: Line = ['payment', amount];
				if (samePayout) run!.at(-1)!.push(line);
				else if (sameRun) run!.push([line]);
				else payouts.push([[line]]);
			}
			if (back) payouts.push([[['refund', -total]]]);
			const ofStory = rowsOf(goods, card);
			const drafts = payouts.map((run) => run.map((one) => draftOf(ofStory, one)));
			expect(settle(books, drafts).every((one) => typeof one === 'object')).toBe(true);
			expect(Object.values(books).map(({ open }) => open)).toEqual(
				back ? [0, 0, 0, 0] : [0, 0, -goods, -card],
			);
		}),
		{ numRuns: runs(300) },
	);
});
