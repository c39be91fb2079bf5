import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const accounts: IDataObject[] = [
	{ id: 'debtors', function: 'DagboekVerkoop' },
	{ id: 'high', function: 'VerkopenOmzetHoog' },
	{ id: 'vat', function: 'BtwAfTeDragenHoog' },
	{ id: 'distance', function: 'InstallatieTeleverkoopBinnenEUgeen' },
	{ id: 'foreign', function: 'Diversen' },
];

/** Those of the client, with the account that takes the VAT of OSS sales. */
const settings = {
	...completeSettings,
	administration: {
		...{ name: 'A', accounts: [], vatRates: [], foreignVatAccountId: 'foreign' },
	},
};

/** An order of € 121.00: 100.00 at 21 %. */
const order = (changes: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	...{ outcome: 'book', orderId: '1', orderNumber: '1001', total: 121, code: '', message: '' },
	draft: {
		document: 'salesEntry',
		orderKey: 'c/s/1',
		orderNumber: '1001',
		invoiceNumber: 'W1001',
		invoiceDate: '2026-11-05',
		paymentTermDays: 14,
		description: '1001',
		invoiceAmount: 121,
		customer: { kind: 'fixedDebtor', relationId: 'r' },
		lines: [
			{
				...{ role: 'product', description: 'Mug', ledgerAccountId: 'high', amount: 100 },
				...{ percentage: 21, vatKind: 'high', reason: '' },
			},
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: 21 }],
		regime: 'domestic',
		regimeReason: '',
		notes: [],
		...changes,
	},
	...more,
});

/** A ledger mutation as SnelStart shows it: a debit or a credit. */
const mutation = (
	ledgerAccountId: string,
	debit: number,
	credit: number,
	more: IDataObject = {},
) => ({
	...{ ledgerAccountId, debit, credit, invoiceNumber: 'W1001', date: '2026-11-05T00:00:00' },
	description: 'Mug',
	...more,
});
/** What a customer owes is a debit, turnover and VAT are credits. */
const booked = [mutation('debtors', 121, 0), mutation('high', 0, 100), mutation('vat', 0, 21)];

async function reconcile(
	documents: IDataObject[],
	mutations: IDataObject[],
	parameters: IDataObject = {},
	ledgerAccounts = accounts,
	records: IDataObject[] = [],
	[late = [], filed = [], openItems = [], cards = [], clearing = []]: IDataObject[][] = [],
) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: {
			...{ resource: 'period', operation: 'reconcilePeriod' },
			...{ periodFrom: '2026-10-01', periodUntil: '2026-12-31', shop: 'woocommerce' },
			...parameters,
		} as never,
		items: documents,
		otherInputs: [
			[{ settings: JSON.stringify(settings) }],
			mutations,
			ledgerAccounts,
			records,
			late,
			filed,
			openItems,
			cards,
			clearing,
		],
	});
	if (error) throw error;
	const [differences = [], boxes = [], summary = [], statements = []] = outputs.map((items) =>
		items.map(({ json }) => json),
	);
	return { differences, boxes, summary: summary[0]!, statements };
}

const box = (name: string, turnover: number, vat: number) => ({
	...{ box: name, shopTurnover: turnover, shopVat: vat, booksTurnover: turnover, booksVat: vat },
	...{ turnoverDifference: 0, vatDifference: 0 },
});

