import type { RawObject } from '../trade/fields';

/** A text as it stands in an item or a row: nothing is cleaned, so that a key stays the key it is. */
export function cellText(raw: RawObject, ...fields: string[]): string {
	for (const field of fields) {
		const value = raw[field];
		if (typeof value === 'number') return String(value);
		if (typeof value === 'string' && value !== '') return value;
	}
	return '';
}

export function cellNumber(raw: RawObject, ...fields: string[]): number | null {
	const found = fields.map((field) => raw[field]).find((value) => typeof value === 'number');
	return typeof found === 'number' ? found : null;
}

/** A moment, which n8n hands over as a date or as ISO text. */
export function cellMoment(raw: RawObject, field: string): string | null {
	const value = raw[field];
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'string' && value !== '' ? value : null;
}

/** Which entry of its order a row is about, from 1: earlier ones were undone (see `entryVersion`). */
export const cellVersion = (row: RawObject): number => cellNumber(row, 'version') ?? 1;
