/**
 * Every reason why stock is not written or an article is not made, with how to mend it. The code is
 * stable: users filter on it and the documentation lists it.
 */
export const stockTips = {
	ARTICLE_INACTIVE:
		'Make the article active in SnelStart, or give the product another SKU in the shop.',
	ARTICLE_NOT_IN_SHOP:
		'Nothing has to be done when it is not sold in the shop. Otherwise give the product this code as its SKU.',
	CODE_DOUBLE:
		'SnelStart has several articles whose codes differ in capitals only. Give the product exactly one of these codes as its SKU.',
	PRICE_MISSING: 'Fill the regular price in the shop, or make the article in SnelStart by hand.',
	REVENUE_GROUP_MISSING:
		"Add a row for this VAT rate to 'Revenue Groups' in the client settings and run 'Client settings'.",
	SKU_DOUBLE: 'Give each product and variation in the shop a SKU of its own.',
	SKU_MISSING:
		'Fill the SKU in the shop: it is the only thing products and articles are matched by.',
	SKU_NOT_NUMERIC:
		'Set article codes (artikelcodes) to letters and digits in SnelStart, or use a SKU of digits.',
	SKU_OF_PARENT:
		'The variation has no SKU of its own and shows that of its product. Fill its own SKU in the shop.',
	SKU_SPELLED_DIFFERENTLY:
		'They are taken for the same. Write the SKU exactly as the article code (artikelcode).',
	SKU_TOO_LONG:
		'Set the length of article codes (artikelcodes) to 25 in SnelStart, or shorten the SKU in the shop.',
	SKU_UNKNOWN:
		'Make the article in SnelStart, for example with Articles from WooCommerce, or correct the SKU.',
	STOCK_AT_PARENT:
		"Its product holds one stock for all variations. Switch 'Manage stock' on at the variation to give it that of its article.",
	STOCK_NOT_IN_PACKAGE:
		'No article has stock control (voorraadcontrole) on, so there is nothing to go by. Stock needs a package of SnelStart that has it; switch it on per article.',
	STOCK_NOT_KEPT:
		'Switch stock control (voorraadcontrole) on at the article and count it, or stock management off at the product.',
	STOCK_NOT_LOWERED:
		"Sales entries do not lower the stock in SnelStart, so what is sold would come back in the shop. Choose 'Document' Sales Order in the client settings, or say that the stock is lowered by other means.",
	STOCK_NOT_MANAGED:
		"Switch 'Manage stock' on at the product, or let the template do it with 'switchOn'.",
	STOCK_OVERRIDDEN:
		'SnelStart leads: change the stock there. Somebody changed it in the shop, and it was put back.',
	STOCK_PIECES_UNSURE:
		"A line whose price does not divide by its pieces becomes one piece on the sales order, so SnelStart's stock falls by one only. Choose 'Pieces' As Sold in 'Sales Order Options' of the client settings.",
	VAT_RATE_UNCLEAR:
		"The tax class of the product has no VAT rate at home, or one without a row in 'VAT Mapping' of the client settings.",
} as const;

export type StockCode = keyof typeof stockTips;

/** What is wrong with one product, variation or article. Never personal data. */
export interface StockProblem {
	code: StockCode;
	/** Of the shop; empty for an article that the shop does not have. */
	sku: string;
	productId: number | null;
	variationId: number | null;
	/** Of SnelStart (artikelcode); empty when there is none. */
	articleCode: string;
	/** What was found, a sentence for the user. */
	found: string;
	tip: string;
}

/** The part of a product that a problem names. */
interface Named {
	sku: string;
	productId: number;
	variationId: number | null;
}

/** A problem of a product, with the article it was matched with when there is one. */
export function problemOf(
	code: StockCode,
	found: string,
	item?: Named,
	articleCode = '',
): StockProblem {
	const { sku = '', productId = null, variationId = null } = item ?? {};
	return { code, sku, productId, variationId, articleCode, found, tip: stockTips[code] };
}
