import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { reconcile } from '../../../bookkeeping/reconciliation/reconcile';
import type { ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import { onDayOfTotal, splitTotals } from '../../../bookkeeping/reconciliation/splitTotals';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';
import { madeMember } from '../totals/support';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	'21 products': { box: '1a', holds: 'turnover' },
	'9 products': { box: '1b', holds: 'turnover' },
	vatHigh: { box: '1a', holds: 'vat' },
	vatLow: { box: '1b', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const period = { from: '2026-11-01', until: '2026-11-30' };

/** 100.00 + 21.00 and 50.00 + 4.50; then 10.00 + 2.10. */
const amounts = [
	[
		{ percentage: 21, net: 10000, vat: 2100 },
		{ percentage: 9, net: 5000, vat: 450 },
	],
	[{ percentage: 21, net: 1000, vat: 210 }],
];
const members = amounts.map((rates, index) => madeMember(index + 1, rates, { entryId: 'e1' }));

function order(index: number): ShopDocument {
	const { orderKey, invoiceNumber, lines, vat } = members[index]!;
	const cents = [...lines, ...vat].reduce((all, one) => all + one.cents, 0);
	const draft = {
		...{ document: 'salesEntry', orderKey, orderNumber: String(index + 1), invoiceNumber },
		...{ invoiceDate: '2026-11-28', paymentTermDays: 14, description: '' },
		...{ invoiceAmount: cents / 100, customer: { kind: 'fixedDebtor', relationId: 'r' } },
		lines: lines.map(({ role, ledgerAccountId, vatKind, cents: net }) => ({
			...{ role, ledgerAccountId, vatKind, description: '', amount: net / 100, reason: '' },
		})),
		vat: vat.map(({ vatKind, percentage, cents: of }) => ({
			...{ vatKind, percentage, amount: of / 100 },
		})),
		...{ regime: 'domestic', regimeReason: '', notes: [] },
	} as unknown as NonNullable<ShopDocument['draft']>;
	return { orderNumber: draft.orderNumber, total: cents / 100, draft, code: '', message: '' };
}

/** The total as the books hold it, worked out by hand: 110.00, 50.00, 23.10 and 4.50. */
const total = (over: Record<string, number> = {}): Mutation[] =>
	Object.entries({
		...{ '21 products': 11000, '9 products': 5000, vatHigh: 2310, vatLow: 450, debtors: -18760 },
		...over,
	}).map(([accountId, amount]) => ({
		...{ invoiceNumber: 'WDAG-2026-11-28', accountId, date: '2026-11-28', amount },
		...{ description: 'Dagomzet', entry: 'e1' },
	}));

const found = (mutations: Mutation[], documents = [order(0), order(1)]) =>
	reconcile(documents, splitTotals(mutations, members, roleOf), period, roleOf);

it('finds the orders of a total in the books, each by itself, and the boxes agree', () => {
	const { differences, agreed, boxes, otherTurnover } = found(total());
	expect([differences, agreed, otherTurnover]).toEqual([[], 2, 0]);
	const [high, low] = ['1a', '1b'].map((box) => boxes.find((line) => line.box === box));
	expect(high).toMatchObject({
		shopTurnover: 110,
		booksTurnover: 110,
		shopVat: 23.1,
		booksVat: 23.1,
	});
	expect(low).toMatchObject({ shopTurnover: 50, booksTurnover: 50, shopVat: 4.5, booksVat: 4.5 });
});

it.each<[string, Record<string, number>, number]>([
	['more turnover than its orders', { '21 products': 11100, debtors: -18860 }, 100],
	['less turnover than its orders', { '9 products': 4900, debtors: -18660 }, -100],
])('a total with %s is told under its own number', (_what, over, cents) => {
	const { differences, otherTurnover } = found(total(over));
	expect(JSON.stringify(differences) + String(otherTurnover)).toContain(String(cents / 100));
	expect([...differences.map(({ invoiceNumber }) => invoiceNumber)]).not.toContain('W1');
	expect(otherTurnover).toBe(cents / 100);
});

it('an order in no total, and one whose total is not booked, is missing', () => {
	const none = splitTotals([], [madeMember(1, amounts[0]!)], roleOf);
	const { differences } = reconcile([order(0)], none, period, roleOf);
	expect(differences).toMatchObject([{ invoiceNumber: 'W1', kind: 'missing' }]);
	expect(found(total(), [order(0), order(1), { ...order(0), ...odd }]).differences).toMatchObject([
		{ invoiceNumber: 'W9', kind: 'missing' },
	]);
});

const odd = (() => {
	const { draft } = order(0);
	return { orderNumber: '9', draft: { ...draft!, invoiceNumber: 'W9', orderKey: 'c/s/9' } };
})();

it('leaves books without totals as they are', () => {
	expect(splitTotals(total(), [], roleOf)).toEqual(total());
});

it('an order of the night is compared on the day of its total, also over the end of a period', () => {
	const night = (index: number): ShopDocument => {
		const one = order(index);
		return { ...one, draft: { ...one.draft!, invoiceDate: '2026-12-01' } };
	};
	const number = 'WDAG-2026-11-30-2';
	const inTotal = amounts.map((rates, index) =>
		madeMember(index + 1, rates, { entryId: 'e1', totalNumber: number }),
	);
	const books = total().map((one) => ({ ...one, invoiceNumber: number, date: '2026-11-30' }));
	const compared = (months: typeof period) => {
		const documents = onDayOfTotal([night(0), night(1)], inTotal);
		const { differences, agreed, boxes } = reconcile(
			documents,
			splitTotals(books, inTotal, roleOf),
			months,
			roleOf,
		);
		return [differences, agreed, boxes.map(({ turnoverDifference }) => turnoverDifference)];
	};
	expect(compared(period)).toEqual([[], 2, [0, 0]]);
	expect(compared({ from: '2026-12-01', until: '2026-12-31' })).toEqual([[], 0, []]);
	// Not booked in it yet: as the shop has it.
	const open = inTotal.map((one) => ({ ...one, entryId: '' }));
	expect(onDayOfTotal([night(0)], open)).toEqual([night(0)]);
});

describe('a negative total', () => {
	/** 50.00 + 10.50 back of the first order, all of the second: -60.00, -12.60. */
	const refunds = [
		[0, -5000, -1050],
		[1, -1000, -210],
	].map(([of, net, vat], index) =>
		madeMember(index + 501, [{ percentage: 21, net: net!, vat: vat! }], {
			...{ entryId: 'e2', invoiceNumber: `CW${index + 501}`, totalNumber: 'CWDAG-2026-11-29' },
			...{ orderKey: `${members[of!]!.orderKey}/refund/${index + 501}`, isCredit: true },
		}),
	);
	const documents = refunds.map((refund, index): ShopDocument => {
		const sale = order(index);
		const cents = [...refund.lines, ...refund.vat].reduce((all, one) => all + one.cents, 0);
		const draft = {
			...sale.draft!,
			...{ document: 'creditNote', orderKey: refund.orderKey, invoiceNumber: refund.invoiceNumber },
			...{ originalOrderKey: sale.draft!.orderKey, originalInvoiceNumber: 'WDAG-2026-11-28' },
			...{ estimated: false, invoiceAmount: cents / 100, invoiceDate: '2026-11-30' },
			lines: [{ ...sale.draft!.lines[0]!, amount: refund.lines[0]!.cents / 100 }],
			vat: [{ ...sale.draft!.vat[0]!, amount: refund.vat[0]!.cents / 100 }],
		} as NonNullable<ShopDocument['draft']>;
		return { orderNumber: sale.orderNumber, total: cents / 100, draft, code: '', message: '' };
	});
	const back = (over: Record<string, number> = {}): Mutation[] =>
		Object.entries({ '21 products': -6000, vatHigh: -1260, debtors: 7260, ...over }).map(
			([accountId, amount]) => ({
				...{ invoiceNumber: 'CWDAG-2026-11-29', accountId, date: '2026-11-29', amount },
				...{ description: 'Terugbetalingen', entry: 'e2' },
			}),
		);
	const all = [...members, ...refunds];
	const compared = (mutations: Mutation[]) =>
		reconcile(
			onDayOfTotal([order(0), order(1), ...documents], all),
			splitTotals([...total(), ...mutations], all, roleOf),
			period,
			roleOf,
		);

	it('is found as the refunds in it, on its own day, and the boxes agree', () => {
		const { differences, agreed, boxes } = compared(back());
		expect([differences, agreed]).toEqual([[], 4]);
		expect(boxes.find(({ box }) => box === '1a')).toMatchObject({
			...{ shopTurnover: 50, booksTurnover: 50, shopVat: 10.5, booksVat: 10.5 },
		});
	});

	it('that is not in the books misses its refunds, each by its own number', () => {
		const { differences } = compared([]);
		expect(differences.map(({ kind, invoiceNumber }) => [kind, invoiceNumber])).toEqual([
			['missing', 'CW501'],
			['missing', 'CW502'],
		]);
	});

	it('with another amount is told under its own number', () => {
		const { differences, otherTurnover } = compared(back({ '21 products': -6100, debtors: 7360 }));
		expect(differences.map(({ invoiceNumber }) => invoiceNumber)).not.toContain('CW501');
		expect(otherTurnover).toBe(-1);
	});
});
