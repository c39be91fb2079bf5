import { allocate } from '../../money/allocate';
import { Finding } from '../../trade/findings';
import { roundToCents, sum, toEuro, type Cents, type Micros, fromEuro } from '../../money/money';
import { isObject, object, objects, text, type RawObject } from '../../trade/fields';
import { dateOf, euroMicros, listOf } from './fields';
import type { PayoutEntryInput, PayoutEntryType, PayoutInput } from './payout';

/** Kinds of balance transactions (Balances API) by what they mean for the books. */
const BALANCE_TYPES: Record<string, PayoutEntryType | 'skip'> = {
	payment: 'payment',
	capture: 'payment',
	refund: 'refund',
	'returned-refund': 'refund',
	chargeback: 'chargeback',
	'chargeback-reversal': 'chargeback',
	'invoice-compensation': 'invoice',
	'invoice-rounding-compensation': 'invoice',
	'captured-rolling-reserve': 'reserve',
	'released-rolling-reserve': 'reserve',
	'rolling-reserve-hold': 'reserve',
	'rolling-reserve-release': 'reserve',
	'balance-reserve': 'reserve',
	'balance-reserve-return': 'reserve',
	'failed-payment': 'payment',
	'unauthorized-direct-debit': 'chargeback',
	'payment-fee': 'fee',
	'failed-payment-fee': 'fee',
	'bank-charged-failure-fee': 'fee',
	'reimbursement-fee': 'fee',
	'outgoing-transfer': 'skip',
};

/** Statuses of a refund that did not reach the customer (docs.mollie.com/payments/refunds). */
const CAME_BACK = new Set(['failed', 'canceled']);

/** Which way an amount goes, whatever its own sign; or as that says. */
type Sign = 1 | -1 | 'stated';

interface Cost {
	method: string;
	description: string;
	micros: Micros;
	vat: Micros;
}

/**
 * Reads a Mollie settlement with its payments, refunds and chargebacks (Settlements API), or with
 * balance transactions instead (Balances API).
 *
 * @param raw the settlement, with the lists `payments`, `refunds`, `chargebacks` and `captures`, or
 * `balanceTransactions`, in fields of their own.
 */
export function readMollieSettlement(raw: RawObject, zone: string): PayoutInput {
	const settlement = isObject(raw.settlement) ? { ...raw, ...raw.settlement } : raw;
	const status = text(settlement, 'status');
	if (status !== '' && status !== 'paidout') {
		throw new Finding('PAYOUT_NOT_FINAL', { case: 'settlement', status });
	}
	const net = euroMicros(settlement, 'amount');
	if (net === undefined) throw new Finding('PAYOUT_UNREADABLE', { case: 'settlementAmount' });
	const date = dateOf(settlement.settledAt ?? settlement.createdAt, zone);
	const head = {
		provider: 'mollie',
		id: text(settlement, 'id'),
		reference: text(settlement, 'reference'),
		date,
		currency: 'EUR',
		net: toEuro(roundToCents(net)),
	};
	const transactions = listOf(settlement, 'balanceTransactions', 'balance_transactions');
	const entries =
		transactions.length > 0
			? balanceEntries(transactions, zone)
			: settlementEntries(settlement, roundToCents(net), date, zone);
	return { ...head, entries };
}

function balanceEntries(transactions: readonly RawObject[], zone: string): PayoutEntryInput[] {
	return transactions.flatMap((raw): PayoutEntryInput[] => {
		const type = BALANCE_TYPES[text(raw, 'type')] ?? 'unknown';
		if (type === 'skip') return [];
		const context = object(raw, 'context');
		const gross = roundToCents(euroMicros(raw, 'initialAmount') ?? 0);
		const net = roundToCents(euroMicros(raw, 'resultAmount') ?? gross * 10_000);
		return [
			{
				id: text(raw, 'id'),
				type,
				...(type === 'unknown' && { kind: text(raw, 'type') }),
				paymentIds: idsOf(context),
				gross: toEuro(gross),
				fee: toEuro(gross - net),
				net: toEuro(net),
				date: dateOf(raw.createdAt, zone),
			},
		];
	});
}

