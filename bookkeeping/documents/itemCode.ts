import type { RatedLine } from '../vat/ratedLines';
import { lineText } from '../vat/lineTexts';
import type { Settings, ShopSettings } from '../settings/settings';
import { shops } from '../shops';

/** The article (artikel) of a sales order line, as it is looked up, or else added (J052, J180). */
export interface LineItem {
	code: string;
	description: string;
}

/**
 * The article of a line by the shop's SKU, which is the only thing it is ever matched by (W064,
 * HC-20). What has no SKU goes to a dummy article of its VAT rate: products that the shop deleted
 * or never numbered (DELETED-21), JouwWeb's lines (JOUWWEB-21), shipping (Shipping_21, J113), fees.
 *
 * @param percentage of the line, 0 when it has none.
 */
export function itemOf(
	{ role, sku, title }: Pick<RatedLine, 'role' | 'sku' | 'title'>,
	percentage: number,
	{ kind }: ShopSettings,
	{ salesOrders: { dummyItems }, lineLanguage }: Pick<Settings, 'salesOrders' | 'lineLanguage'>,
): LineItem {
	switch (role) {
		case 'shipping':
			return {
				code: `Shipping_${percentage}`,
				description: lineText(role, lineLanguage, percentage),
			};
		case 'discount':
			return {
				code: `Discount_${percentage}`,
				description: lineText(role, lineLanguage, percentage),
			};
		case 'fee':
			return {
				code: `Fee_${percentage}`,
				description: lineText('fee', lineLanguage, percentage),
			};
		case 'product':
			if (sku !== '') return { code: sku, description: title || sku };
			return {
				code: `${dummyItems[shops[kind].itemWithoutSku]}-${percentage}`,
				description: lineText('withoutSku', lineLanguage, percentage),
			};
	}
}
