import { euroIn } from '../codes/facts';
import { Finding } from '../trade/findings';
import { countryCode } from '../trade/countries';
import { sum } from '../money/money';
import type { ShopOrder } from '../trade/order';
import { vatPrefix } from '../trade/vatNumber';
import type { Settings, ShopSettings } from '../settings/settings';
import type { RatedLine, RatedOrder } from './ratedLines';
import type { RegimeDecision } from './regime';

/**
 * What the bookkeeper must read about lines that bear no VAT in a domestic order. What the shop
 * charged is booked, but VAT on shipping and fees follows the goods, and goods without VAT for a
 * foreign business are no ICP when they stay at home.
 *
 * @returns one sentence per line or group of lines.
 * @throws Finding UNTAXED_NEGATIVE_FEE when a fee below zero bears no VAT and the settings do not say
 * that it is a discount: it may as well be a payment, and then the VAT of the goods is right.
 */
export function untaxedNotes(
	order: ShopOrder,
	{ lines, vat }: RatedOrder,
	decision: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
): string[] {
	if (decision.regime !== 'domestic' || decision.untaxed) return [];
	const rates = vat.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage);
	if (rates.length === 0) return foreignBusiness(order, lines, decision, shop);
	const goods = `while the goods bear ${rates.join(' %, ')} %`;
	const untaxed = lines.filter(({ percentage, net }) => !percentage && net !== 0);
	return untaxed.flatMap((line) => {
		if (line.role === 'shipping') {
			return [`Shipping of ${euroIn('en', line.net)} bears no VAT, ${goods}: ${CHECK}`];
		}
		if (line.role !== 'fee') return [];
		if (line.net > 0 || line.percentage === 0) {
			return [`A fee of ${euroIn('en', line.net)} bears no VAT, ${goods}: ${CHECK}`];
		}
		if (settings.negativeFeeWithoutVat === 'attention') {
			throw new Finding('UNTAXED_NEGATIVE_FEE', { fee: line.title, amount: -line.net, rates });
		}
		return [
			`A fee of ${euroIn('en', line.net)} bears no VAT, ${goods}; it is booked as a discount without VAT, as the settings say.`,
		];
	});
}

const CHECK = 'check the tax settings of the shop, since VAT on it follows the goods.';

function foreignBusiness(
	{ vatNumber }: ShopOrder,
	lines: readonly RatedLine[],
	{ country }: RegimeDecision,
	shop: ShopSettings,
): string[] {
	const home = vatPrefix(countryCode(shop.country));
	if (vatNumber === '' || vatNumber.startsWith(home)) return [];
	const products = lines.filter(({ role, giftCard }) => role === 'product' && !giftCard);
	if (products.length === 0) return [];
	const amount = euroIn('en', sum(products.map(({ net, discount }) => net - discount)));
	return [
		`Products of ${amount} bear no VAT, and the customer has a VAT number of ${vatNumber.slice(0, 2)}. Delivered in ${country} this is no ICP: check whether VAT was due.`,
	];
}
