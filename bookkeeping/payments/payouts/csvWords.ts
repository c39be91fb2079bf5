import type { PayoutEntryType } from './payout';

/** What becomes of a line; `skip` is no line of the payout: the payout itself, or no money at all. */
export type CsvType = PayoutEntryType | 'skip';

/** The words of reports in English and Dutch, those of PayPal, Adyen and MultiSafepay among them. */
const TYPES: Record<string, CsvType> = {
	...typesOf('payment', 'payment', 'sale', 'charge', 'capture', 'betaling', 'verkoop', 'settled'),
	...typesOf('payment', 'express checkout payment', 'website payment', 'mobile payment'),
	...typesOf('payment', 'general payment', 'express checkout-betaling', 'websitebetaling'),
	...typesOf('payment', 'mobiele betaling', 'algemene betaling'),
	...typesOf('refund', 'refund', 'return', 'terugbetaling', 'retour', 'creditering', 'refunded'),
	...typesOf('refund', 'payment refund', 'refundedreversed', 'terugbetaling van betaling'),
	...typesOf('chargeback', 'chargeback', 'dispute', 'reversal', 'terugboeking', 'stornering'),
	...typesOf('chargeback', 'chargebackreversed', 'secondchargeback', 'payment reversal'),
	...typesOf('fee', 'fee', 'fees', 'costs', 'commission', 'kosten', 'transactiekosten'),
	...typesOf('fee', 'chargeback fee', 'dispute fee', 'misccosts', 'paymentcost', 'settlecost'),
	...typesOf('reserve', 'reserve', 'holdback', 'hold', 'release', 'reservering'),
	...typesOf('reserve', 'reserveadjustment', 'depositcorrection', 'payment hold'),
	...typesOf('reserve', 'payment release', 'hold on balance for dispute investigation'),
	...typesOf('invoice', 'invoice', 'factuur', 'invoicededuction'),
	...typesOf('exchange', 'currency conversion', 'general currency conversion'),
	...typesOf('exchange', 'valutaomrekening', 'algemene valutaomrekening'),
	...typesOf('skip', 'payout', 'settlement', 'uitbetaling', 'merchantpayout', 'withdrawal'),
	...typesOf('skip', 'general withdrawal', 'general withdrawal - bank account'),
	...typesOf('skip', 'user initiated withdrawal', 'transfer to bank', 'algemene opname'),
	...typesOf('skip', 'opname', 'overboeking naar bank'),
};

function typesOf(type: CsvType, ...words: string[]): Record<string, CsvType> {
	return Object.fromEntries(words.map((word) => [word, type]));
}

/** Nothing moved, or not yet. Whatever else a status says, the sums of the payout prove it. */
const WITHOUT_MONEY = new Set([
	...['void', 'voided', 'declined', 'denied', 'refused', 'geweigerd', 'cancelled', 'canceled'],
	...['geannuleerd', 'expired', 'verlopen', 'failed', 'mislukt', 'pending', 'in behandeling'],
	...['initialized', 'open', 'error'],
]);

/** What a line says in words; empty where the file has no such column. */
export interface CsvWords {
	type: string;
	method: string;
	status: string;
}

/**
 * What a line is about, by its words, else by its amount.
 *
 * @param gross in any unit: only its sign counts.
 */
export function csvType({ type, method, status }: CsvWords, gross: number): CsvType {
	if (WITHOUT_MONEY.has(status.toLowerCase())) return 'skip';
	const word = type.toLowerCase();
	if (word !== '') return Object.hasOwn(TYPES, word) ? TYPES[word]! : 'unknown';
	const byMethod = method.toLowerCase();
	if (Object.hasOwn(TYPES, byMethod) && TYPES[byMethod] === 'fee') return 'fee';
	if (gross === 0) return 'fee';
	return gross > 0 ? 'payment' : 'refund';
}

const SIGNS: Record<string, 1 | -1> = {
	...{ c: 1, cr: 1, credit: 1, bij: 1, in: 1, '+': 1 },
	...{ d: -1, dr: -1, debit: -1, debet: -1, af: -1, uit: -1, out: -1, '-': -1 },
};

/** Which way an amount goes by the word beside it; `undefined` for no word, or another one. */
export function csvSign(word: string): 1 | -1 | undefined {
	const known = word.toLowerCase();
	return Object.hasOwn(SIGNS, known) ? SIGNS[known] : undefined;
}
