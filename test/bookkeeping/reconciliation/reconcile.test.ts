import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { reconcile } from '../../../bookkeeping/reconciliation/reconcile';
import type { ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	high: { box: '1a', holds: 'turnover' },
	high2: { box: '1a', holds: 'turnover' },
	low: { box: '1b', holds: 'turnover' },
	icp: { box: '3b', holds: 'turnover' },
	rounding: { box: 'none', holds: 'other' },
	vatHigh: { box: '1a', holds: 'vat' },
	vatLow: { box: '1b', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const period = { from: '2026-10-01', until: '2026-12-31' };

/** An order of € 121.00 at 21 % and € 54.50 at 9 %: 100.00 + 21.00 and 50.00 + 4.50. */
function order(number: string, more: Partial<EntryDraft> = {}): ShopDocument {
	const line = (ledgerAccountId: string, amount: number, vatKind: 'high' | 'low') => ({
		role: 'product' as const,
		description: 'Mug',
		ledgerAccountId,
		amount,
		vatKind,
		reason: '',
	});
	const draft: EntryDraft = {
		document: 'salesEntry',
		orderKey: `c/s/${number}`,
		orderNumber: number,
		invoiceNumber: `W${number}`,
		invoiceDate: '2026-11-05',
		paymentTermDays: 14,
		description: number,
		invoiceAmount: 175.5,
		customer: { kind: 'fixedDebtor', relationId: 'r' },
		lines: [line('high', 100, 'high'), line('low', 50, 'low')],
		vat: [
			{ vatKind: 'high', percentage: 21, amount: 21 },
			{ vatKind: 'low', percentage: 9, amount: 4.5 },
		],
		regime: 'domestic',
		regimeReason: '',
		notes: [],
		...more,
	} as EntryDraft;
	return { orderNumber: number, total: draft.invoiceAmount, draft, code: '', message: '' };
}

/** How the books hold such an order, in cents; credit is positive. */
function booked(
	invoiceNumber: string,
	amounts: Record<string, number> = { high: 10000, low: 5000, vatHigh: 2100, vatLow: 450 },
	date = '2026-11-05',
	description = invoiceNumber,
): Mutation[] {
	const total = Object.values(amounts).reduce((a, b) => a + b, 0);
	return Object.entries({ ...amounts, debtors: -total }).map(([accountId, amount]) => ({
		invoiceNumber,
		accountId,
		date,
		amount,
		// SnelStart gives each line its own text, and the entry's text to what the customer owes.
		description: accountId === 'debtors' ? description : 'Mug',
	}));
}

const kinds = (documents: ShopDocument[], mutations: Mutation[]) =>
	reconcile(documents, mutations, period, roleOf).differences.map(
		({ kind, orderNumber, difference }) => [orderNumber, kind, difference],
	);

test('clean books: no difference, and every box agrees to the cent', () => {
	const result = reconcile(
		[order('1'), order('2'), order('3', { invoiceDate: '2026-09-30' })],
		[
			...booked('W1'),
			...booked('W2'),
			...booked('W3', undefined, '2026-09-30'),
			...booked('SHOP-9', { high: 700, vatHigh: 147 }),
		],
		period,
		roleOf,
	);
	expect(result).toEqual({
		differences: [],
		boxes: [
			{
				box: '1a',
				shopTurnover: 200,
				shopVat: 42,
				booksTurnover: 200,
				booksVat: 42,
				turnoverDifference: 0,
				vatDifference: 0,
			},
			{
				box: '1b',
				shopTurnover: 100,
				shopVat: 9,
				booksTurnover: 100,
				booksVat: 9,
				turnoverDifference: 0,
				vatDifference: 0,
			},
		],
		statements: [],
		documents: 2,
		agreed: 2,
		otherTurnover: 7,
	});
});

describe('every planted difference is found, down to the order', () => {
	const clean = [...booked('W1'), ...booked('W3')];
	const documents = [order('1'), order('2'), order('3')];

	it.each<[string, Mutation[], unknown[]]>([
		['an order that is missing', [], ['2', 'missing', -175.5]],
		[
			'an order booked twice, once by hand',
			[...booked('W2'), ...booked('2026-77', undefined, '2026-11-06', 'Webshop order 2')],
			['2', 'bookedTwice', 175.5],
		],
		[
			'an order booked twice under its number',
			[...booked('W2'), ...booked('W2')],
			['2', 'bookedTwice', 175.5],
		],
		[
			'an order booked by hand under another number only',
			booked('MANUAL2', undefined, '2026-11-05', '2 / iDEAL'),
			['2', 'missing', -175.5],
		],
		[
			'the wrong rate with the right total: 175.50 all at 21 % is 145.04 + 30.46',
			booked('W2', { high: 14504, vatHigh: 3046 }),
			['2', 'wrongRate', 0],
		],
		[
			'one cent',
			booked('W2', { high: 10001, low: 5000, vatHigh: 2100, vatLow: 450 }),
			['2', 'centDifference', 0.01],
		],
		[
			'one euro',
			booked('W2', { high: 9900, low: 5000, vatHigh: 2100, vatLow: 450 }),
			['2', 'wrongAmount', -1],
		],
		['a date in the next year', booked('W2', undefined, '2027-01-02'), ['2', 'wrongPeriod', 0]],
		[
			'another account of the same box',
			booked('W2', { high2: 10000, low: 5000, vatHigh: 2100, vatLow: 450 }),
			['2', 'wrongAccount', 0],
		],
	])('%s', (_, mutations, expected) => {
		expect(kinds(documents, [...clean, ...mutations])).toEqual([expected]);
	});

	it('HC-19: an order of the day after the period that was booked in it', () => {
		expect(
			kinds([order('2', { invoiceDate: '2027-01-01' })], booked('W2', undefined, '2026-12-31')),
		).toEqual([['2', 'wrongPeriod', 0]]);
	});

	it('not the total of one order that was undone, whose line names the order, nor what undid it', () => {
		const total = 'WDAG-2026-11-05';
		const key = `c/s/total/${total}`;
		const undone = [
			...booked('W2'),
			...booked(total, undefined, '2026-11-05', 'Webshop order 2'),
			...booked(
				`C${total}-U`,
				{ high: -10000, low: -5000, vatHigh: -2100, vatLow: -450 },
				'2026-11-05',
				'Webshop order 2',
			),
		];
		const rows = [
			{ documentKey: key, kind: 'total', document: 'salesEntry', number: total },
			{
				...{ documentKey: `${key}/credit/1`, parentKey: key, kind: 'total' },
				...{ document: 'creditNote', number: `C${total}-U` },
			},
		];
		const found = (records: object[]) =>
			reconcile([order('2')], undone, period, roleOf, { records: readRecords(records as never) });
		// As long as nobody knows of the undo, the same order seems to stand there twice.
		expect(found([]).differences).toMatchObject([{ kind: 'bookedTwice', orderNumber: '2' }]);
		expect(found(rows)).toMatchObject({ differences: [], agreed: 1, otherTurnover: 0 });
	});

	it('a total that was undone whose credit note is gone from the books, changed, or of another day', () => {
		const total = 'WDAG-2026-11-05';
		const key = `c/s/total/${total}`;
		const credit = { documentKey: `${key}/credit/1`, parentKey: key, number: `C${total}-U` };
		// Of two orders: the total of no other document.
		const full = { high: 20000, low: 10000, vatHigh: 4200, vatLow: 900 };
		const found = (date: string, ...more: Mutation[]) => {
			const rows = [
				{
					...{ documentKey: key, kind: 'total', document: 'salesEntry', number: total },
					documentDate: '2026-11-05',
				},
				{ ...credit, kind: 'total', document: 'creditNote', documentDate: date },
			];
			const mutations = [...booked('W2'), ...booked(total, full, '2026-11-05'), ...more];
			const records = readRecords(rows as never);
			return reconcile([order('2')], mutations, period, roleOf, { records }).differences.map(
				({ kind, invoiceNumber }) => [kind, invoiceNumber],
			);
		};
		const less = { high: -19000, low: -10000, vatHigh: -3990, vatLow: -900 };
		expect(found('2026-11-05')).toEqual([['saleWithoutOrder', total]]);
		expect(found('2026-11-05', ...booked(credit.number, less, '2026-11-05'))).toEqual([
			['saleWithoutOrder', total],
			['creditWithoutSale', credit.number],
		]);
		const elsewhere = { high2: -20000, low: -10000, vatHigh: -4200, vatLow: -900 };
		expect(found('2026-11-05', ...booked(credit.number, elsewhere, '2026-11-05'))).toHaveLength(2);
		const back = { high: -20000, low: -10000, vatHigh: -4200, vatLow: -900 };
		expect(found('2026-11-05', ...booked(credit.number, back, '2026-11-05'))).toEqual([]);
		// Behind what was read: nobody can say here that it is gone.
		expect(found('2027-06-01')).toEqual([]);
	});

	it('an order that needs attention', () => {
		const waiting = {
			orderNumber: '4',
			total: 12.1,
			code: 'NO_VAT_MAPPING',
			message: 'No row for DE 19 %.',
		};
		const { differences } = reconcile([waiting], [], period, roleOf);
		expect(differences).toMatchObject([
			{
				kind: 'notBookable',
				orderNumber: '4',
				difference: -12.1,
				found: 'NO_VAT_MAPPING: No row for DE 19 %.',
			},
		]);
	});

	it('an order that needs attention counts in its own month only, and anywhere while its day is unknown', () => {
		const waiting = { total: 12.1, code: 'NO_VAT_MAPPING', message: 'No row for DE 19 %.' };
		const days = ['', '2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
		const documents = days.map((day, index) => ({ ...waiting, orderNumber: `${index}`, day }));
		const { differences, ...found } = reconcile(documents, [], period, roleOf);
		expect(differences.map(({ orderNumber }) => orderNumber)).toEqual(['0', '2', '3']);
		expect(found.documents).toBe(3);
	});

	it('W043: a credit note counts against its order, a rounding line in no box', () => {
		const credit = order('1', {
			document: 'creditNote',
			invoiceNumber: 'CW1',
			invoiceAmount: -121.01,
			lines: [
				{
					role: 'product',
					description: '',
					ledgerAccountId: 'high',
					amount: -100,
					vatKind: 'high',
					reason: '',
				},
				{
					role: 'rounding',
					description: '',
					ledgerAccountId: 'rounding',
					amount: -0.01,
					vatKind: 'none',
					reason: '',
				},
			],
			vat: [{ vatKind: 'high', percentage: 21, amount: -21 }],
		} as Partial<EntryDraft>);
		const { differences, boxes } = reconcile(
			[order('1'), credit],
			[...booked('W1'), ...booked('CW1', { high: -10000, rounding: -1, vatHigh: -2100 })],
			period,
			roleOf,
		);
		expect(differences).toEqual([]);
		expect(boxes.map(({ box, booksTurnover, booksVat }) => [box, booksTurnover, booksVat])).toEqual(
			[
				['1a', 0, 0],
				['1b', 50, 4.5],
				['none', -0.01, 0],
			],
		);
	});
});

test('what waits for its total is no difference of another kind, and the boxes differ by just that', () => {
	const documents = [order('1'), order('2'), order('3'), order('4')];
	const waiting = new Map([
		['c/s/2', 'WDAG-W-2026-11-05'],
		['c/s/3', 'WDAG-2026-11-05'],
		// Booked all the same: what stands in the books counts.
		['c/s/1', 'WDAG-2026-11-05'],
	]);
	const {
		differences,
		boxes,
		documents: all,
		agreed,
	} = reconcile(documents, booked('W1'), period, roleOf, { waiting });
	expect(
		differences.map(({ kind, orderNumber, difference, code }) => [
			kind,
			orderNumber,
			difference,
			code,
		]),
	).toEqual([
		['waiting', '2', -175.5, 'WAITS_FOR_TOTAL'],
		['waiting', '3', -175.5, 'WAITS_FOR_TOTAL'],
		['missing', '4', -175.5, 'BOOKING_MISSING'],
	]);
	expect(differences[0]!.found).toBe(
		'It waits until a payout names it, and is then booked in the total of that payout.',
	);
	expect(differences[1]!.found).toContain('WDAG-2026-11-05');
	expect([all, agreed]).toEqual([4, 1]);
	// 4 x 150.00 and 25.50 of the shop, one of them in the books: what differs is the three rows.
	const apart = boxes.reduce((sum, box) => sum + box.turnoverDifference + box.vatDifference, 0);
	expect(apart).toBe(-3 * 175.5);
});
