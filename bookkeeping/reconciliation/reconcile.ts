import type { Facts } from '../codes/facts';
import { reason, retell } from '../codes/register';
import { besideEntry } from '../documents/beside';
import type { EntryDraft } from '../documents/draft';
import { fromEuro, sum, toEuro } from '../money/money';
import { withoutBeside } from '../orderTable/keys';
import { bookedAgain } from './bookedAgain';
import { bookingOf, entriesOf, together, type Booking } from './bookings';
import { bookedInvoices, type BookedInvoice, type Mutation } from './books';
import { cardBalance, type CardBalance } from './cardBalance';
import { cardLiability, type CardLiability } from './cardLiability';
import { creditsOnOtherCards, doubledCustomers, type EarlierSale } from './customerCards';
import {
	boxesApart,
	missing,
	nothing,
	perBoxOf,
	textsOf,
	twice,
	unexplained,
	waits,
	withdrawn,
	wrongAccount,
	wrongAmount,
	wrongPeriod,
	wrongRate,
	type Difference,
	type DifferenceKind,
	type Withdrawn,
} from './differences';
import {
	addedUp,
	addTo,
	compared,
	expectedInvoice,
	type BoxAmounts,
	type Compared,
	type ExpectedInvoice,
} from './expected';
import { mirrored } from '../documents/mirrored';
import { moneyDifferences, type MoneyKnown, type OrderInBooks } from './moneyDifferences';
import { noNumbers, type DocumentNumbers } from './numbers';
import type { OrderMoney } from './orderMoney';
import { expectedOfRecord, readRecords, type KnownBooking, type KnownBookings } from './records';
import { statedDocuments, type StatedDocument, type StatedSale } from './stated';
import { statementLines, type StatementLine } from './statements';
import { twinsOf, type Twin } from './twins';
import { alsoUndone, statedUndone, takenBack, undoneAcross, undoneTotals } from './undoneTotals';
import { vatBoxes, type AccountRole, type VatBox } from './vatBox';
import { wrongCards } from './wrongCards';

/** First and last day, yyyy-MM-dd, both inside. */
export interface Period {
	from: string;
	until: string;
}

/** A document of the shop: an order or refund with what the transformer made of it. */
export interface ShopDocument {
	/** The key of the order. */
	orderKey?: string;
	orderNumber: string;
	/** Euro with VAT; `null` when it could not be read. */
	total: number | null;
	draft?: EntryDraft;
	/** The draft is of the order as it was sold: it is only expected where it was booked. */
	asSold?: boolean;
	/** The shop took the order back. */
	withdrawn?: Withdrawn;
	/** Of an order: what the shop says was paid. */
	money?: OrderMoney;
	/** The day (yyyy-MM-dd) its entry would have; left out or empty: it may be of any period. */
	day?: string;
	/** The shop did not give it when it was asked, so that it is not compared. */
	notRead?: boolean;
	/** Why there is no draft; empty for what is not expected in the books. */
	code: string;
	message: string;
	facts?: Facts;
}

/** One box of the VAT return: what the shop says and what the books say, in euro. */
export interface BoxLine extends Compared {
	box: VatBox;
}

export interface Reconciliation {
	differences: Difference[];
	boxes: BoxLine[];
	/** The ICP statement and the OSS return. */
	statements: StatementLine[];
	/** Documents of the shop that fall in the period, and those of them that agree with the books. */
	documents: number;
	agreed: number;
	/** The account of gift cards, where its balance was read. */
	cards?: CardBalance | undefined;
	/** Turnover on the same accounts under numbers that are none of the shop's, euro without VAT. */
	otherTurnover: number;
}

/** What is known besides. */
export interface AlsoKnown {
	/** What we booked before; without it an order that is gone from the shop is not missed. */
	records?: KnownBookings;
	numbers?: DocumentNumbers;
	/** By the key of an order or refund that is gathered: the total, not booked yet, or its series. */
	waiting?: ReadonlyMap<string, string>;
	/** Left out: nothing of payments is compared but the account of gift cards. */
	money?: MoneyKnown;
	/** The country of customers' cards, two letters, by their ids; left out when nobody read them. */
	cardCountries?: ReadonlyMap<string, string>;
	/** Sales of credit notes that may be older than what was read, by the keys of their orders. */
	earlier?: ReadonlyMap<string, EarlierSale>;
}

