import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { reason, told } from '../../../../bookkeeping';
import { needsAttention } from '../outcome';
import type { NotBooked } from '../outcome';
import { writeOnce } from '../writeOnce';
import { withoutRefusedFields } from './droppableFields';
import { findCardsOf } from './findCards';
import { matchCustomer } from './matchCustomer';
import type { MatchBy } from './matchCustomer';
import { countryIdOf, toRelation } from './toRelation';
import type { CountryIds, CustomerCard, NewRelation } from './toRelation';

/** A card that is there now. */
export interface CreatedCard {
	id: string;
	/** The relation code; `undefined` when SnelStart did not tell it. */
	code: number | undefined;
	/** Made by this call, and not merely found. */
	made: 'now' | 'perhapsNow' | 'earlier';
	/** What was left out because SnelStart did not accept it. */
	warnings: string[];
}

/**
 * Adds a relation for a customer that no card was found for (J050), once. An optional field that
 * SnelStart refuses is dropped once and reported.
 *
 * @param key what tells the customer apart
 * @param order by what the customer is found
 * @param lookedAt when he was looked for
 */
export async function createCustomer(
	this: SnelStartContext,
	customer: CustomerCard,
	countryIds: CountryIds,
	{ key, order, lookedAt }: { key: string; order: readonly MatchBy[]; lookedAt: number },
): Promise<CreatedCard | NotBooked> {
	const { country } = customer.address;
	if (country !== '' && countryIdOf(country, countryIds) === undefined) {
		return needsAttention(told(reason('COUNTRY_UNKNOWN', { case: 'snelStart', country })));
	}
	const post = (body: NewRelation) =>
		request.call(this, { method: 'POST', path: '/relaties', body });
	let warnings: string[] = [];
	const outcome = await writeOnce<Pick<CreatedCard, 'id' | 'code'>>(this, {
		key: `relation ${key}`,
		lookedAt,
		send: async () => {
			const relation = toRelation(customer, countryIds);
			const result = await post(relation);
			const smaller =
				result.outcome === 'refused' && withoutRefusedFields(relation, result.refusal);
			if (!smaller) return result;
			warnings = smaller.warnings;
			return await post(smaller.relation);
		},
		made: (data) => {
			const id = idOf(data);
			const { relatiecode: code } = data as { relatiecode?: unknown };
			return id === undefined
				? undefined
				: { id, code: typeof code === 'number' ? code : undefined };
		},
		look: async () => {
			const cards = await findCardsOf.call(this, [customer], () => order, countryIds);
			const ours = matchCustomer(customer, cards, order);
			return ours && { ours };
		},
	});
	if (outcome.state !== 'booked') return outcome;
	return { ...outcome.record, made: outcome.made, warnings };
}
