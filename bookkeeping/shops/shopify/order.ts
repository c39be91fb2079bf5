import { MICROS_PER_CENT, roundToCents, sum, vatInside, type Cents } from '../../money/money';
import {
	cents,
	micros,
	object,
	objects,
	statedCents,
	text,
	type RawObject,
	idOf,
} from '../../trade/fields';
import { Finding } from '../../trade/findings';
import type { ShopLine, ShopOrder } from '../../trade/order';
import { normaliseVatNumber } from '../../trade/vatNumber';
import { readAddress } from '../address';
import { shopDate } from '../shopDate';
import { namedText, vatNumberElsewhere } from '../vatNumberElsewhere';
import type { NamedFields, OrderIdentity, PaymentMethod, ReadingRules } from '../shop';

export const GIFT_CARD = 'gift_card';
const ADDRESS = {
	...{ firstName: 'first_name', lastName: 'last_name', company: 'company', postcode: 'zip' },
	...{ street: ['address1', 'address2'], city: 'city', country: 'country_code' },
};

/** All amounts are in the currency of the shop; a gift card does not lower `total_price`. */
export function readOrder(
	identity: OrderIdentity,
	raw: RawObject,
	rules: ReadingRules,
	fields: NamedFields,
): ShopOrder {
	const holders = [
		object(raw, 'billing_address'),
		object(raw, 'shipping_address'),
		object(raw, 'customer'),
	];
	const [billing = {}, shipping = {}] = holders;
	const countries = [text(shipping, 'country_code'), text(billing, 'country_code')];
	const vatNumber = normaliseVatNumber(
		namedText(raw, holders, fields.vatNumber),
		text(billing, 'country_code'),
	);
	const suspect =
		vatNumber === '' ? vatNumberElsewhere(raw, countries, fields, holders) : undefined;
	const isSent = objects(raw, 'line_items').some((line) => line.requires_shipping === true);
	return {
		...{ ...identity, invoiceNumber: identity.number },
		currency: text(raw, 'currency'),
		date: dateOf(raw, rules),
		paymentMethod: paymentMethodOf(raw),
		total: cents(raw, 'total_price', 'order'),
		paidByGiftCard: paidByGiftCard(raw),
		lines: [...readLines(raw).values()],
		...{ spread: [], vatPerRate: [], vatNumber },
		...(suspect && { vatNumberElsewhere: suspect }),
		chamberOfCommerceNumber: namedText(raw, holders, fields.chamberOfCommerce),
		statedVat: statedCents(raw, 'total_tax', 'order'),
		billing: readAddress(billing, ADDRESS),
		shipping: readAddress(shipping, ADDRESS),
		// Goods that are to be sent, but nowhere, are handed over at the shop.
		pickUp: isSent && text(shipping, 'country_code') === '',
		email: text(raw, 'email'),
		phone: text(raw, 'phone') || text(billing, 'phone'),
		refundCount: objects(raw, 'refunds').length,
	};
}

/** The lines by the ids that refunds name them by. */
export function readLines(raw: RawObject): Map<string, ShopLine> {
	const read = (role: ShopLine['role'], field: string) =>
		objects(raw, field).map(
			(one) => [text(one, 'id'), readLine(role, one, raw.taxes_included === true)] as const,
		);
	return new Map([...read('product', 'line_items'), ...read('shipping', 'shipping_lines')]);
}

/** A price is that of one piece, before discount, and with VAT where `taxes_included` says so. */
function readLine(role: ShopLine['role'], raw: RawObject, withVat: boolean): ShopLine {
	const place = `${role} line ${text(raw, 'id')}` as const;
	const quantity = text(raw, 'quantity') || '1';
	const allocations = objects(raw, 'discount_allocations');
	const discount = sum(allocations.map((one) => micros(one, 'amount', place)));
	const vat = objects(raw, 'tax_lines').map((tax) => ({
		percentage: micros(tax, 'rate', place) / MICROS_PER_CENT,
		amount: micros(tax, 'price', place),
	}));
	const inPrice = withVat ? vat : [];
	const charged = micros(raw, 'price', place) * Number(quantity) - discount;
	const net = charged - sum(inPrice.map(({ amount }) => amount));
	const rate = sum(inPrice.map(({ percentage }) => percentage));
	const vatOfDiscount = vatInside(roundToCents(discount), rate) * MICROS_PER_CENT;
	return {
		id: idOf(raw),
		...{ role, title: text(raw, 'title'), sku: text(raw, 'sku'), quantity, net, vat },
		netBeforeDiscount: net + discount - vatOfDiscount,
		...(raw.gift_card === true && { giftCard: true }),
	};
}

const gatewaysOf = (raw: RawObject): unknown[] =>
	Array.isArray(raw.payment_gateway_names) ? raw.payment_gateway_names : [];

export function paymentMethodOf(raw: RawObject): PaymentMethod {
	const gateways = gatewaysOf(raw).map(String);
	const code = gateways.find((name) => name !== GIFT_CARD) ?? gateways[0] ?? '';
	return { code, title: code };
}

/** Gift cards are payments: among the `transactions`, which the workflow puts in the order. */
function paidByGiftCard(raw: RawObject): Cents {
	const paid = successful(raw, ['sale', 'capture']).filter(({ gateway }) => gateway === GIFT_CARD);
	if (paid.length === 0 && gatewaysOf(raw).includes(GIFT_CARD)) {
		throw new Finding('UNEXPLAINED_AMOUNT', { case: 'giftCard', field: 'transactions' });
	}
	return sum(paid.map((one) => cents(one, 'amount', 'giftCard')));
}

/** Transactions of an order or a refund that moved money. */
export function successful(raw: RawObject, kinds: readonly string[]): RawObject[] {
	return objects(raw, 'transactions').filter(
		(one) => kinds.includes(text(one, 'kind')) && one.status === 'success',
	);
}

/** The moment that Shopify's own reports count by. */
export const dateOf = (raw: RawObject, { zone, cutOffHour }: ReadingRules): string =>
	shopDate([{ value: raw.processed_at, zone }], zone, cutOffHour);
