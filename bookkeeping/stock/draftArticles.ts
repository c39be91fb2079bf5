import { reason } from '../codes/register';
import type { VatKind } from '../trade/vatKinds';
import { divideRounded, readMicros } from '../money/money';
import { rowsOfRate } from '../vat/mappingRow';
import type { Settings, ShopSettings } from '../settings/settings';
import { cutText } from '../trade/text';
import type { Article } from './article';
import { codeRefusal, type CodeRules } from './codeRules';
import { inactiveArticle } from './compareCodes';
import { matchCodes } from './matchCodes';
import { problemOf, type StockProblem } from './problems';
import type { ShopItem } from './shopItem';
import { vatOfClass, type ShopTaxRate } from './shopTaxRate';

const DESCRIPTION_LENGTH = 250;
const DECIMALS_OF_MICROS = 6;
/** Hundredths of a percent in a whole. */
const WHOLE = 10_000;

/** How prices of articles are kept in an administration. */
export interface PriceRules {
	/** Whether the shop's own prices are with VAT. */
	shopPricesIncludeVat: boolean;
	/** Whether SnelStart's are without (verkoopprijsArtikelbestandExclusiefBtw). */
	articlePricesExcludeVat: boolean;
	/** Decimals of an article price (aantalDecimalenArtikelprijzen). */
	decimals: number;
}

/** An article (artikel) to be made in SnelStart. */
export interface ArticleDraft {
	code: string;
	description: string;
	/** Decides VAT and ledger account of the article (artikelomzetgroep). */
	revenueGroupId: string;
	vatKind: VatKind;
	percentage: number;
	/** Euro, with or without VAT as the administration keeps its prices. */
	price: number;
	productId: number;
	variationId: number | null;
}

/**
 * Drafts an article for every product and variation that is sold and has none (W006, J180). Nothing
 * is drafted that SnelStart would refuse, or of which the VAT is not sure; the problem says why.
 */
export function draftArticles(
	items: readonly ShopItem[],
	articles: readonly Article[],
	taxRates: readonly ShopTaxRate[],
	rules: { codes: CodeRules; prices: PriceRules },
	{ settings, shop }: { settings: Settings; shop: ShopSettings },
): { drafts: ArticleDraft[]; problems: StockProblem[] } {
	const shown = items.filter(({ isPublished }) => isPublished);
	const { matches, unmatched, problems } = matchCodes(shown, articles);
	const inactive = matches.filter(({ article }) => article.inactive);
	const all = [...problems, ...inactive.map(({ item, article }) => inactiveArticle(item, article))];
	const drafts: ArticleDraft[] = [];
	for (const item of unmatched) {
		const draft =
			codeRefusal(item, rules.codes) ?? draftOf(item, taxRates, rules.prices, settings, shop);
		if ('tip' in draft) all.push(draft);
		else drafts.push(draft);
	}
	return { drafts, problems: all };
}

function draftOf(
	item: ShopItem,
	taxRates: readonly ShopTaxRate[],
	prices: PriceRules,
	settings: Settings,
	{ country }: ShopSettings,
): ArticleDraft | StockProblem {
	const { sku, productId, variationId, taxClass, isTaxed } = item;
	const className = taxClass || 'standard';
	const percentage = isTaxed ? vatOfClass(className, country, taxRates) : 0;
	if (percentage === undefined) {
		const facts = { case: 'taxClass', taxClass: className, country } as const;
		return problemOf(reason('VAT_RATE_UNCLEAR', facts), item);
	}
	// Of rows with periods the latest counts: an article is for sales to come.
	const row = rowsOfRate(country, percentage, settings).sort((a, b) =>
		(b.until ?? '9999').localeCompare(a.until ?? '9999'),
	)[0];
	const vatKind = isTaxed ? row?.vatKind : 'none';
	if (vatKind === undefined || vatKind === 'oss' || vatKind === 'ownRegistration') {
		const facts = { case: 'mapping', rate: percentage, country } as const;
		return problemOf(reason('VAT_RATE_UNCLEAR', facts), item);
	}
	const group = settings.salesOrders.revenueGroups.find((one) => one.vatKind === vatKind);
	if (!group) {
		return problemOf(reason('REVENUE_GROUP_MISSING', { case: 'article', vatKind }), item);
	}
	const price = articlePrice(item.price, percentage, prices);
	if (price === undefined) {
		return problemOf(reason('PRICE_MISSING', { price: item.price }), item);
	}
	return {
		code: sku,
		description: cutText(item.name || sku, DESCRIPTION_LENGTH),
		revenueGroupId: group.revenueGroupId,
		vatKind,
		percentage,
		price,
		productId,
		variationId,
	};
}

/**
 * The price of the shop as SnelStart keeps it. VAT is taken out or put in only where the two differ,
 * and rounded once, half away from zero.
 *
 * @param text euro, as the shop writes it
 * @returns `undefined` when it is not a price
 */
export function articlePrice(
	text: string,
	percentage: number,
	{ shopPricesIncludeVat, articlePricesExcludeVat, decimals }: PriceRules,
): number | undefined {
	const micros = readMicros(text);
	if (micros === undefined || micros < 0) return undefined;
	const places = Math.min(DECIMALS_OF_MICROS, Math.max(2, decimals));
	const unit = 10 ** (DECIMALS_OF_MICROS - places);
	const withVat = WHOLE + Math.round(percentage * 100);
	const units =
		shopPricesIncludeVat === !articlePricesExcludeVat
			? divideRounded(micros, unit)
			: shopPricesIncludeVat
				? divideRounded(micros * WHOLE, withVat * unit)
				: divideRounded(micros * withVat, WHOLE * unit);
	return units / 10 ** places;
}