/** A sale or credit note of the shop beside what the books hold of it. */
interface Sale {
	document: ExpectedInvoice;
	booking: Booking;
	draft?: EntryDraft | undefined;
	withdrawn?: Withdrawn | undefined;
	money?: OrderMoney | undefined;
	/** Of the credit note of a sale that the shop took back: the day of the sale, yyyy-MM-dd. */
	takesBack?: string;
}

/**
 * Compares a period of the shop with the books, document by document and per box of the VAT return.
 *
 * @param ofShop the documents of the period and, to see what was booked in another period, of some time
 * around it
 * @param mutations of the ledger accounts, from a longer time than the period for the same reason
 */
export function reconcile(
	ofShop: readonly ShopDocument[],
	mutations: readonly Mutation[],
	period: Period,
	roleOf: (accountId: string) => AccountRole,
	{
		records = readRecords([]),
		numbers = noNumbers,
		waiting = new Map(),
		money,
		cardCountries,
		earlier = new Map(),
	}: AlsoKnown = {},
): Reconciliation {
	const inPeriod = (date: string) => date >= period.from && date <= period.until;
	const documents = ofShop.flatMap(inEntries);
	const booked = bookedInvoices(mutations, roleOf);
	const { sales, orphans, ...told } = salesOf(documents, booked, roleOf, records, numbers);
	const unbookable = told.unbookable.filter(({ day = '' }) => day === '' || inPeriod(day));
	sales.push(...goneOrders(documents, booked, period, records, numbers));
	sales.push(...sales.flatMap((sale) => creditOfWithdrawn(sale, roleOf)));
	const known = new Set(
		[
			...sales.map(({ document }) => document),
			...[...sales, ...orphans].flatMap(({ booking }) => entriesOf(booking)),
		].map(({ invoiceNumber }) => invoiceNumber),
	);
	const readUntil = mutations.reduce((last, { date }) => (date > last ? date : last), period.until);
	const readFrom = mutations.reduce(
		(first, { date }) => (date < first ? date : first),
		period.from,
	);
	const isBehind = (date: string) => date !== '' && (date < readFrom || date > readUntil);
	const undone = undoneTotals(records, isBehind);
	const isNothing = takenBack(undone, booked, isBehind);
	const strangers = [...booked.values()].filter(
		({ invoiceNumber }) => !known.has(invoiceNumber) && !isNothing(invoiceNumber),
	);
	const touched = sales.filter(
		({ document, booking }) =>
			inPeriod(document.date) || entriesOf(booking).some(({ dates }) => dates.some(inPeriod)),
	);
	const twins = twinsOf(touched, strangers, numbers);
	const isTwinOfOne = new Set([...twins.values()].map(({ entry }) => entry));
	const alone = strangers.filter(
		(entry) => !isTwinOfOne.has(entry) && entry.dates.some((date) => inPeriod(date)),
	);
	const across = undoneAcross(undone, (number) => {
		const entry = booked.get(number);
		return entry?.dates.some(inPeriod) && !alone.includes(entry) ? entry : undefined;
	});
	const again = bookedAgain(sales, across, inPeriod);
	const moved = new Set(again.flatMap((group) => group.moved));
	const differences = touched.flatMap((sale) => {
		const twin = twins.get(sale.document.invoiceNumber);
		return compare(sale, { twin, isMoved: moved.has(sale), inPeriod, roleOf, waiting });
	});
	const still = touched.flatMap((sale) => stillBooked(sale, sales, readUntil, records, roleOf));
	const numbersKnown = alsoUndone(numbers, undone);
	const nobodys = [
		...orphans.flatMap(({ booking, orderNumber }) =>
			entriesOf(booking)
				.filter(({ dates }) => dates.some(inPeriod))
				.map((entry) => {
					const why = reason('CREDIT_WITHOUT_SALE', { case: 'sale', invoice: entry.invoiceNumber });
					return unexplained('creditWithoutSale', entry, roleOf, why, orderNumber);
				}),
		),
		...alone.flatMap((entry) => withoutDocument(entry, numbersKnown, roleOf)),
	];
	for (const { invoiceNumber } of [...isTwinOfOne, ...nobodys]) known.add(invoiceNumber);
	const wrong = new Set([...differences, ...still].map(({ invoiceNumber }) => invoiceNumber));
	const agrees = ({ document }: Sale) => !wrong.has(document.invoiceNumber);
	const inTime = mutations.filter(({ date }) => inPeriod(date));
	for (const { entry } of across) known.add(entry.invoiceNumber);
	const own = inTime.filter(({ invoiceNumber }) => known.has(invoiceNumber));
	const others = inTime.filter(
		({ invoiceNumber, accountId }) =>
			!known.has(invoiceNumber) && roleOf(accountId).holds === 'turnover',
	);
	const steps = again.filter((group) => group.isWhole && group.moved.every(agrees));
	const inSteps = new Set<Sale>(steps.flatMap((group) => group.moved));
	const isSteps = (sale: Sale) =>
		inSteps.has(sale) || (agrees(sale) && isTakenInSteps(sale) && wholeCredit(sale) === undefined);
	const explained = new Set(steps.flatMap(({ entries }) => entries));
	const shop = [
		...sales.map((sale) => shopSide(sale, isSteps(sale), inTime, inPeriod, roleOf)),
		booksPerBox(ofEntries(inTime, explained), roleOf),
	];
	const drafts = sales.flatMap(({ draft }) => (draft ? [draft] : []));
	const ofPeriod = drafts.filter(({ invoiceDate }) => inPeriod(invoiceDate));
	const orders = ordersInBooks(touched, sales, wrongAmounts(differences));
	const ofMoney = money ? moneyDifferences(orders, mutations, roleOf, money) : [];
	const liability = cardLiability(ofPeriod, inTime, money?.giftCardAccountId, money?.sharesCards);
	const before = money?.cardsBefore;
	const cards = liability && before && cardBalance(liability, before);
	const ofCards = [
		...wrongCards(touched, records, cardCountries),
		...creditsOnOtherCards(touched, { all: sales, earlier, records, booked, inPeriod }),
		...doubledCustomers(touched, sales, records),
	];
	return {
		differences: [
			...differences,
			...still,
			...nobodys,
			...ofCards,
			...ofMoney,
			...giftCards(liability, cards, ofMoney),
			...unbookable.map(notBookable),
		],
		boxes: boxLines(addedUp(shop), booksPerBox(own, roleOf)),
		statements: statementLines(
			[
				...stated(sales, booked, inPeriod, records, isSteps),
				...across.flatMap((one): StatedDocument[] => {
					const own = statedUndone(one);
					return explained.has(one.entry) ? [{ ...own, side: 'shop' }, own] : [own];
				}),
			],
			roleOf,
		),
		documents: touched.length + unbookable.length,
		agreed: touched.filter(agrees).length,
		cards,
		otherTurnover: toEuro(sum(others.map(({ amount }) => amount))),
	};
}

