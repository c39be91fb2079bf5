import { Finding } from '../../trade/findings';
import type { ShopLine, ShopOrder } from '../../trade/order';
import { normaliseVatNumber } from '../../trade/vatNumber';
import {
	categories,
	cents,
	micros,
	object,
	objects,
	optionalCents,
	optionalMicros,
	text,
	unknownMoney,
	type RawObject,
	idOf,
} from '../../trade/fields';
import { readAddress } from '../address';
import { shopDate } from '../shopDate';
import { namedText, vatNumberElsewhere } from '../vatNumberElsewhere';
import type { OrderIdentity, PaymentMethod, NamedFields, ReadingRules } from '../shop';

const ADDRESS = {
	...{ firstName: 'firstName', lastName: 'lastName', company: 'company', street: ['street'] },
	...{ postcode: 'postcode', city: 'city', country: 'country' },
};
const KNOWN_ORDER_FIELDS = new Set(['total', 'paidByGiftCard']);
const KNOWN_LINE_FIELDS = new Set(['netBeforeDiscount']);
const ROLES: ReadonlyArray<ShopLine['role']> = ['product', 'shipping', 'fee'];

/**
 * Reads the documented form for any other shop (docs/other-shops.md): amounts as decimal texts or
 * numbers, lines without VAT with the VAT beside them. Integrators fill it with a Set node.
 *
 * @throws Finding ORDER_UNREADABLE that names the field, UNEXPLAINED_AMOUNT for a field with money
 * that is not part of the form.
 */
export function readOtherShopOrder(
	identity: OrderIdentity,
	raw: RawObject,
	rules: ReadingRules,
	fields: NamedFields,
): ShopOrder {
	const { ignored } = fields;
	const unexplained = [
		...unknownMoney(raw, KNOWN_ORDER_FIELDS, ignored),
		...objects(raw, 'lines').flatMap((line) => unknownMoney(line, KNOWN_LINE_FIELDS, ignored)),
	];
	const billing = readAddress(object(raw, 'billing'), ADDRESS);
	const customer = object(raw, 'customer');
	const shipping = readAddress(object(raw, 'shipping'), ADDRESS);
	const holders = [customer, object(raw, 'billing'), object(raw, 'shipping')];
	const vatNumber = normaliseVatNumber(
		namedText(raw, holders, fields.vatNumber) || text(customer, 'vatNumber'),
		billing.country,
	);
	const suspect =
		vatNumber === ''
			? vatNumberElsewhere(raw, [shipping.country, billing.country], fields, holders)
			: undefined;
	return {
		id: identity.id,
		number: identity.number,
		status: identity.status,
		invoiceNumber: text(raw, 'invoiceNumber') || identity.number,
		currency: text(raw, 'currency') || 'EUR',
		date: orderedOn(raw, rules),
		paymentMethod: paymentMethodOf(raw),
		total: cents(raw, 'total', 'order'),
		paidByGiftCard: optionalCents(raw, 'paidByGiftCard', 'order'),
		lines: objects(raw, 'lines').map(readLine),
		spread: [],
		vatPerRate: [],
		billing,
		shipping,
		pickUp: raw.pickUp === true,
		email: text(customer, 'email'),
		phone: text(customer, 'phone'),
		vatNumber,
		...(suspect && { vatNumberElsewhere: suspect }),
		chamberOfCommerceNumber:
			namedText(raw, holders, fields.chamberOfCommerce) ||
			text(customer, 'chamberOfCommerceNumber'),
		refundCount: 0,
		...(unexplained.length > 0 && { unexplained: [...new Set(unexplained)] }),
	};
}

/** The day of the order. */
export const orderedOn = (raw: RawObject, { zone, cutOffHour }: ReadingRules): string =>
	shopDate([{ value: raw.date, zone }], zone, cutOffHour);

export function paymentMethodOf(raw: RawObject): PaymentMethod {
	const code = text(raw, 'paymentMethod');
	return { code, title: text(raw, 'paymentMethodTitle') || code };
}

function readLine(line: RawObject, index: number): ShopLine {
	const place = `line ${index + 1}` as const;
	const role = ROLES.find((known) => known === (text(line, 'kind') || 'product'));
	if (!role) {
		throw new Finding('ORDER_UNREADABLE', { case: 'kind', place, kinds: ROLES });
	}
	const net = micros(line, 'net', place);
	const percentage =
		line.percentage === undefined || line.percentage === null ? undefined : Number(line.percentage);
	if (percentage !== undefined && !(percentage >= 0 && percentage <= 100)) {
		throw new Finding('ORDER_UNREADABLE', { case: 'noPercentage', place, field: 'percentage' });
	}
	const vat = optionalMicros(line, 'vat', place);
	if (percentage === undefined && vat !== 0) {
		throw new Finding('ORDER_UNREADABLE', { case: 'vatWithoutPercentage', place });
	}
	return {
		id: idOf(line),
		role,
		title: text(line, 'title'),
		sku: text(line, 'sku'),
		categories: categories(line),
		quantity: text(line, 'quantity') || '1',
		net,
		netBeforeDiscount:
			line.netBeforeDiscount === undefined ? net : micros(line, 'netBeforeDiscount', place),
		vat: percentage === undefined ? [] : [{ percentage, amount: vat }],
		...(line.giftCard === true && { giftCard: true }),
	};
}
