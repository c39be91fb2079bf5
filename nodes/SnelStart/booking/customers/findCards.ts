import type { IDataObject } from 'n8n-workflow';

import { anyOf, guidLiteral, textLiteral } from '../../../shared/snelStart/odata';
import { idOf } from '../../../shared/snelStart/idOf';
import { getAll, getAllOfEach, getAllWith } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { ifNotUnderstood } from '../ifNotUnderstood';
import { PARTS } from '../numberFilters';
import { defaultOrder, matchCustomer, vatKey } from './matchCustomer';
import type { MatchBy, RelationCard } from './matchCustomer';
import { spellingsOfName } from './spellingsOfName';
import { countryCodeOf } from './toRelation';
import type { CountryIds, CustomerCard } from './toRelation';

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
	const wanted = emails.flatMap((email) => [email.trim(), email.trim().toLowerCase()]);
	return await findCards.call(this, 'Email', wanted.filter(Boolean).map(textLiteral));
}

const properties: Record<MatchBy, string> = {
	email: 'Email',
	vatNumber: 'BtwNummer',
	chamberOfCommerceNumber: 'KvkNummer',
	name: 'Naam',
};

/** How the value may stand on a card; empty when the customer has none. */
const spellings: Record<MatchBy, (customer: CustomerCard) => string[]> = {
	email: ({ email }) => [email.trim(), email.trim().toLowerCase()],
	// SnelStart keeps Dutch numbers without NL, others as they were written (SS-444).
	vatNumber: ({ vatNumber }) => [vatKey(vatNumber), vatNumber.replace(/[^A-Za-z0-9]/g, '')],
	chamberOfCommerceNumber: ({ chamberOfCommerceNumber }) => [
		chamberOfCommerceNumber.trim(),
		chamberOfCommerceNumber.replace(/\D/g, ''),
	],
	name: ({ name }) => spellingsOfName(name),
};

/**
 * Finds the cards that customers may have, many per call: by the first of `orderOf`, and by each
 * next one only for those who have none yet. Last, the addresses of businesses that have still none
 * are looked for on cards that hold several: consumers' cards hardly do, and each look costs a call.
 *
 * @param countryIds of which the cards get their country
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findCardsOf(
	this: SnelStartContext,
	customers: readonly CustomerCard[],
	orderOf: (customer: CustomerCard) => readonly MatchBy[] = defaultOrder,
	countryIds?: CountryIds,
): Promise<RelationCard[]> {
	const cards: RelationCard[] = [];
	const longest = Math.max(0, ...customers.map((customer) => orderOf(customer).length));
	for (let step = 0; step < longest; step++) {
		const open = customers.filter(
			(customer) => matchCustomer(customer, cards, orderOf(customer)) === undefined,
		);
		for (const [by, property] of Object.entries(properties) as Array<[MatchBy, string]>) {
			const literals = open
				.filter((customer) => orderOf(customer)[step] === by)
				.flatMap((customer) => spellings[by](customer))
				.filter(Boolean)
				.map(textLiteral);
			cards.push(...(await findCards.call(this, property, literals, countryIds)));
		}
	}
	const emails = customers
		.filter((customer) => matchCustomer(customer, cards, orderOf(customer)) === undefined)
		.filter((customer) => customer.kind === 'business' && orderOf(customer).includes('email'))
		.flatMap((customer) => spellings.email(customer));
	return [...cards, ...(await findAmongSeveral.call(this, emails, countryIds))];
}

/**
 * The cards whose e-mail field holds one of the addresses anywhere, such as `a@mail.nl;b@mail.nl`. A
 * SnelStart that does not take `substringof` (only documented, SS-301) finds none.
 */
async function findAmongSeveral(
	this: SnelStartContext,
	emails: readonly string[],
	countryIds?: CountryIds,
): Promise<RelationCard[]> {
	const terms = [...new Set(emails.filter(Boolean))].map(
		(email) => `substringof(${textLiteral(email)}, Email) eq true`,
	);
	try {
		const rows = await getAllOfEach.call(this, '/relaties', anyOf(terms, PARTS));
		return rows.map((row) => toCard(row, countryIds));
	} catch (error) {
		ifNotUnderstood(error);
		return [];
	}
}

/** Reads relation cards by their ids, many per call. @throws NodeApiError */
export async function findCardsById(
	this: SnelStartContext,
	ids: readonly string[],
	countryIds?: CountryIds,
): Promise<RelationCard[]> {
	return await findCards.call(this, 'Id', ids.map(guidLiteral), countryIds);
}

/** Reads the cards whose relation codes lie between two others. @throws NodeApiError */
export async function findCardsBetween(
	this: SnelStartContext,
	after: number,
	before: number,
	countryIds: CountryIds,
): Promise<RelationCard[]> {
	const filter = `Relatiecode gt ${after} and Relatiecode lt ${before}`;
	const rows = await getAll.call(this, '/relaties', { filter });
	return rows.map((row) => toCard(row, countryIds));
}

/** Reads every relation card of the administration. @throws NodeApiError */
export async function findAllCards(
	this: SnelStartContext,
	countryIds?: CountryIds,
): Promise<RelationCard[]> {
	return (await getAll.call(this, '/relaties')).map((row) => toCard(row, countryIds));
}

async function findCards(
	this: SnelStartContext,
	property: string,
	literals: readonly string[],
	countryIds?: CountryIds,
): Promise<RelationCard[]> {
	const rows = await getAllWith.call(this, '/relaties', property, literals);
	return rows.map((row) => toCard(row, countryIds));
}

function toCard(row: IDataObject, countryIds: CountryIds = new Map()): RelationCard {
	const address = (row.vestigingsAdres ?? {}) as IDataObject;
	const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
	return {
		id: text(row.id).toLowerCase(),
		code: Number(row.relatiecode ?? 0),
		name: text(row.naam),
		email: text(row.email),
		vatNumber: text(row.btwNummer),
		chamberOfCommerceNumber: text(row.kvkNummer),
		postcode: text(address.postcode),
		country: countryCodeOf(idOf(address.land) ?? '', countryIds),
		isCustomer: JSON.stringify(row.relatiesoort ?? []).includes('"Klant"'),
		inactive: row.nonactief === true,
		...(Number(row.krediettermijn) > 0 && { creditTerm: Number(row.krediettermijn) }),
	};
}
