import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * The moment a date parameter means. n8n hands over text (from the date picker: without a zone),
 * a luxon DateTime or a Date (from an expression). Without a zone it is a time in `zone`.
 *
 * @returns undefined when it is empty or not a date
 */
export function momentOf(value: unknown, zone: string): DateTime | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const moment = read(value, zone);
	return moment?.isValid ? moment : undefined;
}

function read(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value);
	// An expression's DateTime may come from another copy of luxon, so `instanceof` will not do.
	if (typeof value === 'object' && value !== null && 'toMillis' in value) {
		return DateTime.fromMillis((value as DateTime).toMillis());
	}
	if (typeof value !== 'string') return undefined;
	const iso = DateTime.fromISO(value.trim().replace(' ', 'T'), { zone });
	return iso.isValid ? iso : DateTime.fromISO(value.trim(), { zone });
}

/**
 * The moment a filter holds, in the workflow's time zone when it names none.
 *
 * @returns undefined when the filter is empty
 * @throws NodeOperationError when it is not a date
 */
export function filterMoment(
	this: IExecuteFunctions,
	label: string,
	value: unknown,
	itemIndex: number,
): DateTime | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const moment = momentOf(value, this.getTimezone());
	if (moment !== undefined) return moment;
	throw new NodeOperationError(this.getNode(), `'${label}' is not a date`, {
		itemIndex,
		description: "Use a date and time such as '2026-11-22T13:45:00+01:00'",
	});
}
