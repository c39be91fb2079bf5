import { reason, type Reason } from '../../codes/register';
import { fromEuro, sum, toEuro, type Cents } from '../../money/money';
import { cellMoment, cellNumber, cellText } from '../../orderTable/cell';
import { readFound, type ReasonRow, type SeenRow } from '../../orderTable/found';
import { payoutKey } from '../../orderTable/keys';
import { paidForNow } from '../../orderTable/paidState';
import { sortEntries } from '../../orderTable/payoutEntries';
import { stateOf } from '../../orderTable/states';
import type { Settings } from '../../settings/settings';
import { groupBy } from '../../trade/groupBy';
import { fromJson } from '../../trade/json';
import { isObject, text, type RawObject } from '../../trade/fields';
import { readBesideParts } from '../payouts/knownParts';
import { readKnownRefunds } from '../payouts/knownRefunds';
import { matchEntries } from '../payouts/match';
import { readPayoutOrder, type PayoutOrder } from '../payouts/payoutOrders';
import type { PayoutEntry } from '../payouts/explain';
import type { ListingProvider, ProviderPayment, ProviderReading } from './providerPayment';
import { paidText } from './told';

/** What follows from the payments that a provider lists. */
export interface JudgedPayments {
	/** Orders that the shop does not call paid: what is written in their rows. */
	paid: Array<{ orderKey: string; paidAtProvider: string }>;
	/** New rows for somebody to look at. */
	added: Array<SeenRow & ReasonRow>;
	/** Rows that say something else by now. */
	changed: Array<{ orderKey: string } & ReasonRow>;
	/** The keys of rows that are explained by now. */
	explained: string[];
	/** From when on the next run has to read. ISO, UTC. */
	readUntil: string;
}

/** Syncs run every hour: what is younger, the shop may still tell. */
const GRACE_MS = 2 * 3_600_000;
/** Payments are matched once a day: before that nobody looked. */
const DAY_MS = 24 * 3_600_000;
/** In the place of a payout's id, in the keys of what is told. */
const LISTED = 'payments';

/**
 * Holds what a payment provider knows against the order table (W024): payments that the shop never told
 * of, which the payment matching then books, or which belong to orders that are not booked; and money
 * that went back without a credit note. What was told before is judged again, whatever its age.
 *
 * @param rows of the order table: orders, refunds, payments, and lines that have no order.
 * @param startedMs when this run began to read.
 */
export function judgePayments(
	provider: ListingProvider,
	{ payments, openSinceMs }: ProviderReading,
	rows: readonly RawObject[],
	settings: Settings,
	settingsVersion: unknown,
	startedMs: number,
): JudgedPayments {
	const books = booksOf(rows);
	const own = payoutKey(settings.client, provider, LISTED);
	const listed = rows.filter(
		(row) => row.kind === 'payoutEntry' && cellText(row, 'parentKey') === own,
	);
	const read = new Set(payments.map(({ id }) => id));
	const earlier = toldBefore(listed, read);
	const isYoung = ({ createdMs }: ProviderPayment) => createdMs > startedMs - GRACE_MS;
	const old = [...earlier, ...payments.filter((one) => one.state === 'paid' && !isYoung(one))];
	const held: number[] = payments.filter(isYoung).map(({ createdMs }) => createdMs);
	const paid: JudgedPayments['paid'] = [];
	const told: RawObject[] = [];
	const tell = (payment: ProviderPayment, type: 'payment' | 'refund', why: Reason, of: Cents) => {
		const isRefund = type === 'refund';
		const gross = toEuro(isRefund ? -of : of);
		const date = (isRefund && payment.refundedOn) || payment.date;
		told.push({
			...{ provider, payoutId: LISTED, payoutKey: own, entryId: payment.id, type, gross },
			...{ date, reason: { ...why }, paymentIds: payment.paymentIds },
		});
	};
	const ofOrders = ordersOf(old, books, provider, settings);
	for (const { payment, orderKey } of ofOrders) {
		const row = books.orders.get(orderKey);
		if (!row) continue;
		const decided = judgePaid(payment, row, startedMs);
		if (decided === 'later') held.push(payment.createdMs);
		else if (decided !== 'settled') {
			const { date, amount, id } = payment;
			const text = paidText({ date, amount, id });
			if (isEuro(payment, row) && cellText(row, 'paidAtProvider') !== text) {
				paid.push({ orderKey, paidAtProvider: text });
			}
			if (decided.why) tell(payment, 'payment', decided.why, amount);
		}
	}
	for (const [orderKey, payments] of refundedOf(ofOrders)) {
		const row = books.orders.get(orderKey);
		const judged = row && judgeRefunded(payments, row, books);
		if (judged) tell(judged.last, 'refund', judged.why, judged.back);
	}
	const client = { client: settings.client };
	const open = told.filter((entry) => !isSetAside(entry, listed));
	const judged = {
		payoutKey: own,
		matched: ofOrders.map(({ payment }) => ({ entryId: payment.id })),
	};
	const sorted = sortEntries(open, [judged], listed, settings.client, settingsVersion);
	const changed = sorted.again.flatMap((entry) => {
		const found = readFound('payoutEntry', { ...entry, ...client }, settingsVersion);
		return 'reason' in found ? [{ orderKey: found.seen.orderKey, ...found.reason }] : [];
	});
	const until = Math.min(startedMs - GRACE_MS, openSinceMs ?? Infinity, ...held);
	return {
		...{ paid, added: sorted.added, changed, explained: sorted.matched },
		readUntil: new Date(until).toISOString(),
	};
}

