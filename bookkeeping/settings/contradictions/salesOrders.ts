import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { vatKinds } from '../../trade/vatKinds';
import type { Settings } from '../settings';
import { repeated } from './repeated';

/** Most days that SnelStart takes as the payment term (krediettermijn) of a sales order. */
const MAX_TERM_DAYS = 100;

/** Every VAT rate that can be sold with has one revenue group (J180). */
export function revenueGroups(settings: Settings): Spoken[] {
	if (settings.document !== 'salesOrder') return [];
	const known = settings.salesOrders.revenueGroups.map(({ vatKind }) => vatKind);
	const needed = new Set<string>(settings.vatMapping.map(({ vatKind }) => vatKind));
	if (settings.icp || settings.international || settings.margin) needed.add('none');
	return [
		...repeated(known).map((kind) => contradiction('groupTwice', { kind })),
		...vatKinds
			.filter((kind) => needed.has(kind) && !known.includes(kind))
			.map((kind) => contradiction('groupMissing', { kind })),
	];
}

export function salesOrderTerm({ document, paymentTermDays, paymentTerms }: Settings): Spoken[] {
	if (document !== 'salesOrder') return [];
	return [
		{ place: "'Payment Term (Days)'", days: paymentTermDays },
		...paymentTerms.map(({ paymentMethod, days }) => ({
			place: `'Payment Terms' "${paymentMethod}"`,
			days,
		})),
	]
		.filter(({ days }) => days > MAX_TERM_DAYS)
		.map(({ place, days }) => contradiction('termTooLong', { place, days, most: MAX_TERM_DAYS }));
}
