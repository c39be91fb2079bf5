import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import {
	moneyDifferences,
	type MoneyKnown,
	type OrderInBooks,
} from '../../../bookkeeping/reconciliation/moneyDifferences';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roleOf = (id: string): AccountRole => ({
	...{ box: 'none', holds: id === 'debtors' ? 'receivable' : 'other' },
});
const entry = (invoiceNumber: string, total: number) => ({
	...{ invoiceNumber, total, dates: ['2026-11-05'], description: '', perAccount: new Map() },
});
const lines = (account: string, amount: number) =>
	[{ lines: [{ ledgerAccountId: account, amount }] }] as unknown as EntryDraft[];

/** An order of 121.00, paid in full. */
const order = (changes: Partial<OrderInBooks> = {}): OrderInBooks => ({
	...{ orderNumber: '1', invoiceNumber: 'W1', drafts: [], entries: [entry('W1', 12_100)] },
	money: { isTold: true, payments: [{ amount: 121, accountId: 'clearing' }] },
	...changes,
});
const row = (accountId: string, amount: number, invoiceNumber = '', about = 'm1') => ({
	...{ entry: about, accountId, amount, invoiceNumber, date: '2026-11-05', description: '' },
});
const payment = (account = 'clearing') => [row('debtors', 12_100, 'W1'), row(account, -12_100)];
const known = (changes: Partial<MoneyKnown> = {}): MoneyKnown => ({
	...{ besides: ['costs'], openItems: new Map(), nameOf: (id: string) => `account ${id}` },
	...changes,
});
const found = (one = order(), mutations = payment(), about = known()) =>
	moneyDifferences([one], mutations, roleOf, about).map(
		({ kind, shopTotal, booksTotal, difference, found: said }) => [
			...[kind, shopTotal, booksTotal, difference, said],
		],
	);

test('a paid order that is settled on the account of its method agrees', () => {
	expect(found()).toEqual([]);
});

describe('open items', () => {
	const open = (amount: number) => known({ openItems: new Map([['W1', amount]]) });
	const unpaid = order({ money: { isTold: true, payments: [] } });

	test('open in the books and paid in the shop', () => {
		expect(found(order(), [], open(12_100))).toEqual([
			[
				...['openItem', 0, 121, 121],
				'€ 121.00 of W1 is open in SnelStart; the shop says that € 0.00 is unpaid.',
			],
		]);
	});
	test('settled in the books and unpaid in the shop', () => {
		expect(found(unpaid, [])).toMatchObject([['openItem', 121, 0, -121, expect.any(String)]]);
		expect(found(unpaid, [], open(12_100))).toEqual([]);
	});
	test('sale, credit notes and payments count together', () => {
		const refunded = order({ entries: [entry('W1', 12_100), entry('CW66', -2000)] });
		const items = new Map([['CW66', -2000]]);
		expect(found(refunded, [], known({ openItems: items }))).toEqual([]);
		expect(found(refunded, [])).toMatchObject([['openItem', -20, 0, 20, expect.any(String)]]);
	});
	test('are not compared when nobody read them, nor where payments are booked elsewhere', () => {
		expect(found(unpaid, [], known({ openItems: undefined } as never))).toEqual([]);
		expect(found(order({ money: { isTold: false, payments: [] } }), [])).toEqual([]);
		expect(found(order({ entries: [] }), [], open(5))).toEqual([]);
	});
});

describe('the open item of a day total', () => {
	const other = order({ orderNumber: '2', invoiceNumber: 'W2', entries: [entry('W2', 500)] });
	const paid = {
		...other,
		money: { isTold: true, payments: [{ amount: 5, accountId: 'clearing' }] },
	};
	const totalOf = new Map([
		['W1', 'WDAG-1'],
		['W2', 'WDAG-1'],
	]);
	const ofTotal = (open: Array<[string, number]>, orders = [order(), paid]) =>
		moneyDifferences(orders, [], roleOf, known({ openItems: new Map(open), totalOf })).map(
			({ kind, orderNumber, invoiceNumber, difference }) => [
				...[kind, orderNumber, invoiceNumber, difference],
			],
		);

	test('is that of all its orders together', () => {
		expect(ofTotal([])).toEqual([]);
		expect(ofTotal([['WDAG-1', 500]])).toEqual([['openItem', '', 'WDAG-1', 5]]);
		const unpaid = { ...paid, money: { isTold: true, payments: [] } };
		expect(ofTotal([['WDAG-1', 500]], [order(), unpaid])).toEqual([]);
		expect(ofTotal([], [order(), unpaid])).toEqual([['openItem', '', 'WDAG-1', -5]]);
	});
	test('credit notes of its orders have items of their own', () => {
		const credited = { ...paid, entries: [entry('W2', 500), entry('CW9', -500)] };
		expect(ofTotal([['CW9', -500]], [order(), credited])).toEqual([]);
	});
	test('is not judged when one of its orders is not', () => {
		expect(ofTotal([['WDAG-1', 500]], [order()])).toEqual([]);
		const untold = { ...paid, money: { isTold: false, payments: [] } };
		expect(ofTotal([['WDAG-1', 500]], [order(), untold])).toEqual([]);
	});
});

