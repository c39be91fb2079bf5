import type { Difference } from '../../../bookkeeping/reconciliation/differences';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import { reconcile, type ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';
import type { EntryDraft } from '../../../bookkeeping/documents/draft';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	high: { box: '1a', holds: 'turnover' },
	export: { box: '3a', holds: 'turnover' },
	untaxed: { box: '1e', holds: 'turnover' },
	vatHigh: { box: '1a', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const period = { from: '2026-10-01', until: '2026-12-31' };
const numbers = {
	credit: (id: string) => `CW${id}`,
	isSale: (number: string) => /^W\d/.test(number),
	isCredit: (number: string) => /^CW\d/.test(number),
};

/** An order of 100.00 at 21 %, as it was sold. */
function order(id: string, more: Partial<ShopDocument> = {}, changes: object = {}): ShopDocument {
	const draft = {
		...{ document: 'salesEntry', orderKey: `c/s/${id}`, orderNumber: id, invoiceNumber: `W${id}` },
		...{ invoiceDate: '2026-11-05', paymentTermDays: 14, description: id, invoiceAmount: 121 },
		...{ customer: { kind: 'fixedDebtor', relationId: 'r' }, regimeReason: '', notes: [] },
		lines: [
			{
				...{ role: 'product', description: 'Mug', ledgerAccountId: 'high', amount: 100 },
				...{ vatKind: 'high', percentage: 21, reason: '' },
			},
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: 21 }],
		regime: 'domestic',
		...changes,
	} as EntryDraft;
	return {
		...{ orderKey: `c/s/${id}`, orderNumber: id, total: draft.invoiceAmount, draft },
		...{ code: '', message: '', ...more },
	};
}

const booked = (
	invoiceNumber: string,
	amounts: Record<string, number> = { high: 10_000, vatHigh: 2100 },
	date = '2026-11-05',
): Mutation[] => {
	const total = Object.values(amounts).reduce((a, b) => a + b, 0);
	return Object.entries({ ...amounts, debtors: -total }).map(([accountId, amount]) => ({
		...{ invoiceNumber, accountId, date, amount, description: invoiceNumber },
	}));
};
const back = { high: -10_000, vatHigh: -2100 };

const run = (documents: ShopDocument[], mutations: Mutation[], records: object[] = []) =>
	reconcile(documents, mutations, period, roleOf, {
		...{ numbers, records: readRecords(records as never) },
	});
const shown = ({ kind, orderNumber, invoiceNumber, difference, box }: Difference) => [
	...[kind, orderNumber, invoiceNumber, difference, box],
];
const found = (...input: Parameters<typeof run>) => run(...input).differences.map(shown);
const boxes = (...input: Parameters<typeof run>) =>
	run(...input).boxes.map(({ box, shopTurnover, shopVat, booksTurnover, booksVat }) => [
		...[box, shopTurnover, shopVat, booksTurnover, booksVat],
	]);

const cancelled = order('1', { asSold: true, withdrawn: 'cancelled' });
const record = {
	...{ documentKey: 'c/s/1', kind: 'order', document: 'salesEntry', number: 'W1' },
	...{ documentDate: '2026-11-05', regime: 'domestic', charged: '{"21":[10000,2100]}' },
};

describe('an order that was cancelled in the shop after it was booked', () => {
	test('and is not credited is a difference of its own; its sale stays in the boxes', () => {
		expect(found([cancelled], booked('W1'))).toEqual([['cancelled', '1', 'W1', 121, '1a']]);
		expect(boxes([cancelled], booked('W1'))).toEqual([['1a', 100, 21, 100, 21]]);
		expect(run([cancelled], booked('W1'))).toMatchObject({ documents: 1, agreed: 0 });
		expect(run([cancelled], booked('W1')).otherTurnover).toBe(0);
	});

	test('and is credited agrees and asks for nothing, in whatever period the credit note is', () => {
		const credited = [...booked('W1'), ...booked('CW1', back, '2026-12-02')];
		expect(run([cancelled], credited)).toMatchObject({
			...{ differences: [], documents: 2, agreed: 2, otherTurnover: 0 },
		});
		expect(boxes([cancelled], credited)).toEqual([['1a', 0, 0, 0, 0]]);
		const later = [...booked('W1'), ...booked('CW1', back, '2027-01-08')];
		expect(found([cancelled], later)).toEqual([]);
		expect(boxes([cancelled], later)).toEqual([['1a', 100, 21, 100, 21]]);
	});

	test('and was credited on a day that the books were not read to agrees by its record', () => {
		const credited = { ...record, creditedAt: '2027-03-01T10:00:00Z' };
		expect(found([cancelled], booked('W1'), [credited])).toEqual([]);
		const deletedSince = { ...record, creditedAt: '2026-11-20T10:00:00Z' };
		expect(found([cancelled], booked('W1'), [deletedSince])).toHaveLength(1);
	});

	test('and is credited in part says what is left', () => {
		const part = [...booked('W1'), ...booked('CW1', { high: -4000, vatHigh: -840 })];
		expect(found([cancelled], part)).toEqual([['cancelled', '1', 'W1', 72.6, '1a']]);
	});

	test('with a refund that was credited before is credited for the rest', () => {
		const refund = order(
			'1',
			{ orderKey: 'c/s/1/refund/66' },
			{
				...{ document: 'creditNote', orderKey: 'c/s/1/refund/66', invoiceNumber: 'CW66' },
				...{ originalOrderKey: 'c/s/1', originalInvoiceNumber: 'W1', invoiceAmount: -48.4 },
				...{ vat: [{ vatKind: 'high', percentage: 21, amount: -8.4 }] },
				lines: [{ ...order('1').draft!.lines[0], amount: -40 }],
			},
		);
		const books = [...booked('W1'), ...booked('CW66', { high: -4000, vatHigh: -840 })];
		const rest = booked('CW1', { high: -6000, vatHigh: -1260 });
		expect(found([cancelled, refund], [...books, ...rest])).toEqual([]);
		expect(boxes([cancelled, refund], [...books, ...rest])).toEqual([['1a', 0, 0, 0, 0]]);
		expect(found([cancelled, refund], books)).toEqual([['cancelled', '1', 'W1', 72.6, '1a']]);
	});

	test('and was never booked is of no account; its credit note alone is', () => {
		expect(found([cancelled], [])).toEqual([]);
		expect(found([cancelled], booked('CW1', back))).toEqual([
			['creditWithoutSale', '1', 'CW1', -121, '1a'],
		]);
	});
});

test('an order in the trash is named', () => {
	const trashed = order('1', { asSold: true, withdrawn: 'trashed' });
	const [difference] = run([trashed], booked('W1')).differences;
	expect(shown(difference!)).toEqual(['trashed', '1', 'W1', 121, '1a']);
	expect(difference!.found).toBe(
		'The order was moved to the trash of the shop after W1 was booked; € 121.00 of it is still in the books.',
	);
});

describe('an order that the shop has no more', () => {
	test('is named by its booking record, with what the shop charged then', () => {
		expect(found([], booked('W1'), [record])).toEqual([['deleted', '1', 'W1', 121, '1a']]);
		expect(boxes([], booked('W1'), [record])).toEqual([['1a', 100, 21, 100, 21]]);
	});
	test('and whose amount was changed by hand in SnelStart is that, too', () => {
		const changed = booked('W1', { high: 9000, vatHigh: 1890 });
		expect(found([], changed, [record])).toEqual([
			['wrongAmount', '1', 'W1', -12.1, '1a'],
			['deleted', '1', 'W1', 108.9, '1a'],
		]);
	});
	test('asks for nothing when it is credited, of another period, or not in the books either', () => {
		expect(found([], [...booked('W1'), ...booked('CW1', back)], [record])).toEqual([]);
		expect(found([], booked('W1'), [{ ...record, documentDate: '2026-09-30' }])).toEqual([
			['saleWithoutOrder', '', 'W1', 121, '1a'],
		]);
		expect(found([], [], [record])).toEqual([]);
	});
});

describe('what cannot be compared is named, and the rest goes on', () => {
	test('an order that cannot be read any more stands as it was booked', () => {
		const unreadable = {
			...{ orderKey: 'c/s/1', orderNumber: '1', total: null },
			...{ code: 'COUNTRY_MISSING', message: 'Said' },
		};
		expect(run([unreadable], booked('W1'), [record])).toMatchObject({
			...{ differences: [], documents: 1, agreed: 1 },
		});
	});
	test('an order that the shop did not give', () => {
		const unread = {
			...{ orderKey: 'c/s/1', orderNumber: '1', total: null, notRead: true },
			...{ code: 'ORDER_NOT_READ', message: 'Said' },
		};
		expect(found([unread, order('2')], [...booked('W1'), ...booked('W2')], [record])).toEqual([
			['notRead', '1', '', 0, ''],
		]);
		expect(boxes([unread], booked('W1'), [record])).toEqual([['1a', 100, 21, 100, 21]]);
	});
});

describe('entries that nothing of the shop explains, under numbers that only the shop gives', () => {
	test('a sale without an order and a credit note without a sale, both in the boxes', () => {
		const mutations = [
			...booked('W1'),
			...booked('W77', { high: 5000, vatHigh: 1050 }),
			...booked('CW78', { high: -1000, vatHigh: -210 }),
		];
		expect(found([order('1')], mutations)).toEqual([
			['saleWithoutOrder', '', 'W77', 60.5, '1a'],
			['creditWithoutSale', '', 'CW78', -12.1, '1a'],
		]);
		expect(boxes([order('1')], mutations)).toEqual([['1a', 100, 21, 140, 29.4]]);
	});
	test('other numbers are told as turnover, and entries of another period are not', () => {
		const other = booked('2026-7', { high: 5000, vatHigh: 1050 });
		expect(run([], other)).toMatchObject({ differences: [], otherTurnover: 50 });
		expect(found([], booked('W77', undefined, '2026-09-30'))).toEqual([]);
	});
});

test('a corrected order agrees by all its entries together', () => {
	const changed = order(
		'1',
		{},
		{ invoiceAmount: 60.5, vat: [{ vatKind: 'high', percentage: 21, amount: 10.5 }] },
	);
	changed.draft!.lines[0]!.amount = 50;
	const correction = [
		...booked('W1'),
		...booked('CW1', back, '2027-01-05'),
		...booked('W1-2', { high: 5000, vatHigh: 1050 }, '2027-01-05'),
	];
	expect(run([changed], correction)).toMatchObject({
		differences: [],
		agreed: 1,
		otherTurnover: 0,
	});
	expect(boxes([changed], correction)).toEqual([['1a', 100, 21, 100, 21]]);
	expect(found([changed], correction.slice(0, -3))).toEqual([
		['wrongAmount', '1', 'W1', -60.5, '1a'],
	]);
});

test('goods for export on an account of box 1e are in the wrong box, also when the draft says so', () => {
	const goods = (account: string) =>
		order(
			'1',
			{},
			{
				...{ invoiceAmount: 50, regime: 'export', vat: [] },
				lines: [
					{
						...{ role: 'product', description: '', ledgerAccountId: account, amount: 50 },
						...{ vatKind: 'none', percentage: 0, reason: '' },
					},
				],
			},
		);
	for (const account of ['export', 'untaxed']) {
		expect(found([goods(account)], booked('W1', { untaxed: 5000 }))).toEqual([
			['wrongRate', '1', 'W1', 0, '1e, 3a'],
		]);
	}
	expect(found([goods('export')], booked('W1', { export: 5000 }))).toEqual([]);
	expect(boxes([goods('untaxed')], booked('W1', { untaxed: 5000 }))).toEqual([
		['1e', 0, 0, 50, 0],
		['3a', 50, 0, 0, 0],
	]);
});

test.each<[string, Mutation[], string]>([
	['missing', [], '1a'],
	['bookedTwice', [...booked('W1'), ...booked('W1')], '1a'],
	['wrongRate', booked('W1', { untaxed: 12_100 }), '1a, 1e'],
])('%s names the box', (kind, mutations, box) => {
	const { differences } = run([order('1')], mutations);
	expect(differences.map((one) => [one.kind, one.box])).toEqual([[kind, box]]);
});
