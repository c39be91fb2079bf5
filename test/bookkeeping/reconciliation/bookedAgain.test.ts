import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { reconcile, type ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	high: { box: '1a', holds: 'turnover' },
	low: { box: '1b', holds: 'turnover' },
	vatHigh: { box: '1a', holds: 'vat' },
	vatLow: { box: '1b', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const third = { from: '2026-07-01', until: '2026-09-30' };
const fourth = { from: '2026-10-01', until: '2026-12-31' };

/** 100.00 + 21.00 at 21 %, of the last day of the third quarter; times -1 for a refund. */
function sold(number: string, sign: 1 | -1 = 1, invoiceDate = '2026-09-30'): ShopDocument {
	const isSale = sign === 1;
	const draft = {
		...{ document: isSale ? 'salesEntry' : 'creditNote', orderKey: `c/s/${number}` },
		...{ orderNumber: number, invoiceNumber: `${isSale ? '' : 'C'}W${number}`, invoiceDate },
		...{ originalOrderKey: 'c/s/none', originalInvoiceNumber: 'none' },
		...{ invoiceAmount: sign * 121, regime: 'domestic', notes: [] },
		customer: { kind: 'fixedDebtor', relationId: 'r' },
		lines: [
			{
				role: 'product',
				description: 'Mug',
				ledgerAccountId: 'high',
				amount: sign * 100,
				vatKind: 'high',
			},
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: sign * 21 }],
	} as unknown as EntryDraft;
	return {
		orderKey: draft.orderKey,
		orderNumber: number,
		total: sign * 121,
		draft,
		code: '',
		message: '',
	};
}

/** How the books hold so many of them, at the high rate, or by mistake at the low one: 111.01 + 9.99. */
function booked(invoiceNumber: string, times: number, date: string, at: 'high' | 'low' = 'high') {
	const each = at === 'high' ? { high: 10_000, vatHigh: 2_100 } : { low: 11_101, vatLow: 999 };
	return Object.entries(each).map(
		([accountId, amount]): Mutation => ({
			...{ invoiceNumber, accountId, date, amount: times * amount, description: invoiceNumber },
		}),
	);
}

/** The records of a total that was undone on the first open day of the fourth quarter. */
function recordsOf(total: string, date = '2026-09-30') {
	const key = `c/s/total/${total}`;
	return [
		{ documentKey: key, kind: 'total', document: 'salesEntry', number: total, documentDate: date },
		{
			...{ documentKey: `${key}/credit/1`, parentKey: key, kind: 'total', document: 'creditNote' },
			...{ number: `C${total}-U`, documentDate: '2026-10-01' },
		},
	];
}

const TOTAL = 'WDAG-2026-09-30';
/** Undone and taken back: so many orders, at these rates. */
const undone = (times: number, at?: 'high' | 'low') => [
	...booked(TOTAL, times, '2026-09-30', at),
	...booked(`C${TOTAL}-U`, -times, '2026-10-01', at),
];

function compared(
	documents: ShopDocument[],
	mutations: Mutation[],
	period: typeof third,
	records: object[] = recordsOf(TOTAL),
) {
	const known = readRecords(records as never);
	const result = reconcile(documents, mutations, period, roleOf, { records: known });
	return {
		found: result.differences.map(({ kind, orderNumber }) => [kind, orderNumber]),
		boxes: result.boxes.map((box) => [
			...[box.box, box.shopTurnover, box.shopVat, box.booksTurnover, box.booksVat],
		]),
		agreed: [result.agreed, result.documents],
	};
}

describe('the orders of a total that was undone after its quarter, and are booked again in the next', () => {
	const again = (number: string) => booked(number, 1, '2026-10-01');

	test('agree in both quarters: the total stands in its own, what undid it and they cancel out', () => {
		const books = [...undone(2), ...again('W1'), ...again('W2')];
		const documents = [sold('1'), sold('2')];
		expect(compared(documents, books, third)).toEqual({
			found: [],
			boxes: [['1a', 200, 42, 200, 42]],
			agreed: [2, 2],
		});
		expect(compared(documents, books, fourth)).toEqual({
			found: [],
			boxes: [['1a', 0, 0, 0, 0]],
			agreed: [2, 2],
		});
	});

	test('at the wrong rate first: the fourth quarter corrects the third, and both agree', () => {
		const books = [...undone(1, 'low'), ...again('W1')];
		expect(compared([sold('1')], books, third)).toMatchObject({
			found: [],
			boxes: [['1b', 111.01, 9.99, 111.01, 9.99]],
		});
		expect(compared([sold('1')], books, fourth)).toMatchObject({
			found: [],
			boxes: [
				['1a', 100, 21, 100, 21],
				['1b', -111.01, -9.99, -111.01, -9.99],
			],
		});
	});

	test('one that is not booked again is missing, the other is no difference', () => {
		const books = [...undone(2), ...again('W1')];
		expect(compared([sold('1'), sold('2')], books, third)).toMatchObject({
			found: [['missing', '2']],
			boxes: [['1a', 200, 42, 200, 42]],
		});
		expect(compared([sold('1'), sold('2')], books, fourth)).toMatchObject({
			found: [],
			boxes: [['1a', 0, 0, -100, -21]],
		});
	});

	test('one that the shop cancelled meanwhile stays taken back', () => {
		const cancelled = { ...sold('2'), withdrawn: 'cancelled' as const, asSold: true };
		const books = [...undone(2), ...again('W1')];
		for (const period of [third, fourth]) {
			const { found, boxes } = compared([sold('1'), cancelled], books, period);
			expect(found).toEqual([]);
			expect(boxes.map(([, ...of]) => of.slice(0, 2))).toEqual(
				boxes.map(([, ...of]) => of.slice(2)),
			);
		}
	});

	test('more than the total held, of another day, or booked late without an undo: told as before', () => {
		const late = [...again('W1'), ...again('W2')];
		const both = [
			['wrongPeriod', '1'],
			['wrongPeriod', '2'],
		];
		const documents = [sold('1'), sold('2')];
		expect(compared(documents, [...undone(1), ...late], third).found).toEqual(both);
		expect(compared(documents, late, third, []).found).toEqual(both);
		const other = [sold('1'), sold('2', 1, '2026-09-29')];
		expect(compared(other, [...undone(1), ...late], third).found).toEqual([both[1]]);
	});

	test('in the same quarter there is nothing to tell', () => {
		const books = [
			...booked(TOTAL, 1, '2026-09-30'),
			...booked(`C${TOTAL}-U`, -1, '2026-09-30'),
			...booked('W1', 1, '2026-09-30'),
		];
		expect(compared([sold('1')], books, third)).toMatchObject({
			found: [],
			boxes: [['1a', 100, 21, 100, 21]],
		});
	});
});

test('the orders of a month, on any day of it', () => {
	const total = 'WDAG-2026-M09';
	const books = [
		...booked(total, 1, '2026-09-30'),
		...booked(`C${total}-U`, -1, '2026-10-01'),
		...booked('W1', 1, '2026-10-01'),
	];
	const order = sold('1', 1, '2026-09-12');
	for (const period of [third, fourth]) {
		expect(compared([order], books, period, recordsOf(total)).found).toEqual([]);
	}
});

test('the refunds of a negative total, apart from the sales of the same day', () => {
	const total = 'CWDAG-2026-09-30';
	const books = [
		...booked(total, -1, '2026-09-30'),
		...booked(`C${total}-U`, 1, '2026-10-01'),
		...booked('CW1', -1, '2026-10-01'),
		...booked('W2', 1, '2026-10-01'),
	];
	const documents = [sold('1', -1), sold('2')];
	for (const period of [third, fourth]) {
		expect(compared(documents, books, period, recordsOf(total)).found).toEqual([
			['wrongPeriod', '2'],
		]);
	}
});
