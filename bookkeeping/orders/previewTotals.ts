import { DateTime } from 'luxon';

import { draftText } from '../codes/draftTexts';
import { bookingRecordOf } from '../orderTable/bookingRecord';
import { readFound } from '../orderTable/found';
import { resultRow } from '../orderTable/result';
import type { Settings } from '../settings/settings';
import { isWaiting, numberOfPart, payoutSeries } from '../totals/series';
import { transformTotal } from '../totals/transformTotal';
import type { RawObject } from '../trade/fields';
import { groupBy } from '../trade/groupBy';
import { previewOf, type PreviewRow } from './preview';
import type { TransformedOrder } from './transform';

/**
 * The day totals that these orders would be booked in, as they would be booked of these orders alone:
 * one row each, drafted of the same records as when they are booked. Which payout will name an order
 * nobody knows yet: what waits for its payout is shown apart, per month and country.
 */
export function previewTotals(
	orders: readonly TransformedOrder[],
	settings: Settings,
): PreviewTotal[] {
	const { lineLanguage: language } = settings;
	const ofTotals = orders.filter(({ draft }) => seriesOf(draft) !== '');
	const groups = groupBy(ofTotals, ({ shop, draft }) => JSON.stringify([shop, numberFor(draft)]));
	return [...groups.values()].map((group) => {
		const { client, shop, draft } = group[0]!;
		const number = numberFor(draft);
		const waits = isWaiting(seriesOf(draft));
		const records = new Map(group.map((order) => [order.orderKey, recordOf(order)]));
		const keys = new Set(records.keys());
		const total = transformTotal({ client, shop, number }, keys, records, settings);
		const row = previewOf({ ...named, ...total }, undefined, language);
		const day = total.draft?.invoiceDate ?? '';
		const shown = waits ? { orderNumber: anyPayout(number), dayTotal: anyPayout(number) } : {};
		const name = waits ? 'totalsOfPayouts' : 'totalOfPreview';
		const notes = draftText(language, name, { orders: group.length });
		return { row: { ...row, date: day, dayTotal: number, ...shown, notes }, orders: group };
	});
}

/** A total of the preview, and the orders in it. */
export interface PreviewTotal {
	row: PreviewRow;
	orders: TransformedOrder[];
}

/** The number of the total; of what waits for a payout that of one payout for all of it. */
const numberFor = (draft: TransformedOrder['draft']): string => {
	const series = seriesOf(draft);
	return isWaiting(series) ? payoutSeries(series, '') : numberOfPart(series, 1);
};

/** `WDAG-…-P2611`: a payout that nobody knows yet. */
const anyPayout = (number: string): string => number.replace('-X-', '-…-');

/** What an order has and a total has not. */
const named = {
	...{ orderId: '', orderStatus: '', orderDate: '', fingerprint: '' },
	...{ paymentIds: '', paymentMethod: '' },
};

const seriesOf = (draft: TransformedOrder['draft']): string =>
	draft?.document === 'salesEntry' ? (draft.dayTotal?.series ?? '') : '';

/** What would be kept of the order when it is gathered. */
function recordOf(order: TransformedOrder): RawObject {
	const found = readFound('order', order, 0);
	if ('refused' in found || found.outcome !== 'book') return {};
	// The moment stands in no row; at this one no order has waited too long for its payout.
	const run = { claimId: '', now: DateTime.fromMillis(0) };
	const row = resultRow(found, {}, { state: 'gathered' }, run);
	return { ...bookingRecordOf(found, {}, row) };
}
