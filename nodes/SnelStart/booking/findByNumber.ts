import type { IDataObject } from 'n8n-workflow';

import { getAllOfEach } from '../../shared/snelStart/paging';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { ifNotUnderstood } from './ifNotUnderstood';
import { eachNumber, numberFilters } from './numberFilters';

/**
 * Reads the documents with one of these numbers, and some beside them whose number begins the same.
 * A SnelStart that does not take `startswith` (only documented, SS-301) is asked for each number.
 *
 * @param property SnelStart's property that holds the number
 * @throws NodeApiError when SnelStart refuses
 */
export async function findByNumber(
	this: SnelStartContext,
	path: string,
	property: string,
	numbers: readonly string[],
): Promise<IDataObject[]> {
	try {
		return await getAllOfEach.call(this, path, numberFilters(property, numbers));
	} catch (error) {
		ifNotUnderstood(error);
		return await getAllOfEach.call(this, path, eachNumber(property, numbers));
	}
}
