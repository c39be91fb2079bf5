import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { filterMoment } from '../../shared/moment';

const DEFAULT_OVERLAP_SECONDS = 5;

export const overlapField = {
	displayName: 'Overlap (Seconds)',
	name: 'overlap',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_OVERLAP_SECONDS,
	description:
		"How much earlier than an 'After' filter to start reading. WooCommerce leaves out records of that very second, so without overlap one can be missed.",
} satisfies INodeProperties;

/**
 * The date filters of one item as query parameters, an "after" moved back by the overlap. Moments
 * are sent in GMT without `Z` next to `dates_are_gmt=true`: with the `Z` WooCommerce would shift
 * them twice (WC-303).
 *
 * @throws NodeOperationError when a date cannot be read
 */
export function momentQuery(
	this: IExecuteFunctions,
	filters: IDataObject,
	itemIndex: number,
): IDataObject {
	const overlap = Number(filters.overlap ?? DEFAULT_OVERLAP_SECONDS);
	const moment = (label: string, value: unknown): DateTime | undefined =>
		filterMoment.call(this, label, value, itemIndex);
	const dates = {
		after: moment('Created After', filters.createdAfter)?.minus({ seconds: overlap }),
		before: moment('Created Before', filters.createdBefore),
		modified_after: moment('Modified After', filters.modifiedAfter)?.minus({ seconds: overlap }),
		modified_before: moment('Modified Before', filters.modifiedBefore),
	};
	const query: IDataObject = {};
	for (const [name, date] of Object.entries(dates)) {
		if (date !== undefined) query[name] = inGmtWithoutSuffix(date);
	}
	if (Object.keys(query).length > 0) query.dates_are_gmt = 'true';
	return query;
}

function inGmtWithoutSuffix(moment: DateTime): string {
	return moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss");
}
