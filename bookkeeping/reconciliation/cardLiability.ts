import type { EntryDraft } from '../documents/draft';
import { fromEuro, sum, type Cents } from '../money/money';
import type { Mutation } from './books';

/** What a period did to the account that gift cards and store credit stand on, in cents. */
export interface CardLiability {
	sold: Cents;
	spent: Cents;
	givenBack: Cents;
	/** Sold − spent + given back, as the shop says. */
	shop: Cents;
	/** What the account moved in the books. */
	books: Cents;
}

/**
 * Holds the account of gift cards against the shop: what was sold, less what was spent, plus what
 * went back to cards, is what the account moved.
 *
 * @param drafts the documents of the period.
 * @param mutations those of the period, on any account.
 * @param chosen the account of the settings.
 * @param isShared whether the client has other shops, whose cards stand on the account too.
 * @returns `undefined` when the settings name none and no document was paid with a card; and when the
 * account is shared and this shop had no cards, because what moved it is then not this shop's.
 */
export function cardLiability(
	drafts: readonly EntryDraft[],
	mutations: readonly Mutation[],
	chosen?: string,
	isShared = false,
): CardLiability | undefined {
	const account = chosen ?? drafts.find(({ giftCard }) => giftCard)?.giftCard?.ledgerAccountId;
	if (account === undefined) return undefined;
	const sold = sum(
		drafts.flatMap(({ lines }) =>
			lines
				.filter(({ ledgerAccountId }) => ledgerAccountId === account)
				.map(({ amount }) => fromEuro(amount)),
		),
	);
	const byCard = drafts.flatMap(({ giftCard }) => (giftCard ? [fromEuro(giftCard.amount)] : []));
	const spent = sum(byCard.map((cents) => Math.max(0, cents)));
	const givenBack = sum(byCard.map((cents) => Math.max(0, -cents)));
	if (isShared && sold === 0 && byCard.length === 0) return undefined;
	const books = sum(
		mutations.filter(({ accountId }) => accountId === account).map(({ amount }) => amount),
	);
	return { sold, spent, givenBack, shop: sold - spent + givenBack, books };
}
