import type { IDataObject } from 'n8n-workflow';

import type { Simplified } from '../blocks/simplify';
import type { Place } from '../transport';

/** All refunds of the shop; each names its order in `parent_id`. */
export const shopRefunds: Place = { path: '/refunds', what: 'refund' };

export const refundsOf = (orderId: string): Place => ({
	path: `/orders/${orderId}/refunds`,
	what: 'refund',
});

export const refundPlace = (orderId: string, id: string): Place => ({
	path: `/orders/${orderId}/refunds/${id}`,
	what: 'refund',
});

export const simplifiedRefund: Simplified = {
	id: 'id',
	orderId: 'parent_id',
	createdAt: 'date_created_gmt',
	amount: 'amount',
	reason: 'reason',
	paidBack: 'refunded_payment',
};

/**
 * Refunds read by their order do not say which that is; they get the field the shop's whole list
 * has, so that both look the same.
 */
export const withOrder =
	(orderId: string) =>
	(refund: IDataObject): IDataObject => ({ ...refund, parent_id: Number(orderId) });
