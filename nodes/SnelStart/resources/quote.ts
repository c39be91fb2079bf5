import type { Resource } from '../../shared/kit/resource';
import type { FilterProperty } from '../blocks/conditions';
import { create, getMany, getOne, remove, update, type Kind } from '../blocks/operations';
import * as orderFields from '../blocks/orderFields';
import { simplifySalesOrder } from './salesOrder/simplify';

const kind: Kind = {
	singular: 'quote',
	plural: 'quotes',
	path: '/offertes',
	simplify: simplifySalesOrder,
	id: { name: 'quoteId', displayName: 'Quote ID', description: "The 'ID' that Get Many returns" },
};

const conditions: FilterProperty[] = [
	['Changed On', 'ModifiedOn', 'date'],
	['Date', 'Datum', 'date'],
	['Description', 'Omschrijving', 'text'],
	['Number', 'Nummer', 'number'],
	['Reference', 'Orderreferentie', 'text'],
	['Relation ID', 'Relatie/Id', 'id'],
];

/** A quote has no other status than quote; an order made of it is a sales order. */
const additional = orderFields.additional.filter(({ path }) => path !== 'procesStatus');

/** Quotes (offertes). */
export const quote: Resource = {
	name: 'Quote (Offerte)',
	operations: {
		create: create(kind, {
			required: orderFields.required,
			additional,
			always: { procesStatus: 'Offerte' },
		}),
		delete: remove(kind),
		get: getOne(kind),
		getMany: getMany(kind, { conditions, changedSince: true }),
		update: update(kind, [...orderFields.required, ...additional]),
	},
	start: 'getMany',
};
