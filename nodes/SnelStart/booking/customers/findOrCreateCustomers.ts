import { reason, told } from '../../../../bookkeeping';
import type { CustomerDraft, Reason } from '../../../../bookkeeping';
import { isSameId } from '../../../shared/snelStart/idOf';
import { countries } from '../../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { needsAttention } from '../outcome';
import { addMissing } from './addMissing';
import { onCard } from './customerOutcome';
import type { CustomerOutcome } from './customerOutcome';
import { findCardsById, findCardsOf } from './findCards';
import { customerKey, defaultOrder, matchCustomer, maySellTo } from './matchCustomer';
import type { MatchBy, RelationCard } from './matchCustomer';
import type { CountryIds, CustomerCard } from './toRelation';

/** Gives the relation a draft is booked on; a new one is added at most once per batch. */
export type CustomerFinder = (asked: AskedCustomer) => Promise<CustomerOutcome>;

export interface AskedCustomer {
	customer: CustomerDraft;
	/** The card that his earlier orders were booked on (J051). */
	earlierRelationId?: string | undefined;
	/** The member state whose VAT is booked by OSS: it has to be that of the card (SS-420). */
	ossCountry?: string | undefined;
	/** The term on the card counts, so that it has to be known. */
	termOfCard?: boolean | undefined;
	/** VAT was charged as to anybody else: a number that SnelStart refuses may be left off. */
	mayLackVatNumber?: boolean;
}

/**
 * Looks up the cards of all customers at once (J050) and answers with a finder that adds the missing
 * ones when their turn comes. Everything that can be read is read here, before anything is written.
 *
 * @param orderOf by what each customer is found, see `defaultOrder`
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findOrCreateCustomers(
	this: SnelStartContext,
	drafts: readonly AskedCustomer[],
	orderOf: (customer: CustomerCard) => readonly MatchBy[] = defaultOrder,
): Promise<CustomerFinder> {
	// Who chose the order may have chosen the name alone; two namesakes are two customers then.
	const isUsual = orderOf === defaultOrder;
	const keyOf = (customer: CustomerCard) =>
		isUsual ? customerKey(customer) : JSON.stringify([customer, orderOf(customer)]);
	const canBeFound = (customer: CustomerCard) => !isUsual || canBeFoundAgain(customer);
	const earlierIds = drafts.flatMap(({ earlierRelationId }) => earlierRelationId ?? []);
	const fixedIds = drafts.flatMap(({ customer, ossCountry, termOfCard }) =>
		customer.kind === 'fixedDebtor' && (ossCountry !== undefined || termOfCard)
			? [customer.relationId]
			: [],
	);
	const needsCountries = drafts.some(
		({ customer, ossCountry }) =>
			ossCountry !== undefined ||
			(customer.kind !== 'fixedDebtor' && customer.cardCountry !== undefined),
	);
	const known = needsCountries ? await readCountryIds.call(this) : undefined;
	const knownIds = [...new Set([...earlierIds, ...fixedIds])];
	const knownCards = await findCardsById.call(this, knownIds, known);
	/** The card of his earlier orders goes first, whatever stands on it by now. */
	const earlierCard = (customer: CustomerCard, id: string | undefined) =>
		id === undefined
			? undefined
			: knownCards.find((card) => isSameId(card.id, id) && maySellTo(customer, card));
	const wanted = new Map<string, CustomerCard>();
	for (const { customer, earlierRelationId } of drafts) {
		if (customer.kind === 'fixedDebtor' || earlierCard(customer, earlierRelationId)) continue;
		if (canBeFound(customer)) {
			wanted.set(keyOf(customer), customer);
		}
	}
	const customers = [...wanted.values()];
	const lookedAt = Date.now();
	const cards = await findCardsOf.call(this, customers, orderOf, known);
	const isComplete = customers.every((one) => matchCustomer(one, cards, orderOf(one)));
	const countryIds = known ?? (isComplete ? new Map() : await readCountryIds.call(this));
	const add = addMissing.call(this, {
		known: cards,
		countryIds,
		lookedAt,
		keyOf,
		orderOf,
		canBeFound,
		look: async (customer) => await findCardsOf.call(this, [customer], orderOf, known),
	});

	return async ({ customer, earlierRelationId, ossCountry, mayLackVatNumber = false }) => {
		if (customer.kind === 'fixedDebtor') {
			const card = knownCards.find(({ id }) => isSameId(id, customer.relationId));
			return ossCountry === undefined || card?.country === ossCountry
				? onCard(card ?? { id: customer.relationId })
				: needsAttention(told(cardElsewhere(ossCountry, card)));
		}
		const earlier = earlierCard(customer, earlierRelationId);
		if (earlier) return onCard(earlier);
		if (!canBeFound(customer)) return needsAttention(told(reason('CUSTOMER_CANNOT_BE_FOUND')));
		const card = matchCustomer(customer, cards, orderOf(customer));
		if (card) return onCard(card);
		return await add({ customer, mayLackVatNumber, warnings: [] });
	};
}

/** Something a later run finds the card by, so that no order adds the same customer again. */
function canBeFoundAgain(customer: CustomerCard): boolean {
	const { email, vatNumber, chamberOfCommerceNumber, address } = customer;
	const numbers = customer.kind === 'business' ? [vatNumber, chamberOfCommerceNumber] : [];
	return [email, address.postcode, ...numbers].some((value) => value.trim() !== '');
}

/** What is booked by OSS on a card that is given goes into the return of that card's country. */
const cardElsewhere = (country: string, card: RelationCard | undefined): Reason =>
	card === undefined || card.country === ''
		? reason('OSS_CARD_ELSEWHERE', { case: 'none', country, relation: String(card?.code ?? '') })
		: reason('OSS_CARD_ELSEWHERE', {
				case: 'other',
				country,
				relation: String(card.code),
				found: card.country,
			});

/** The ids of all countries. @throws NodeApiError */
export async function readCountryIds(this: SnelStartContext): Promise<CountryIds> {
	return new Map((await countries.call(this)).map(({ code, id }) => [code, id]));
}