/** A document that stands in two entries as two; the shop's money is that of the first. */
function inEntries(one: ShopDocument): ShopDocument[] {
	const draft = one.draft && besideEntry(one.draft);
	if (!draft) return [one];
	const { orderKey, invoiceAmount: total } = draft;
	const { money: _ofOrder, ...rest } = one;
	void _ofOrder;
	return [one, { ...rest, orderKey, total, draft }];
}

/** Credit notes on a sale that is not in the books. */
interface Orphan {
	booking: Booking;
	orderNumber: string;
}

/** The documents that are expected in the books, those that cannot be booked, and credits of nothing. */
function salesOf(
	documents: readonly ShopDocument[],
	booked: ReadonlyMap<string, BookedInvoice>,
	roleOf: (accountId: string) => AccountRole,
	records: KnownBookings,
	shopNumbers: DocumentNumbers,
): {
	sales: Sale[];
	unbookable: ShopDocument[];
	orphans: Orphan[];
} {
	const claimed = new Set(documents.map(({ draft }) => draft?.invoiceNumber));
	const numbers: DocumentNumbers = {
		...shopNumbers,
		// Where refunds and orders share no range of ids, a refund may have the number.
		credit: (orderId) => {
			const number = shopNumbers.credit(orderId);
			return claimed.has(number) ? '' : number;
		},
	};
	const sales: Sale[] = [];
	const unbookable: ShopDocument[] = [];
	const orphans: Orphan[] = [];
	for (const one of documents) {
		const { draft, withdrawn: how, asSold, orderKey = '', orderNumber } = one;
		const record = records.of(orderKey);
		if (draft) {
			const document = expectedInvoice(draft, roleOf);
			const booking = bookingOf(document, booked, records, numbers);
			const isBooked = booking.base !== undefined || booking.later.length > 0;
			if (!asSold || isBooked)
				sales.push({ document, booking, draft, withdrawn: how, money: one.money });
			else if (booking.credits.length > 0) orphans.push({ booking, orderNumber });
			if (!asSold || isBooked) continue;
		} else if (record && isEntry(record)) {
			// Booked when it could still be read.
			const entry = booked.get(record.number);
			const document = { ...expectedOfRecord(record, entry?.total ?? 0), orderNumber };
			const booking = bookingOf(document, booked, records, numbers);
			sales.push({ document, booking, withdrawn: how });
			if (!one.notRead) continue;
		}
		if (one.code !== '') unbookable.push(one);
	}
	return { sales, unbookable, orphans };
}

