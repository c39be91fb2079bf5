import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { postingsOf, type PostingOf } from './accounts';
import { addressOf, customerOf, fullName } from './customer';
import {
	salesOrderDraftSchema,
	type Address,
	type CustomerDraft,
	type SalesOrderDraft,
	type SalesOrderLine,
} from './draft';
import { paymentTermOf } from './paymentTerm';
import { Finding } from '../trade/findings';
import { itemOf } from './itemCode';
import { sum, toEuro, type Cents, roundingTolerance } from '../money/money';
import type { ShopAddress, ShopOrder } from '../trade/order';
import type { RatedOrder } from '../vat/ratedLines';
import type { RegimeDecision } from '../vat/regime';
import { descriptionOf, invoiceNumberOf, vatRows } from './salesEntry';
import { priceLines, settleOnRates, settleOnTotal, type PricedLine } from './salesOrderPrices';
import { brokenSum } from './salesOrderTotal';
import type { Settings, ShopSettings } from '../settings/settings';
import { cutText } from '../trade/text';
import { priceByUnit, pricePieces } from './unitPrice';

/** An older manual of SnelStart gives the description of an order this length (HC-21). */
const DESCRIPTION_LENGTH = 50;

/**
 * Drafts the sales order (verkooporder) of an order (J150-J159): a line per product with the
 * discount inside its unit price, shipping and fees as articles of their own. SnelStart works out
 * the VAT of a sales order itself, from the items, so the draft states what total and VAT must come
 * out; the booking compares.
 *
 * @throws Finding when the order cannot be drafted exactly as it is.
 */
export function draftSalesOrder(
	order: ShopOrder,
	rated: RatedOrder,
	decision: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
	orderKey: string,
): SalesOrderDraft {
	refuseOtherVat(decision);
	const { vatEntry } = settings.salesOrders;
	const postingOf = postingsOf(decision, settings);
	const vat = vatRows(rated, decision, order.date, postingOf, settings);
	const notes = notesOn(order, rated, sum(vat.map(({ cents }) => cents)), settings.lineLanguage);
	const prices = priceLines(rated.lines, vatEntry);
	const lines =
		vatEntry === 'inclusive' ? settleOnTotal(settleOnRates(prices, rated), order.total) : prices;
	const invoiceNumber = invoiceNumberOf(order, shop);
	const customer = customerOf(order, decision, settings);
	const shippingAddress = shippingAddressOf(order, customer, decision);
	return proven({
		document: 'salesOrder',
		orderKey,
		orderNumber: order.number,
		invoiceNumber,
		invoiceDate: order.date,
		...paymentTermOf(order, settings),
		description: cutText(descriptionOf(order, invoiceNumber, shop, settings), DESCRIPTION_LENGTH),
		invoiceAmount: toEuro(order.total),
		vatEntry,
		customer,
		...(order.customerId && { customerId: order.customerId }),
		...(shippingAddress && { shippingAddress }),
		...(settings.salesOrderTemplateId && { templateId: settings.salesOrderTemplateId }),
		...(settings.costCentreId && { costCentreId: settings.costCentreId }),
		lines: lines.flatMap((line) =>
			orderLines(line, rateOf(line, lines), postingOf, shop, settings),
		),
		vat: vat.map(({ cents, ...row }) => ({ ...row, amount: toEuro(cents) })),
		regime: decision.regime,
		regimeReason: decision.reason,
		deliveryCountry: decision.deliveryCountry,
		notes,
	});
}

/**
 * On a sales order SnelStart chooses the VAT by the item and the address. Foreign VAT (OSS) and
 * reverse charge (verlegd) cannot be told to it, so such orders are not guessed.
 */
function refuseOtherVat({ regime, country }: RegimeDecision): void {
	if (regime === 'oss' || regime === 'reverseCharge' || regime === 'ownRegistration') {
		throw new Finding('SALES_ORDER_VAT', { case: regime, country });
	}
}

/**
 * What a bookkeeper should know beforehand.
 *
 * @throws Finding TOTAL_MISMATCH beyond two cents, or a cent per line (D-J040).
 */