function settlementEntries(
	settlement: RawObject,
	net: number,
	date: string,
	zone: string,
): PayoutEntryInput[] {
	const captures = listOf(settlement, 'captures');
	const captured = new Set(captures.map((raw) => text(raw, 'paymentId')));
	const entriesOf = (type: PayoutEntryType, rows: readonly RawObject[], sign: Sign) =>
		rows.map((raw) => moneyEntry(type, raw, sign, date, zone));
	const refunds = listOf(settlement, 'refunds');
	const cameBack = refunds.filter((raw) => CAME_BACK.has(text(raw, 'status')));
	const money = (
		payments: readonly RawObject[],
		back: Sign,
		paidBack: readonly RawObject[] = refunds,
	): PayoutEntryInput[] => [
		...entriesOf('payment', payments, 1),
		...entriesOf('payment', captures, 1),
		...entriesOf('refund', paidBack, back),
		...entriesOf('chargeback', listOf(settlement, 'chargebacks'), back),
	];
	const payments = listOf(settlement, 'payments');
	const costs = readCosts(settlement);
	// A cost of the method refund or chargeback is either its fee or the amount itself, which then
	// stands in the list already: the reading that makes the payout add up counts.
	const onlyFees = costs.filter(({ method }) => !['refund', 'chargeback'].includes(method));
	const readings = [
		money(payments, -1),
		// A chargeback that was reversed comes in again, and a payment that was captured stands twice.
		money(payments, 'stated'),
		money(
			payments.filter((raw) => !captured.has(text(raw, 'id'))),
			-1,
		),
		// A refund that failed stays in the list, and its money was returned.
		...(cameBack.length > 0
			? [
					money(
						payments,
						-1,
						refunds.filter((raw) => !cameBack.includes(raw)),
					),
				]
			: []),
	].flatMap((rows) => [costs, onlyFees].map((own) => [...rows, ...costEntries(own, date)]));
	const fits = (entries: readonly PayoutEntryInput[]) =>
		sum(entries.map((entry) => fromEuro(Number(entry.net)))) === net;
	return readings.find(fits) ?? readings[0] ?? [];
}

/** What was settled; a payment in another currency has its euro amount in `settlementAmount`. */
function moneyEntry(
	type: PayoutEntryType,
	raw: RawObject,
	sign: Sign,
	settledOn: string,
	zone: string,
): PayoutEntryInput {
	const micros = euroMicros(raw, 'settlementAmount') ?? euroMicros(raw, 'amount');
	if (micros === undefined) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'settlementLine', type });
	}
	const cents = roundToCents(micros);
	const amount = toEuro(sign === 'stated' ? cents : sign * Math.abs(cents));
	const moment = raw.paidAt ?? raw.createdAt;
	const metadata = object(raw, 'metadata');
	return {
		id: text(raw, 'id'),
		type,
		paymentIds: idsOf(raw),
		orderId: ['order_id', 'orderId', 'order_number', 'orderNumber']
			.map((field) => text(metadata, field))
			.find(Boolean),
		description: text(raw, 'description'),
		gross: amount,
		net: amount,
		date: typeof moment === 'string' ? dateOf(moment, zone) : settledOn,
	};
}

function idsOf(raw: RawObject): string[] {
	return ['id', 'paymentId', 'orderId', 'captureId', 'refundId', 'chargebackId']
		.map((field) => text(raw, field))
		.filter(Boolean);
}

function readCosts(settlement: RawObject): Cost[] {
	const years = Object.values(object(settlement, 'periods')).filter(isObject);
	const months = years.flatMap((year) => Object.values(year).filter(isObject));
	return months.flatMap((month) =>
		objects(month, 'costs').map((cost) => ({
			method: text(cost, 'method'),
			description: text(cost, 'description'),
			micros: euroMicros(cost, 'amountGross') ?? 0,
			vat: euroMicros(cost, 'amountVat') ?? 0,
		})),
	);
}

/** Costs have four decimals; they are rounded so that together they are the rounded total. */
function costEntries(costs: readonly Cost[], date: string): PayoutEntryInput[] {
	if (costs.length === 0) return [];
	const reserve = (cost: Cost) => /reserve/i.test(`${cost.method} ${cost.description}`);
	const fees = costs.filter((cost) => !reserve(cost));
	const shares = roundedTogether(fees.map(({ micros }) => micros));
	const vats = roundedTogether(fees.map(({ vat }) => vat));
	return [
		...fees.map((cost, index): PayoutEntryInput => {
			const fee = shares[index] ?? 0;
			return {
				type: 'fee',
				description: cost.description,
				gross: 0,
				fee: toEuro(fee),
				feeVat: toEuro(vats[index] ?? 0),
				net: toEuro(-fee),
				date,
			};
		}),
		...costs.filter(reserve).map((cost): PayoutEntryInput => {
			const held = toEuro(-roundToCents(cost.micros));
			return { type: 'reserve', description: cost.description, gross: held, net: held, date };
		}),
	];
}

/** Cents of each amount, which together are the cents of their sum; what is given back stays apart. */
function roundedTogether(amounts: readonly Micros[]): Cents[] {
	if (amounts.length === 0) return [];
	if (amounts.some((micros) => micros < 0)) return amounts.map(roundToCents);
	return allocate(roundToCents(sum(amounts)), amounts);
}
