import { answerOData } from '../answers';
import { typeNameOf } from '../collection';
import { notFound } from '../errors';
import { odataShape } from '../model';
import type { Resource } from '../routing';
import { foreignVatRates } from '../seed';

const definitions = [
	['SR', 'Standaard', 'Standaardtarief'],
	['RRH', 'Verlaagd hoog', 'Verlaagd tarief hoog'],
	['RRL', 'Verlaagd laag', 'Verlaagd tarief laag'],
	['PR', 'Parkeer', 'Parkeertarief'],
	['SRR', 'Superverlaagd', 'Superverlaagd tarief'],
].map(([rateCode, shortName, name]) => ({ rateCode, shortName, name }));

const entity = (name: string) => ({ typeName: typeNameOf(name), shape: odataShape(name) });

/** VAT of other EU countries (vatrates), by three-letter country, and what its codes mean. */
export const foreignVat: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'vatrates',
			scopes: ['settings:read'],
			answer: (request, books) =>
				answerOData(foreignVatRates, request, entity('VatRatesModel'), books),
		},
		{
			method: 'GET',
			path: 'vatrates/:id',
			scopes: ['settings:read'],
			answer: ({ params }) => {
				const found = foreignVatRates.find(({ countryCode }) => countryCode === params.id);
				return found ? { status: 200, json: found } : notFound();
			},
		},
		{
			method: 'GET',
			path: 'vatratedefinitions',
			scopes: ['settings:read'],
			answer: (request, books) =>
				answerOData(definitions, request, entity('VatRateDefinitionModel'), books),
		},
	],
};
