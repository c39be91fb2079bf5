/**
 * The keys of the rows of the order table: built here and nowhere else. One thing, one key, for
 * ever: the key is what keeps an order, refund, payment or payout from being booked twice.
 */

/** What could not be read still needs a row, so that somebody sees it. */
const UNREADABLE = 'unreadable';

/** An id of a shop or provider as one part of a key: no id can look like the key of another thing. */
const part = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');

/** The id that such a part is of. */
const idIn = (part: string): string => part.replaceAll('%2F', '/').replaceAll('%25', '%');

function partIn(key: string, pattern: RegExp): string | undefined {
	const part = pattern.exec(key)?.[1];
	return part === undefined ? undefined : idIn(part);
}

/** Client, shop and the shop's own id of the order: `my-client/woocommerce/28`. */
export function orderKey(client: string, shop: string, orderId: string | undefined): string {
	return `${client}/${shop}/${part(orderId || UNREADABLE)}`;
}

/** The shop's own id of the order that a key is of. */
export const orderIdIn = (keyOfOrder: string): string => idIn(keyOfOrder.split('/')[2] ?? '');

/** Of a refund: `…/28/refund/66`. */
export function refundKey(keyOfOrder: string, refundId: string | undefined): string {
	return `${keyOfOrder}/refund/${part(refundId || UNREADABLE)}`;
}

/** The shop's own id of the refund that a key is of; `undefined` for every other key. */
export const refundIdIn = (key: string): string | undefined => partIn(key, /\/refund\/([^/]+)$/);

/** With LIKE: the keys of refunds, not of credits of cancelled orders, which are of the same kind. */
export const refundKeys = '%/refund/%';

/** With LIKE: the keys of credits of cancelled orders. */
export const creditKeys = '%/credit/%';

/** Of the credit note that takes back the n-th entry of an order: `…/28/credit/1`. */
export function creditKey(keyOfOrder: string, version: number): string {
	return `${keyOfOrder}/credit/${version}`;
}

/** Whether a key is that of a credit note which takes back an entry of this order. */
export function isCreditKey(key: string, keyOfOrder: string): boolean {
	return key.startsWith(`${keyOfOrder}/credit/`);
}

/** Which entry of the order a credit note takes back; `undefined` for every other key. */
export function creditedVersion(key: string, keyOfOrder: string): number | undefined {
	return isCreditKey(key, keyOfOrder)
		? Number(key.slice(creditKey(keyOfOrder, 0).length - 1))
		: undefined;
}

const BESIDE = '/beside';

/** Of the entry that an order has beside its own; it has no row. */
export const besideKey = (keyOfOrder: string): string => `${keyOfOrder}${BESIDE}`;

/** The key of the order that an entry, its own or the one beside it, belongs to. */
export const withoutBeside = (key: string): string =>
	key.endsWith(BESIDE) ? key.slice(0, -BESIDE.length) : key;

/** Of a total of several orders: client, shop and its number: `my-client/woocommerce/total/WDAG-2026-11-28`. */
export function totalKey(client: string, shop: string, number: string): string {
	return `${client}/${shop}/total/${part(number)}`;
}

/** The number of the total that a key is of; `undefined` for every other key. */
export const totalNumberIn = (key: string): string | undefined =>
	partIn(key, /^[^/]+\/[^/]+\/total\/([^/]+)$/);

/**
 * Of a payment: `…/28/tr_7UhSN1`. The shop's own single payment is always `paid`: its transaction id
 * may still be filled later.
 */
export function paymentKey(keyOfOrder: string, payment: string | undefined): string {
	return `${keyOfOrder}/${part(payment || 'paid')}`;
}

/** What the money of a refund that went back is called within its order. */
export const refundPart = (refund: string): string => `refund-${refund}`;

/** What a set-off is called within its order, by the refund that it settles. */
export const setOffPart = (refund: string): string => `set-off-${refund}`;

/** The set-off that settles the credit note of a cancelled order. */
export const CANCELLED_SET_OFF = setOffPart('cancelled');

/** Of the payment that settles the credit note of a refund with its invoice. */
export const setOffKey = (keyOfRefund: string, keyOfOrder: string): string =>
	keyOfRefund.replace(`${keyOfOrder}/refund/`, () => `${keyOfOrder}/${setOffPart('')}`);

/** Of a payout: client, provider and the provider's id: `my-client/payout/mollie/stl_jDk30akdN`. */
export function payoutKey(client: string, provider: string, payoutId: string): string {
	return provider === '' || payoutId === ''
		? `${client}/payout/${UNREADABLE}`
		: `${client}/payout/${part(provider)}/${part(payoutId)}`;
}

/** Provider and the provider's id of the payout that a key is of: `mollie stl_jDk30akdN`. */
export const payoutIn = (keyOfPayout: string): string =>
	keyOfPayout
		.split('/')
		.slice(2, 4)
		.map((one) => one.replaceAll('%2F', '/').replaceAll('%25', '%'))
		.join(' ');

/** Of a line of a payout that has no order, by its id or else by its day and amount (in euro). */
export function payoutEntryKey(
	keyOfPayout: string,
	{ type, entryId, date, gross }: { type: string; entryId: string; date: string; gross: number },
): string {
	return `${keyOfPayout}/${type}/${part(entryId || `${date} ${gross}`)}`;
}
