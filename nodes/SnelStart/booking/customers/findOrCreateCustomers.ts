import type { CustomerDraft } from '../../../../bookkeeping';
import { countries } from '../../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { ownReason } from '../bookResult';
import { createCustomer } from './createCustomer';
import type { CustomerOutcome } from './createCustomer';
import { findCardsOf } from './findCards';
import { customerKey, defaultOrder, matchCustomer } from './matchCustomer';
import type { MatchBy, RelationCard } from './matchCustomer';
import type { CountryIds, CustomerCard } from './toRelation';

/** Gives the relation a draft is booked on; a new one is added at most once per batch. */
export type CustomerFinder = (draft: { customer: CustomerDraft }) => Promise<CustomerOutcome>;

/**
 * Looks up the cards of all customers at once (J050) and answers with a finder that adds the missing
 * ones when their turn comes. Everything that can be read is read here, before anything is written.
 *
 * @param orderOf by what each customer is found, see `defaultOrder`
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findOrCreateCustomers(
	this: SnelStartContext,
	drafts: ReadonlyArray<{ customer: CustomerDraft }>,
	orderOf: (customer: CustomerCard) => readonly MatchBy[] = defaultOrder,
): Promise<CustomerFinder> {
	// Who chose the order may have chosen the name alone; two namesakes are two customers then.
	const isUsual = orderOf === defaultOrder;
	const keyOf = (customer: CustomerCard) =>
		isUsual ? customerKey(customer) : JSON.stringify([customer, orderOf(customer)]);
	const canBeFound = (customer: CustomerCard) => !isUsual || canBeFoundAgain(customer);
	const wanted = new Map<string, CustomerCard>();
	for (const { customer } of drafts) {
		if (customer.kind !== 'fixedDebtor' && canBeFound(customer)) {
			wanted.set(keyOf(customer), customer);
		}
	}
	const customers = [...wanted.values()];
	const cards = await findCardsOf.call(this, customers, orderOf);
	const isComplete = customers.every((one) => matchCustomer(one, cards, orderOf(one)));
	const countryIds = isComplete ? new Map<string, string>() : await readCountryIds.call(this);
	const failures = new Map<string, CustomerOutcome>();
	// Customers are added one after the other, so that two orders of one never add it twice.
	let lastAdded: Promise<unknown> = Promise.resolve();
	const addOnce = async (customer: CustomerCard): Promise<CustomerOutcome> => {
		const key = keyOf(customer);
		const failed = failures.get(key);
		if (failed) return failed;
		const card = matchCustomer(customer, cards, orderOf(customer));
		if (card) return { relationId: card.id, created: false, warnings: [] };
		const outcome = await createCustomer.call(this, customer, countryIds, orderOf(customer));
		// The next order of this customer, in whatever spelling, is on the card that was just made.
		if ('relationId' in outcome) cards.push(cardOf(customer, outcome.relationId));
		else failures.set(key, outcome);
		return outcome;
	};

	return async ({ customer }) => {
		if (customer.kind === 'fixedDebtor') {
			return { relationId: customer.relationId, created: false, warnings: [] };
		}
		if (!canBeFound(customer)) {
			const reason = ownReason('CUSTOMER_CANNOT_BE_FOUND');
			return { state: 'needsAttention', reason, stop: false };
		}
		const card = matchCustomer(customer, cards, orderOf(customer));
		if (card) return { relationId: card.id, created: false, warnings: [] };
		const mine = lastAdded.then(() => addOnce(customer));
		lastAdded = mine.catch(() => undefined);
		return await mine;
	};
}

/** Something a later run finds the card by, so that no order adds the same customer again. */
function canBeFoundAgain(customer: CustomerCard): boolean {
	const { email, vatNumber, chamberOfCommerceNumber, address } = customer;
	const numbers = customer.kind === 'business' ? [vatNumber, chamberOfCommerceNumber] : [];
	return [email, address.postcode, ...numbers].some((value) => value.trim() !== '');
}

function cardOf(customer: CustomerCard, id: string): RelationCard {
	const { name, email, vatNumber, chamberOfCommerceNumber, address } = customer;
	return {
		...{ id, name, email, vatNumber, chamberOfCommerceNumber },
		postcode: address.postcode,
		code: Number.MAX_SAFE_INTEGER,
		isCustomer: true,
		inactive: false,
	};
}

/** The ids of all countries. @throws NodeApiError */
export async function readCountryIds(this: SnelStartContext): Promise<CountryIds> {
	return new Map((await countries.call(this)).map(({ code, id }) => [code, id]));
}
