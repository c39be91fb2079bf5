import { accountsIn } from '../accountLookup';
import { accounts, kindsOf, type Account } from '../accounts';
import { collection } from '../collection';
import type { Route } from '../routing';

/** Functions that only one account may have: those of journals and of VAT. */
const isUnique = (purpose: unknown): boolean => /^(Dagboek|Btw)/.test(String(purpose));

const chart = collection({
	path: 'grootboeken',
	entity: 'GrootboekModel',
	parameter: 'grootboek',
	scopes: { read: ['boekhouden:read'], write: ['boekhouden:write'] },
	operations: ['list', 'get', 'create'],
	pageSize: 500,
	fieldCodes: {
		omschrijving: { missing: 'BOE-0084', wrong: 'BOE-0088' },
		grootboekfunctie: { missing: 'BOE-0085', wrong: 'BOE-0085' },
	},
	check: (record, { ledger }) => {
		const others = accountsIn(ledger);
		const { nummer, grootboekfunctie } = record;
		return [
			...(others.some((one) => one.nummer === nummer) ? (['BOE-0086'] as const) : []),
			...(isUnique(grootboekfunctie) &&
			others.some((one) => one.grootboekfunctie === grootboekfunctie)
				? (['BOE-0087'] as const)
				: []),
		];
	},
	complete: (record) => {
		record.grootboekRubriek = 'Overig';
		record.rgsCode = [];
		record.btwSoort = kindsOf[String(record.grootboekfunctie)] ?? ['Geen'];
		record.rekeningCode ??= Number(record.nummer) < 4000 ? 'Balans' : 'WinstEnVerlies';
	},
	rows: () => accounts.map((account: Account) => ({ ...account })),
});

/** Function 15 was answered with a bare 500 (SS-261). */
const isBroken = (purpose: unknown): boolean => String(purpose).toLowerCase() === 'verkopenbtwvrij';

/** The chart of accounts (grootboeken); accounts are added, never changed or removed. */
export const ledgerAccounts = {
	...chart,
	routes: chart.routes.map(
		(route): Route =>
			route.method === 'POST'
				? {
						...route,
						answer: (request, books) =>
							isBroken(request.body?.get('grootboekfunctie'))
								? { status: 500, json: { Message: 'An error has occurred.' } }
								: route.answer(request, books),
					}
				: route,
	),
};