const isEntry = ({ document }: KnownBooking): boolean =>
	document === 'salesEntry' || document === 'creditNote';

/** Orders of the period that we booked and that the shop does not have any more. */
function goneOrders(
	documents: readonly ShopDocument[],
	booked: ReadonlyMap<string, BookedInvoice>,
	{ from, until }: Period,
	records: KnownBookings,
	numbers: DocumentNumbers,
): Sale[] {
	const told = new Set(documents.map(({ orderKey }) => orderKey));
	return records.all
		.filter((record) => record.kind === 'order' && isEntry(record))
		.filter(({ documentKey, date }) => !told.has(documentKey) && date >= from && date <= until)
		.map((record) => {
			const document = expectedOfRecord(record, booked.get(record.number)?.total ?? 0);
			return {
				document,
				booking: bookingOf(document, booked, records, numbers),
				withdrawn: 'deleted' as const,
			};
		})
		.filter(({ booking }) => entriesOf(booking).length > 0);
}

/** The one entry that takes back all of a sale which the shop took back, if there is one. */
function wholeCredit({ booking, draft, withdrawn: how }: Sale): BookedInvoice | undefined {
	const { base, later, credits } = booking;
	const [credit] = credits;
	const isOne = credits.length === 1 && later.length === 0;
	return how && draft && base && isOne && credit?.total === -base.total ? credit : undefined;
}

/** The credit note of a sale that was taken back whole: the sale with the sign turned. */
function creditOfWithdrawn(sale: Sale, roleOf: (accountId: string) => AccountRole): Sale[] {
	const credit = wholeCredit(sale);
	if (!credit || !sale.draft) return [];
	const date = credit.dates[0] ?? sale.document.date;
	const draft = mirrored(sale.draft, credit.invoiceNumber, date);
	const booking = { base: credit, later: [], credits: [] };
	const takesBack = sale.document.date;
	return [{ document: expectedInvoice(draft, roleOf), booking, draft, takesBack }];
}

/** What a sale that the shop took back still leaves in the books. */
function stillBooked(
	{ document, booking, withdrawn: how }: Sale,
	sales: readonly Sale[],
	readUntil: string,
	records: KnownBookings,
	roleOf: (accountId: string) => AccountRole,
): Difference[] {
	if (!how || entriesOf(booking).length === 0) return [];
	const { orderKey } = document;
	const refunds = sales
		.filter(({ draft }) => draft?.document === 'creditNote' && draft.originalOrderKey === orderKey)
		.flatMap((refund) => entriesOf(refund.booking));
	const entries = [...new Set([...entriesOf(booking), ...refunds])];
	if (sum(entries.map(({ total }) => total)) === 0) return [];
	// Credited on a later day than the books were read to.
	const isCreditedLater = (records.of(orderKey)?.creditedOn ?? '') > readUntil;
	if (isCreditedLater && booking.credits.length === 0) return [];
	return [withdrawn(how, document, entries, roleOf)];
}

/** An entry under a number that only this shop gives, without a document of the shop. */
function withoutDocument(
	entry: BookedInvoice,
	numbers: DocumentNumbers,
	roleOf: (accountId: string) => AccountRole,
): Difference[] {
	const { invoiceNumber: invoice, total: amount } = entry;
	if (numbers.isCredit(invoice)) {
		const why = reason('CREDIT_WITHOUT_SALE', { case: 'shop', invoice });
		return [unexplained('creditWithoutSale', entry, roleOf, why)];
	}
	if (!numbers.isSale(invoice)) return [];
	const why = reason('SALE_WITHOUT_ORDER', { invoice, amount });
	return [unexplained('saleWithoutOrder', entry, roleOf, why)];
}

/** Booked in several entries, each of which may lie in a period of its own. */
const isTakenInSteps = ({ booking }: Sale): boolean => entriesOf(booking).length > 1;

/**
 * What the shop's side of a period is of one sale. A sale that was corrected or taken back in several
 * steps has each step in its own period: where all of it agrees, the steps are those of the books.
 */
