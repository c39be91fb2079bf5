import { reason, type Reason } from '../codes/register';
import { sum, type Cents } from '../money/money';
import { cellText } from '../orderTable/cell';
import { isOtherMemberState } from '../trade/countries';
import { isObject, type RawObject } from '../trade/fields';

/**
 * What may be sold a year to consumers in all other member states together, without VAT, before
 * their own VAT has to be charged (Directive 2006/112 art. 59c). SnelStart does not track it.
 */
export const OSS_THRESHOLD: Cents = 1_000_000;
const NEAR = 0.8;

/**
 * Says that the threshold comes near or is passed, going by what was booked with Dutch VAT to other
 * member states. A business that gave no VAT number counts with the consumers; sales that the books
 * have from elsewhere do not count.
 *
 * @param records booking records of this calendar year and the one before.
 * @returns `undefined` when there is nothing to say.
 */
export function ossThreshold(records: readonly RawObject[], year: number): Reason | undefined {
	const soldIn = (asked: number): Cents =>
		sum(records.filter((record) => isDistanceSale(record, asked)).map(netOf));
	const threshold = OSS_THRESHOLD;
	const before = soldIn(year - 1);
	if (before > threshold) {
		return reason('OSS_THRESHOLD', { case: 'yearBefore', year: year - 1, sold: before, threshold });
	}
	const sold = soldIn(year);
	if (sold > threshold) return reason('OSS_THRESHOLD', { case: 'passed', year, sold, threshold });
	return sold >= threshold * NEAR
		? reason('OSS_THRESHOLD', { case: 'near', year, sold, threshold })
		: undefined;
}

function isDistanceSale(record: RawObject, year: number): boolean {
	return (
		['order', 'refund'].includes(cellText(record, 'kind')) &&
		cellText(record, 'regime') === 'domestic' &&
		isOtherMemberState(cellText(record, 'deliveryCountry')) &&
		cellText(record, 'documentDate').startsWith(`${year}-`)
	);
}

/** What the shop charged without VAT, in cents; what was refunded takes away, whatever its sign. */
function netOf(record: RawObject): Cents {
	const charged: unknown = JSON.parse(cellText(record, 'charged') || '{}');
	const nets = isObject(charged) ? Object.values(charged) : [];
	const net = sum(nets.map((row) => (Array.isArray(row) ? Number(row[0]) : 0)));
	return cellText(record, 'kind') === 'refund' ? -Math.abs(net) : net;
}
