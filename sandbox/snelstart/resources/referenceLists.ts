import { answerAll, answerOne } from '../answers';
import type { Resource, Route, RouteCall } from '../routing';
import { plainLists } from '../seed';

/** Lists that are only read and that no OData option changes (SS-320). */
export const referenceLists: Resource = {
	routes: Object.entries(plainLists).flatMap(([path, { scope, rows, hasGet }]): Route[] => [
		{ method: 'GET', path, scopes: [scope], answer: () => answerAll(rows) },
		...(hasGet
			? [
					{
						method: 'GET' as const,
						path: `${path}/:id`,
						scopes: [scope],
						answer: (request: RouteCall) => answerOne(rows, request),
					},
				]
			: []),
	]),
};
