import { Finding } from '../../trade/findings';
import { fromEuro, roundToCents, type Cents } from '../../money/money';
import { isObject, object, objects, text, type RawObject } from '../../trade/fields';
import { dateOf, minorUnits, money } from '../payouts/fields';

/** A payment as its provider knows it now, in one language for all providers. */
export interface ProviderPayment {
	id: string;
	/** By which an order may know it. */
	paymentIds: string[];
	/** The order that the shop named; empty when it named none. */
	orderId: string;
	description: string;
	/** Three letters of ISO 4217. */
	currency: string;
	/** In hundredths of its currency. */
	amount: Cents;
	/** What went back of it until now, above zero. */
	refunded: Cents;
	/** The money is there; it may still come; or it never will. */
	state: 'paid' | 'open' | 'none';
	/** yyyy-MM-dd in the shop's zone: of the payment. */
	date: string;
	/** The same of its last refund that was read; empty when none was. */
	refundedOn: string;
	createdMs: number;
}

/** What was read at a provider. */
export interface ProviderReading {
	/** Each once. */
	payments: ProviderPayment[];
	/** Since when something may still be paid or paid back, of what was read; undefined: nothing may. */
	openSinceMs: number | undefined;
}

/** Providers whose payments can be listed. */
export const listingProviders = ['mollie', 'stripe'] as const;
export type ListingProvider = (typeof listingProviders)[number];

interface Refund {
	isOpen: boolean;
	createdMs: number;
	date: string;
	payment: RawObject | undefined;
}

interface Reader {
	payments(page: RawObject): RawObject[] | undefined;
	refunds(page: RawObject): RawObject[] | undefined;
	/** Whether another page follows. */
	hasMore(page: RawObject): boolean;
	createdMs(entry: RawObject): number;
	payment(raw: RawObject, zone: string): Omit<ProviderPayment, 'refundedOn'>;
	refund(raw: RawObject, zone: string): Refund;
}

/**
 * Reads the lists of payments and refunds of a provider, all pages of them. Each refund carries its
 * payment as it is now, since a refund may be of a payment from long ago.
 *
 * @param pages as the provider sent them, in the order of reading.
 * @param fromMs what came before needs not be there.
 * @throws Finding PROVIDER_LIST_NOT_WHOLE, PAYOUT_UNREADABLE.
 */
export function readProviderPayments(
	provider: ListingProvider,
	pages: readonly RawObject[],
	fromMs: number,
	zone: string,
): ProviderReading {
	const reader = readers[provider];
	const payments = wholeList('payments', pages, reader, fromMs);
	const refunds = wholeList('refunds', pages, reader, fromMs).map((raw) =>
		reader.refund(raw, zone),
	);
	const byId = new Map<string, ProviderPayment>();
	for (const raw of payments) {
		const payment = reader.payment(raw, zone);
		byId.set(payment.id, { ...payment, refundedOn: '' });
	}
	for (const { payment: raw, date } of refunds) {
		if (!raw) continue;
		const payment = reader.payment(raw, zone);
		const known = byId.get(payment.id)?.refundedOn ?? '';
		byId.set(payment.id, { ...payment, refundedOn: known > date ? known : date });
	}
	const all = [...byId.values()];
	const open = [
		...all.filter(({ state }) => state === 'open').map(({ createdMs }) => createdMs),
		...refunds.filter(({ isOpen }) => isOpen).map(({ createdMs }) => createdMs),
	];
	return { payments: all, openSinceMs: open.length === 0 ? undefined : Math.min(...open) };
}

/**
 * A list of which every page came: another follows each but the last, which ends the list or, newest
 * first, reaches back to the day asked for.
 */
function wholeList(
	list: 'payments' | 'refunds',
	pages: readonly RawObject[],
	reader: Reader,
	fromMs: number,
): RawObject[] {
	const own = pages.filter((page) => reader[list](page) !== undefined);
	const entries = own.flatMap((page) => reader[list](page) ?? []);
	const moments = entries.map((entry) => reader.createdMs(entry));
	const isNewestFirst = moments.every((moment, at) => at === 0 || moment <= (moments[at - 1] ?? 0));
	const last = own.at(-1);
	const ends = last !== undefined && !reader.hasMore(last);
	const reaches = isNewestFirst && (moments.at(-1) ?? Infinity) < fromMs;
	const follows = own.slice(0, -1).every((page) => reader.hasMore(page));
	if (!follows || !(ends || reaches)) throw new Finding('PROVIDER_LIST_NOT_WHOLE', { list });
	return entries;
}

