import { collection } from '../collection';
import type { MoneyEntryKind } from '../moneyEntryLines';
import { moneyEntryProblems, settle } from '../moneyEntryRules';
import type { Resource } from '../routing';

interface MoneyResource extends MoneyEntryKind {
	entity: string;
	parameter: string;
	/** `bankieren` gives the scopes `bankieren:read` and `bankieren:write`. */
	scope: string;
	/** There is no list of memorials (SS-209). */
	hasList: boolean;
}

function moneyEntries({ entity, parameter, scope, hasList, ...kind }: MoneyResource): Resource {
	return collection({
		path: kind.path,
		entity,
		parameter,
		scopes: { read: [`${scope}:read`], write: [`${scope}:write`] },
		operations: [...(hasList ? (['list'] as const) : []), 'get', 'create', 'replace', 'delete'],
		pageSize: 500,
		fieldCodes: { boekstuk: { wrong: 'BOE-0068' }, omschrijving: { wrong: 'BOE-0071' } },
		check: moneyEntryProblems(kind),
		complete: (record, books, current) => {
			if (current) settle(current, books, -1);
			settle(record, books, 1);
		},
		deleted: (row, books) => settle(row, books, -1),
	});
}

/** Bank entries (bankboekingen). */
export const bankEntries = moneyEntries({
	path: 'bankboekingen',
	entity: 'BankboekingModel',
	parameter: 'bankboeking',
	scope: 'bankieren',
	hasList: true,
	journalKind: 'Bank',
	ledgerLines: 'grootboekBoekingsRegels',
	journalNotFound: 'BOE-0096',
	journalInactive: 'BOE-0096',
});

/** Cash entries (kasboekingen). */
export const cashEntries = moneyEntries({
	path: 'kasboekingen',
	entity: 'KasboekingModel',
	parameter: 'kasboeking',
	scope: 'kas',
	hasList: true,
	journalKind: 'Kas',
	ledgerLines: 'grootboekBoekingsRegels',
	journalNotFound: 'BOE-0025',
	journalInactive: 'BOE-0024',
});

/** Memorial entries (memoriaalboekingen). */
export const memorialEntries = moneyEntries({
	path: 'memoriaalboekingen',
	entity: 'MemoriaalboekingModel',
	parameter: 'memoriaalboeking',
	scope: 'memoriaal',
	hasList: false,
	journalKind: 'Memoriaal',
	ledgerLines: 'memoriaalBoekingsRegels',
	journalNotFound: 'BOE-0095',
	journalInactive: 'BOE-0095',
});
