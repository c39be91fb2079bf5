import { reason } from '../codes/register';
import { groupBy } from '../trade/groupBy';
import type { Article } from './article';
import { nameOf, problemOf, type StockProblem } from './problems';
import type { ShopItem } from './shopItem';

/** A product or variation with the article of its code. */
export interface Match {
	item: ShopItem;
	article: Article;
}

export interface Matching {
	matches: Match[];
	/** Sold, with a SKU of their own that no article has. */
	unmatched: ShopItem[];
	/** What stands in the way of matching, or should be tidied up. */
	problems: StockProblem[];
}

/** Capitals and space around a code make no difference (W064). */
export const sameCode = (code: string): string => code.trim().toUpperCase();

/** What is left of a code when only letters and digits count: for a hint, never for a match. */
const bareCode = (code: string): string => code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Matches products and variations with articles by SKU = article code, the only thing they are ever
 * matched by (W006, W064, W083). Capitals make no difference, unless two articles differ in them
 * only. A SKU that several products share is matched with none of them: the stock of one article
 * would be offered several times.
 *
 * Products that are not sold themselves (variable, grouped) count only when they have a SKU that an
 * article has.
 */
export function matchCodes(items: readonly ShopItem[], articles: readonly Article[]): Matching {
	const found: Matching = { matches: [], unmatched: [], problems: [] };
	const products = new Map(
		items.filter(({ variationId }) => variationId === null).map((item) => [item.productId, item]),
	);
	const own: ShopItem[] = [];
	for (const item of items) {
		const problem = codeProblem(item, products.get(item.productId));
		if (problem !== undefined) found.problems.push(problem);
		else if (item.sku !== '') own.push(item);
	}
	const bySku = groupBy(own, ({ sku }) => sameCode(sku));
	const byCode = groupBy(articles, ({ code }) => sameCode(code));
	for (const item of own) {
		const rivals = bySku.get(sameCode(item.sku)) ?? [];
		const candidates = byCode.get(sameCode(item.sku)) ?? [];
		const article = candidates.find(({ code }) => code === item.sku);
		const onlyCapitalsDiffer = rivals.every((one) => one === item || one.sku !== item.sku);
		if (rivals.length > 1 && !(article && onlyCapitalsDiffer)) {
			found.problems.push(double(item, rivals));
		} else if (article) {
			found.matches.push({ item, article });
		} else if (candidates.length > 1) {
			const codes = candidates.map(({ code }) => code);
			found.problems.push(problemOf(reason('CODE_DOUBLE', { codes }), item));
		} else if (candidates[0]) {
			const { code } = candidates[0];
			found.matches.push({ item, article: candidates[0] });
			const why = reason('SKU_SPELLED_DIFFERENTLY', { sku: item.sku, code });
			found.problems.push(problemOf(why, item, code));
		} else if (item.isSold) {
			found.unmatched.push(item);
		}
	}
	return found;
}

/** SKU_UNKNOWN of a product that no article was found for, with an article that looks like it. */
export function unknownSku(item: ShopItem, articles: readonly Article[]): StockProblem {
	const bare = bareCode(item.sku);
	const alike = articles.find(({ code }) => bare !== '' && bareCode(code) === bare);
	const { sku } = item;
	const facts = alike
		? ({ case: 'alike', sku, code: alike.code } as const)
		: ({ case: 'none', sku } as const);
	return problemOf(reason('SKU_UNKNOWN', facts), item);
}

function codeProblem(item: ShopItem, product: ShopItem | undefined): StockProblem | undefined {
	const { sku, isSold, variationId, productId } = item;
	if (sku === '') {
		return isSold ? problemOf(reason('SKU_MISSING', { product: [nameOf(item)] }), item) : undefined;
	}
	// WooCommerce shows the SKU of the product for a variation that has none.
	if (variationId !== null && sku === product?.sku) {
		const why = reason('SKU_OF_PARENT', { variation: variationId, product: productId });
		return problemOf(why, item);
	}
	return undefined;
}

function double(item: ShopItem, rivals: readonly ShopItem[]): StockProblem {
	const others = rivals.filter((one) => one !== item).map(nameOf);
	return problemOf(reason('SKU_DOUBLE', { others }), item);
}
