import { numberOfEntry } from '../../documents/entryVersion';
import { cellVersion } from '../../orderTable/cell';
import { orderKey } from '../../orderTable/keys';
import { readMicros, roundToCents, type Cents } from '../../money/money';
import { oldInvoiceOf } from '../../settings/oldInvoices';
import { rowOfMethod } from '../../settings/paymentMethodRow';
import { findShop } from '../../settings/shopOf';
import type { Settings, ShopSettings } from '../../settings/settings';
import { isObject, text, type RawObject } from '../../trade/fields';
import { shopDate } from '../../shops/shopDate';
import { listedRefunds, paymentIdsOf } from '../../shops';
import { creditNoteNumberOf } from '../../refunds/creditNote';
import type { PaymentsOfOrders } from './knownPayments';
import { isRecord, type BesidePart, type BesideParts } from './knownParts';
import type { KnownRefund, RefundsOfOrders } from './knownRefunds';

/** An order that a line of a payout may belong to. */
export interface PayoutOrder {
	orderKey: string;
	orderId: string;
	orderNumber: string;
	invoiceNumber: string;
	/** Empty when the order is not booked, or the item does not say so. */
	salesEntryId: string;
	/** In euro cents, as it was booked; `undefined` when it cannot be read or is not in euro. */
	total: Cents | undefined;
	/** Paid in another currency: the provider pays out at a rate of its own. */
	isForeign?: boolean;
	/** What its payments move on the clearing account; left out when nobody looked. */
	payments?: readonly Cents[];
	/** yyyy-MM-dd; empty when the item states none. */
	date: string;
	paymentIds: string[];
	/** The account of its payment method; empty when none is set, `undefined` when not stated. */
	clearingAccountId: string | undefined;
	/** What the shop knows to be refunded of it; left out when nobody looked. */
	refunds?: readonly KnownRefund[];
	/** What of it stands in the entry beside its own; left out where it has one entry. */
	beside?: BesidePart;
}

/**
 * Reads an order for matching: a row of the order table, a raw order of a shop, or both in one item
 * (the row, with the raw order in its field `order`).
 *
 * @param shopName which shop raw orders come from.
 * @param refunds what the order table knows to be refunded.
 * @param payments what it knows to be paid.
 * @param parts what stands in the entry beside that of an order, by its booking record.
 * @returns `undefined` when the item names no order.
 */
export function readPayoutOrder(
	item: unknown,
	shopName: string,
	settings: Settings,
	refunds: RefundsOfOrders = new Map(),
	payments: PaymentsOfOrders = new Map(),
	parts: BesideParts = new Map(),
): PayoutOrder | undefined {
	if (
		!isObject(item) ||
		isRecord(item) ||
		['refund', 'payment', 'payoutEntry'].includes(text(item, 'kind'))
	)
		return undefined;
	const raw = isObject(item.order) ? { ...item.order, ...item, order: undefined } : item;
	const orderId = text(raw, 'orderId') || (isObject(item.order) ? text(item.order, 'id') : '');
	const id = orderId || (text(raw, 'orderKey') === '' ? text(raw, 'id') : '');
	const orderNumber = text(raw, 'orderNumber') || text(raw, 'number');
	const shop = findShop(shopName, settings);
	const key = text(raw, 'orderKey') || (id && orderKey(settings.client, shopName, id));
	if (key === '') return undefined;
	// A shop with invoice numbers of its own has them in the row that was booked.
	const prefixed =
		orderNumber &&
		((shop && oldInvoiceOf(orderNumber, shop)) ??
			(shop?.invoiceNumberField ? '' : `${shop?.invoiceNumberPrefix ?? ''}${orderNumber}`));
	return {
		orderKey: key,
		orderId: id,
		orderNumber,
		// An entry that was undone is never settled: the next one is waited for.
		invoiceNumber:
			text(raw, 'invoiceNumber') ||
			text(raw, 'snelStartNumber') ||
			numberOfEntry(prefixed, cellVersion(raw)),
		salesEntryId: text(raw, 'salesEntryId'),
		...totalOf(raw),
		date: dateOf(raw, shop?.zone ?? 'Europe/Amsterdam'),
		paymentIds: paymentIdsOf(raw),
		clearingAccountId: clearingAccountOf(raw, settings),
		...(payments.has(key) && { payments: payments.get(key) ?? [] }),
		...(parts.has(key) && { beside: parts.get(key) }),
		refunds:
			refunds.get(key) ?? (shop ? refundsOf(isObject(item.order) ? item.order : item, shop) : []),
	};
}

/** The refunds that a raw order names, with the numbers that their credit notes get. */
function refundsOf(raw: RawObject, shop: ShopSettings): KnownRefund[] {
	const isEuro = ['', 'EUR'].includes(text(raw, 'currency'));
	return listedRefunds(shop.kind, raw, shop).map(({ id, amount, date }) => ({
		invoiceNumber: creditNoteNumberOf(id, shop, raw),
		salesEntryId: '',
		amount: isEuro ? amount : undefined,
		date,
	}));
}

function clearingAccountOf(raw: RawObject, { paymentMethods }: Settings): string | undefined {
	// An order of WooCommerce, or one of another shop, or a row of the order table.
	const code = text(raw, 'payment_method') || text(raw, 'paymentMethod');
	const title = text(raw, 'payment_method_title') || code;
	if (title === '') return undefined;
	return rowOfMethod(paymentMethods, { code, title })?.clearingAccountId ?? '';
}

/**
 * The currency of a row of the order table stands in its fingerprint: that of the order first, then
 * euro, which its total is in.
 */
function totalOf(raw: RawObject): Pick<PayoutOrder, 'total' | 'isForeign'> {
	const fingerprint = text(raw, 'fingerprint');
	if (raw.fingerprint === '' && raw.state !== 'booked') return { total: undefined };
	const currency = text(raw, 'currency') || fingerprint.split(' ')[0] || 'EUR';
	const isForeign = currency !== 'EUR';
	const isInEuro = !isForeign || (text(raw, 'currency') === '' && fingerprint.includes('| EUR '));
	const micros = readMicros(raw.total ?? raw.totalPrice);
	const total = micros === undefined || !isInEuro ? undefined : roundToCents(micros);
	return { total, ...(isForeign && { isForeign }) };
}

function dateOf(raw: RawObject, zone: string): string {
	const moments = [
		{ value: raw.date_paid_gmt, zone: 'utc' },
		{ value: raw.date_created_gmt, zone: 'utc' },
		// n8n's own `createdAt` of a row says when the row was made, so the order's day goes first.
		...['paidOn', 'date', 'orderDate', 'createdAt', 'date_created', 'bookedAt'].map((field) => ({
			value: raw[field],
			zone,
		})),
	];
	try {
		return shopDate(moments, zone);
	} catch {
		return '';
	}
}
