import { Finding } from '../../trade/findings';
import { roundToCents, toEuro, type Cents } from '../../money/money';
import { object, text, type RawObject } from '../../trade/fields';
import { dateOf, euroMicros, listOf } from './fields';
import { convertedToEuro, currencyOf, isConversion } from './payPalConversion';
import type { PayoutEntryInput, PayoutEntryType, PayoutInput } from './payout';

/** Event codes by their group (T00nn…) or in full, which goes first. */
const CODES: Record<string, PayoutEntryType> = {
	T00: 'payment',
	T01: 'fee',
	T02: 'conversion',
	T03: 'transfer',
	T04: 'transfer',
	T1106: 'chargeback',
	T1107: 'refund',
	T1108: 'fee',
	// A fee that was given back.
	T1109: 'fee',
	T1201: 'chargeback',
	T1202: 'chargeback',
	// What PayPal makes good of a chargeback.
	T1205: 'chargeback',
	// A general hold that ended.
	T1105: 'reserve',
	T1110: 'reserve',
	T1111: 'reserve',
	T15: 'reserve',
	T21: 'reserve',
};

/** Success; and what was reversed later, which moved all the same: its refund is a line of its own. */
const MOVED = new Set(['S', 'V']);

interface Transaction {
	entry: PayoutEntryInput;
	net: Cents;
	/** Balance after this transaction, where PayPal states it. */
	balance: Cents | undefined;
	moment: string;
}

/**
 * Reads PayPal transactions (Transaction Search) as the statement of one period. PayPal does not
 * link transactions to payouts, so its balance is treated as a bank journal (PAY-203):
 * what is paid out is the change of the balance, withdrawals are transfers within it, and the
 * balances that PayPal states prove that nothing is missing.
 *
 * @param raw the answer, with `transaction_details`, `account_number`, `start_date` and `end_date`.
 */
export function readPayPalTransactions(raw: RawObject, zone: string): PayoutInput {
	const moved = listOf(raw, 'transaction_details', 'transactions')
		.map((entry) => object(entry, 'transaction_info'))
		.filter((info) => MOVED.has(text(info, 'transaction_status')));
	const converted = convertedToEuro(moved);
	// Each currency has a balance of its own, and only that in euro is paid out here.
	const isForeign = (info: RawObject) => !['EUR', ''].includes(currencyOf(info));
	const kept = converted.filter((info) => isForeign(info) && !isConversion(info));
	const transactions = converted
		.filter((info) => !isForeign(info))
		.map((info) => transactionOf(info, zone))
		.sort((a, b) => (a.moment === b.moment ? 0 : a.moment < b.moment ? -1 : 1));
	if (Number(raw.total_pages ?? 1) > 1) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'pages' });
	}
	const date = dateOf(raw.end_date, zone);
	const period = `${dateOf(raw.start_date, zone)} ${date}`;
	return {
		provider: 'payPal',
		id: `${text(raw, 'account_number') || 'paypal'} ${period}`,
		reference: `PayPal ${period}`,
		date,
		currency: 'EUR',
		net: toEuro(transactions.length === 0 && kept.length > 0 ? 0 : balanceChange(transactions)),
		entries: transactions.map(({ entry }) => entry),
		...(kept.length > 0 && { kept: kept.map((info) => keptOf(info, zone)) }),
	};
}

const idsOf = (info: RawObject): string[] =>
	['transaction_id', 'paypal_reference_id'].map((field) => text(info, field)).filter(Boolean);
const orderIdOf = (info: RawObject): string =>
	text(info, 'invoice_id') || text(info, 'custom_field');

function keptOf(info: RawObject, zone: string): NonNullable<PayoutInput['kept']>[number] {
	return {
		id: text(info, 'transaction_id'),
		paymentIds: idsOf(info),
		orderId: orderIdOf(info),
		currency: currencyOf(info),
		amount: text(object(info, 'transaction_amount'), 'value'),
		date: dateOf(info.transaction_initiation_date, zone),
	};
}

function transactionOf(info: RawObject, zone: string): Transaction {
	const gross = euroMicros(info, 'transaction_amount');
	if (gross === undefined) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'transaction' });
	}
	const grossCents = roundToCents(gross);
	// PayPal states a fee that it takes as a negative amount.
	const fee = -roundToCents(euroMicros(info, 'fee_amount') ?? 0);
	const balance = euroMicros(info, 'ending_balance');
	const kind = text(info, 'transaction_event_code');
	const type = typeOf(kind, grossCents);
	const net = grossCents - fee;
	const isFee = type === 'fee';
	const entry: PayoutEntryInput = {
		id: text(info, 'transaction_id'),
		type,
		...(type === 'unknown' && { kind }),
		paymentIds: idsOf(info),
		orderId: orderIdOf(info),
		description: text(info, 'transaction_subject') || text(info, 'transaction_note'),
		gross: toEuro(isFee ? 0 : grossCents),
		fee: toEuro(isFee ? -net : fee),
		net: toEuro(net),
		date: dateOf(info.transaction_initiation_date, zone),
	};
	return {
		entry,
		net,
		balance: balance === undefined ? undefined : roundToCents(balance),
		moment: text(info, 'transaction_updated_date') || text(info, 'transaction_initiation_date'),
	};
}

/** A payment that goes out is a purchase, which is not ours to book. */
function typeOf(code: string, gross: Cents): PayoutEntryType {
	const type = CODES[code] ?? CODES[code.slice(0, 3)] ?? 'unknown';
	return type === 'payment' && gross < 0 ? 'unknown' : type;
}

/** From the balance before the first to the balance after the last transaction. */
function balanceChange(transactions: readonly Transaction[]): Cents {
	const [first] = transactions;
	const last = transactions.at(-1);
	if (first?.balance === undefined || last?.balance === undefined) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noBalances' });
	}
	return last.balance - (first.balance - first.net);
}
