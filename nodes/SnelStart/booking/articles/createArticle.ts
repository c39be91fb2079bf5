import { type SalesOrderLine, cutText } from '../../../../bookkeeping';
import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { reasonOf, unsettledReason, verdictOf } from '../bookResult';
import type { NotBooked } from '../bookResult';
import { lookAfterWrite } from '../lookAfterWrite';
import { findItems, itemWith } from './findArticles';
import type { Item } from './findArticles';

const DUPLICATE_CODE = 'ART-0005';

/** An item to add; its price in euro, when it has one. */
export type NewItem = SalesOrderLine['item'] & { price?: number };

/** An item that is there now; `created` when this call added it. */
export type ItemOutcome = { item: Item; created: boolean } | NotBooked;

/**
 * Adds an item (artikel) with the revenue group of its VAT rate (J052, J180). Sent once: when
 * SnelStart says that the code exists, or gives no answer, the code is looked up.
 */
export async function createItem(
	this: SnelStartContext,
	{ code, description, revenueGroupId, price }: NewItem,
): Promise<ItemOutcome> {
	const body = {
		artikelcode: code,
		omschrijving: cutText(description, 250),
		artikelOmzetgroep: { id: revenueGroupId },
		isNonActief: false,
		...(price !== undefined && { verkoopprijs: price }),
	};
	const result = await request.call(this, { method: 'POST', path: '/artikelen', body });
	const id = result.outcome === 'ok' ? idOf(result.data) : undefined;
	if (id !== undefined) {
		return { item: { id, code, inactive: false, revenueGroupId }, created: true };
	}
	if (result.outcome === 'refused' && !result.refusal.codes.includes(DUPLICATE_CODE)) {
		const verdict = verdictOf(result.refusal);
		const state = verdict === 'attention' ? 'needsAttention' : 'ready';
		return { state, reason: reasonOf(result.refusal), stop: verdict === 'stop' };
	}
	const look = await lookAfterWrite(async () => itemWith(code, await findItems.call(this, [code])));
	if (look.found) return { item: look.found, created: result.outcome !== 'refused' };
	if (result.outcome === 'refused') {
		const state = look.unavailable ? 'ready' : 'needsAttention';
		return { state, reason: reasonOf(result.refusal), stop: look.unavailable };
	}
	const reason = unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined);
	return { state: 'unknown', reason, stop: look.unavailable };
}
