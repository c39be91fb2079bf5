import type { IDataObject } from 'n8n-workflow';

import { simplifyArticle } from '../resources/article/simplify';
import { simplifySalesOrder } from '../resources/salesOrder/simplify';
import { simplifyRelation, simplifySalesInvoice } from '../simplify';
import { changedRecords } from './changedRecords';
import { paidInvoices } from './paidInvoices';
import type { Poll } from './poll';
import { stockChanges } from './stockChanges';

/** One thing the trigger can watch. */
export interface WatchedEvent {
	path: string;
	simplify: (row: IDataObject) => IDataObject;
	/** @param partial whether payments in part count. */
	poll: (partial: boolean) => Poll<unknown>;
	/** Narrows an example for a test run. */
	example?: string;
}

const changes = (path: string): WatchedEvent['poll'] => {
	const poll = changedRecords(path) as Poll<unknown>;
	return () => poll;
};

export const watchedEvents: Record<string, WatchedEvent> = {
	articleChanged: {
		path: '/artikelen',
		simplify: simplifyArticle,
		poll: changes('/artikelen'),
	},
	invoicePaid: {
		path: '/verkoopfacturen',
		simplify: simplifySalesInvoice,
		poll: (partial) => paidInvoices(partial) as Poll<unknown>,
		example: 'OpenstaandSaldo eq 0',
	},
	relationChanged: {
		path: '/relaties',
		simplify: simplifyRelation,
		poll: changes('/relaties'),
	},
	salesInvoiceChanged: {
		path: '/verkoopfacturen',
		simplify: simplifySalesInvoice,
		poll: changes('/verkoopfacturen'),
	},
	salesOrderChanged: {
		path: '/verkooporders',
		simplify: simplifySalesOrder,
		poll: changes('/verkooporders'),
	},
	stockChanged: {
		path: '/artikelen',
		simplify: simplifyArticle,
		poll: () => stockChanges as Poll<unknown>,
		example: 'VoorraadControle eq true',
	},
};