describe('Reconcile Period', () => {
	it('W085: reads turnover and VAT as credits: clean books agree, amount and sign', async () => {
		const { differences, boxes, summary } = await reconcile([order()], booked);
		expect(differences).toEqual([]);
		expect(boxes).toEqual([box('1a', 100, 21)]);
		expect(summary).toEqual({
			...{ from: '2026-10-01', until: '2026-12-31' },
			...{ documents: 1, agreed: 1, otherTurnover: 0, differences: 0 },
			code: 'PERIOD_COMPARED',
			found: 'Documents: 1; agree: 1; differences: 0; turnover under other numbers: € 0.00',
			facts: '{"documents":1,"agreed":1,"differences":0,"other":0}',
		});
	});

	it('tells an order that waits for its payout apart, with its amount', async () => {
		const line = ['', 'product', 21, 'high', '', 'high', 10_000, 'Mug'];
		const total = { number: 'W1001', method: 'ideal', vat: [['high', 21, 2100]] };
		const record = {
			...{ documentKey: 'c/s/1', kind: 'order', document: 'salesEntry', entryId: '' },
			...{ number: 'WDAG-W-2026-11-05', documentDate: '2026-11-05', regime: 'domestic' },
			...{ lines: JSON.stringify([line]), notes: JSON.stringify({ total }) },
			charged: '{"21":[10000,2100]}',
		};
		const { differences, boxes, summary } = await reconcile([order()], [], {}, accounts, [record]);
		expect(differences).toMatchObject([{ kind: 'waiting', orderNumber: '1001', difference: -121 }]);
		expect(boxes).toMatchObject([{ box: '1a', turnoverDifference: -100, vatDifference: -21 }]);
		expect(summary).toMatchObject({ documents: 1, agreed: 0, differences: 0 });
		expect(summary.found).toBe(
			'Documents: 1; agree: 0; wait for their total: 1, € 121.00 together; differences: 0; turnover under other numbers: € 0.00',
		);
	});

	it('finds an order of an undone total in the next part of it, a quarter later, without a difference', async () => {
		const [total, key] = ['WDAG-2026-12-31', 'c/s/total/WDAG-2026-12-31'];
		const line = ['', 'product', 21, 'high', '', 'high', 10_000, 'Mug'];
		const ofOrder = { number: 'W1001', method: 'ideal', vat: [['high', 21, 2100]] };
		const entry = { document: 'salesEntry', regime: 'domestic', charged: '{"21":[10000,2100]}' };
		const ofTotal = { ...entry, kind: 'total' };
		const records = [
			{
				...{ ...entry, documentKey: 'c/s/1', kind: 'order', entryId: 'second' },
				...{ number: `${total}-2`, documentDate: '2027-01-01' },
				...{ lines: JSON.stringify([line]), notes: JSON.stringify({ total: ofOrder }) },
			},
			{ ...ofTotal, documentKey: key, number: total, documentDate: '2026-12-31' },
			{ ...ofTotal, documentKey: `${key}-2`, number: `${total}-2`, documentDate: '2027-01-01' },
			{
				...{ ...ofTotal, documentKey: `${key}/credit/1`, parentKey: key, document: 'creditNote' },
				...{ number: `C${total}-U`, documentDate: '2027-01-01', charged: '{"21":[-10000,-2100]}' },
			},
		];
		const entryOf = (invoiceNumber: string, date: string, [debit, credit]: [number, number]) => [
			mutation('debtors', debit * 121, credit * 121, { invoiceNumber, date }),
			mutation('high', credit * 100, debit * 100, { invoiceNumber, date }),
			mutation('vat', credit * 21, debit * 21, { invoiceNumber, date }),
		];
		const books = [
			...entryOf(total, '2026-12-31T00:00:00', [1, 0]),
			...entryOf(`C${total}-U`, '2027-01-01T00:00:00', [0, 1]),
			...entryOf(`${total}-2`, '2027-01-01T00:00:00', [1, 0]),
		];
		const sold = [order({ invoiceDate: '2026-12-31' }, { orderKey: 'c/s/1' })];
		const ofOctober = await reconcile(sold, books, {}, accounts, records);
		expect(ofOctober.differences).toEqual([]);
		expect(ofOctober.boxes).toEqual([box('1a', 100, 21)]);
		const next = { periodFrom: '2027-01-01', periodUntil: '2027-03-31' };
		const ofJanuary = await reconcile(sold, books, next, accounts, records);
		expect(ofJanuary.differences).toEqual([]);
		expect(ofJanuary.boxes).toEqual([box('1a', 0, 0)]);
	});

	it('counts a credit note as debits', async () => {
		const credit = order({
			...{ document: 'creditNote', invoiceNumber: 'C1', invoiceAmount: -121 },
			...{ originalInvoiceNumber: 'W1001', originalOrderKey: 'c/s/1', estimated: false },
			lines: [
				{
					...{ role: 'product', description: 'Mug', ledgerAccountId: 'high', amount: -100 },
					...{ percentage: 21, vatKind: 'high', reason: '' },
				},
			],
			vat: [{ vatKind: 'high', percentage: 21, amount: -21 }],
		});
		const taken = { invoiceNumber: 'C1' };
		const { differences, boxes } = await reconcile(
			[order(), credit],
			[
				...booked,
				mutation('debtors', 0, 121, taken),
				mutation('high', 100, 0, taken),
				mutation('vat', 21, 0, taken),
			],
		);
		expect(differences).toEqual([]);
		expect(boxes).toEqual([box('1a', 0, 0)]);
	});

	it('shows what was booked on the wrong side as twice the amount, in the box and on the order', async () => {
		const { differences, boxes } = await reconcile(
			[order()],
			[mutation('debtors', 0, 121), mutation('high', 100, 0), mutation('vat', 21, 0)],
		);
		expect(differences).toMatchObject([
			{ kind: 'wrongAmount', shopTotal: 121, booksTotal: -121, difference: -242 },
		]);
		expect(boxes).toMatchObject([{ box: '1a', turnoverDifference: -200, vatDifference: -42 }]);
	});

	it('takes both sides of one mutation, and nothing for a side that is missing', async () => {
		const { differences } = await reconcile(
			[order()],
			[
				mutation('high', 20.1, 120.1),
				{ ...mutation('vat', 0, 21), debit: null },
				{ ledgerAccountId: 'debtors', debit: 121, invoiceNumber: 'W1001', date: '2026-11-05' },
			],
		);
		expect(differences).toEqual([]);
	});

	it('puts the VAT of OSS sales on the account that the settings name', async () => {
		const oss = order({
			...{ regime: 'oss', invoiceAmount: 119, vat: [] },
			customer: {
				...{ kind: 'consumer', name: 'N', email: '', phone: '', vatNumber: '' },
				chamberOfCommerceNumber: '',
				address: { contact: '', street: '', postcode: '', city: '', country: 'DE' },
			},
			lines: [
				{
					...{ role: 'product', description: 'Mug', ledgerAccountId: 'distance', amount: 100 },
					...{ percentage: 19, vatKind: 'none', reason: '' },
				},
				{
					...{ role: 'vat', description: 'VAT', ledgerAccountId: 'foreign', amount: 19 },
					...{ percentage: 19, vatKind: 'none', reason: '' },
				},
			],
		});
		const entry = [
			mutation('debtors', 119, 0),
			mutation('distance', 0, 100),
			mutation('foreign', 0, 19),
		];
		const { boxes, statements } = await reconcile([oss], entry);
		expect(boxes).toEqual([box('oss', 100, 19)]);
		const onCard = entry.map((row) => ({ ...row, relationId: 'CARD' }));
		const other = await reconcile(
			[oss],
			onCard,
			{},
			accounts,
			[],
			[[], [], [], [{ id: 'card', country: 'BE' }]],
		);
		expect(other.differences).toMatchObject([
			{ kind: 'wrongCard', orderNumber: '1001', invoiceNumber: 'W1001', box: 'oss' },
		]);
		expect(statements).toMatchObject([
			{ statement: 'oss', country: 'DE', percentage: 19, booksTurnover: 100, booksVat: 19 },
		]);
	});

	it('expects what needs attention and not what waits; items that are not documents are passed over', async () => {
		const without = (outcome: string, orderNumber: string) => ({
			...{ outcome, orderId: orderNumber, orderNumber, total: 12.1 },
			...{ code: 'STATUS_NOT_YET', message: 'Said' },
		});
		const { differences, summary } = await reconcile(
			[without('attention', '2'), without('wait', '3'), {}],
			[...booked, {}],
		);
		expect(differences).toMatchObject([
			{
				...{ kind: 'notBookable', orderNumber: '2', difference: -12.1 },
				found: 'STATUS_NOT_YET: Said',
			},
		]);
		// 100.00 of an order that is none of the shop's.
		expect(summary).toMatchObject({ documents: 1, otherTurnover: 100 });
	});

	it.each<[string, IDataObject, IDataObject[]]>([
		["The input 'Accounts' holds no ledger accounts", {}, [{}]],
		["'From' is not a day", { periodFrom: '1 October' }, accounts],
		["'Until' is not a day", { periodUntil: '31-12-2026' }, accounts],
		["The input 'Accounts' holds no ledger accounts", {}, [{ grootboekfunctie: 'Diversen' }]],
	])('%s', async (message, parameters, ledgerAccounts) => {
		const refused = reconcile([order()], booked, parameters, ledgerAccounts);
		await expect(refused).rejects.toMatchObject({ message, context: { code: 'RECONCILE_INPUT' } });
	});

	it.each<[string, IDataObject[], IDataObject[]]>([
		[
			"The input 'Mutations' holds SnelStart's own fields",
			[order()],
			[{ grootboek: { id: 'high' }, debet: 121, credit: 0, factuurNummer: 'W1001' }],
		],
		[
			"The input 'Mutations' holds no number in 'credit' of item 2",
			[order()],
			[booked[0]!, { ...booked[1]!, credit: '100.00' }],
		],
		[
			"The input 'Mutations' holds no number in 'debit' of item 1",
			[order()],
			[{ ...booked[0]!, debit: '121' }],
		],
		[
			"The input 'Documents' holds no number in 'total' of item 1",
			[order({}, { total: '121' })],
			booked,
		],
		[
			"The input 'Documents' holds an item that is no drafted order or refund: item 2",
			[order(), { id: 28, status: 'completed', total: '121.00' }],
			booked,
		],
		[
			"The input 'Documents' holds an item that is no drafted order or refund: item 1",
			[order({ invoiceAmount: '121' })],
			booked,
		],
	])('wrong input is an error, never a finding: %s', async (message, documents, mutations) => {
		await expect(reconcile(documents, mutations)).rejects.toMatchObject({
			message,
			context: { code: 'RECONCILE_INPUT' },
		});
	});

	it('a sales order is not in the ledger yet: it is no difference', async () => {
		const { differences, summary } = await reconcile([order({ document: 'salesOrder' })], []);
		expect(differences).toEqual([]);
		expect(summary).toMatchObject({ documents: 0 });
	});

	it('names what the shop did not give, and compares the rest', async () => {
		const unread = {
			...{ outcome: 'wait', orderKey: 'c/s/2/refund/66', orderNumber: '1002', total: null },
			...{ code: 'REFUND_NOT_READ', message: 'Said', originalOrderKey: 'c/s/2' },
		};
		const { differences, summary } = await reconcile([order(), unread], booked);
		expect(differences).toMatchObject([
			{ kind: 'notRead', orderNumber: '1002', found: 'REFUND_NOT_READ: Said', difference: 0 },
		]);
		expect(summary).toMatchObject({ documents: 2, agreed: 1 });
	});

	describe('what the shop says of payments', () => {
		const paid = order(
			{},
			{ money: { isTold: true, payments: [{ amount: 121, accountId: 'c' }] } },
		);
		const list = [...accounts, { id: 'c', function: 'Diversen', number: 1104 }];
		const settled = (account: string) => [
			...booked,
			mutation('debtors', 0, 121, { journalId: 'm', voucher: 'tr_1' }),
			mutation(account, 121, 0, { journalId: 'm', voucher: 'tr_1', invoiceNumber: null }),
		];
		const none = [{}];

		it('is held against the open items of SnelStart', async () => {
			const open = [{ invoiceNumber: 'W1001', openAmount: 121 }];
			const { differences } = await reconcile([paid], booked, {}, list, [], [[], [], open]);
			expect(differences).toMatchObject([
				{ kind: 'openItem', difference: 121, invoiceNumber: 'W1001' },
			]);
			expect((await reconcile([paid], booked, {}, list, [], [[], [], none])).differences).toEqual(
				[],
			);
			// Nobody read them.
			expect((await reconcile([paid], booked, {}, list)).differences).toEqual([]);
		});

		it('is held against the account that a payment moved, told by its number', async () => {
			const right = await reconcile([paid], settled('c'), {}, list, [], [[], [], none]);
			expect(right.differences).toEqual([]);
			const other = [...list, { id: 'o', function: 'Diversen', number: 1106 }];
			const wrong = await reconcile([paid], settled('o'), {}, other, [], [[], [], none]);
			expect(wrong.differences).toMatchObject([
				{
					kind: 'paymentAccount',
					found: 'The payment of € 121.00 on W1001 stands on 1106; the settings put it on 1104.',
				},
			]);
		});

		it.each([
			[[{ factuurnummer: 'W1001', openstaandSaldo: 121 }], "holds SnelStart's own fields"],
			[
				[{ invoiceNumber: 'W1001', openAmount: '121' }],
				"holds no number in 'openAmount' of item 1",
			],
		])('wrong open items are an error', async (open, message) => {
			await expect(reconcile([paid], booked, {}, list, [], [[], [], open])).rejects.toMatchObject({
				...{ message: `The input 'Open Items' ${message}`, context: { code: 'RECONCILE_INPUT' } },
			});
		});
	});

	it('knows by its booking record what the shop has no more', async () => {
		const record = {
			...{ documentKey: 'c/s/1', kind: 'order', document: 'salesEntry', number: 'W1001' },
			...{ documentDate: '2026-11-05', regime: 'domestic', charged: '{"21":[10000,2100]}' },
		};
		const { differences, boxes } = await reconcile([], booked, {}, accounts, [record]);
		expect(differences).toMatchObject([
			{
				...{ kind: 'deleted', orderNumber: '1', invoiceNumber: 'W1001', box: '1a' },
				...{ shopTotal: 0, booksTotal: 121, difference: 121 },
				code: 'WITHDRAWN_NOT_CREDITED',
			},
		]);
		expect(boxes).toEqual([box('1a', 100, 21)]);
	});
});