interface Books {
	orders: ReadonlyMap<string, RawObject>;
	rows: readonly RawObject[];
	/** What went back by way of a provider, as the shop knows it; undefined: of one the amount is not known. */
	credited(orderKey: string): Cents | undefined;
}

function booksOf(rows: readonly RawObject[]): Books {
	const refunds = readKnownRefunds(rows, readBesideParts(rows));
	const orders = new Map(
		rows.filter(({ kind }) => kind === 'order').map((row) => [cellText(row, 'orderKey'), row]),
	);
	const byHand = (orderKey: string): Cents =>
		sum(
			rows
				.filter(
					(row) =>
						row.kind === 'payment' &&
						cellText(row, 'parentKey') === orderKey &&
						row.code === 'PAYMENT_REFUND_OUTSIDE',
				)
				.map((row) => Math.abs(fromEuro(cellNumber(row, 'total') ?? 0))),
		);
	return {
		orders,
		rows,
		credited: (orderKey) => {
			const known = (refunds.get(orderKey) ?? []).filter(({ isSetOff }) => !isSetOff);
			if (known.some(({ amount }) => amount === undefined)) return undefined;
			return sum(known.map(({ amount = 0 }) => amount)) - byHand(orderKey);
		},
	};
}

/** The payments that belong to an order for certain: by their ids, or by its number and amount. */
function ordersOf(
	payments: readonly ProviderPayment[],
	{ rows }: Books,
	provider: string,
	settings: Settings,
): Array<{ payment: ProviderPayment; orderKey: string }> {
	const orders = rows.flatMap((row) => readPayoutOrder(row, '', settings) ?? []);
	const entries = payments.map((payment, place): PayoutEntry => {
		const { id, paymentIds, orderId, description, amount, date } = payment;
		return {
			...{ place, id, type: 'payment', paymentIds, orderId, description, gross: amount },
			...{ fee: 0, feeVat: 0, net: amount, date },
		};
	});
	const clearing = settings.payoutProviders.find((row) => row.provider === provider);
	const isInEuro = ({ place }: PayoutEntry) => payments[place]?.currency === 'EUR';
	// An amount of another currency is not held against the euros of its order.
	const asForeign = orders.map((order) => ({ ...order, isForeign: true }));
	const matchesOf = (those: readonly PayoutEntry[], among: readonly PayoutOrder[]) =>
		matchEntries(those, among, 0, clearing?.clearingAccountId ?? '');
	return [
		...matchesOf(entries.filter(isInEuro), orders),
		...matchesOf(
			entries.filter((entry) => !isInEuro(entry)),
			asForeign,
		),
	].flatMap((match) => {
		const payment = payments[match.entry.place];
		return match.order && payment ? [{ payment, orderKey: match.order.orderKey }] : [];
	});
}

/** Nothing is left to do; nobody looked yet; or it is written in the row, and told where there is a reason. */
type Decided = 'settled' | 'later' | { why?: Reason };

function judgePaid(payment: ProviderPayment, row: RawObject, startedMs: number): Decided {
	const { amount, refunded, date } = payment;
	const paidState = paidForNow.find((state) => state === row.paidState);
	const state = stateOf(row.state);
	if (paidState || refunded >= amount) return 'settled';
	const facts = { amount, date, order: cellText(row, 'orderNumber') };
	const isLeft = row.code === 'STATUS_NOT_YET' || row.code === 'STATUS_SKIPPED';
	if (state === 'waiting' || state === 'nothingToBook') {
		if (!isLeft) return 'settled';
		const status = cellText(row, 'orderStatus');
		return { why: reason('PAID_AT_PROVIDER_ONLY', { case: 'notBooked', ...facts, status }) };
	}
	if (row.paidState !== 'open' && state === 'booked') {
		const bookedMs = Date.parse(cellMoment(row, 'bookedAt') ?? '') || 0;
		if (bookedMs > startedMs - DAY_MS) return 'later';
	}
	if (isEuro(payment, row)) return {};
	return { why: reason('PAID_AT_PROVIDER_ONLY', { case: 'foreign', ...facts }) };
}

