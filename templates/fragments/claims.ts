import { CLAIM_HOURS, claimable, expiredClaim, whereState } from '../../bookkeeping';
import type { Kind } from '../build/flow';
import { note, whatItSaid } from '../build/note';
import { is, isBelow, updateRows } from './table';

const unread = note('ORDER_NOT_READ', { case: 'order' });

/** Frees what a run that died two hours ago still holds; what became of it nobody knows. */
export const letClaimsExpire = (among: ReturnType<typeof is<'shop' | 'kind' | 'orderKey'>>): Kind =>
	updateRows(
		'WebshopOrders',
		[
			is('client', '={{ $json.client }}'),
			among,
			...whereState(['booking']),
			isBelow('updatedAt', `={{ $now.minus({ hours: ${CLAIM_HOURS} }).toISO() }}`),
		],
		{ ...expiredClaim },
	);

/** Says in the order table that the shop did not give an order; it stays in its state. */
export const recordOrderNotRead = (orderKey: string): Kind =>
	updateRows('WebshopOrders', [is('orderKey', orderKey), ...whereState(claimable)], {
		...unread,
		message: whatItSaid(unread.message),
	});
