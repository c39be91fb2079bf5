import { accounts } from '../accounts';
import { answerOData, answerOne } from '../answers';
import { entities } from '../odata';
import type { Resource } from '../routing';

/** The chart of accounts (grootboeken). */
export const ledgerAccounts: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'grootboeken',
			scopes: ['boekhouden:read'],
			answer: (request, books) => answerOData(accounts, request, entities.grootboeken, books),
		},
		{
			method: 'GET',
			path: 'grootboeken/:id',
			scopes: ['boekhouden:read'],
			answer: (request) => answerOne(accounts, request),
		},
	],
};
