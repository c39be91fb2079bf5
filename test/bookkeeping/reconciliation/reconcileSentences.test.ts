import { retell } from '../../../bookkeeping/codes/register';
import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import type { Difference } from '../../../bookkeeping/reconciliation/differences';
import { reconcile, type ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	high: { box: '1a', holds: 'turnover' },
	other: { box: '1a', holds: 'turnover' },
	low: { box: '1b', holds: 'turnover' },
	rounding: { box: 'none', holds: 'other' },
	vatHigh: { box: '1a', holds: 'vat' },
	vatHigh2: { box: '1a', holds: 'vat' },
	vatLow: { box: '1b', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const period = { from: '2026-10-01', until: '2026-12-31' };

/** An order of € 121.00: 100.00 at 21 %. */
function order(changes: Partial<EntryDraft> = {}): ShopDocument {
	const draft = {
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
				...{ vatKind: 'high', reason: '' },
			},
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: 21 }],
		regime: 'domestic',
		regimeReason: '',
		notes: [],
		...changes,
	} as EntryDraft;
	return {
		orderNumber: draft.orderNumber,
		total: draft.invoiceAmount,
		draft,
		code: '',
		message: '',
	};
}

/** Movements under a number, in cents; credit is positive. What customers owe is added. */
function booked(
	invoiceNumber: string,
	amounts: Record<string, number> = { high: 10_000, vatHigh: 2100 },
	date = '2026-11-05',
	text = invoiceNumber,
): Mutation[] {
	const total = Object.values(amounts).reduce((a, b) => a + b, 0);
	return Object.entries({ ...amounts, debtors: -total }).map(([accountId, amount]) => ({
		...{ invoiceNumber, accountId, date, amount },
		description: accountId === 'debtors' ? text : 'Mug',
	}));
}

/** A difference as a reader has it; code and facts say the same in both languages. */
type Said = Omit<Difference, 'code' | 'facts' | 'box'>;

const run = (documents: ShopDocument[], mutations: Mutation[]) => {
	const { differences, ...result } = reconcile(documents, mutations, period, roleOf);
	const said = differences.map(({ code, facts, ...rest }): Said => {
		const row: Said & { box?: string } = { ...rest };
		delete row.box;
		const { message, cause } = retell(code, facts, 'en') ?? {};
		if (facts !== '') expect([message, cause]).toEqual([row.found, row.likelyCause]);
		const isTold = facts !== '' || code === 'BOOKED_ACCOUNT_DIFFERS';
		expect(retell(code, facts, 'nl') !== undefined).toBe(isTold);
		return row;
	});
	return { ...result, differences: said };
};
const known = { orderNumber: '1001', invoiceNumber: 'W1001', shopTotal: 121 };

