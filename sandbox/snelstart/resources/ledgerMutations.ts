import { answerOData, answerOne } from '../answers';
import { ledgerMutations as mutationsOf, mutationEntity } from '../ledgerMutations';
import type { Resource } from '../routing';

/** Ledger mutations (grootboekmutaties): only read. */
export const ledgerMutations: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'grootboekmutaties',
			scopes: ['boekhouden:read'],
			answer: (request, books) => answerOData(mutationsOf(books), request, mutationEntity, books),
		},
		{
			method: 'GET',
			path: 'grootboekmutaties/:id',
			scopes: ['boekhouden:read'],
			answer: (request, books) => answerOne(mutationsOf(books), request),
		},
	],
};
