import { reason } from '../codes/register';
import { problemOf, type StockProblem } from './problems';
import type { ShopItem } from './shopItem';

/** What an administration allows as an article code (artikelcode). */
export interface CodeRules {
	/** `Numeriek` or `Alfanumeriek` (artikelcodeSoort). */
	itemCodeKind: string;
	/** 0 when it is not known. */
	itemCodeMaxLength: number;
}

/**
 * Why SnelStart would refuse the SKU as a new article code (ART-0003, ART-0004). Its factory setting
 * is ten digits, which has to be raised to 25 letters and digits first (J057).
 */
export function codeRefusal(
	item: ShopItem,
	{ itemCodeKind, itemCodeMaxLength }: CodeRules,
): StockProblem | undefined {
	const { sku } = item;
	if (itemCodeMaxLength > 0 && sku.length > itemCodeMaxLength) {
		const facts = { sku, length: sku.length, most: itemCodeMaxLength };
		return problemOf(reason('SKU_TOO_LONG', facts), item);
	}
	if (itemCodeKind === 'Numeriek' && !/^\d+$/.test(sku)) {
		return problemOf(reason('SKU_NOT_NUMERIC', { sku }), item);
	}
	return undefined;
}
