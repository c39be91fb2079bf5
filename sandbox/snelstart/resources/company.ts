import type { Answer } from '../../http';
import type { Books, Resource } from '../routing';
import { companyInfo } from '../seed';

const company = ({ bookYear, switches }: Books): Answer => ({
	status: 200,
	json: companyInfo(bookYear, switches),
});

/** The administration's own card; only factureerBuitenlandsBtw can be written (SS-223). */
export const companyResource: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'companyInfo',
			scopes: ['settings:read'],
			answer: (_request, books) => company(books),
		},
		{
			method: 'PUT',
			path: 'companyInfo',
			scopes: ['settings:write'],
			answer: ({ body }, books) => {
				const wanted = body?.get('factureerbuitenlandsbtw');
				if (typeof wanted === 'boolean') books.switches.foreignVat = wanted;
				return company(books);
			},
		},
		{
			method: 'GET',
			path: 'authorization/HasUserAccessToAdministration',
			scopes: [],
			answer: ({ call }) => ({
				status: 200,
				json: { hasAccess: (call.query.get('userIdentifier') ?? '') !== '' },
			}),
		},
		{ method: 'GET', path: 'echo', scopes: [], answer: () => ({ status: 204 }) },
		{
			method: 'GET',
			path: 'echo/:input',
			scopes: [],
			answer: ({ params }) => {
				const { input } = params;
				return input ? { status: 200, json: input } : { status: 204 };
			},
		},
	],
};
