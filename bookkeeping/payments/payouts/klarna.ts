import { Finding } from '../../trade/findings';
import { isObject, object, text, type RawObject } from '../../trade/fields';
import { dateOf, listOf, minorUnits } from './fields';
import type { PayoutEntryInput, PayoutEntryType, PayoutInput } from './payout';

/** What Klarna's types mean, and whether they add to the payout or take from it. */
const TYPES: Record<string, { type: PayoutEntryType; sign: 1 | -1 }> = {
	SALE: { type: 'payment', sign: 1 },
	RETURN: { type: 'refund', sign: -1 },
	REVERSAL: { type: 'chargeback', sign: -1 },
	REVERSAL_MERCHANT_PROTECTION: { type: 'chargeback', sign: 1 },
	COMMISSION: { type: 'fee', sign: -1 },
	FEE: { type: 'fee', sign: -1 },
	TAX: { type: 'fee', sign: -1 },
	FEE_REFUND: { type: 'fee', sign: 1 },
	HOLDBACK: { type: 'reserve', sign: -1 },
	RELEASE: { type: 'reserve', sign: 1 },
};

/**
 * Reads a Klarna payout with its transactions (Settlements API). Amounts are stated without a sign:
 * the type gives it, and the settled amount proves it.
 *
 * @param raw `{payout, transactions}`, or the payout with `transactions` in it.
 */
export function readKlarnaPayout(raw: RawObject, zone: string): PayoutInput {
	const payout = isObject(raw.payout) ? raw.payout : raw;
	const totals = object(payout, 'totals');
	if (totals.settlement_amount === undefined) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'payoutAmount' });
	}
	const date = dateOf(payout.payout_date, zone);
	const reference = text(payout, 'payment_reference');
	const currency = text(payout, 'currency_code') || text(payout, 'settlement_currency');
	const transactions = listOf(raw, 'transactions');
	const foreign = transactions.some(
		(entry) => text(entry, 'currency_code') !== '' && text(entry, 'currency_code') !== currency,
	);
	if (foreign) {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'transaction' });
	}
	return {
		provider: 'klarna',
		id: reference,
		reference,
		date,
		currency,
		net: minorUnits(totals, 'settlement_amount'),
		entries: transactions.map((entry) => entryOf(entry, date, zone)),
	};
}

function entryOf(raw: RawObject, payoutDate: string, zone: string): PayoutEntryInput {
	const known = TYPES[text(raw, 'type').toUpperCase()];
	const stated = minorUnits(raw, 'amount');
	const net = known ? known.sign * Math.abs(stated) : stated;
	const isFee = known?.type === 'fee';
	const moment = raw.capture_date ?? raw.sale_date;
	return {
		id: text(raw, 'refund_id') || text(raw, 'capture_id'),
		type: known?.type ?? 'unknown',
		...(!known && {
			kind: [text(raw, 'type'), text(raw, 'detailed_type')].filter(Boolean).join(', '),
		}),
		paymentIds: ['order_id', 'capture_id', 'short_order_id']
			.map((field) => text(raw, field))
			.filter(Boolean),
		orderId: text(raw, 'merchant_reference1'),
		description: text(raw, 'detailed_type') || text(raw, 'type'),
		gross: isFee ? 0 : net,
		fee: isFee ? -net : 0,
		feeVat: isFee ? minorUnits(raw, 'vat_amount') : 0,
		net,
		date: typeof moment === 'string' ? dateOf(moment, zone) : payoutDate,
	};
}
