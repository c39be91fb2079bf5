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
		const early = sold('1', 'oss', german, both.draft!.lines as DraftLine[], '2026-09-30');
		expect(shown(booked('W1', { oss: 15000, foreignVat: 2250 }), [early])).toEqual([
			['DE', 19, [0, 0], [100, 19], [100, 19]],
			['DE', 7, [0, 0], [50, 3.5], [50, 3.5]],
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
