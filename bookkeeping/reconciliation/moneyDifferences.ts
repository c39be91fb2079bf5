import { reason, type Reason } from '../codes/register';
import type { EntryDraft } from '../documents/draft';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import { groupBy } from '../trade/groupBy';
import type { BookedInvoice, Mutation } from './books';
import type { CardsBefore } from './cardBalance';
import { textsOf, type Difference, type DifferenceKind } from './differences';
import { paidOf, type OrderMoney } from './orderMoney';
import { settlements, type Settlement } from './settled';
import type { AccountRole } from './vatBox';

/** One order with its refunds, and all that the books hold of them. */
export interface OrderInBooks {
	orderNumber: string;
	invoiceNumber: string;
	drafts: readonly EntryDraft[];
	money: OrderMoney;
	entries: readonly BookedInvoice[];
}

/** What is known of money besides the mutations. */
export interface MoneyKnown {
	/** What is open per invoice, in cents; left out when nobody read it. */
	openItems?: ReadonlyMap<string, Cents>;
	/** The day total (dagomzet) that holds an order or refund, by the number it would have by itself. */
	totalOf?: ReadonlyMap<string, string>;
	/** Accounts that a payment may move beside the one of its method: costs and differences. */
	besides: readonly string[];
	giftCardAccountId?: string | undefined;
	/** Whether other shops of the client have their gift cards on the same account. */
	sharesCards?: boolean;
	/** Left out: the account of gift cards is held against what moved it, not by its balance. */
	cardsBefore?: CardsBefore | undefined;
	/** How the bookkeeper knows an account. */
	nameOf(accountId: string): string;
}

/**
 * What the books hold of the money of orders against what the shop says of it: open items, the
 * account that a payment stands on, and gift cards. Only orders whose payments are all booked here
 * and all told by the shop are judged.
 */
export function moneyDifferences(
	orders: readonly OrderInBooks[],
	mutations: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
	known: MoneyKnown,
): Difference[] {
	const settled = settlements(mutations, roleOf);
	const judged = orders.filter(({ money, entries }) => money.isTold && entries.length > 0);
	const ofOrders = judged.flatMap((order) => {
		const own = ofEntries([order], settled);
		const isAlone = totalOf(order.invoiceNumber, known) === undefined;
		return [
			...(isAlone ? openItem([order], known) : []),
			...own.flatMap((settlement) => wrongAccount(order, settlement, known)),
			...(isAlone ? giftCards([order], own, mutations, known) : []),
		];
	});
	const cardsOf = (total: string, orders: readonly OrderInBooks[]) =>
		giftCards(orders, ofEntries(orders, settled, total), mutations, known, total);
	return [...ofOrders, ...ofTotals(judged, known, cardsOf)];
}

/** What settles the entries of orders, and the total that they are booked in. */
const ofEntries = (
	orders: readonly OrderInBooks[],
	settled: ReadonlyMap<string, readonly Settlement[]>,
	total?: string,
): Settlement[] => [...new Set(numbersOf(orders, total).flatMap((one) => settled.get(one) ?? []))];

const numbersOf = (orders: readonly OrderInBooks[], total?: string): string[] => [
	...orders.flatMap(({ entries }) => entries.map(({ invoiceNumber }) => invoiceNumber)),
	...(total === undefined ? [] : [total]),
];

const totalOf = (number: string, { totalOf: totals }: MoneyKnown): string | undefined =>
	totals?.get(number);

/**
 * The open item of a day total is that of all its orders, and of a negative one that of all its
 * refunds; so are the gift cards, but where a refund of its orders is in a negative total, which
 * others share. A total with an order or refund that is not judged is not judged either.
 */
function ofTotals(
	judged: readonly OrderInBooks[],
	known: MoneyKnown,
	cardsOf: (total: string, orders: readonly OrderInBooks[]) => Difference[],
): Difference[] {
	const members = groupBy([...(known.totalOf ?? [])], ([, total]) => total);
	const parts = groupBy(
		judged.flatMap((order) => partsInTotals(order, known)),
		({ total }) => total,
	);
	return [...members].flatMap(([total, all]) => {
		const own = parts.get(total) ?? [];
		const isWhole = sum(own.map(({ members: held }) => held)) === all.length;
		if (!isWhole) return [];
		const sold = judged.filter(({ invoiceNumber }) => totalOf(invoiceNumber, known) === total);
		const isShared = numbersOf(sold).some((one) => (totalOf(one, known) ?? total) !== total);
		return [
			...openItem(
				own.map(({ part }) => part),
				known,
				total,
			),
			...(sold.length > 0 && !isShared ? cardsOf(total, sold) : []),
		];
	});
}

/**
 * What of an order is in each total: the sale, with all that is booked by itself, in that of the order;
 * each refund, with the money that went back for it, in the negative total that holds it.
 */
