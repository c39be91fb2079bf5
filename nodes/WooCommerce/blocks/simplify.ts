import type { IDataObject } from 'n8n-workflow';

/** Name in the output → WooCommerce's field. A field that ends in `_gmt` is a moment. */
export type Simplified = Readonly<Record<string, string>>;

/** The fields to ask the shop for; a nested name such as `billing.company` asks for its part. */
export const fieldsOf = (simplified: Simplified): string => Object.values(simplified).join(',');

/** Ten fields at most; moments with their zone, amounts as the text the shop sends. */
export function simplify(row: IDataObject, simplified: Simplified): IDataObject {
	return Object.fromEntries(
		Object.entries(simplified).map(([name, field]) => [
			name,
			field.endsWith('_gmt') ? inGmt(row[field]) : (row[field] ?? null),
		]),
	) as IDataObject;
}

/** The shop's `_gmt` fields come without the Z that says so. */
function inGmt(moment: unknown): string | null {
	return typeof moment === 'string' && moment !== '' ? `${moment}Z` : null;
}
