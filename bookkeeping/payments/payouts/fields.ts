import { DateTime } from 'luxon';

import { Finding } from '../../trade/findings';
import { readMicros, toEuro, type Micros } from '../../money/money';
import { isObject, object, text, type RawObject } from '../../trade/fields';

/** The list in a field, whether it stands there itself or inside `data` or `_embedded`. */
export function listOf(raw: RawObject, ...fields: readonly string[]): RawObject[] {
	for (const field of fields) {
		const embedded = object(raw, '_embedded')[field];
		const value = raw[field] ?? embedded;
		const inner = isObject(value) ? (value.data ?? object(value, '_embedded')[field]) : value;
		if (Array.isArray(inner)) return inner.filter(isObject);
	}
	return [];
}

/** An amount in cents as providers with whole minor units give it, in euro. */
export function minorUnits(raw: RawObject, field: string): number {
	const value = raw[field] ?? 0;
	if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noCents', field });
	}
	return toEuro(value);
}

/** An amount as `{value, currency}`; absent counts as `undefined`. */
export function money(
	raw: RawObject,
	field: string,
): { micros: Micros; currency: string } | undefined {
	const value = raw[field];
	if (value === undefined || value === null) return undefined;
	const micros = isObject(value) ? readMicros(value.value) : undefined;
	if (!isObject(value) || micros === undefined) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noAmount', field });
	}
	return { micros, currency: text(value, 'currency') || text(value, 'currency_code') };
}

/** The amount in micros when it is in euro; anything else is refused, never counted 1:1. */
export function euroMicros(raw: RawObject, field: string): Micros | undefined {
	const found = money(raw, field);
	if (!found) return undefined;
	if (found.currency.toUpperCase() !== 'EUR') {
		throw new Finding(
			'CURRENCY_NOT_EUR',
			found.currency
				? { case: 'payoutField', field, currency: found.currency }
				: { case: 'payoutFieldUnknown', field },
		);
	}
	return found.micros;
}

/** A moment with a zone (ISO text or seconds since 1970) as the calendar date in the shop's zone. */
export function dateOf(value: unknown, zone: string): string {
	const moment =
		typeof value === 'number'
			? DateTime.fromSeconds(value, { zone: 'utc' })
			: DateTime.fromISO(typeof value === 'string' ? value.trim() : '', { zone });
	const date = moment.setZone(zone);
	if (!date.isValid) throw new Finding('PAYOUT_UNREADABLE', { case: 'noDate' });
	return date.toISODate();
}