describe('the open item of a negative total', () => {
	const totalOf = new Map([
		['W1', 'WDAG-1'],
		['CW9', 'CWDAG-2'],
	]);
	const sold = { amount: 121, invoiceNumber: 'W1', accountId: 'clearing' };
	const back = { amount: -20, invoiceNumber: 'CW9', accountId: 'clearing' };
	const refunded = (payments: object[]) =>
		order({
			entries: [entry('W1', 12_100), entry('CW9', -2000)],
			money: { isTold: true, payments: payments as never },
		});
	const open = (items: Array<[string, number]>, orders: OrderInBooks[], totals = totalOf) =>
		moneyDifferences(orders, [], roleOf, known({ openItems: new Map(items), totalOf: totals })).map(
			({ invoiceNumber, shopTotal, booksTotal }) => [invoiceNumber, shopTotal, booksTotal],
		);

	test('is that of its refunds, and the one of the sale is its own', () => {
		expect(open([], [refunded([sold, back])])).toEqual([]);
		// The money went back by the shop, and nobody booked it.
		expect(open([['CWDAG-2', -2000]], [refunded([sold, back])])).toEqual([['CWDAG-2', 0, -20]]);
		// It did not go back yet: the refund is open, and the sale is not.
		expect(open([['CWDAG-2', -2000]], [refunded([sold])])).toEqual([]);
		expect(open([], [refunded([sold])])).toEqual([['CWDAG-2', -20, 0]]);
		expect(open([['WDAG-1', 500]], [refunded([sold, back])])).toEqual([['WDAG-1', 0, 5]]);
	});
	test('is not judged when the order of one of its refunds is not', () => {
		const more = new Map([...totalOf, ['CW10', 'CWDAG-2']]);
		expect(open([['CWDAG-2', -2000]], [refunded([sold, back])], more)).toEqual([]);
	});
});

describe('the account of a payment', () => {
	test('another one than the settings say', () => {
		expect(found(order(), payment('other'))).toEqual([
			[
				...['paymentAccount', 121, 121, 0],
				'The payment of € 121.00 on W1 stands on account other; the settings put it on account clearing.',
			],
		]);
	});
	test('costs beside it are no fault, and alone they are no payment', () => {
		const withCosts = [...payment(), row('costs', 30), row('clearing', -30)];
		expect(found(order(), withCosts)).toEqual([]);
		expect(found(order(), payment('costs'))).toEqual([]);
	});
	test('an entry that settles other orders too is a payout, and is not judged', () => {
		expect(found(order(), [...payment('bank'), row('debtors', 500, 'W2')])).toEqual([]);
	});
	test('nothing is known of the account of a bank journal', () => {
		const bank = { isTold: true, payments: [{ amount: 121, accountId: '' }] };
		expect(found(order({ money: bank }), payment('bank'))).toEqual([]);
	});
});

describe('gift cards of orders in a day total', () => {
	const totalOf = new Map([
		['W1', 'WDAG-1'],
		['W2', 'WDAG-1'],
	]);
	const about = known({ giftCardAccountId: 'cards', totalOf });
	const seller = order({ drafts: lines('cards', 25) });
	const spender = order({
		...{ orderNumber: '2', invoiceNumber: 'W2', entries: [entry('W2', 500)] },
		money: { isTold: true, payments: [{ amount: 5, accountId: 'cards' }] },
	});
	const paidTotal = [
		row('debtors', 12_600, 'WDAG-1'),
		...[row('clearing', -12_100), row('cards', -500)],
	];
	const ofTotal = (orders: OrderInBooks[], mutations: ReturnType<typeof payment>) =>
		moneyDifferences(orders, mutations, roleOf, about).map(
			({ kind, invoiceNumber, difference }) => [...[kind, invoiceNumber, difference]],
		);
	const sold = row('cards', 2500, 'WDAG-1', 'sale');

	test('are those of all its orders: they stand under its number', () => {
		expect(ofTotal([seller, spender], [...paidTotal, sold])).toEqual([]);
		expect(ofTotal([seller, spender], paidTotal)).toEqual([['giftCards', 'WDAG-1', -25]]);
	});
	test('are not judged where a refund stands in a total that others share', () => {
		const refunded = { ...seller, entries: [...seller.entries, entry('CW9', -500)] };
		const shared = { ...about, totalOf: new Map([...totalOf, ['CW9', 'CWDAG-2']]) };
		expect(
			moneyDifferences([refunded, spender], paidTotal, roleOf, {
				...shared,
				openItems: new Map([['CWDAG-2', -500]]),
			}).map(({ kind }) => kind),
		).toEqual([]);
	});
});

describe('gift cards of one order', () => {
	const about = known({ giftCardAccountId: 'cards' });
	test('sold and spent are what the account moved', () => {
		const seller = order({ drafts: lines('cards', 25) });
		const sold = row('cards', 2500, 'W1', 'sale');
		expect(found(seller, [...payment(), sold], about)).toEqual([]);
		expect(found(seller, payment(), about)).toEqual([
			[
				...['giftCards', 25, 0, -25],
				'Gift cards of this order: sold € 25.00, spent € 0.00; that is € 25.00, and the account moved € 0.00.',
			],
		]);
	});
	test('what a card paid is on its account by an entry of its own', () => {
		const payments = [{ amount: 121, accountId: 'cards' }];
		const spender = order({ money: { isTold: true, payments } });
		expect(found(spender, payment('cards'), about)).toEqual([]);
		expect(found(spender, payment('clearing'), about).map(([kind]) => kind)).toEqual([
			...['paymentAccount', 'giftCards'],
		]);
	});
});
