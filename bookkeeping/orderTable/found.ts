import { isObject, object, type RawObject } from '../trade/fields';
import { cutText } from '../trade/text';
import { cellNumber, cellText } from './cell';
import type { RowOf } from './columns';
import type { CustomerKeys } from './customerKeys';
import { payoutEntryKey } from './keys';
import { noteColumns, noteIn, unmatchedEntry, type Note } from './notes';
import { outcomes, stateFrom, type Outcome } from './outcome';
import type { State } from './states';

/** What a row can be about. */
export const rowKinds = ['order', 'refund', 'payment', 'payout', 'payoutEntry', 'total'] as const;
export type RowKind = (typeof rowKinds)[number];

type OrderRow = RowOf<'WebshopOrders'>;

/** What is written whenever the thing is seen, whatever its state. */
export const seenColumns = [
	'orderKey',
	'kind',
	'parentKey',
	'client',
	'shop',
	'orderId',
	'orderNumber',
	'orderStatus',
	'seenFingerprint',
	'paymentIds',
] as const;
export type SeenRow = Pick<OrderRow, (typeof seenColumns)[number]>;

/** What is written with the state: amounts as they were when it was decided. */
export const figureColumns = [
	'total',
	'vat',
	'regime',
	'paymentMethod',
	'fingerprint',
	'settingsVersion',
] as const;
export type Figures = Pick<OrderRow, (typeof figureColumns)[number]>;

/** What is written when it is not to be booked, on a row that is open. */
/** No claim stands on such a row: one that was gathered for a total had it. */
export const reasonColumns = ['state', 'claimId', ...noteColumns, ...figureColumns] as const;
/** The day is left out where it cannot be read: what the row says of it stays. */
export type ReasonRow = Pick<OrderRow, (typeof reasonColumns)[number]> &
	Partial<Pick<OrderRow, 'orderDate'>>;

/** One thing that a run found in a shop or at a provider, as the transformer handed it out. */
export type Found = FoundToBook | FoundOther;

interface FoundBase {
	seen: SeenRow;
	figures: Figures;
}

export interface FoundToBook extends FoundBase {
	outcome: 'book';
	/** The day it is booked on, yyyy-MM-dd. */
	orderDate: string;
	/** Of a refund or payment: the invoice it belongs to. */
	originalInvoiceNumber: string;
	/** By what the customer's earlier bookings are found. */
	ofCustomer?: CustomerKeys;
	/** Of what is only looked up: what stands in the row when SnelStart does not have it. */
	otherwise?: Note & { state: State };
	draft: RawObject;
}

export interface FoundOther extends FoundBase {
	outcome: Exclude<Outcome, 'book'>;
	reason: ReasonRow;
}

/** Why something cannot have a row: a fault of the workflow that hands it over, not of an order. */
export interface Refused {
	refused: 'ROW_KEY_MISSING' | 'ROW_UNREADABLE';
	/** What is wrong; holds nothing of the order. */
	message: string;
}

const refuse = (refused: Refused['refused'], message: string): Refused => ({ refused, message });

/**
 * Reads what the transformer handed out into what stands in its row.
 *
 * @param kind what the row is about.
 * @param item an item of the transformer, or a line of a payout that has no order.
 * @param settingsVersion the version of the client settings that decided.
 */
export function readFound(kind: string, item: unknown, settingsVersion: unknown): Found | Refused {
	const known = rowKinds.find((name) => name === kind);
	if (!known) return refuse('ROW_UNREADABLE', `"${kind}" is not a kind of row.`);
	if (!isObject(item)) return refuse('ROW_UNREADABLE', 'There is no item to record.');
	const raw = known === 'payoutEntry' && !item.outcome ? entryItem(item) : item;
	const outcome = outcomes.find((name) => name === raw.outcome);
	if (!outcome) return refuse('ROW_UNREADABLE', 'The item does not say what is to become of it.');
	const seen = seenRow(known, raw);
	for (const field of ['orderKey', 'client', 'shop'] as const) {
		if (seen[field] === '') {
			const named = { orderKey: 'key', client: 'client', shop: 'shop' }[field];
			return refuse('ROW_KEY_MISSING', `An item with outcome "${outcome}" names no ${named}.`);
		}
	}
	const figures = figuresOf(raw, settingsVersion);
	if (outcome !== 'book') {
		const note = noteIn(raw);
		const state = stateFrom(outcome, note.code);
		const reason = { ...figures, ...note, state, claimId: '', ...dayOf(known, raw) };
		return { seen, figures, outcome, reason };
	}
	if (!isObject(raw.draft)) return refuse('ROW_UNREADABLE', 'An item to book has no draft.');
	return {
		seen,
		figures,
		outcome,
		draft: raw.draft,
		...otherwiseOf(raw),
		orderDate: cellText(raw.draft, 'invoiceDate', 'date'),
		originalInvoiceNumber:
			cellText(raw.draft, 'originalInvoiceNumber') ||
			cellText(object(raw.draft, 'openItem'), 'invoiceNumber'),
	};
}

