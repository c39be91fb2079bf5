import { Finding } from '../../trade/findings';
import { isObject, object, text, type RawObject } from '../../trade/fields';
import { dateOf, listOf, minorUnits } from './fields';
import type { PayoutEntryInput, PayoutEntryType, PayoutInput } from './payout';

/** Reporting categories, which Stripe means for the books, by what they mean here. */
const CATEGORIES: Record<string, PayoutEntryType | 'skip'> = {
	charge: 'payment',
	charge_failure: 'payment',
	refund: 'refund',
	partial_capture_reversal: 'refund',
	refund_failure: 'refund',
	dispute: 'chargeback',
	dispute_reversal: 'chargeback',
	fee: 'fee',
	network_cost: 'fee',
	tax: 'fee',
	risk_reserved_funds: 'reserve',
	payout_minimum_balance_hold: 'reserve',
	payout_minimum_balance_release: 'reserve',
	financing_payout: 'loan',
	financing_payout_reversal: 'loan',
	financing_paydown: 'loan',
	financing_paydown_reversal: 'loan',
	payout: 'skip',
};
/** For transactions that state only their type. */
const TYPES: Record<string, string> = {
	charge: 'charge',
	payment: 'charge',
	payment_failure_refund: 'charge_failure',
	refund: 'refund',
	payment_refund: 'refund',
	refund_failure: 'refund_failure',
	payment_reversal: 'refund',
	stripe_fee: 'fee',
	stripe_fx_fee: 'fee',
	tax_fee: 'tax',
	payout: 'payout',
	reserved_funds: 'risk_reserved_funds',
	reserve_transaction: 'risk_reserved_funds',
	reserve_hold: 'risk_reserved_funds',
	reserve_release: 'risk_reserved_funds',
	payout_minimum_balance_hold: 'payout_minimum_balance_hold',
	payout_minimum_balance_release: 'payout_minimum_balance_release',
	anticipation_repayment: 'financing_paydown',
};

/**
 * Reads an automatic Stripe payout with its balance transactions. Manual payouts cannot be linked
 * to transactions (PAY-202) and are refused.
 *
 * @param raw `{payout, transactions}`; `transactions` may be Stripe's own list with `data`. Expanded
 * sources give the order's number from their metadata.
 */
export function readStripePayout(raw: RawObject, zone: string): PayoutInput {
	const payout = isObject(raw.payout) ? raw.payout : raw;
	if (payout.automatic === false) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'manualPayout' });
	}
	const status = text(payout, 'status');
	if (status !== '' && status !== 'paid') {
		throw new Finding('PAYOUT_NOT_FINAL', { case: 'payout', status });
	}
	const transactions = listOf(raw, 'transactions', 'balanceTransactions', 'balance_transactions');
	const currency = text(payout, 'currency').toUpperCase();
	const foreign = transactions.find((entry) => text(entry, 'currency').toUpperCase() !== currency);
	if (foreign) {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'transaction' });
	}
	return {
		provider: 'stripe',
		id: text(payout, 'id'),
		reference:
			text(object(payout, 'trace_id'), 'value') ||
			text(payout, 'trace_id') ||
			text(payout, 'statement_descriptor'),
		date: dateOf(payout.arrival_date ?? payout.created, zone),
		currency,
		net: minorUnits(payout, 'amount'),
		entries: transactions.flatMap((entry) => entryOf(entry, zone)),
	};
}

function entryOf(raw: RawObject, zone: string): PayoutEntryInput[] {
	const category = text(raw, 'reporting_category') || (TYPES[text(raw, 'type')] ?? '');
	const type = CATEGORIES[category] ?? 'unknown';
	if (type === 'skip') return [];
	const source = object(raw, 'source');
	const sourceId = typeof raw.source === 'string' ? raw.source : text(source, 'id');
	const amount = minorUnits(raw, 'amount');
	const fee = minorUnits(raw, 'fee');
	const net = minorUnits(raw, 'net');
	const head = {
		id: text(raw, 'id'),
		...(type === 'unknown' && { kind: category || text(raw, 'type') }),
		paymentIds: [
			sourceId,
			...['charge', 'payment_intent'].map((field) => text(source, field)),
			text(raw, 'id'),
		].filter(Boolean),
		orderId: ['order_number', 'order_id'].map((field) => metadata(source, field)).find(Boolean),
		description: text(source, 'description') || text(raw, 'description'),
		feeVat: 0,
		net,
		date: dateOf(raw.created, zone),
	};
	// A fee of its own is an amount of minus the fee; as a fee it costs money.
	if (type === 'fee') return [{ ...head, type, gross: 0, fee: -net }];
	return [{ ...head, type, gross: amount, fee }];
}

function metadata(source: RawObject, field: string): string {
	return text(object(source, 'metadata'), field);
}
