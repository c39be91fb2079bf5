import { reason } from '../codes/register';
import type { SalesOrderSettings } from '../settings/settings';
import type { Article } from './article';
import { codeRefusal, type CodeRules } from './codeRules';
import { matchCodes, sameCode, unknownSku } from './matchCodes';
import { problemOf, type StockProblem } from './problems';
import type { ShopItem } from './shopItem';

export interface CodeComparison {
	problems: StockProblem[];
	/** Products and variations that are sold, and those of them that have an active article. */
	sold: number;
	matched: number;
	articles: number;
}

/**
 * The report on SKUs and article codes: what does not match, stands there twice or does not fit the
 * administration (W006, W064). Only what customers can see is looked at. Articles that bookings made
 * for shipping and the like are no part of it.
 */
export function compareCodes(
	items: readonly ShopItem[],
	articles: readonly Article[],
	rules: CodeRules,
	{ dummyItems }: Pick<SalesOrderSettings, 'dummyItems'>,
): CodeComparison {
	const shown = items.filter(({ isPublished }) => isPublished);
	const { matches, unmatched, problems } = matchCodes(shown, articles);
	const inactive = matches.filter(({ article }) => article.inactive);
	const known = new Set(items.map(({ sku }) => sameCode(sku)));
	const standIns = [dummyItems.deleted, dummyItems.jouwWeb].map((code) => `${sameCode(code)}-`);
	const isOwn = (code: string) =>
		/^(SHIPPING|DISCOUNT|FEE)_\d/.test(code) || standIns.some((start) => code.startsWith(start));
	const strangers = articles.filter(
		({ code, inactive: isInactive }) =>
			!isInactive && !known.has(sameCode(code)) && !isOwn(sameCode(code)),
	);
	return {
		problems: [
			...problems,
			...unmatched.map((item) => codeRefusal(item, rules) ?? unknownSku(item, articles)),
			...inactive.map(({ item, article }) => inactiveArticle(item, article)),
			...strangers.map(({ code }) =>
				problemOf(reason('ARTICLE_NOT_IN_SHOP', { code }), undefined, code),
			),
		],
		sold: shown.filter(({ isSold }) => isSold).length,
		matched: matches.filter(({ item, article }) => item.isSold && !article.inactive).length,
		articles: articles.length,
	};
}

/** ARTICLE_INACTIVE of a product whose article is no longer in use. */
export const inactiveArticle = (item: ShopItem, { code }: Article): StockProblem =>
	problemOf(reason('ARTICLE_INACTIVE', { code }), item, code);
