import { draftText, type DraftText } from '../codes/draftTexts';
import { Finding } from '../trade/findings';
import { countryCode } from '../trade/countries';
import { sum, type Cents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import { vatPrefix } from '../trade/vatNumber';
import type { Settings, ShopSettings } from '../settings/settings';
import { isExemptProduct } from './exemptProduct';
import { mappingRow } from './mappingRow';
import type { RatedLine, RatedOrder } from './ratedLines';
import { sellsCard, type RegimeDecision } from './regime';

/**
 * What the bookkeeper must read about lines that bear no VAT. What the shop charged is booked, but
 * VAT on shipping and fees follows the goods, goods without VAT for a foreign business are no ICP
 * when they stay at home, and what takes an amount off without VAT may be a payment. Distance sales
 * have rules of their own (`ossLines`).
 *
 * @returns one sentence per line or group of lines.
 * @throws Finding UNTAXED_NEGATIVE_FEE when a line below zero bears no VAT and the settings do not say
 * that it is a discount: it may as well be a payment, and then nothing is off what was sold;
 * GOODS_WITHOUT_VAT_ABROAD when only shipping or fees bear VAT.
 */
export function untaxedNotes(
	order: ShopOrder,
	{ lines, vat }: RatedOrder,
	decision: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
): DraftText[] {
	if (decision.regime === 'oss') return [];
	// What is left of an amount of which the shop taxed a part has a note of its own.
	const untaxed = lines.filter((line) => !line.percentage && netOf(line) !== 0 && !line.restOf);
	if (untaxed.length === 0) return [];
	const rates = vat.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage);
	const { lineLanguage: language } = settings;
	const goods = goodsWithoutVat(lines, decision, settings);
	checkAbroad(goods, vat, decision, shop, settings);
	const isNoted = hasTaxedGoodsOnly(untaxed, rates, decision);
	const notes = untaxed.flatMap((line) => {
		const amount = netOf(line);
		const facts = { amount, rates };
		if (mayBePayment(line, lines, decision, settings)) {
			if (settings.negativeFeeWithoutVat === 'attention') {
				throw new Finding('UNTAXED_NEGATIVE_FEE', { fee: line.title, amount: -amount, rates });
			}
			const isFee = line.role === 'fee';
			if (rates.length === 0) {
				const name = isFee ? 'feeAsDiscountAlone' : 'lineAsDiscountAlone';
				return [draftText(language, name, { amount })];
			}
			return [draftText(language, isFee ? 'untaxedFeeAsDiscount' : 'untaxedLineAsDiscount', facts)];
		}
		if (!isNoted || !isCharge(line)) return [];
		const name = line.role === 'shipping' ? 'untaxedShipping' : 'untaxedFee';
		return [draftText(language, name, facts)];
	});
	const ofBusiness = foreignBusiness(order, untaxed, rates, decision, shop, settings);
	return [...notes, ...(ofBusiness.length > 0 ? ofBusiness : atHome(goods, decision, settings))];
}

/**
 * The goods of a sale by the row of a country, where none of them bears VAT. Cards and exempt articles
 * are no such goods; beside goods that bear VAT those without are deposits and the like.
 */
function goodsWithoutVat(
	lines: readonly RatedLine[],
	{ regime, untaxed: scheme }: RegimeDecision,
	settings: Settings,
): RatedLine[] {
	if (scheme || (regime !== 'domestic' && regime !== 'ownRegistration')) return [];
	const goods = lines.filter(
		(line) =>
			line.role === 'product' &&
			netOf(line) > 0 &&
			!sellsCard(line, settings) &&
			!isExemptProduct(line, settings),
	);
	return goods.some(({ percentage }) => percentage) ? [] : goods;
}

/**
 * Goods that went to another country without VAT, while shipping or a fee bears it, are neither a
 * delivery without VAT (ICP) nor one with it: an account of their own would hide that. Goods at a rate
 * of 0 % that the VAT mapping has for that country are what the settings say.
 */
function checkAbroad(
	goods: readonly RatedLine[],
	vat: RatedOrder['vat'],
	{ country, date }: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
): void {
	const charged = sum(vat.map(({ amount }) => amount));
	if (charged === 0 || country === countryCode(shop.country)) return;
	const unexplained = goods.filter(
		({ percentage }) => percentage === null || !mappingRow(country, 0, date, settings),
	);
	if (unexplained.length === 0) return;
	const amount = sum(unexplained.map(netOf));
	throw new Finding('GOODS_WITHOUT_VAT_ABROAD', { amount, country, vat: charged });
}

/** Goods at home without any rate: an account of their own books them, and tells of no reason. */
function atHome(
	goods: readonly RatedLine[],
	{ country }: RegimeDecision,
	settings: Settings,
): DraftText[] {
	if (goods.length === 0 || goods.some(({ percentage }) => percentage !== null)) return [];
	const amount = sum(goods.map(netOf));
	return [draftText(settings.lineLanguage, 'goodsWithoutRate', { amount, country })];
}

const netOf = ({ net, discount }: RatedLine): Cents => net - discount;
const isCharge = ({ role }: RatedLine): boolean => role === 'shipping' || role === 'fee';

/** Whether charges should bear VAT as the goods do; on top of margin goods they are part of the price. */
function hasTaxedGoodsOnly(
	untaxed: readonly RatedLine[],
	rates: readonly number[],
	decision: RegimeDecision,
): boolean {
	if (decision.regime !== 'domestic' || rates.length === 0) return false;
	return !decision.untaxed || untaxed.every(({ role }) => role !== 'product');
}

/**
 * Whether a fee or article takes an amount off without VAT while nothing says what it is. The settings do for
 * gift cards, exempt articles, and articles at home without any rate: those are only booked on an
 * account of their own. Of what was spread over rates the part at 0 % is what the others are.
 */
function mayBePayment(
	line: RatedLine,
	lines: readonly RatedLine[],
	{ regime, untaxed }: RegimeDecision,
	settings: Settings,
): boolean {
	if (netOf(line) >= 0) return false;
	if (line.role !== 'product') {
		const isFee = line.role === 'fee';
		return (
			isFee &&
			!lines.some(
				({ role, shopLine, title, percentage }) =>
					percentage && role === 'fee' && shopLine === line.shopLine && title === line.title,
			)
		);
	}
	const hasOwnAccount = line.percentage === null && regime === 'domestic' && !untaxed;
	return !hasOwnAccount && !sellsCard(line, settings) && !isExemptProduct(line, settings);
}

/** Goods that stay at home without VAT although nothing of the settings says why. */
function foreignBusiness(
	{ vatNumber }: ShopOrder,
	untaxed: readonly RatedLine[],
	rates: readonly number[],
	{ regime, untaxed: scheme, country }: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
): DraftText[] {
	const home = countryCode(shop.country);
	if (regime !== 'domestic' || scheme || (rates.length > 0 && country !== home)) return [];
	if (vatNumber === '' || vatNumber.startsWith(vatPrefix(home))) return [];
	const products = untaxed.filter(
		(line) =>
			line.role === 'product' && !sellsCard(line, settings) && !isExemptProduct(line, settings),
	);
	if (products.length === 0) return [];
	const amount = sum(products.map(netOf));
	const number = vatNumber.slice(0, 2);
	return [draftText(settings.lineLanguage, 'untaxedProducts', { amount, number, country })];
}
