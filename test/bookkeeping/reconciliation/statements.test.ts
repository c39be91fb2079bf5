import type { DraftLine, EntryDraft } from '../../../bookkeeping/documents/draft';
import type { Mutation } from '../../../bookkeeping/reconciliation/books';
import { noNumbers } from '../../../bookkeeping/reconciliation/numbers';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import { reconcile, type ShopDocument } from '../../../bookkeeping/reconciliation/reconcile';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	debtors: { box: 'none', holds: 'receivable' },
	goods: { box: '3b', holds: 'turnover' },
	services: { box: '3b', holds: 'turnover', services: true },
	oss: { box: 'oss', holds: 'turnover' },
	foreignVat: { box: 'oss', holds: 'vat' },
	high: { box: '1a', holds: 'turnover' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const period = { from: '2026-10-01', until: '2026-12-31' };

const line = (
	ledgerAccountId: string,
	amount: number,
	percentage = 0,
	role: DraftLine['role'] = 'product',
): DraftLine => ({
	role,
	description: 'Mug',
	ledgerAccountId,
	amount,
	percentage,
	vatKind: 'none',
	reason: '',
});

function sold(
	number: string,
	regime: EntryDraft['regime'],
	customer: { country: string; vatNumber: string },
	lines: DraftLine[],
	invoiceDate = '2026-11-05',
): ShopDocument {
	const cents = lines.reduce((total, { amount }) => total + Math.round(amount * 100), 0);
	const { country, vatNumber } = customer;
	const address = { contact: '', street: '', postcode: '', city: '', country };
	const draft = {
		...{ document: cents < 0 ? 'creditNote' : 'salesEntry', orderKey: `c/s/${number}` },
		orderNumber: number,
		invoiceNumber: `W${number}`,
		invoiceDate,
		invoiceAmount: cents / 100,
		customer: { kind: vatNumber === '' ? 'consumer' : 'business', name: 'A', vatNumber, address },
		lines,
		vat: [],
		regime,
	} as unknown as EntryDraft;
	return { orderNumber: number, total: cents / 100, draft, code: '', message: '' };
}

/** Movements of one invoice, in cents; credit is positive. */
const booked = (
	invoiceNumber: string,
	amounts: Record<string, number>,
	date = '2026-11-05',
): Mutation[] =>
	Object.entries(amounts).map(([accountId, amount]) => ({
		invoiceNumber,
		accountId,
		date,
		amount,
		description: '',
	}));

const statements = (documents: ShopDocument[], mutations: Mutation[]) =>
	reconcile(documents, mutations, period, roleOf).statements;

const belgian = { country: 'BE', vatNumber: 'BE0123456749' };
const german = { country: 'DE', vatNumber: '' };

test('the ICP statement holds a line per customer, goods apart from services', () => {
	const documents = [
		sold('1', 'icp', belgian, [line('goods', 100), line('services', 30)]),
		sold('2', 'icp', belgian, [line('goods', 50.5)]),
		sold('3', 'icp', { country: 'FR', vatNumber: 'FR40303265045' }, [line('goods', 10)]),
		sold('4', 'icp', belgian, [line('goods', -50.5)]),
		sold('5', 'domestic', belgian, [line('high', 99)]),
	];
	const lines = statements(documents, [
		...booked('W1', { goods: 10000, services: 3000 }),
		...booked('W2', { goods: 5050 }),
		...booked('W4', { goods: -5050 }),
	]);
	expect(
		lines.map(({ statement, vatNumber, supply, shopTurnover, booksTurnover, invoiceNumbers }) => [
			statement,
			vatNumber,
			supply,
			shopTurnover,
			booksTurnover,
			invoiceNumbers,
		]),
	).toEqual([
		// 100.00 + 50.50 - 50.50
		['icp', 'BE0123456749', 'goods', 100, 100, ['W1', 'W2', 'W4']],
		['icp', 'BE0123456749', 'services', 30, 30, ['W1']],
		// not in the books
		['icp', 'FR40303265045', 'goods', 10, 0, ['W3']],
	]);
});

describe('the OSS return holds a line per country and rate', () => {
	const both = sold('1', 'oss', german, [
		line('oss', 100, 19),
		line('foreignVat', 19, 19, 'vat'),
		line('oss', 50, 7, 'shipping'),
		line('foreignVat', 3.5, 7, 'vat'),
	]);
	const shown = (mutations: Mutation[], documents = [both]) =>
		statements(documents, mutations).map((row) => [
			row.country,
			row.percentage,
			[row.shopTurnover, row.shopVat],
			[row.booksTurnover, row.booksVat],
			[row.turnoverDifference, row.vatDifference],
		]);

	it('agrees per rate where the books agree', () => {
		expect(shown(booked('W1', { oss: 15000, foreignVat: 2250 }))).toEqual([
			['DE', 19, [100, 19], [100, 19], [0, 0]],
			['DE', 7, [50, 3.5], [50, 3.5], [0, 0]],
		]);
	});

	it('shows a difference at the highest rate, since an account does not tell the rate', () => {
		expect(shown(booked('W1', { oss: 15000, foreignVat: 2249 }))).toEqual([
			['DE', 19, [100, 19], [100, 18.99], [0, -0.01]],
			['DE', 7, [50, 3.5], [50, 3.5], [0, 0]],
		]);
	});

	it('shows what is not in the books as nothing', () => {
		expect(shown([])).toEqual([
			['DE', 19, [100, 19], [0, 0], [-100, -19]],
			['DE', 7, [50, 3.5], [0, 0], [-50, -3.5]],
		]);
	});

	it('counts what was booked in another period in that period only', () => {
		expect(shown(booked('W1', { oss: 15000, foreignVat: 2250 }, '2027-01-02'))).toEqual([
			['DE', 19, [100, 19], [0, 0], [-100, -19]],
			['DE', 7, [50, 3.5], [0, 0], [-50, -3.5]],
		]);
		// A sale of September in the books of October: it corrects the return of the third quarter.
		const early = sold('1', 'oss', german, both.draft!.lines as DraftLine[], '2026-09-30');
		const late = booked('W1', { oss: 15000, foreignVat: 2250 });
		expect(shown(late, [early])).toEqual([['DE', 0, [0, 0], [150, 22.5], [150, 22.5]]]);
		expect(statements([early], late)).toMatchObject([{ correctionOf: '2026-Q3' }]);
	});

	it('takes what stands on accounts of another box for nothing at any rate', () => {
		expect(shown(booked('W1', { high: 17250 }))).toEqual([
			['DE', 19, [100, 19], [0, 0], [-100, -19]],
			['DE', 7, [50, 3.5], [0, 0], [-50, -3.5]],
		]);
	});
});

describe('corrections of earlier quarters (Directive 2006/112, art. 369g(4))', () => {
	const lines = (factor: number) => [
		line('oss', 100 * factor, 19),
		line('foreignVat', 19 * factor, 19, 'vat'),
		line('oss', 50 * factor, 7),
		line('foreignVat', 3.5 * factor, 7, 'vat'),
	];
	const sale = (date: string) => sold('1', 'oss', german, lines(1), date);
	const credit = () => {
		const made = sold('2', 'oss', german, lines(-1));
		const original = { originalOrderKey: 'c/s/1', originalInvoiceNumber: 'W1' };
		return { ...made, draft: { ...made.draft!, ...original } as EntryDraft };
	};
	const inBooks = (date: string) => [
		...booked('W1', { oss: 15000, foreignVat: 2250 }, date),
		...booked('W2', { oss: -15000, foreignVat: -2250 }),
	];
	const shown = (rows: ReturnType<typeof statements>) =>
		rows.map(({ country, percentage, correctionOf, shopTurnover, shopVat, vatDifference }) => [
			...[country, percentage, correctionOf, shopTurnover, shopVat, vatDifference],
		]);

	test('stand apart, by country and quarter, never as negative sales of today', () => {
		const today = sold('3', 'oss', german, [
			line('oss', 10, 19),
			line('foreignVat', 1.9, 19, 'vat'),
		]);
		const documents = [sale('2026-09-30'), credit(), today];
		const books = [...inBooks('2026-09-30'), ...booked('W3', { oss: 1000, foreignVat: 190 })];
		expect(shown(statements(documents, books))).toEqual([
			['DE', 0, '2026-Q3', -150, -22.5, 0],
			['DE', 19, '', 10, 1.9, 0],
		]);
	});

	test('what was sold in the same quarter is taken off', () => {
		expect(shown(statements([sale('2026-10-01'), credit()], inBooks('2026-10-01')))).toEqual([
			['DE', 19, '', 0, 0, 0],
			['DE', 7, '', 0, 0, 0],
		]);
	});

	test('the quarter comes from the booking record or the books where the shop tells no sale', () => {
		const ofRecord = readRecords([
			{ documentKey: 'c/s/1', document: 'salesEntry', number: 'W1', documentDate: '2025-12-31' },
		]);
		const none = { numbers: noNumbers };
		const rows = reconcile([credit()], inBooks('2026-04-01'), period, roleOf, {
			...{ ...none, records: ofRecord },
		}).statements;
		expect(shown(rows)).toEqual([['DE', 0, '2025-Q4', -150, -22.5, 0]]);
		expect(shown(statements([credit()], inBooks('2026-04-01')))).toEqual([
			['DE', 0, '2026-Q2', -150, -22.5, 0],
		]);
		expect(shown(statements([credit()], inBooks('2026-04-01').slice(2)))).toEqual([
			['DE', 0, '?', -150, -22.5, 0],
		]);
	});

	test('a credit note on a card alone has the country of delivery', () => {
		const made = credit();
		const customer = { kind: 'fixedDebtor', relationId: 'x' };
		const draft = { ...made.draft, customer, deliveryCountry: 'AT' } as EntryDraft;
		expect(shown(statements([{ ...made, draft }], inBooks('2026-04-01')))[0]![0]).toBe('AT');
	});
});

describe('what undid or replaced a booking, in the quarter of its own day', () => {
	const third = { from: '2026-07-01', until: '2026-09-30' };
	const isOf = { client: 'c', shop: 's' };
	const charged = (factor: number) =>
		JSON.stringify({
			'19': [10000 * factor, 1900 * factor],
			'7': [5000 * factor, 350 * factor],
		});
	const german1 = (date: string) =>
		sold(
			'1',
			'oss',
			german,
			[
				...[line('oss', 100, 19), line('foreignVat', 19, 19, 'vat')],
				...[line('oss', 50, 7), line('foreignVat', 3.5, 7, 'vat')],
			],
			date,
		);
	const of = { oss: 15000, foreignVat: 2250 };
	const back = { oss: -15000, foreignVat: -2250 };
	const compared = (
		documents: ShopDocument[],
		mutations: Mutation[],
		records: object[],
		when = period,
	) =>
		reconcile(documents, mutations, when, roleOf, {
			records: readRecords(records.map((one) => ({ ...isOf, ...one })) as never),
		});
	/** Country, rate, quarter; turnover and VAT of the shop, and of the books. */
	const lines = (result: ReturnType<typeof compared>) =>
		result.statements.map((row) => [
			...[row.country, row.percentage, row.correctionOf],
			...[row.shopTurnover, row.shopVat, row.booksTurnover, row.booksVat],
		]);

	describe('a day total of the third quarter, undone on the first open day of the fourth', () => {
		const total = 'WDAG-2026-09-30-DE';
		const key = `c/s/total/${total}`;
		const credit = `C${total}-U`;
		const records = [
			{
				...{ documentKey: key, kind: 'total', document: 'salesEntry', number: total },
				...{ documentDate: '2026-09-30', regime: 'oss', deliveryCountry: 'DE' },
				charged: charged(1),
			},
			{
				...{ documentKey: `${key}/credit/1`, parentKey: key, kind: 'total' },
				...{ document: 'creditNote', number: credit, documentDate: '2026-10-01' },
				...{ regime: 'oss', deliveryCountry: 'DE', charged: charged(-1) },
			},
		];
		const undone = [...booked(total, of, '2026-09-30'), ...booked(credit, back, '2026-10-01')];
		const again = booked('W1', of, '2026-10-01');
		const sale = german1('2026-09-30');

		test('corrects the third quarter, and its orders as they are booked again do', () => {
			const taken = compared([sale], undone, records);
			expect(lines(taken)).toEqual([['DE', 0, '2026-Q3', 0, 0, -150, -22.5]]);
			expect(taken.statements[0]!.invoiceNumbers).toEqual([credit]);
			// The books of the quarter are 150.00 and 22.50 less.
			expect(taken.boxes).toMatchObject([{ box: 'oss', booksTurnover: -150, booksVat: -22.5 }]);
			expect(taken.otherTurnover).toBe(0);
			expect(lines(compared([sale], [...undone, ...again], records))).toEqual([
				['DE', 0, '2026-Q3', 0, 0, 0, 0],
			]);
		});

		test('counts as the books hold it where its record does not say what was charged', () => {
			const silent = records.map((one) => ({ ...one, charged: '' }));
			const taken = compared([sale], undone, silent);
			expect(lines(taken)).toEqual([['DE', 0, '2026-Q3', 0, 0, -150, -22.5]]);
		});

		test('stands in the third as it was booked, at its rates, against the orders of the shop', () => {
			const result = compared([sale], [...undone, ...again], records, third);
			expect(lines(result)).toEqual([
				['DE', 19, '', 100, 19, 100, 19],
				['DE', 7, '', 50, 3.5, 50, 3.5],
			]);
			expect(result.boxes).toMatchObject([{ turnoverDifference: 0, vatDifference: 0 }]);
		});

		test('is known by its number where it is older than what was read', () => {
			const result = compared([], undone.slice(2), records.slice(1));
			expect(lines(result)).toEqual([['DE', 0, '2026-Q3', 0, 0, -150, -22.5]]);
			expect(result.differences).toEqual([]);
		});

		test('of one quarter is in no line', () => {
			const inOne = [...booked(total, of, '2026-10-02'), ...booked(credit, back, '2026-10-02')];
			expect(compared([], inOne, records)).toMatchObject({ statements: [], boxes: [] });
		});
	});

	describe('an order of the third quarter, undone on the first open day of the fourth', () => {
		const record = (number: string, more: object) => ({
			...{ documentKey: 'c/s/1', kind: 'order', document: 'salesEntry', number },
			...{ documentDate: '2026-10-01', regime: 'oss', deliveryCountry: 'DE', ...more },
		});
		const credit = (more: object) => ({
			...{ documentKey: 'c/s/1/credit/1', parentKey: 'c/s/1', kind: 'refund' },
			...{ document: 'creditNote', number: 'CW1', documentDate: '2026-10-01', ...more },
		});
		const german2 = credit({ regime: 'oss', deliveryCountry: 'DE', charged: charged(-1) });
		const w1 = booked('W1', of, '2026-09-30');

		test('corrects that quarter twice: what was taken back, and what was booked instead', () => {
			const books = [...w1, ...booked('CW1', back, '2026-10-01')];
			expect(lines(compared([german1('2026-09-30')], books, [german2]))).toEqual([
				['DE', 0, '2026-Q3', 0, 0, -150, -22.5],
			]);
			const again = [...books, ...booked('W1-2', of, '2026-10-01')];
			const records = [german2, record('W1-2', {})];
			const result = compared([german1('2026-09-30')], again, records);
			expect(lines(result)).toEqual([['DE', 0, '2026-Q3', 0, 0, 0, 0]]);
			expect(result.statements[0]!.invoiceNumbers).toEqual(['W1-2', 'CW1']);
		});

		test('was Austrian by mistake: each country has its own correction', () => {
			const austrian = credit({
				...{ regime: 'oss', deliveryCountry: 'AT' },
				charged: '{"20":[-14375,-2875]}',
			});
			const books = [
				...booked('W1', { oss: 14375, foreignVat: 2875 }, '2026-09-30'),
				...booked('CW1', { oss: -14375, foreignVat: -2875 }, '2026-10-01'),
				...booked('W1-2', of, '2026-10-01'),
			];
			const all = (when: typeof period) =>
				lines(compared([german1('2026-09-30')], books, [austrian, record('W1-2', {})], when)).map(
					([country, rate, quarter, , , turnover, vat]) => [country, rate, quarter, turnover, vat],
				);
			expect(all(period)).toEqual([
				['AT', 0, '2026-Q3', -143.75, -28.75],
				['DE', 0, '2026-Q3', 150, 22.5],
			]);
			expect(all(third)).toEqual([['AT', 20, '', 143.75, 28.75]]);
		});

		test('was domestic by mistake, undone and booked again within the quarter: OSS as it is now', () => {
			const books = [
				...booked('W1', { high: 17250 }),
				...booked('CW1', { high: -17250 }),
				...booked('W1-2', of),
			];
			const records = [credit({ regime: 'domestic' }), record('W1-2', {})];
			const result = compared([german1('2026-11-05')], books, records);
			expect(lines(result)).toEqual([
				['DE', 19, '', 100, 19, 100, 19],
				['DE', 7, '', 50, 3.5, 50, 3.5],
			]);
			expect(result.differences).toEqual([]);
		});
	});

	test('the credit note of an order that was cancelled a quarter later corrects the earlier one', () => {
		const cancelled = { ...german1('2026-09-30'), withdrawn: 'cancelled' as const, asSold: true };
		const credit = {
			...{ documentKey: 'c/s/1/credit/1', parentKey: 'c/s/1', kind: 'refund' },
			...{ document: 'creditNote', number: 'CW1', documentDate: '2026-10-05' },
		};
		const books = [...booked('W1', of, '2026-09-30'), ...booked('CW1', back, '2026-10-05')];
		expect(lines(compared([cancelled], books, [credit]))).toEqual([
			['DE', 0, '2026-Q3', -150, -22.5, -150, -22.5],
		]);
	});
});

test('an undone ICP sale is in the statement of the month in which it was taken back', () => {
	const sale = sold('1', 'icp', belgian, [line('goods', 100)], '2026-09-30');
	const books = [
		...booked('W1', { goods: 10000 }, '2026-09-30'),
		...booked('CW1', { goods: -10000 }, '2026-10-01'),
	];
	const records = readRecords([
		{
			...{ documentKey: 'c/s/1/credit/1', parentKey: 'c/s/1', document: 'creditNote' },
			...{ number: 'CW1', documentDate: '2026-10-01', regime: 'icp' },
		},
	] as never);
	expect(reconcile([sale], books, period, roleOf, { records }).statements).toMatchObject([
		{ statement: 'icp', vatNumber: 'BE0123456749', booksTurnover: -100, invoiceNumbers: ['CW1'] },
	]);
});

test('the ICP statement has the country of the VAT number: EL for Greece', () => {
	const greek = sold('1', 'icp', { country: 'GR', vatNumber: 'EL094259216' }, [line('goods', 10)]);
	const odd = sold('2', 'icp', { country: 'GR', vatNumber: '094259216' }, [line('goods', 5)]);
	const made = sold('3', 'icp', belgian, [line('goods', -10)]);
	const customer = { kind: 'fixedDebtor', relationId: 'x' };
	const ofSale = { customer, originalOrderKey: 'c/s/1', originalInvoiceNumber: 'W1' };
	const back = { ...made, draft: { ...made.draft!, ...ofSale } as EntryDraft };
	const lines = statements([greek, odd, back], []);
	expect(
		lines.map(({ country, vatNumber, shopTurnover }) => [country, vatNumber, shopTurnover]),
	).toEqual([
		['EL', '094259216', 5],
		['EL', 'EL094259216', 0],
	]);
});
