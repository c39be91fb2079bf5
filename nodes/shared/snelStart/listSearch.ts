import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { allOf, textLiteral } from './odata';
import { readList } from './transport';
import { countries, ledgerAccounts, revenueGroups } from './referenceData';

const ROWS_SHOWN = 100;

/** "From List" for a relation: searches in the name, customers and suppliers alike. */
export async function searchRelations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const skip = Number(paginationToken ?? 0);
	const $filter = allOf([
		'Nonactief eq false',
		filter && `substringof(${textLiteral(filter)}, Naam) eq true`,
	])!;
	const relations = await readList.call(this, '/relaties', {
		$filter,
		$top: ROWS_SHOWN,
		...(skip > 0 && { $skip: skip }),
	});
	return {
		results: relations
			.map(({ id, naam, relatiecode }) => ({
				name: `${String(naam)} (${String(relatiecode)})`,
				value: String(id),
			}))
			.sort((a, b) => a.name.localeCompare(b.name, 'nl')),
		...(relations.length === ROWS_SHOWN && { paginationToken: String(skip + ROWS_SHOWN) }),
	};
}

/** "From List" for an active ledger account: searches in number and name. */
export async function searchLedgerAccounts(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const accounts = await ledgerAccounts.call(this);
	const wanted = filter.trim().toLowerCase();
	return {
		results: accounts
			.filter(({ inactive }) => !inactive)
			.map(({ id, number, name }) => ({ name: `${number} ${name}`, value: id }))
			.filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}

/** Dropdown of countries by name. */
export async function getCountries(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return (await countries.call(this)).map(({ id, name }) => ({ name, value: id }));
}

/** Dropdown of item revenue groups (artikelomzetgroepen) by number. */
export async function getRevenueGroups(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const groups = await revenueGroups.call(this);
	return groups
		.filter(({ inactive }) => !inactive)
		.map(({ id, number, name, vatKind }) => ({
			name: `${number} ${name}`,
			value: id,
			...(vatKind && { description: `VAT: ${vatKind}` }),
		}));
}