function partsInTotals(
	order: OrderInBooks,
	known: MoneyKnown,
): Array<{ total: string; part: OrderInBooks; members: number }> {
	const ofSale = totalOf(order.invoiceNumber, known);
	const placeOf = (number = order.invoiceNumber) => totalOf(number, known) ?? ofSale;
	const totals = new Set(order.entries.map(({ invoiceNumber }) => placeOf(invoiceNumber)));
	return [...totals].flatMap((total) => {
		if (total === undefined) return [];
		const entries = order.entries.filter((entry) => placeOf(entry.invoiceNumber) === total);
		const { payments, ...money } = order.money;
		const own = payments.filter(({ invoiceNumber }) => placeOf(invoiceNumber) === total);
		const held = entries.filter((entry) => totalOf(entry.invoiceNumber, known) === total);
		return [
			{
				total,
				part: { ...order, entries, money: { ...money, payments: own } },
				members: held.length,
			},
		];
	});
}

function difference(
	kind: DifferenceKind,
	{ orderNumber, invoiceNumber }: OrderInBooks,
	[shop, books]: readonly [Cents, Cents],
	why: Reason,
): Difference {
	return {
		...{ kind, orderNumber, invoiceNumber, box: '' },
		...{ shopTotal: toEuro(shop), booksTotal: toEuro(books), difference: toEuro(books - shop) },
		...textsOf(why),
	};
}

/**
 * What the shop says is unpaid of an order, or of all orders of a day total, against the open items in
 * SnelStart.
 *
 * @param total the number of the day total.
 */
function openItem(
	orders: readonly OrderInBooks[],
	{ openItems }: MoneyKnown,
	total?: string,
): Difference[] {
	const [order] = orders;
	if (!openItems || !order) return [];
	const entries = orders.flatMap((one) => one.entries);
	const invoice = total ?? order.invoiceNumber;
	const shop = sum(entries.map((one) => one.total)) - sum(orders.map(({ money }) => paidOf(money)));
	const numbers = [...entries.map(({ invoiceNumber }) => invoiceNumber), ...(total ? [total] : [])];
	const books = sum(numbers.map((number) => openItems.get(number) ?? 0));
	if (shop === books) return [];
	const facts = { invoice, shop, books };
	const why = reason(
		'OPEN_ITEM_DIFFERS',
		Math.abs(books) > Math.abs(shop) ? { case: 'open', ...facts } : { case: 'settled', ...facts },
	);
	return [difference('openItem', subjectOf(order, total), [shop, books], why)];
}

const subjectOf = (order: OrderInBooks, total?: string): OrderInBooks =>
	total === undefined ? order : { ...order, orderNumber: '', invoiceNumber: total };

/** A payment of this order alone that moved none of the accounts that the settings put it on. */
function wrongAccount(
	order: OrderInBooks,
	{ invoiceNumbers, amount, perAccount }: Settlement,
	{ besides, nameOf }: MoneyKnown,
): Difference[] {
	const own = new Set(order.entries.map(({ invoiceNumber }) => invoiceNumber));
	const expected = order.money.payments.map(({ accountId }) => accountId);
	// The account of a bank or cash journal is not known here.
	if (expected.length === 0 || expected.includes('')) return [];
	if (!invoiceNumbers.every((number) => own.has(number))) return [];
	const moved = [...perAccount.keys()].filter((account) => !besides.includes(account));
	if (moved.length === 0 || moved.some((account) => expected.includes(account))) return [];
	const why = reason('PAYMENT_ACCOUNT_DIFFERS', {
		...{ invoice: order.invoiceNumber, amount },
		books: moved.map(nameOf),
		settings: [...new Set(expected)].map(nameOf),
	});
	return [difference('paymentAccount', order, [amount, amount], why)];
}

/** Cards sold, less cards spent, plus what went back to cards: of one order, or of all of a day total. */
function giftCards(
	orders: readonly OrderInBooks[],
	own: readonly Settlement[],
	mutations: readonly Mutation[],
	{ giftCardAccountId: account }: MoneyKnown,
	total?: string,
): Difference[] {
	const [order] = orders;
	if (!account || !order) return [];
	const sold = sum(
		orders
			.flatMap(({ drafts }) => drafts)
			.flatMap(({ lines }) => lines)
			.filter(({ ledgerAccountId }) => ledgerAccountId === account)
			.map(({ amount }) => fromEuro(amount)),
	);
	const spent = sum(orders.map(({ money }) => paidOf(money, account)));
	const numbers = new Set(numbersOf(orders, total));
	const books = sum([
		...mutations
			.filter((one) => one.accountId === account && numbers.has(one.invoiceNumber))
			.map(({ amount }) => amount),
		...own.map(({ perAccount }) => perAccount.get(account) ?? 0),
	]);
	const shop = sold - spent;
	if (shop === books) return [];
	const why = reason('GIFT_CARD_OF_ORDER_DIFFERS', { sold, spent, shop, books });
	return [difference('giftCards', subjectOf(order, total), [shop, books], why)];
}
