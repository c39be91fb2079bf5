import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';
import { orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';

/** The part of a SnelStart item (artikel) that a sales order line needs. */
export interface Item {
	id: string;
	code: string;
	inactive: boolean;
	revenueGroupId: string;
}

/**
 * Looks items up by their codes, many per call. @throws NodeApiError when SnelStart refuses
 */
export async function findItems(this: SnelStartContext, codes: readonly string[]): Promise<Item[]> {
	const items: Item[] = [];
	for (const filter of orFilters('Artikelcode', codes.map(textLiteral))) {
		const rows = await getAll.call(this, '/artikelen', { filter });
		items.push(...rows.map(toItem));
	}
	return items;
}

/** The item with a code; capitals make no difference unless two items differ in them only. */
export function itemWith(code: string, items: readonly Item[]): Item | undefined {
	const key = code.trim();
	return (
		items.find((item) => item.code === key) ??
		items.find((item) => item.code.toUpperCase() === key.toUpperCase())
	);
}

/** SnelStart's own record of an item in English names. */
export function toItem(row: IDataObject): Item {
	return {
		id: idOf(row) ?? '',
		code: typeof row.artikelcode === 'string' ? row.artikelcode.trim() : '',
		inactive: row.isNonActief === true,
		revenueGroupId: idOf(row.artikelOmzetgroep) ?? '',
	};
}
