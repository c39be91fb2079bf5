import { BETWEEN, figureWords } from '../codes/figures';
import { foreignText } from '../currency/foreignAmount';
import { countryCode, deliveryArea } from '../trade/countries';
import { formatCents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import type { RatedOrder } from '../vat/ratedLines';
import type { Settings } from '../settings/settings';
import { articleMark } from './articleMark';
import { chargedPerRate } from './charged';
import { markOf } from './mark';

/**
 * What makes an order the same order for the books: its currency, total, VAT and net per rate, where
 * it is delivered, the VAT number, what was paid by gift card, by which accounts the settings post its
 * articles, and the exchange rate of one in another currency. Kept with the booked order, so that a
 * change in the shop afterwards is noticed (J035). Readable, so that the difference can be shown; no
 * personal data: of a VAT number there is a mark only. `isSameFingerprint` compares two.
 */
export function fingerprintOf(order: ShopOrder, rated: RatedOrder, settings: Settings): string {
	const perRate = chargedPerRate(rated).map(
		({ percentage, net, vat }) =>
			`${percentage === null ? figureWords.untaxed.en : `${percentage}%`} ${formatCents(net)}+${formatCents(vat)}`,
	);
	const amounts = [
		`${order.currency} ${formatCents(order.total)}`,
		...perRate,
		...deliveryOf(order),
		vatNumberOf(order),
		...paidByCardOf(order),
		...articleMark(rated, settings),
	].join(BETWEEN);
	return order.foreign ? `${foreignText(order.foreign)}${BETWEEN}${amounts}` : amounts;
}

/** The country, and the area where the postcode and not the country decides the VAT. */
function deliveryOf({ pickUp, shipping, billing }: ShopOrder): string[] {
	if (pickUp) return [figureWords.pickedUp.en];
	const address = shipping.country === '' ? billing : shipping;
	const country = countryCode(address.country);
	if (country === '') return [];
	const { area, because } = deliveryArea(country, address.postcode, address.city);
	const to = `${figureWords.to.en} ${country}`;
	if (because === '' || area === 'eu') return [to];
	const outside = area === 'northernIreland' ? 'northernIreland' : 'outsideVatArea';
	return [to, figureWords[outside].en];
}

function vatNumberOf(order: ShopOrder): string {
	const number = order.vatNumber || order.vatNumberElsewhere?.vatNumber;
	if (number) return `${figureWords.vatNumber.en} #${markOf(number)}`;
	const isUnknown = order.customerNotRead !== undefined || order.customerGone;
	return figureWords[isUnknown ? 'vatNumberNotRead' : 'noVatNumber'].en;
}

function paidByCardOf({ paidByGiftCard }: ShopOrder): string[] {
	if (paidByGiftCard === 0) return [];
	return [`${figureWords.paidByCard.en} ${formatCents(paidByGiftCard)}`];
}