function shopSide(
	{ document, booking }: Sale,
	isSteps: boolean,
	inTime: readonly Mutation[],
	inPeriod: (date: string) => boolean,
	roleOf: (accountId: string) => AccountRole,
): ReadonlyMap<VatBox, BoxAmounts> {
	if (!isSteps) return inPeriod(document.date) ? document.perBox : new Map();
	return booksPerBox(ofEntries(inTime, new Set(entriesOf(booking))), roleOf);
}

function ofEntries(
	mutations: readonly Mutation[],
	entries: ReadonlySet<BookedInvoice>,
): readonly Mutation[] {
	const numbers = new Set([...entries].map(({ invoiceNumber }) => invoiceNumber));
	return mutations.filter(({ invoiceNumber }) => numbers.has(invoiceNumber));
}

/** The documents that the statements of the period are made of. */
function stated(
	sales: readonly Sale[],
	invoices: ReadonlyMap<string, BookedInvoice>,
	inPeriod: (date: string) => boolean,
	records: KnownBookings,
	isSteps: (sale: Sale) => boolean,
): StatedDocument[] {
	const byNumber = new Map(records.all.map((record) => [record.number, record]));
	const soldAs = new Map(
		sales.flatMap(({ draft, takesBack }) =>
			draft && takesBack === undefined ? [[draft.orderKey, draft] as const] : [],
		),
	);
	/** By its own draft, else by what was recorded of it, else by the books. */
	const saleOf = (draft: EntryDraft): StatedSale['sale'] => {
		if (draft.document !== 'creditNote') return undefined;
		const sold = soldAs.get(draft.originalOrderKey);
		const [booked] = invoices.get(draft.originalInvoiceNumber)?.dates.toSorted() ?? [];
		const date = sold?.invoiceDate ?? (records.of(draft.originalOrderKey)?.date || booked);
		return date === undefined ? undefined : { date, ...(sold && { draft: sold }) };
	};
	return sales.flatMap((one) => {
		const { draft, booking } = one;
		if (draft === undefined) return [];
		const sale = one.takesBack ? { date: one.takesBack, draft } : saleOf(draft);
		// The credit note of a sale that was taken back whole stands beside it, by itself.
		const isWhole = wholeCredit(one) !== undefined;
		const ownBooking = isWhole ? { ...booking, credits: [] } : booking;
		return statedDocuments(
			{ draft, booking: ownBooking, isSteps: isSteps(one), ...(sale && { sale }) },
			inPeriod,
			(number) => byNumber.get(number),
		);
	});
}

function booksPerBox(
	mutations: readonly Mutation[],
	roleOf: (accountId: string) => AccountRole,
): Map<VatBox, BoxAmounts> {
	const boxes = new Map<VatBox, BoxAmounts>();
	for (const { accountId, amount } of mutations) {
		const role = roleOf(accountId);
		if (role.holds !== 'receivable') addTo(boxes, role, amount);
	}
	return boxes;
}

function boxLines(
	shop: ReadonlyMap<VatBox, BoxAmounts>,
	books: ReadonlyMap<VatBox, BoxAmounts>,
): BoxLine[] {
	return vatBoxes
		.filter((box) => shop.has(box) || books.has(box))
		.map((box) => ({
			box,
			...compared(shop.get(box) ?? nothing, books.get(box) ?? nothing),
		}));
}

/** What is found of an amount tells more than what follows from it. */
function wrongAmounts(differences: readonly Difference[]): ReadonlySet<string> {
	const kinds: readonly DifferenceKind[] = ['wrongAmount', 'centDifference', 'bookedTwice'];
	return new Set(
		differences
			.filter(({ kind }) => kinds.includes(kind))
			.map(({ invoiceNumber }) => invoiceNumber),
	);
}

/**
 * Orders with all that the books hold of them; one with a document that is missing or has another
 * amount is left out.
 */
function ordersInBooks(
	touched: readonly Sale[],
	sales: readonly Sale[],
	wrong: ReadonlySet<string>,
): OrderInBooks[] {
	const byOrder = new Map<string, Sale[]>();
	for (const sale of sales) {
		const { draft } = sale;
		const named = draft?.document === 'creditNote' ? draft.originalOrderKey : draft?.orderKey;
		const key = named && withoutBeside(named);
		if (key !== undefined) byOrder.set(key, [...(byOrder.get(key) ?? []), sale]);
	}
	return touched.flatMap(({ document, draft, money }) => {
		if (!draft || !money || draft.document !== 'salesEntry') return [];
		const all = byOrder.get(draft.orderKey) ?? [];
		const perSale = all.map(({ booking }) => entriesOf(booking));
		if (perSale.some((entries) => entries.length === 0)) return [];
		if (all.some((sale) => wrong.has(sale.document.invoiceNumber))) return [];
		const { orderNumber, invoiceNumber } = document;
		const drafts = all.flatMap((sale) => sale.draft ?? []);
		return [{ orderNumber, invoiceNumber, money, drafts, entries: [...new Set(perSale.flat())] }];
	});
}

