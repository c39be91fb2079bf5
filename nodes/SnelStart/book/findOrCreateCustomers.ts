import type { BookableDraft } from '../../../bookkeeping/draft';
import { countries } from '../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { ownReason } from './bookResult';
import { createCustomer } from './createCustomer';
import type { CustomerOutcome } from './createCustomer';
import { findCardsByEmail } from './findCards';
import { customerKey, matchCustomer } from './matchCustomer';
import type { CountryIds, CustomerCard } from './toRelation';

/** Gives the relation a draft is booked on; a new one is added at most once per batch. */
export type CustomerFinder = (draft: BookableDraft) => Promise<CustomerOutcome>;

/**
 * Looks up the cards of all customers at once (J050) and answers with a finder that adds the missing
 * ones when their turn comes. Everything that can be read is read here, before anything is written.
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findOrCreateCustomers(
	this: SnelStartContext,
	drafts: readonly BookableDraft[],
): Promise<CustomerFinder> {
	const wanted = new Map<string, CustomerCard>();
	for (const { customer } of drafts) {
		if (customer.kind !== 'fixedDebtor' && customer.email.trim() !== '') {
			wanted.set(customerKey(customer), customer);
		}
	}
	const emails = [...wanted.values()].map(({ email }) => email);
	const cards = await findCardsByEmail.call(this, emails);
	const outcomes = new Map<string, CustomerOutcome>();
	for (const [key, customer] of wanted) {
		const card = matchCustomer(customer, cards);
		if (card) outcomes.set(key, { relationId: card.id, created: false, warnings: [] });
	}
	const isComplete = outcomes.size === wanted.size;
	const countryIds = isComplete ? new Map<string, string>() : await readCountryIds.call(this);

	return async ({ customer }) => {
		if (customer.kind === 'fixedDebtor') {
			return { relationId: customer.relationId, created: false, warnings: [] };
		}
		if (customer.email.trim() === '') {
			const reason = ownReason('CUSTOMER_WITHOUT_EMAIL');
			return { state: 'needsAttention', reason, stop: false };
		}
		const key = customerKey(customer);
		const known = outcomes.get(key);
		if (known) return known;
		const outcome = await createCustomer.call(this, customer, countryIds);
		const isThere = 'relationId' in outcome;
		outcomes.set(key, isThere ? { ...outcome, created: false, warnings: [] } : outcome);
		return outcome;
	};
}

/** The ids of all countries. @throws NodeApiError */
export async function readCountryIds(this: SnelStartContext): Promise<CountryIds> {
	return new Map((await countries.call(this)).map(({ code, id }) => [code, id]));
}