function notesOn(
	order: ShopOrder,
	{ lines }: RatedOrder,
	vat: Cents,
	language: Language,
): DraftText[] {
	const { total, paidByGiftCard: amount } = order;
	const made = sum(lines.map(({ net, discount }) => net - discount)) + vat;
	const gap = total - made;
	if (Math.abs(gap) > roundingTolerance(lines.length)) {
		throw new Finding('TOTAL_MISMATCH', { case: 'gap', made, total, gap });
	}
	return [
		...(gap === 0 ? [] : [draftText(language, 'ownTotalMayDiffer', { made, total })]),
		...(amount === 0 ? [] : [draftText(language, 'paidByCard', { amount })]),
	];
}

/** The VAT rate of a line; a free one without a rate gets that of the largest product (case 12). */
function rateOf({ price, percentage }: PricedLine, lines: readonly PricedLine[]): number | null {
	if (price !== 0 || percentage) return percentage;
	const [largest] = lines
		.filter((line) => line.role === 'product' && line.percentage)
		.sort((a, b) => b.price - a.price);
	return largest?.percentage ?? percentage ?? 0;
}

/** One line, or two where pieces are kept and the price does not divide by them. */
function orderLines(
	line: PricedLine,
	rate: number | null,
	postingOf: PostingOf,
	shop: ShopSettings,
	settings: Settings,
): SalesOrderLine[] {
	const { role, sku, categories, quantity, title, price } = line;
	const percentage = rate ?? 0;
	const posted = {
		role: 'product',
		sku,
		// Only products have categories; shipping and fees must not ask for them.
		categories: role === 'product' ? categories : [],
		percentage: role === 'product' ? rate : percentage,
	} as const;
	const { vatKind } = postingOf(posted);
	const group = settings.salesOrders.revenueGroups.find((row) => row.vatKind === vatKind);
	if (!group) {
		throw new Finding('REVENUE_GROUP_MISSING', { case: 'order', part: role, vatKind });
	}
	const priced =
		settings.salesOrders.pieces === 'asSold' && role === 'product'
			? pricePieces(price, quantity, title)
			: [priceByUnit(price, quantity, title)];
	const item = {
		...itemOf(line, percentage, shop, settings),
		revenueGroupId: group.revenueGroupId,
	};
	return priced.map(({ description, quantity: pieces, unitPrice }) => ({
		role,
		item,
		description,
		quantity: pieces,
		unitPrice: toEuro(unitPrice),
		amount: toEuro(Math.round(pieces * unitPrice)),
		vatKind,
		percentage,
		reason: `'Revenue Groups' ${vatKind}`,
		...(line.shopLine && { shopLine: line.shopLine }),
	}));
}

/**
 * The shipping address, only when it is not the address on the customer's card (J055): other than
 * the billing address, or whatever the address is with a fixed debtor. Also without Dutch VAT: there
 * SnelStart decides by the address, and a card that exists may hold an older one in another country.
 */
function shippingAddressOf(
	order: ShopOrder,
	customer: CustomerDraft,
	{ regime }: RegimeDecision,
): Address | undefined {
	if (order.pickUp) return undefined;
	const { shipping, billing } = order;
	const delivery = shipping.street || shipping.city ? shipping : billing;
	const isOnCard =
		regime === 'domestic' &&
		customer.kind !== 'fixedDebtor' &&
		addressKey(delivery) === addressKey(billing);
	if (isOnCard || (delivery.street === '' && delivery.city === '')) return undefined;
	const contact = [delivery.company, fullName(delivery)].filter(Boolean).join(', ');
	return addressOf({ ...delivery, country: delivery.country || billing.country }, contact);
}

function addressKey({ company, ...address }: ShopAddress): string {
	const { street, postcode, city, country } = address;
	return JSON.stringify([company, fullName(address), street, postcode, city, country])
		.toLowerCase()
		.replace(/\s/g, '');
}

/** No draft leaves without proof that it adds up and keeps to every length (HC-03, HC-21). */
function proven(draft: SalesOrderDraft): SalesOrderDraft {
	const checked = salesOrderDraftSchema.safeParse(draft);
	const field = checked.error?.issues[0]?.path.join('.');
	if (field !== undefined) throw new Finding('DRAFT_NOT_EXACT', { case: 'field', field });
	const broken = brokenSum(draft);
	if (broken === undefined) return draft;
	if (broken.case === 'gap') throw new Finding('DRAFT_NOT_EXACT', broken);
	throw new Finding('DRAFT_NOT_EXACT', { case: 'field', field: `lines.${broken.line - 1}.amount` });
}