interface ComparedWith {
	/** The same sale under another number. */
	twin: Twin | undefined;
	/** It was taken back in its own period, and stands in another one now. */
	isMoved: boolean;
	inPeriod: (date: string) => boolean;
	roleOf: (accountId: string) => AccountRole;
	waiting: ReadonlyMap<string, string>;
}

/** What is wrong with the booking of one document; the first thing found tells most. */
function compare(
	{ document, booking, withdrawn: how }: Sale,
	{ twin, isMoved, inPeriod, roleOf, waiting }: ComparedWith,
): Difference[] {
	const booked = how ? booking.base : together(booking);
	if (booked === undefined) {
		const total = twin ? undefined : waiting.get(document.orderKey);
		if (how) return [];
		return [
			total === undefined ? missing(document, roleOf, twin?.entry) : waits(document, roleOf, total),
		];
	}
	const found: Difference[] = [];
	if (twin) found.push(twice(document, booked, twin, roleOf));
	if (document.total !== 0 && booked.total === 2 * document.total) {
		found.push(twice(document, booked, undefined, roleOf));
	} else if (booked.total !== document.total) {
		found.push(wrongAmount(document, booked, roleOf));
	} else if (document.perAccount && !sameBoxes(document, booked, roleOf)) {
		found.push(wrongRate(document, booked, roleOf));
	} else if (!sameTurnover(document, booked, roleOf)) {
		found.push(wrongAccount(document, booked, roleOf));
	}
	const elsewhere = booked.dates.filter((date) => inPeriod(date) !== inPeriod(document.date));
	if (elsewhere.length > 0 && !isMoved)
		found.push(wrongPeriod(document, booked, elsewhere, roleOf));
	return found;
}

const sameBoxes = (
	{ perBox }: ExpectedInvoice,
	{ perAccount }: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): boolean => boxesApart(perBox, perBoxOf(perAccount, roleOf)).length === 0;

function sameTurnover(
	{ perAccount }: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): boolean {
	if (!perAccount) return true;
	const accounts = [...new Set([...perAccount.keys(), ...booked.perAccount.keys()])];
	return accounts
		.filter((accountId) => perAccount.has(accountId) || roleOf(accountId).holds !== 'vat')
		.every(
			(accountId) => (perAccount.get(accountId) ?? 0) === (booked.perAccount.get(accountId) ?? 0),
		);
}

/** What no order explains: nothing tells which one is meant. @param named those of orders */
function giftCards(
	liability: CardLiability | undefined,
	balance: CardBalance | undefined,
	named: readonly Difference[],
): Difference[] {
	if (!liability) return [];
	const { shop, books } = balance ?? liability;
	const explained = named
		.filter(({ kind }) => kind === 'giftCards')
		.map(({ difference }) => fromEuro(difference));
	if (books - shop === sum(explained)) return [];
	return [
		{
			...{ kind: 'giftCards', orderNumber: '', invoiceNumber: '', box: '' },
			...{ shopTotal: toEuro(shop), booksTotal: toEuro(books), difference: toEuro(books - shop) },
			...textsOf(
				balance
					? reason('GIFT_CARD_BALANCE_DIFFERS', { ...balance })
					: reason('GIFT_CARDS_DIFFER', { ...liability }),
			),
		},
	];
}

/** What is not compared: it cannot be booked as it is, or the shop did not give it. */
function notBookable(one: ShopDocument): Difference {
	const { orderNumber, total, code, message, facts, notRead } = one;
	const why = { code, facts: facts ?? {} };
	const isTold = retell(code, why.facts, 'en')?.message === message;
	const told = isTold
		? ({ case: 'code', found: code, why } as const)
		: ({ case: 'words', found: code, said: message } as const);
	return {
		kind: notRead ? 'notRead' : 'notBookable',
		orderNumber,
		invoiceNumber: '',
		box: '',
		shopTotal: total,
		booksTotal: 0,
		difference: total === null ? 0 : toEuro(-Math.round(total * 100)),
		...textsOf(notRead ? reason('DOCUMENT_NOT_READ', told) : reason('ORDER_NOT_BOOKABLE', told)),
	};
}