describe('each difference with what was found, the likely cause and how to mend it', () => {
	test.each<[string, Mutation[], Said[]]>([
		[
			'nothing in the books',
			[],
			[
				{
					...known,
					...{ kind: 'missing', booksTotal: 0, difference: -121 },
					found: 'The books hold nothing under W1001.',
					likelyCause: 'The order was not offered, or its booking was deleted in SnelStart.',
					tip: 'Look the order up on the dashboard and press Process. An order that stands there as booked has lost its entry in SnelStart: whoever keeps n8n takes its row out of the table WebshopOrders first.',
				},
			],
		],
		[
			'under another number',
			booked('2026-77', undefined, undefined, 'Order 1001'),
			[
				{
					...known,
					...{ kind: 'missing', booksTotal: 0, difference: -121 },
					found: 'The books hold nothing under W1001, but the same amount under 2026-77.',
					likelyCause: 'It was booked by hand, or with another number prefix.',
					tip: 'Leave it as it is, and set the row of the order to nothingToBook.',
				},
			],
		],
		[
			'twice under its own number',
			booked('W1001', { high: 20_000, vatHigh: 4200 }),
			[
				{
					...known,
					...{ kind: 'bookedTwice', booksTotal: 242, difference: 121 },
					found: 'The books hold twice the amount under W1001.',
					likelyCause: 'It was booked by hand or by another link as well.',
					tip: 'Reverse the surplus entry in SnelStart.',
				},
			],
		],
		[
			'under another number too',
			[...booked('W1001'), ...booked('SHOP1001')],
			[
				{
					...known,
					...{ kind: 'bookedTwice', booksTotal: 242, difference: 121 },
					found: 'The same amount stands under SHOP1001 too.',
					likelyCause: 'It was booked by hand or by another link as well.',
					tip: 'Reverse the surplus entry in SnelStart.',
				},
			],
		],
		[
			'two cents off: rounding (D-J040)',
			booked('W1001', { high: 10_000, vatHigh: 2102 }),
			[
				{
					...known,
					...{ kind: 'centDifference', booksTotal: 121.02, difference: 0.02 },
					found: 'The shop says € 121.00, the books € 121.02.',
					likelyCause: 'It was rounded in another way, by hand or by another link.',
					tip: 'Correct the entry in SnelStart.',
				},
			],
		],
		[
			'three cents off',
			booked('W1001', { high: 9997, vatHigh: 2100 }),
			[
				{
					...known,
					...{ kind: 'wrongAmount', booksTotal: 120.97, difference: -0.03 },
					found: 'The shop says € 121.00, the books € 120.97.',
					likelyCause:
						'The order was changed in the shop after it was booked, or the booking was changed.',
					tip: 'Credit the entry and book the order again, or correct the entry in SnelStart.',
				},
			],
		],
		[
			'at another rate',
			booked('W1001', { low: 11_101, vatLow: 999 }),
			[
				{
					...known,
					...{ kind: 'wrongRate', booksTotal: 121, difference: 0 },
					found: 'By box the shop has 1a 100.00+21.00, the books 1b 111.01+9.99.',
					likelyCause:
						'The VAT mapping was different when the order was booked, or the entry was changed.',
					tip: "Correct the VAT of the entry in SnelStart, and check 'VAT Mapping' in the client settings.",
				},
			],
		],
		[
			'turnover and VAT confused within a box',
			booked('W1001', { high: 9990, vatHigh: 2110 }),
			[
				expect.objectContaining({
					kind: 'wrongRate',
					found: 'By box the shop has 1a 100.00+21.00, the books 1a 99.90+21.10.',
				}),
			],
		],
		[
			'on another account',
			booked('W1001', { other: 10_000, vatHigh: 2100 }),
			[
				{
					...known,
					...{ kind: 'wrongAccount', booksTotal: 121, difference: 0 },
					found:
						'Amounts and VAT are right, but stand on other ledger accounts than the settings say now.',
					likelyCause: 'The settings were changed after it was booked.',
					tip: 'Nothing has to be done for the VAT return.',
				},
			],
		],
		[
			'on another account for VAT, which is the choice of SnelStart',
			booked('W1001', { high: 10_000, vatHigh2: 2100 }),
			[],
		],
		[
			'in another period',
			booked('W1001', undefined, '2027-01-01'),
			[
				{
					...known,
					...{ kind: 'wrongPeriod', booksTotal: 121, difference: 0 },
					found: 'The order is of 2026-11-05, the books have it on 2027-01-01.',
					likelyCause:
						'The date was changed in SnelStart, or the zone of the shop is not set right.',
					tip: "Correct the date of the entry, or the 'Time Zone' of the shop in the client settings.",
				},
			],
		],
		[
			'in two other periods and at the day itself',
			[
				...booked('W1001', { high: 4000 }, '2027-01-01'),
				...booked('W1001', { high: 6000 }, '2026-09-30'),
				...booked('W1001', { vatHigh: 2100 }, '2026-11-05'),
			],
			[
				expect.objectContaining({
					kind: 'wrongPeriod',
					found: 'The order is of 2026-11-05, the books have it on 2026-09-30 and 2027-01-01.',
				}),
			],
		],
		['on another day of the period', booked('W1001', undefined, '2026-12-31'), []],
	])('%s', (_, mutations, differences) => {
		expect(run([order()], mutations).differences).toEqual(differences);
	});

	test('an order that could not be booked', () => {
		const document = {
			orderNumber: '1001',
			total: 121.5,
			code: 'NO_VAT_MAPPING',
			message: 'No row.',
		};
		const said: Said = {
			...{ kind: 'notBookable', orderNumber: '1001', invoiceNumber: '', shopTotal: 121.5 },
			...{ booksTotal: 0, difference: -121.5, found: 'NO_VAT_MAPPING: No row.' },
			likelyCause: 'The order needs attention.',
			tip: 'Follow the tip at the order on the dashboard.',
		};
		expect(run([document], [])).toMatchObject({ differences: [said], documents: 1, agreed: 0 });
		expect(run([{ ...document, total: null }], []).differences).toEqual([
			{ ...said, shopTotal: null, difference: 0 },
		]);
		expect(run([{ ...document, code: '' }], [])).toMatchObject({ differences: [], documents: 0 });
	});

	test('a free order is not booked twice by nothing', () => {
		const free = order({ invoiceAmount: 0, lines: [], vat: [] });
		expect(run([free], booked('W1001', { high: 100, other: -100 })).differences).toEqual([
			expect.objectContaining({ kind: 'wrongAccount' }),
		]);
	});
});

