import { answerAll, answerOne } from '../answers';
import type { Resource, Route } from '../routing';
import { plainLists } from '../seed';

/** Lists that are only read and that no OData option changes (reference 3.3). */
export const referenceLists: Resource = {
	routes: Object.entries(plainLists).flatMap(([path, { scope, rows }]): Route[] => [
		{ method: 'GET', path, scopes: [scope], answer: () => answerAll(rows) },
		{
			method: 'GET',
			path: `${path}/:id`,
			scopes: [scope],
			answer: (request) => answerOne(rows, request),
		},
	]),
};
