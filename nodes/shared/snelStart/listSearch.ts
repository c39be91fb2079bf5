import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { idOf } from './idOf';
import { allOf, textLiteral } from './odata';
import { readList } from './transport';
import {
	costCentres,
	countries,
	journals,
	ledgerAccounts,
	revenueGroups,
	salesOrderTemplates,
} from './referenceData';

const ROWS_SHOWN = 100;
/** SnelStart's own page of articles (SS-310). */
const ARTICLES_SHOWN = 25;

/**
 * The filter "one of these properties holds the text". Whether SnelStart minds capitals is not
 * known, so the usual ways to write a text are all looked for.
 */
function holds(properties: readonly string[], text: string): string {
	const lower = text.toLowerCase();
	const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
	const forms = [...new Set([text, lower, capital, text.toUpperCase()])];
	return properties
		.flatMap((property) =>
			forms.map((form) => `substringof(${textLiteral(form)}, ${property}) eq true`),
		)
		.join(' or ');
}

/** "From List" for a relation: searches in the name, customers and suppliers alike. */
export async function searchRelations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const skip = Number(paginationToken ?? 0);
	const $filter = allOf(['Nonactief eq false', filter && holds(['Naam'], filter)])!;
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

/** A list that SnelStart gives as a whole, searched here in what is shown. */
function searchIn<T extends { id: string }>(
	load: (this: ILoadOptionsFunctions) => Promise<T[]>,
	label: (record: T) => string,
	fits: (record: T) => boolean = () => true,
) {
	return async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const wanted = filter.trim().toLowerCase();
		const records = (await load.call(this)).filter(fits);
		return {
			results: records
				.map((record) => ({ name: label(record), value: record.id }))
				.filter(({ name }) => name.toLowerCase().includes(wanted)),
		};
	};
}

const isActive = ({ inactive }: { inactive: boolean }): boolean => !inactive;
const numbered = ({ number, name }: { number: number; name: string }): string =>
	`${number} ${name}`;

/** "From List" for an active ledger account: searches in number and name. */
export const searchLedgerAccounts = searchIn(ledgerAccounts, numbered, isActive);

/** "From List" for an active cost centre: searches in number and name. */
export const searchCostCentres = searchIn(costCentres, numbered, isActive);

/** "From List" for an active journal: searches in number, name and kind. */
export const searchJournals = searchIn(
	journals,
	(journal) => `${numbered(journal)} (${journal.kind})`,
	isActive,
);

const journalsOf = (kind: string) =>
	searchIn(journals, numbered, (journal) => isActive(journal) && journal.kind === kind);

/** "From List" for an active bank journal: searches in number and name. */
export const searchBankJournals = journalsOf('Bank');

/** "From List" for an active cash journal: searches in number and name. */
export const searchCashJournals = journalsOf('Kas');

/** "From List" for an active memorial journal: searches in number and name. */
export const searchMemorialJournals = journalsOf('Memoriaal');

/** "From List" for a sales entry of which something is open: searches in the invoice number. */
export async function searchOpenSalesEntries(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const skip = Number(paginationToken ?? 0);
	const wanted = filter?.trim();
	const invoices = await readList.call(this, '/verkoopfacturen', {
		$filter: allOf([
			'OpenstaandSaldo ne 0',
			wanted && `substringof(${textLiteral(wanted)}, Factuurnummer) eq true`,
		])!,
		$top: ROWS_SHOWN,
		...(skip > 0 && { $skip: skip }),
	});
	return {
		results: invoices
			.map(({ factuurnummer, openstaandSaldo, verkoopBoeking }) => ({
				name: `${String(factuurnummer)} (${Number(openstaandSaldo).toFixed(2)} open)`,
				value: idOf(verkoopBoeking) ?? '',
			}))
			.filter(({ value }) => value !== ''),
		...(invoices.length === ROWS_SHOWN && { paginationToken: String(skip + ROWS_SHOWN) }),
	};
}

/** "From List" for a revenue group: searches in number and name. */
export const searchRevenueGroups = searchIn(revenueGroups, numbered, isActive);

/** "From List" for a country: searches in name and code. */
export const searchCountries = searchIn(countries, ({ name, code }) => `${name} (${code})`);

/** "From List" for a sales order template: searches in the name. */
export const searchSalesOrderTemplates = searchIn(
	salesOrderTemplates,
	({ name }) => name,
	({ inactive, newOrdersBlocked }) => !inactive && !newOrdersBlocked,
);

/** "From List" for an active article: searches in code and description. */
export async function searchArticles(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const skip = Number(paginationToken ?? 0);
	const wanted = filter?.trim();
	const $filter = allOf([
		'IsNonActief eq false',
		wanted && holds(['Artikelcode', 'Omschrijving'], wanted),
	])!;
	const articles = await readList.call(this, '/artikelen', {
		$filter,
		$top: ARTICLES_SHOWN,
		...(skip > 0 && { $skip: skip }),
	});
	return {
		results: articles.map(({ id, artikelcode, omschrijving }) => ({
			name: `${String(artikelcode)} ${String(omschrijving)}`,
			value: String(id),
		})),
		...(articles.length === ARTICLES_SHOWN && { paginationToken: String(skip + ARTICLES_SHOWN) }),
	};
}
