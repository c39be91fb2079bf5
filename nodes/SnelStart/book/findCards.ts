import type { IDataObject } from 'n8n-workflow';

import { guidLiteral, orFilters, textLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import type { RelationCard } from './matchCustomer';

/**
 * Finds relation cards by e-mail address, many per call. Whether SnelStart minds capitals is not
 * known, so an address with capitals is asked both as it is and in lower case.
 *
 * @throws NodeApiError when SnelStart refuses the look-up
 */
export async function findCardsByEmail(
	this: SnelStartContext,
	emails: readonly string[],
): Promise<RelationCard[]> {
	const spellings = emails.flatMap((email) => [email.trim(), email.trim().toLowerCase()]);
	return await findCards.call(this, 'Email', spellings.filter(Boolean).map(textLiteral));
}

/** Reads relation cards by their ids, many per call. @throws NodeApiError */
export async function findCardsById(
	this: SnelStartContext,
	ids: readonly string[],
): Promise<RelationCard[]> {
	return await findCards.call(this, 'Id', ids.map(guidLiteral));
}

async function findCards(
	this: SnelStartContext,
	property: string,
	literals: readonly string[],
): Promise<RelationCard[]> {
	const cards: RelationCard[] = [];
	for (const filter of orFilters(property, literals)) {
		const rows = await getAll.call(this, '/relaties', { filter });
		cards.push(...rows.map(toCard));
	}
	return cards;
}

function toCard(row: IDataObject): RelationCard {
	const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
	return {
		id: text(row.id).toLowerCase(),
		code: Number(row.relatiecode ?? 0),
		name: text(row.naam),
		email: text(row.email),
		vatNumber: text(row.btwNummer),
		chamberOfCommerceNumber: text(row.kvkNummer),
		isCustomer: JSON.stringify(row.relatiesoort ?? []).includes('"Klant"'),
		inactive: row.nonactief === true,
	};
}
