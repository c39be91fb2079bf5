import type { Facts, ProductName } from '../codes/facts';
import { textOf, type Code, type Reason } from '../codes/register';

/**
 * Why stock is not written or an article is not made: what is wrong with one product, variation or
 * article. Never personal data.
 */
export interface StockProblem {
	code: Code;
	/** Of the shop; empty for an article that the shop does not have. */
	sku: string;
	productId: number | null;
	variationId: number | null;
	/** Of SnelStart (artikelcode); empty when there is none. */
	articleCode: string;
	/** What was found, a sentence for the user. */
	found: string;
	tip: string;
	facts: Facts;
}

/** The part of a product that a problem names. */
interface Named {
	sku: string;
	productId: number;
	variationId: number | null;
}

/** A problem of a product, with the article it was matched with when there is one. */
export function problemOf(why: Reason, item?: Named, articleCode = ''): StockProblem {
	const { sku = '', productId = null, variationId = null } = item ?? {};
	const { message, tip } = textOf(why);
	return { ...why, sku, productId, variationId, articleCode, found: message, tip };
}

/** A product or variation as texts name it. */
export const nameOf = ({ productId, variationId }: Omit<Named, 'sku'>): ProductName =>
	variationId === null
		? `product ${productId}`
		: `variation ${variationId} of product ${productId}`;
