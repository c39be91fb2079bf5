import { reason } from '../codes/register';
import { toEuro, type Cents } from '../money/money';
import type { CardLiability } from './cardLiability';
import { textsOf, type Difference } from './differences';

/** What the account of gift cards held in the books on the day before a period; credit is positive. */
export interface CardsBefore {
	books: Cents;
	/** What it had to hold by the comparison of the period before; without one the books are believed. */
	expected?: Cents | undefined;
}

/** The account of gift cards at the end of a period, in cents; credit is positive. */
export interface CardBalance {
	/** What it had to hold at first. */
	opening: Cents;
	sold: Cents;
	spent: Cents;
	givenBack: Cents;
	/** Opening + sold − spent + given back. */
	shop: Cents;
	/** What it holds in SnelStart. */
	books: Cents;
}

/**
 * Holds the balance of the account of gift cards against what customers still have on cards. A
 * difference stays until it is mended: the next period begins with what this one had to end with.
 */
export function cardBalance(
	{ sold, spent, givenBack, shop, books }: CardLiability,
	before: CardsBefore,
): CardBalance {
	const opening = before.expected ?? before.books;
	return {
		...{ opening, sold, spent, givenBack },
		...{ shop: opening + shop, books: before.books + books },
	};
}

/** The balance as a row beside the VAT return: it is told, whatever it is. */
export interface CardBalanceLine extends Omit<Difference, 'kind'> {
	kind: 'giftCardBalance';
}

/** @param account how the bookkeeper knows the account */
export function cardBalanceLine(balance: CardBalance, account: string): CardBalanceLine {
	const { shop, books } = balance;
	return {
		...{ kind: 'giftCardBalance', orderNumber: '', invoiceNumber: account, box: '' },
		...{ shopTotal: toEuro(shop), booksTotal: toEuro(books), difference: toEuro(books - shop) },
		...textsOf(reason('GIFT_CARD_BALANCE', { account, ...balance })),
	};
}