describe('the same amount under another number', () => {
	const twinOf = (
		invoiceNumber: string,
		text: string,
		draft: Partial<EntryDraft> = {},
		cents = 10_000,
	) =>
		run([order(draft)], booked(invoiceNumber, { high: cents, vatHigh: 2100 }, '2026-11-05', text))
			.differences[0]!.found;
	const found = (number: string) =>
		`The books hold nothing under W1001, but the same amount under ${number}.`;

	test.each([
		['77', '1001'],
		['77', 'order W1001, paid'],
		['SHOP-1001', 'x'],
		['WS1001', 'x'],
	])('%s with the text "%s" is the order', (number, text) => {
		expect(twinOf(number, text)).toBe(found(number));
	});

	test.each([
		['77', '10011'],
		['77', '21001'],
		['77', '1001a'],
		['77', 'x'],
	])('%s with the text "%s" is another one', (number, text) => {
		expect(twinOf(number, text)).toBe('The books hold nothing under W1001.');
	});

	test('nor is another amount, nor anything of an order without a number', () => {
		expect(twinOf('77', '1001', {}, 10_001)).toBe('The books hold nothing under W1001.');
		expect(twinOf('77', '', { orderNumber: '' })).toBe('The books hold nothing under W1001.');
	});
});

describe('what counts', () => {
	test('documents of the period, and those booked in it', () => {
		const september = order({ invoiceDate: '2026-09-30' });
		expect(run([september], booked('W1001', undefined, '2026-09-30'))).toMatchObject({
			...{ documents: 0, agreed: 0, differences: [], boxes: [] },
		});
		expect(run([september], booked('W1001', undefined, '2026-10-01'))).toMatchObject({
			...{ documents: 1, agreed: 0, differences: [{ kind: 'wrongPeriod' }] },
			boxes: [
				{
					...{ box: '1a', shopTurnover: 0, shopVat: 0, booksTurnover: 100, booksVat: 21 },
					...{ turnoverDifference: 100, vatDifference: 21 },
				},
			],
		});
		for (const invoiceDate of ['2026-10-01', '2026-12-31']) {
			const one = order({ invoiceDate });
			expect(run([one], booked('W1001', undefined, invoiceDate))).toMatchObject({
				documents: 1,
				agreed: 1,
			});
		}
	});

	test('turnover under other numbers, in the period, without VAT, and not that of a twin', () => {
		const mutations = [
			...booked('77', { high: 700, vatHigh: 147, rounding: 1 }),
			...booked('78', { low: 300 }, '2027-01-01'),
			...booked('SHOP-1001'),
			...booked('', { high: 50 }),
		];
		// 7.00 of number 77, and the 0.50 that carries no number.
		expect(run([order()], mutations).otherTurnover).toBe(7.5);
	});

	test('boxes of either side, in the order of the VAT return', () => {
		const low = order({
			...{ orderNumber: '1002', invoiceNumber: 'W1002', invoiceAmount: 54.5 },
			lines: [
				{
					...{ role: 'product', description: 'Tea', ledgerAccountId: 'low', amount: 50 },
					...{ vatKind: 'low', reason: '' },
				},
			],
			vat: [{ vatKind: 'low', percentage: 9, amount: 4.5 }],
		});
		const { boxes, agreed } = run([low, order()], [...booked('W1001')]);
		expect(boxes).toEqual([
			{
				...{ box: '1a', shopTurnover: 100, shopVat: 21, booksTurnover: 100, booksVat: 21 },
				...{ turnoverDifference: 0, vatDifference: 0 },
			},
			{
				...{ box: '1b', shopTurnover: 50, shopVat: 4.5, booksTurnover: 0, booksVat: 0 },
				...{ turnoverDifference: -50, vatDifference: -4.5 },
			},
		]);
		expect(agreed).toBe(1);
	});

	test('a number that only settles what a customer owes is not an invoice', () => {
		const payment: Mutation[] = [
			{
				invoiceNumber: 'W1001',
				accountId: 'debtors',
				date: '2026-11-05',
				amount: 12_100,
				description: '',
			},
		];
		expect(run([order()], payment).differences).toMatchObject([{ kind: 'missing' }]);
	});
});
