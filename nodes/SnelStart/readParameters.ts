import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { dateTimeLiteral } from '../shared/snelStart/odata';

/** SnelStart's times have no zone; by appearance they are Dutch ones (SS-204). */
const SNELSTART_ZONE = 'Europe/Amsterdam';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An id that will stand in a path. @throws NodeOperationError when it is no GUID: an empty id would
 * read a whole list
 */
export function readId(
	this: IExecuteFunctions,
	name: string,
	displayName: string,
	itemIndex: number,
): string {
	const value = this.getNodeParameter(name, itemIndex, '', { extractValue: true });
	const id = typeof value === 'string' ? value.trim() : '';
	if (GUID.test(id)) return id;
	throw new NodeOperationError(this.getNode(), `'${displayName}' is not an ID of SnelStart`, {
		itemIndex,
		description: 'An ID looks like 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
	});
}

/** The filter "changed after", from a moment with or without a zone; `undefined` when left empty. */
export function changedSinceFilter(
	this: IExecuteFunctions,
	{ changedSince }: IDataObject,
	itemIndex: number,
): string | undefined {
	if (changedSince === undefined || changedSince === '') return undefined;
	const moment = DateTime.fromISO(String(changedSince), { zone: SNELSTART_ZONE });
	if (moment.isValid) {
		return `ModifiedOn gt ${dateTimeLiteral(moment.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS"))}`;
	}
	throw new NodeOperationError(this.getNode(), "'Changed Since' is not a moment in time", {
		itemIndex,
		description: 'Write it like 2026-01-31T09:30:00',
	});
}
