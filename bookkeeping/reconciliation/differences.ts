import { keptFacts } from '../codes/kept';
import { reason, textOf, type Reason } from '../codes/register';
import { formatCents, roundingTolerance, sum, toEuro, type Cents } from '../money/money';
import { isWaiting } from '../totals/series';
import type { BookedInvoice } from './books';
import { addTo, type BoxAmounts, type ExpectedInvoice } from './expected';
import type { Twin } from './twins';
import { vatBoxes, type AccountRole, type VatBox } from './vatBox';

export const differenceKinds = [
	'missing',
	'waiting',
	'bookedTwice',
	'wrongAmount',
	'centDifference',
	'wrongRate',
	'wrongAccount',
	'wrongPeriod',
	'cancelled',
	'trashed',
	'deleted',
	'saleWithoutOrder',
	'creditWithoutSale',
	'wrongCard',
	'creditOnOtherCard',
	'customerDoubled',
	'openItem',
	'paymentAccount',
	'giftCards',
	'clearingAccount',
	'afterFiling',
	'notBookable',
	'notRead',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One document whose booking is not what the shop says. Amounts in euro. */
export interface Difference {
	kind: DifferenceKind;
	orderNumber: string;
	invoiceNumber: string;
	/** The boxes of the VAT return in which shop and books differ, with commas between them. */
	box: string;
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

type Texts = Pick<Difference, 'code' | 'found' | 'likelyCause' | 'tip' | 'facts'>;

/** What a code says, as it stands in a row. */
export function textsOf(why: Reason): Texts {
	const { message, cause = '', tip } = textOf(why);
	const facts = keptFacts(why.code, why.facts);
	return { code: why.code, found: message, likelyCause: cause, tip, facts };
}

type Roles = (accountId: string) => AccountRole;

export const nothing: BoxAmounts = { turnover: 0, vat: 0 };

/** What stands per box on accounts. */
export function perBoxOf(
	perAccount: ReadonlyMap<string, Cents>,
	roleOf: Roles,
): Map<VatBox, BoxAmounts> {
	const boxes = new Map<VatBox, BoxAmounts>();
	for (const [accountId, amount] of perAccount) addTo(boxes, roleOf(accountId), amount);
	return boxes;
}

/** The boxes in which two sides differ. */
export function boxesApart(
	shop: ReadonlyMap<VatBox, BoxAmounts>,
	books: ReadonlyMap<VatBox, BoxAmounts>,
): VatBox[] {
	return vatBoxes.filter((box) => {
		const [ours, theirs] = [shop.get(box) ?? nothing, books.get(box) ?? nothing];
		return ours.turnover !== theirs.turnover || ours.vat !== theirs.vat;
	});
}

/** A difference of a document, with the boxes it makes a difference in. */
function difference(
	kind: DifferenceKind,
	document: ExpectedInvoice,
	booked: BookedInvoice | undefined,
	roleOf: Roles,
	why: Reason,
): Difference {
	const booksTotal = booked?.total ?? 0;
	return {
		kind,
		orderNumber: document.orderNumber,
		invoiceNumber: document.invoiceNumber,
		box: boxesApart(document.perBox, perBoxOf(booked?.perAccount ?? new Map(), roleOf)).join(', '),
		shopTotal: toEuro(document.total),
		booksTotal: toEuro(booksTotal),
		difference: toEuro(booksTotal - document.total),
		...textsOf(why),
	};
}

export function missing(
	document: ExpectedInvoice,
	roleOf: Roles,
	twin?: BookedInvoice,
): Difference {
	const { invoiceNumber: invoice } = document;
	const why = twin
		? reason('BOOKING_MISSING', { case: 'otherNumber', invoice, other: twin.invoiceNumber })
		: reason('BOOKING_MISSING', { case: 'nothing', invoice });
	return difference('missing', document, undefined, roleOf, why);
}

/** What is kept of an order or refund as long as its total is not booked: the number of that, or its series. */
export function waits(document: ExpectedInvoice, roleOf: Roles, total: string): Difference {
	const why = isWaiting(total)
		? reason('WAITS_FOR_TOTAL', { case: 'payout' })
		: reason('WAITS_FOR_TOTAL', { case: 'total', total });
	return difference('waiting', document, undefined, roleOf, why);
}

/** @param twin left out: the sale stands twice under its own number. */
export function twice(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	twin: Twin | undefined,
	roleOf: Roles,
): Difference {
	const total = twin ? booked.total + twin.entry.total : booked.total;
	const why = twin
		? reason('BOOKED_TWICE', { case: twin.by, other: twin.entry.invoiceNumber })
		: reason('BOOKED_TWICE', { case: 'amount', invoice: booked.invoiceNumber });
	const surplus = perBoxOf((twin?.entry ?? booked).perAccount, roleOf);
	return {
		...difference('bookedTwice', document, booked, roleOf, why),
		box: boxesApart(surplus, new Map()).join(', '),
		booksTotal: toEuro(total),
		difference: toEuro(total - document.total),
	};
}

export function wrongAmount(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: Roles,
): Difference {
	const facts = { shop: document.total, books: booked.total };
	const gap = Math.abs(booked.total - document.total);
	const lines = document.perAccount?.size ?? booked.perAccount.size;
	return gap <= roundingTolerance(lines)
		? difference('centDifference', document, booked, roleOf, reason('BOOKED_CENTS_DIFFER', facts))
		: difference('wrongAmount', document, booked, roleOf, reason('BOOKED_AMOUNT_DIFFERS', facts));
}

export function wrongRate(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: Roles,
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
	const why = reason('BOOKED_VAT_DIFFERS', { shop, books });
	return difference('wrongRate', document, booked, roleOf, why);
}

export const wrongAccount = (
	document: ExpectedInvoice,
	booked: BookedInvoice,
	roleOf: Roles,
): Difference =>
	difference('wrongAccount', document, booked, roleOf, reason('BOOKED_ACCOUNT_DIFFERS'));

export function wrongPeriod(
	document: ExpectedInvoice,
	booked: BookedInvoice,
	elsewhere: readonly string[],
	roleOf: Roles,
): Difference {
	const why = reason('BOOKED_PERIOD_DIFFERS', { date: document.date, elsewhere });
	return difference('wrongPeriod', document, booked, roleOf, why);
}

/** Why an order that was booked is no sale any more. */
export const withdrawals = ['cancelled', 'trashed', 'deleted'] as const;
export type Withdrawn = (typeof withdrawals)[number];

/** A sale that the shop took back and the books still have. @param entries all there are of it */
export function withdrawn(
	how: Withdrawn,
	{ orderNumber, invoiceNumber }: ExpectedInvoice,
	entries: readonly BookedInvoice[],
	roleOf: Roles,
): Difference {
	const left = sum(entries.map(({ total }) => total));
	const boxes = vatBoxes.filter((box) =>
		(['turnover', 'vat'] as const).some(
			(part) =>
				sum(entries.map(({ perAccount }) => perBoxOf(perAccount, roleOf).get(box)?.[part] ?? 0)) !==
				0,
		),
	);
	return {
		...{ kind: how, orderNumber, invoiceNumber, box: boxes.join(', ') },
		...{ shopTotal: 0, booksTotal: toEuro(left), difference: toEuro(left) },
		...textsOf(reason('WITHDRAWN_NOT_CREDITED', { case: how, invoice: invoiceNumber, left })),
	};
}

/** An entry that no document of the shop explains. */
export function unexplained(
	kind: 'saleWithoutOrder' | 'creditWithoutSale',
	{ invoiceNumber, perAccount, total }: BookedInvoice,
	roleOf: Roles,
	why: Reason,
	orderNumber = '',
): Difference {
	return {
		...{ kind, orderNumber, invoiceNumber, shopTotal: 0 },
		box: boxesApart(new Map(), perBoxOf(perAccount, roleOf)).join(', '),
		...{ booksTotal: toEuro(total), difference: toEuro(total) },
		...textsOf(why),
	};
}