it('looks back over VAT periods that were filed', async () => {
	const changedOn = '2026-11-02T12:00:00.123';
	const of = { date: '2026-08-15T00:00:00', invoiceNumber: 'W900', changedOn };
	const late = [mutation('high', 0, 5000, of), mutation('vat', 0, 1050, of)];
	const filed = {
		...{ status: 'Geaccepteerd', period: 'Kwartaal', startDate: '2026-07-01' },
		...{ sentOn: '2026-10-28T09:00:00', payBefore: '2026-10-31' },
	};
	const open = { ...filed, status: 'NietVerzonden', startDate: '2026-04-01' };
	const { differences, summary } = await reconcile(
		[order()],
		booked,
		{},
		accounts,
		[],
		[late, [filed, open]],
	);
	expect(differences).toMatchObject([
		{ kind: 'afterFiling', code: 'BOOKED_AFTER_FILING', box: '1a', difference: 1050 },
	]);
	expect(summary).toMatchObject({ agreed: 1, differences: 1 });
	const elsewhere = { ...filed, status: 'GeaccepteerdExtern', sentOn: null };
	const known = await reconcile([order()], booked, {}, accounts, [], [late, [elsewhere]]);
	expect(known.differences).toHaveLength(1);
	await expect(
		reconcile([order()], booked, {}, accounts, [], [late, [{ id: 'x' }]]),
	).rejects.toMatchObject({ context: { code: 'RECONCILE_INPUT' } });
});

