import type { Resource } from '../../../shared/kit/resource';
import {
	description,
	entryLines,
	invoiceAmount,
	invoiceNumber,
	vatRows,
	voucher,
} from '../../blocks/entryFields';
import { day, number, reference } from '../../blocks/field';
import { create, getOne, remove, update, type Kind } from '../../blocks/operations';
import { simplifySalesEntry } from '../../simplify';
import { bookOperation, findBookedOperation, readBookedOperation } from './book';

const kind: Kind = {
	singular: 'sales entry',
	plural: 'sales entries',
	path: '/verkoopboekingen',
	simplify: simplifySalesEntry,
	id: {
		name: 'salesEntryId',
		displayName: 'Sales Entry ID',
		description: "The 'salesEntryId' that Book or Sales Invoice returns",
	},
};

const required = [
	invoiceNumber,
	reference(
		{
			path: 'klant',
			name: 'relationId',
			displayName: 'Relation',
			description: 'The customer (klant)',
		},
		'searchRelations',
	),
	day({
		path: 'factuurdatum',
		name: 'invoiceDate',
		displayName: 'Invoice Date',
		description: 'Also the day it is booked on',
	}),
	invoiceAmount,
	entryLines,
];

const additional = [
	description,
	number({
		path: 'betalingstermijn',
		name: 'paymentTermDays',
		displayName: 'Payment Term (Days)',
		description: 'From 0 to 999 days',
	}),
	vatRows([
		['High (Verkopen Hoog)', 'VerkopenHoog'],
		['Low (Verkopen Laag)', 'VerkopenLaag'],
		['Other (Verkopen Overig)', 'VerkopenOverig'],
		['Reverse Charge (Verkopen Verlegd)', 'VerkopenVerlegd'],
	]),
	voucher,
];

/** Sales entries (verkoopboekingen). Book handles drafts; the rest is SnelStart's own record. */
export const salesEntry: Resource = {
	name: 'Sales Entry (Verkoopboeking)',
	operations: {
		book: bookOperation(
			'Book sales entries',
			'Book drafts of orders with their customers, never twice',
		),
		create: create(kind, { required, additional }),
		delete: remove(kind),
		findBooked: findBookedOperation,
		get: getOne(kind),
		readBooked: readBookedOperation,
		update: update(kind, [...required, ...additional]),
	},
	start: 'book',
};
