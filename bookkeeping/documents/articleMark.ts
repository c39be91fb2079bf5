import { figureWords } from '../codes/figures';
import { NO_ARTICLES, UNKNOWN_ARTICLES } from '../orderTable/fingerprints';
import { hasCategory } from './accounts';
import { markOf } from './mark';
import type { Settings } from '../settings/settings';
import { fitsSku } from '../vat/fitsSku';
import type { RatedLine, RatedOrder } from '../vat/ratedLines';
import { sellsCard } from '../vat/regime';

/**
 * By which rules of the settings articles are posted (Product Accounts, Exempt Products, the articles
 * of sales orders), and how much of the order goes by which: an article that becomes another one at the
 * same price may go to another account. Both are marks, so that a change of the settings can be told
 * from one of the order. Nothing where neither settings nor order say anything of articles.
 */
export function articleMark({ lines }: RatedOrder, settings: Settings): string[] {
	const rules = rulesOf(settings);
	const products = lines.filter(({ role }) => role === 'product');
	const isNotStated = rules.byCategory && products.some(({ categories }) => !categories);
	const articles = isNotStated ? UNKNOWN_ARTICLES : postedBy(products, rules, settings);
	if (rules.mark === NO_ARTICLES && articles === NO_ARTICLES) return [];
	return [`${figureWords.articles.en} ${rules.mark}-${articles}`];
}

interface Rules {
	mark: string;
	byCategory: boolean;
}
/** Settings stay as they are for thousands of orders. */
const known = new WeakMap<Settings, Rules>();

function rulesOf(settings: Settings): Rules {
	const before = known.get(settings);
	if (before) return before;
	const { productAccounts, exempt, document } = settings;
	const keys = [
		...productAccounts.map((row) => [row.sku, row.category, sellsCard(row, settings)]),
		...(exempt?.skus ?? []),
		...(document === 'salesOrder' ? [document] : []),
	];
	const made = {
		mark: keys.length === 0 ? NO_ARTICLES : markOf(JSON.stringify(keys)),
		byCategory: productAccounts.some(({ category }) => category !== undefined),
	};
	known.set(settings, made);
	return made;
}

/** A mark of the net amount per key; what goes by no rule says nothing. */
function postedBy(products: readonly RatedLine[], { mark }: Rules, settings: Settings): string {
	const posted = new Map<string, number>();
	for (const line of products) {
		// Where the settings have no rule, all that is left to ask is whether a gift card is sold.
		if (mark === NO_ARTICLES && !sellsCard(line, settings)) continue;
		const keys = keysOf(line, settings);
		if (keys.length === 0) continue;
		const key = JSON.stringify([line.percentage, ...keys]);
		posted.set(key, (posted.get(key) ?? 0) + line.net - line.discount);
	}
	if (posted.size === 0) return NO_ARTICLES;
	return markOf(JSON.stringify([...posted].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function keysOf(line: RatedLine, settings: Settings): string[] {
	const { sku, categories = [], quantity } = line;
	const { productAccounts, exempt, document } = settings;
	const fits = productAccounts.flatMap((row) => {
		const bySku = row.sku !== '' && fitsSku(sku, row.sku);
		const byCategory = row.category !== undefined && hasCategory(categories, [row.category]);
		return bySku || byCategory ? [`${row.sku}/${row.category ?? ''}`] : [];
	});
	return [
		...fits,
		...(exempt?.skus ?? []).filter((pattern) => fitsSku(sku, pattern)),
		...(sellsCard(line, settings) ? ['gift card'] : []),
		...(document === 'salesOrder' ? [quantity, sku] : []),
	];
}