/** Payments of which something went back, by order. */
function refundedOf(
	ofOrders: ReadonlyArray<{ payment: ProviderPayment; orderKey: string }>,
): ReadonlyMap<string, readonly ProviderPayment[]> {
	const back = ofOrders.filter(
		({ payment: { refunded, currency } }) => refunded > 0 && currency === 'EUR',
	);
	const orders = groupBy(back, ({ orderKey }) => orderKey);
	return new Map(
		[...orders].map(([orderKey, those]) => [orderKey, those.map(({ payment }) => payment)]),
	);
}

/**
 * What went back of an order that is booked, beyond its credit notes and what payouts told of. One
 * credit note may be paid back in parts, by several payments of the order: they are judged together,
 * and told with the last. What was told before of one that is not read again holds those of then.
 */
function judgeRefunded(
	payments: readonly ProviderPayment[],
	row: RawObject,
	{ credited, rows }: Books,
): { last: ProviderPayment; why: Reason; back: Cents } | undefined {
	if (!['booked', 'inTotal', 'gathered'].includes(stateOf(row.state))) return undefined;
	const known = credited(cellText(row, 'orderKey'));
	if (known === undefined) return undefined;
	const order = cellText(row, 'orderNumber');
	const ofPayouts = rows
		.filter((one) => one.kind === 'payoutEntry' && one.code === 'REFUND_WITHOUT_CREDIT_NOTE')
		.filter((one) => !cellText(one, 'parentKey').endsWith(`/${LISTED}`))
		.map(factsIn)
		.filter((facts) => text(facts, 'order') === order)
		.map(({ refund }) => (typeof refund === 'number' ? refund : 0));
	const refundedBy = (those: readonly ProviderPayment[]): Cents =>
		sum(those.map(({ refunded }) => refunded));
	const isToldBefore = ({ createdMs }: ProviderPayment): boolean => createdMs === 0;
	const back = Math.max(
		refundedBy(payments.filter((one) => !isToldBefore(one))),
		...payments.filter(isToldBefore).map(({ refunded }) => refunded),
	);
	const refund = back - known - sum(ofPayouts);
	const day = ({ refundedOn, date }: ProviderPayment): string => refundedOn || date;
	const [last] = payments.toSorted((a, b) => day(b).localeCompare(day(a)));
	if (refund <= 0 || !last) return undefined;
	const why = reason('REFUND_WITHOUT_CREDIT_NOTE', { refund, date: day(last), order });
	return { last, why, back };
}

function factsIn(row: RawObject): RawObject {
	const facts = fromJson(row.facts);
	return isObject(facts) ? facts : {};
}

const isEuro = ({ currency }: ProviderPayment, row: RawObject): boolean => {
	const ofOrder = cellText(row, 'fingerprint').split(' ')[0];
	return currency === 'EUR' && (!ofOrder || ofOrder === 'EUR');
};

/**
 * What was told of earlier readings, as payments: of a refund with all that went back then. A payment
 * and its refund have a row each.
 */
function toldBefore(
	listed: readonly RawObject[],
	read: ReadonlySet<string>,
): readonly ProviderPayment[] {
	const byId = new Map<string, ProviderPayment>();
	for (const row of listed) {
		const id = cellText(row, 'orderId');
		if (row.state !== 'needsAttention' || read.has(id)) continue;
		const cents = fromEuro(cellNumber(row, 'total') ?? 0);
		const facts = factsIn(row);
		const date = text(facts, 'date') || cellText(row, 'orderDate');
		const isRefund = cents < 0;
		const known = byId.get(id);
		byId.set(id, {
			...{ id, paymentIds: [], orderId: text(facts, 'order'), description: '' },
			...{ currency: currencyIn(facts), state: 'paid', createdMs: 0 },
			date: isRefund && known ? known.date : date,
			amount: Math.max(known?.amount ?? 0, Math.abs(cents)),
			refunded: isRefund ? -cents : (known?.refunded ?? 0),
			refundedOn: isRefund ? date : (known?.refundedOn ?? ''),
		});
	}
	return [...byId.values()];
}

/** Of a payment in another currency its row does not say in which: empty. */
const currencyIn = (facts: RawObject): string => (text(facts, 'case') === 'foreign' ? '' : 'EUR');

/** Somebody put it aside, and nothing more went back since. */
function isSetAside(entry: RawObject, listed: readonly RawObject[]): boolean {
	return listed.some(
		(row) =>
			row.state === 'nothingToBook' &&
			cellText(row, 'orderId') === entry.entryId &&
			cellNumber(row, 'total') === entry.gross,
	);
}
