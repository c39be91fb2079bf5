import type { Kind } from '../build/flow';
import { is, isBelow, isNot, updateRows } from './table';

/** Frees what a run that died two hours ago still holds; what became of it nobody knows. */
export const letClaimsExpire = (among: ReturnType<typeof is<'shop' | 'kind'>>): Kind =>
	updateRows(
		'WebshopOrders',
		[
			is('client', '={{ $json.client }}'),
			among,
			is('state', 'booking'),
			isBelow('updatedAt', '={{ $now.minus({ hours: 2 }).toISO() }}'),
		],
		{ state: 'unknown', claimId: '' },
	);

/** Says in the order table that the shop did not give an order; it stays in its state. */
export const recordOrderNotRead = (orderKey: string): Kind =>
	updateRows(
		'WebshopOrders',
		[is('orderKey', orderKey), isNot('state', 'booked'), isNot('state', 'booking')],
		{
			code: 'ORDER_NOT_READ',
			message: "={{ $json.error?.message ?? $json.error ?? 'The shop did not give the order.' }}",
			tip: 'The order is tried again by every run. Is it gone from the shop, then set state to nothingToBook.',
		},
	);