/** Which field of an item that has no draft holds its day in the shop or at the provider. */
const dayFields: Record<RowKind, string> = {
	order: 'orderDate',
	refund: 'orderDate',
	payment: 'paidOn',
	payout: 'date',
	payoutEntry: 'date',
	total: 'orderDate',
};

function dayOf(kind: RowKind, raw: RawObject): Pick<ReasonRow, 'orderDate'> {
	const orderDate = cellText(raw, dayFields[kind]);
	return /^\d{4}-\d{2}-\d{2}$/.test(orderDate) ? { orderDate } : {};
}

function otherwiseOf({ otherwise }: RawObject): Pick<FoundToBook, 'otherwise'> {
	if (!isObject(otherwise)) return {};
	const outcome = outcomes.find((name) => name === otherwise.outcome);
	if (outcome === undefined || outcome === 'book') return {};
	const note = noteIn(otherwise);
	return { otherwise: { ...note, state: stateFrom(outcome, note.code) } };
}

/** Which field of an item holds its own key: the key of the order would be that of another row. */
const keyFields: Record<RowKind, string[]> = {
	order: ['orderKey'],
	refund: ['orderKey'],
	payment: ['paymentKey'],
	payout: ['payoutKey', 'orderKey'],
	payoutEntry: ['orderKey'],
	total: ['orderKey'],
};

function seenRow(kind: RowKind, raw: RawObject): SeenRow {
	const first = (...fields: string[]): string => cellText(raw, ...fields);
	return {
		orderKey: first(...keyFields[kind]),
		kind,
		parentKey: parentKeyOf(kind, raw),
		client: first('client'),
		shop: first('shop', 'provider'),
		orderId: first('orderId', 'payoutId'),
		orderNumber: kind === 'payout' ? first('reference', 'payoutId') : first('orderNumber'),
		orderStatus: first('orderStatus'),
		seenFingerprint: first('fingerprint'),
		paymentIds: first('paymentIds'),
	};
}

function parentKeyOf(kind: RowKind, raw: RawObject): string {
	if (kind === 'refund' || kind === 'payoutEntry') return cellText(raw, 'originalOrderKey');
	// What undoes a total is a total too, of nothing but that.
	if (kind === 'total') return cellText(raw, 'payoutKey', 'originalOrderKey');
	return kind === 'payment' ? cellText(raw, 'orderKey') : '';
}

/** So much of a name as anybody reads: every order has one, and tables have a limit (NN-205). */
const METHOD_LENGTH = 30;

function figuresOf(raw: RawObject, settingsVersion: unknown): Figures {
	return {
		total: cellNumber(raw, 'total', 'amount', 'net'),
		vat: cellNumber(raw, 'vat'),
		regime: cellText(raw, 'regime'),
		paymentMethod: cutText(cellText(raw, 'paymentMethod'), METHOD_LENGTH),
		fingerprint: cellText(raw, 'fingerprint'),
		settingsVersion: cellNumber({ settingsVersion }, 'settingsVersion'),
	};
}

/** A line of a payout that no order was found for, as a row of its own that needs attention. */
function entryItem(entry: RawObject): RawObject {
	const name = {
		type: cellText(entry, 'type'),
		entryId: cellText(entry, 'entryId'),
		date: cellText(entry, 'date'),
		gross: cellNumber(entry, 'gross') ?? 0,
	};
	const key = cellText(entry, 'payoutKey');
	const ids = Array.isArray(entry.paymentIds) ? entry.paymentIds.map(String) : [];
	return {
		outcome: 'attention',
		client: entry.client,
		provider: entry.provider,
		orderKey: key === '' ? '' : payoutEntryKey(key, name),
		originalOrderKey: key,
		orderId: name.entryId,
		orderNumber: ids[0] ?? name.entryId,
		// By these an order that comes later finds its payout.
		paymentIds: name.type === 'payment' ? [...new Set(ids)].join(' ') : '',
		total: name.gross,
		date: name.date,
		...unmatchedEntry({
			...name,
			payoutId: cellText(entry, 'payoutId'),
			reason: entry.reason,
		}),
	};
}
