import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext, SnelStartRequest } from '../../../shared/snelStart/transport';
import { ownReason, reasonOf, unsettledReason, verdictOf } from '../bookResult';
import type { Reason } from '../bookResult';
import { withoutRefusedFields } from './droppableFields';
import { findCardsOf } from './findCards';
import { lookAfterWrite } from '../lookAfterWrite';
import { defaultOrder, matchCustomer } from './matchCustomer';
import type { MatchBy } from './matchCustomer';
import { countryIdOf, toRelation } from './toRelation';
import type { CountryIds, CustomerCard, NewRelation } from './toRelation';

/** A relation to book on, or why there is none; `stop` when the next ones need not be tried. */
export type CustomerOutcome =
	| { relationId: string; created: boolean; warnings: string[] }
	| { state: 'needsAttention' | 'unknown' | 'ready'; reason: Reason; stop: boolean };

/**
 * Adds a relation for a customer that no card was found for (J050). An optional field that SnelStart
 * refuses is dropped once and reported. Without an answer the relation is looked up as
 * customers are and taken over; never sent again.
 */
export async function createCustomer(
	this: SnelStartContext,
	customer: CustomerCard,
	countryIds: CountryIds,
	order: readonly MatchBy[] = defaultOrder(customer),
): Promise<CustomerOutcome> {
	const { country } = customer.address;
	if (country !== '' && countryIdOf(country, countryIds) === undefined) {
		return { state: 'needsAttention', reason: ownReason('COUNTRY_UNKNOWN', country), stop: false };
	}
	let relation = toRelation(customer, countryIds);
	let warnings: string[] = [];
	let result = await request.call(this, toPost(relation));
	if (result.outcome === 'refused') {
		const smaller = withoutRefusedFields(relation, result.refusal);
		if (smaller) {
			({ relation, warnings } = smaller);
			result = await request.call(this, toPost(relation));
		}
	}
	if (result.outcome === 'refused') {
		const verdict = verdictOf(result.refusal);
		const state = verdict === 'attention' ? 'needsAttention' : 'ready';
		return { state, reason: reasonOf(result.refusal), stop: verdict === 'stop' };
	}
	const id = result.outcome === 'ok' ? idOf(result.data) : undefined;
	if (id !== undefined) return { relationId: id, created: true, warnings };
	const look = await lookAfterWrite(async () =>
		matchCustomer(customer, await findCardsOf.call(this, [customer], () => order), order),
	);
	if (look.found) return { relationId: look.found.id, created: true, warnings };
	return {
		state: 'unknown',
		reason: unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined),
		stop: look.unavailable,
	};
}

function toPost(body: NewRelation): SnelStartRequest {
	return { method: 'POST', path: '/relaties', body };
}
