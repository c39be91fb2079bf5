import type { Facts } from '../codes/facts';
import { keptFacts } from '../codes/kept';
import { reason, retell, textOf, type Reason } from '../codes/register';
import type { EntryDraft } from '../documents/draft';
import { formatCents, roundingTolerance, sum, toEuro } from '../money/money';
import { cardLiability, type CardLiability } from './cardLiability';
import { bookedInvoices, type BookedInvoice, type Mutation } from './books';
import {
	addedUp,
	addTo,
	compared,
	expectedInvoice,
	type BoxAmounts,
	type Compared,
	type ExpectedInvoice,
} from './expected';
import { statementLines, type StatedDocument, type StatementLine } from './statements';
import { vatBoxes, type AccountRole, type VatBox } from './vatBox';

/** First and last day, yyyy-MM-dd, both inside. */
export interface Period {
	from: string;
	until: string;
}

/** A document of the shop: an order or refund with what the transformer made of it. */
export interface ShopDocument {
	orderNumber: string;
	/** Euro with VAT; `null` when it could not be read. */
	total: number | null;
	draft?: EntryDraft;
	/** Why there is no draft. */
	code: string;
	message: string;
	facts?: Facts;
}

export const differenceKinds = [
	'missing',
	'bookedTwice',
	'wrongAmount',
	'centDifference',
	'wrongRate',
	'wrongAccount',
	'wrongPeriod',
	'giftCards',
	'notBookable',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One document whose booking is not what the shop says. Amounts in euro. */
export interface Difference {
	kind: DifferenceKind;
	orderNumber: string;
	invoiceNumber: string;
	shopTotal: number | null;
	booksTotal: number;
	/** Books less shop. */
	difference: number;
	/** A code of the register, which says the texts. */
	code: string;
	found: string;
	likelyCause: string;
	tip: string;
	/** As a table keeps them. */
	facts: string;
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
	/** Turnover on the same accounts under numbers that are none of the shop's, euro without VAT. */
	otherTurnover: number;
}

/**
 * Compares a period of the shop with the books, document by document and per box of the VAT return.
 *
 * @param documents those of the period and, to see what was booked in another period, of some time
 * around it
 * @param mutations of the ledger accounts, from a longer time than the period for the same reason
 */
export function reconcile(
	documents: readonly ShopDocument[],
	mutations: readonly Mutation[],
	period: Period,
	roleOf: (accountId: string) => AccountRole,
): Reconciliation {
	const inPeriod = (date: string) => date >= period.from && date <= period.until;
	const booked = bookedInvoices(mutations, roleOf);
	const expected = documents.flatMap(({ draft }) =>
		draft ? [expectedInvoice(draft, roleOf)] : [],
	);
	const numbers = new Set(expected.map(({ invoiceNumber }) => invoiceNumber));
	const strangers = [...booked.values()].filter(({ invoiceNumber }) => !numbers.has(invoiceNumber));
	const touched = expected.filter(
		({ invoiceNumber, date }) =>
			inPeriod(date) || (booked.get(invoiceNumber)?.dates ?? []).some(inPeriod),
	);
	const twins = new Map(
		touched.flatMap((document) => {
			const twin = strangers.find((other) => isTwin(document, other));
			return twin ? [[document.invoiceNumber, twin] as const] : [];
		}),
	);
	const differences = touched.flatMap((document) => {
		const { invoiceNumber } = document;
		return compare(document, booked.get(invoiceNumber), twins.get(invoiceNumber), inPeriod, roleOf);
	});
	const unbookable = documents.filter(({ draft, code }) => !draft && code !== '').map(notBookable);
	const wrong = new Set(differences.map(({ invoiceNumber }) => invoiceNumber));
	const shop = expected.filter(({ date }) => inPeriod(date)).map(({ perBox }) => perBox);
	for (const { invoiceNumber } of twins.values()) numbers.add(invoiceNumber);
	const inTime = mutations.filter(({ date }) => inPeriod(date));
	const own = inTime.filter(({ invoiceNumber }) => numbers.has(invoiceNumber));
	const others = inTime.filter(
		({ invoiceNumber, accountId }) =>
			!numbers.has(invoiceNumber) && roleOf(accountId).holds === 'turnover',
	);
	const ofPeriod = documents.flatMap(({ draft }) =>
		draft && inPeriod(draft.invoiceDate) ? [draft] : [],
	);
	return {
		differences: [...differences, ...giftCards(cardLiability(ofPeriod, inTime)), ...unbookable],
		boxes: boxLines(addedUp(shop), booksPerBox(own, roleOf)),
		statements: statementLines(stated(documents, booked, inPeriod), roleOf),
		documents: touched.length + unbookable.length,
		agreed: touched.filter(({ invoiceNumber }) => !wrong.has(invoiceNumber)).length,
		otherTurnover: toEuro(sum(others.map(({ amount }) => amount))),
	};
}

/** The documents that a statement of the period is made of, on either side. */
function stated(
	documents: readonly ShopDocument[],
	invoices: ReadonlyMap<string, BookedInvoice>,
	inPeriod: (date: string) => boolean,
): StatedDocument[] {
	return documents
		.flatMap(({ draft }) => {
			if (draft === undefined) return [];
			const booked = invoices.get(draft.invoiceNumber);
			const inBooksPeriod = (booked?.dates ?? []).some(inPeriod);
			return [{ draft, booked, inShopPeriod: inPeriod(draft.invoiceDate), inBooksPeriod }];
		})
		.filter(({ inShopPeriod, inBooksPeriod }) => inShopPeriod || inBooksPeriod);
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

const nothing: BoxAmounts = { turnover: 0, vat: 0 };

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

/** What is wrong with the booking of one document; the first thing found tells most. */
function compare(
	document: ExpectedInvoice,
	booked: BookedInvoice | undefined,
	twin: BookedInvoice | undefined,
	inPeriod: (date: string) => boolean,
	roleOf: (accountId: string) => AccountRole,
): Difference[] {
	if (booked === undefined) {
		return [missing(document, twin)];
	}
	const found: Difference[] = [];
	if (twin) found.push(twice(document, booked, twin));
	const gap = booked.total - document.total;
	if (document.total !== 0 && booked.total === 2 * document.total) {
		found.push(twice(document, booked, booked));
	} else if (gap !== 0) {
		found.push(wrongAmount(document, booked, gap));
	} else if (!sameBoxes(document, booked, roleOf)) {
		found.push(wrongRate(document, booked, roleOf));
	} else if (!sameTurnover(document, booked, roleOf)) {
		found.push(wrongAccount(document, booked));
	}
	const elsewhere = booked.dates.filter((date) => inPeriod(date) !== inPeriod(document.date));
	if (elsewhere.length > 0) found.push(wrongPeriod(document, booked, elsewhere));
	return found;
}

/** The same amount under another number, with the number of this order in its number or text. */
function isTwin({ orderNumber, total }: ExpectedInvoice, other: BookedInvoice): boolean {
	if (other.total !== total || orderNumber === '') return false;
	const words = `${other.invoiceNumber} ${other.description}`.split(/[^\p{L}\p{N}]+/u);
	return words.some((word) => word === orderNumber || word.replace(/^\p{L}+/u, '') === orderNumber);
}

function sameBoxes(
	{ perBox }: ExpectedInvoice,
	{ perAccount }: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): boolean {
	const books = perBoxOf(perAccount, roleOf);
	return [...new Set([...perBox.keys(), ...books.keys()])].every((box) => {
		const [ours, theirs] = [perBox.get(box) ?? nothing, books.get(box) ?? nothing];
		return ours.turnover === theirs.turnover && ours.vat === theirs.vat;
	});
}

function perBoxOf(
	perAccount: ReadonlyMap<string, number>,
	roleOf: (accountId: string) => AccountRole,
): Map<VatBox, BoxAmounts> {
	const boxes = new Map<VatBox, BoxAmounts>();
	for (const [accountId, amount] of perAccount) addTo(boxes, roleOf(accountId), amount);
	return boxes;
}

function sameTurnover(
	{ perAccount }: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): boolean {
	const accounts = [...new Set([...perAccount.keys(), ...booked.perAccount.keys()])];
	return accounts
		.filter((accountId) => perAccount.has(accountId) || roleOf(accountId).holds !== 'vat')
		.every(
			(accountId) => (perAccount.get(accountId) ?? 0) === (booked.perAccount.get(accountId) ?? 0),
		);
}

type Texts = Pick<Difference, 'code' | 'found' | 'likelyCause' | 'tip' | 'facts'>;

/** What a code says, as it stands in a row. */
export function textsOf(why: Reason): Texts {
	const { message, cause = '', tip } = textOf(why);
	const facts = keptFacts(why.code, why.facts);
	return { code: why.code, found: message, likelyCause: cause, tip, facts };
}

function difference(
	kind: DifferenceKind,
	document: ExpectedInvoice,
	booked: BookedInvoice | undefined,
	why: Reason,
): Difference {
	const booksTotal = booked?.total ?? 0;
	return {
		kind,
		orderNumber: document.orderNumber,
		invoiceNumber: document.invoiceNumber,
		shopTotal: toEuro(document.total),
		booksTotal: toEuro(booksTotal),
		difference: toEuro(booksTotal - document.total),
		...textsOf(why),
	};
}

function missing(document: ExpectedInvoice, twin?: BookedInvoice): Difference {
	const { invoiceNumber: invoice } = document;
	const why = twin
		? reason('BOOKING_MISSING', { case: 'otherNumber', invoice, other: twin.invoiceNumber })
		: reason('BOOKING_MISSING', { case: 'nothing', invoice });
	return difference('missing', document, undefined, why);
}

function twice(document: ExpectedInvoice, booked: BookedInvoice, twin: BookedInvoice): Difference {
	const total = twin === booked ? booked.total : booked.total + twin.total;
	const why =
		twin === booked
			? reason('BOOKED_TWICE', { case: 'amount', invoice: booked.invoiceNumber })
			: reason('BOOKED_TWICE', { case: 'number', other: twin.invoiceNumber });
	return {
		...difference('bookedTwice', document, booked, why),
		booksTotal: toEuro(total),
		difference: toEuro(total - document.total),
	};
}

function wrongAmount(document: ExpectedInvoice, booked: BookedInvoice, gap: number): Difference {
	const facts = { shop: document.total, books: booked.total };
	return Math.abs(gap) <= roundingTolerance(document.perAccount.size)
		? difference('centDifference', document, booked, reason('BOOKED_CENTS_DIFFER', facts))
		: difference('wrongAmount', document, booked, reason('BOOKED_AMOUNT_DIFFERS', facts));
}

function wrongRate(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): Difference {
	const shown = (boxes: ReadonlyMap<VatBox, BoxAmounts>) =>
		vatBoxes
			.flatMap((box) => {
				const amounts = boxes.get(box);
				return amounts
					? [`${box} ${formatCents(amounts.turnover)}+${formatCents(amounts.vat)}`]
					: [];
			})
			.join(', ');
	const shop = shown(document.perBox);
	const books = shown(perBoxOf(booked.perAccount, roleOf));
	return difference('wrongRate', document, booked, reason('BOOKED_VAT_DIFFERS', { shop, books }));
}

const wrongAccount = (document: ExpectedInvoice, booked: BookedInvoice): Difference =>
	difference('wrongAccount', document, booked, reason('BOOKED_ACCOUNT_DIFFERS'));

function wrongPeriod(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	elsewhere: readonly string[],
): Difference {
	const why = reason('BOOKED_PERIOD_DIFFERS', { date: document.date, elsewhere });
	return difference('wrongPeriod', document, booked, why);
}

/** Not about one document: nothing tells which one is meant. */
function giftCards(liability: CardLiability | undefined): Difference[] {
	if (!liability || liability.shop === liability.books) return [];
	const { shop, books } = liability;
	return [
		{
			...{ kind: 'giftCards', orderNumber: '', invoiceNumber: '' },
			...{ shopTotal: toEuro(shop), booksTotal: toEuro(books), difference: toEuro(books - shop) },
			...textsOf(reason('GIFT_CARDS_DIFFER', { ...liability })),
		},
	];
}

function notBookable({ orderNumber, total, code, message, facts }: ShopDocument): Difference {
	const why = { code, facts: facts ?? {} };
	const isTold = retell(code, why.facts, 'en')?.message === message;
	return {
		kind: 'notBookable',
		orderNumber,
		invoiceNumber: '',
		shopTotal: total,
		booksTotal: 0,
		difference: total === null ? 0 : toEuro(-Math.round(total * 100)),
		...(isTold
			? textsOf(reason('ORDER_NOT_BOOKABLE', { found: code, why }))
			: { ...untold, found: `${code}: ${message}` }),
	};
}

/** An order whose reason came without its facts. */
const untold: Texts = {
	...textsOf(reason('ORDER_NOT_BOOKABLE', { found: '', why: reason('SNELSTART_NOT_REACHED') })),
	facts: '',
};