const momentOf = (value: unknown): number => {
	const ms = typeof value === 'number' ? value * 1000 : Date.parse(String(value));
	if (!Number.isFinite(ms)) throw new Finding('PAYOUT_UNREADABLE', { case: 'noDate' });
	return ms;
};

const embedded = (page: RawObject, list: string): RawObject[] | undefined => {
	const rows = object(page, '_embedded')[list];
	return Array.isArray(rows) ? rows.filter(isObject) : undefined;
};

/** Payments API and Refunds API, version 2. */
const mollie: Reader = {
	payments: (page) => embedded(page, 'payments'),
	refunds: (page) => embedded(page, 'refunds'),
	hasMore: (page) => isObject(object(page, '_links').next),
	createdMs: ({ createdAt }) => momentOf(createdAt),
	payment: (raw, zone) => {
		const paid = money(raw, 'amount');
		const back = money(raw, 'amountRefunded');
		const metadata = object(raw, 'metadata');
		const status = text(raw, 'status');
		const isOpen = ['open', 'pending', 'authorized'].includes(status);
		return {
			id: text(raw, 'id'),
			paymentIds: ['id', 'orderId'].map((field) => text(raw, field)).filter(Boolean),
			orderId: orderIn(metadata, ['order_id', 'orderId', 'order_number', 'orderNumber']),
			description: text(raw, 'description'),
			currency: (paid?.currency ?? '').toUpperCase(),
			amount: roundToCents(paid?.micros ?? 0),
			refunded: roundToCents(back?.micros ?? 0),
			state: status === 'paid' ? 'paid' : isOpen ? 'open' : 'none',
			date: dateOf(raw.paidAt ?? raw.createdAt, zone),
			createdMs: momentOf(raw.createdAt),
		};
	},
	refund: (raw, zone) => {
		const payment = object(raw, '_embedded').payment;
		if (!isObject(payment)) throw new Finding('PAYOUT_UNREADABLE', { case: 'item' });
		return {
			payment,
			isOpen: ['queued', 'pending', 'processing'].includes(text(raw, 'status')),
			createdMs: momentOf(raw.createdAt),
			date: dateOf(raw.createdAt, zone),
		};
	},
};

const listed = (page: RawObject, kind: string): RawObject[] | undefined => {
	const rows = [...objects(page, 'data')];
	const isKind = String(page.url ?? '').endsWith(`/${kind}s`);
	return isKind && Array.isArray(page.data) ? rows : undefined;
};

/** Charges and refunds of the API, version 1. */
const stripe: Reader = {
	payments: (page) => listed(page, 'charge'),
	refunds: (page) => listed(page, 'refund'),
	hasMore: (page) => page.has_more === true,
	createdMs: ({ created }) => momentOf(created),
	payment: (raw, zone) => {
		const status = text(raw, 'status');
		// What is authorized only is no money yet.
		const isPaid = status === 'succeeded' && raw.captured !== false;
		const isOpen = status === 'pending' || (status === 'succeeded' && raw.captured === false);
		return {
			id: text(raw, 'id'),
			paymentIds: ['id', 'payment_intent'].map((field) => text(raw, field)).filter(Boolean),
			orderId: orderIn(object(raw, 'metadata'), ['order_number', 'order_id']),
			description: text(raw, 'description'),
			currency: text(raw, 'currency').toUpperCase(),
			amount: fromEuro(minorUnits(raw, isPaid ? 'amount_captured' : 'amount')),
			refunded: fromEuro(minorUnits(raw, 'amount_refunded')),
			state: isPaid ? 'paid' : isOpen && raw.refunded !== true ? 'open' : 'none',
			date: dateOf(raw.created, zone),
			createdMs: momentOf(raw.created),
		};
	},
	refund: (raw, zone) => {
		// A charge that came as its id was not asked for in full.
		if (typeof raw.charge === 'string') throw new Finding('PAYOUT_UNREADABLE', { case: 'item' });
		return {
			payment: isObject(raw.charge) ? raw.charge : undefined,
			isOpen: ['pending', 'requires_action'].includes(text(raw, 'status')),
			createdMs: momentOf(raw.created),
			date: dateOf(raw.created, zone),
		};
	},
};

const orderIn = (metadata: RawObject, fields: readonly string[]): string =>
	fields.map((field) => text(metadata, field)).find(Boolean) ?? '';

const readers: Record<ListingProvider, Reader> = { mollie, stripe };