it('tells what each clearing account held and holds, and what a payout left there', async () => {
	const line = (description: string, debit: number, credit: number, more = {}) =>
		mutation('clearing', debit, credit, { description, invoiceNumber: null, ...more });
	const entry = { journalId: 'memorial', voucher: '1-W1001' };
	const { differences, statements, summary } = await reconcile(
		[order()],
		[...booked, mutation('debtors', 0, 121, entry), line('iDEAL 1001', 121, 0, entry)],
		{},
		[...accounts, { id: 'clearing', number: 1104, function: 'Diversen' }],
		[],
		[
			...[[], [], [], []],
			[
				{ id: 'clearing', result: 7.5 },
				line('iDEAL 1001', 121, 0, entry),
				line('Payment 1001', 0, 100),
			],
		],
	);
	expect(statements).toMatchObject([
		{ kind: 'clearing', invoiceNumber: '1104', shopTotal: 7.5, booksTotal: 28.5 },
	]);
	expect(statements[0]!.found).toContain(
		'€ 7.50 at first, € 121.00 of payments, € 100.00 taken off',
	);
	expect(differences).toMatchObject([
		{ kind: 'clearingAccount', code: 'CLEARING_DIFFERS', orderNumber: '1001', difference: 21 },
	]);
	expect(summary).toMatchObject({ differences: 1 });
	await expect(
		reconcile([order()], booked, {}, accounts, [], [[], [], [], [], [{ id: 'x' }]]),
	).rejects.toMatchObject({ context: { code: 'RECONCILE_INPUT' } });
});
