import type { PayoutEntryType } from './payout';

/** What becomes of a line; `skip` is no line of the payout: the payout itself, or no money at all. */
export type CsvType = PayoutEntryType | 'skip';

/** Payments that came to nothing later, and go back under a word of their own. */
const FAILED = ['charge failure', 'payment failure refund', 'failed payment'];

/** The words of reports in English and Dutch, those of the providers' own reports among them. */
const TYPES: Record<string, CsvType> = {
	...typesOf('payment', 'payment', 'sale', 'charge', 'capture', 'betaling', 'verkoop', 'settled'),
	...typesOf('payment', 'express checkout payment', 'website payment', 'mobile payment'),
	...typesOf('payment', 'general payment', 'express checkout betaling', 'websitebetaling'),
	...typesOf('payment', 'mobiele betaling', 'algemene betaling', ...FAILED),
	...typesOf('payment', 'preapproved payment bill user payment', 'subscription payment'),
	...typesOf('payment', 'vooraf goedgekeurde betaling rekening betaald door gebruiker'),
	...typesOf('refund', 'refund', 'return', 'terugbetaling', 'retour', 'creditering', 'refunded'),
	...typesOf('refund', 'payment refund', 'refundedreversed', 'terugbetaling van betaling'),
	...typesOf('refund', 'refund failure', 'returned refund', 'partial capture reversal'),
	...typesOf('chargeback', 'chargeback', 'dispute', 'reversal', 'terugboeking', 'stornering'),
	...typesOf('chargeback', 'chargebackreversed', 'secondchargeback', 'payment reversal'),
	...typesOf('chargeback', 'dispute reversal', 'chargeback reversal'),
	...typesOf('chargeback', 'reversal merchant protection', 'unauthorized direct debit'),
	...typesOf('fee', 'fee', 'fees', 'costs', 'commission', 'kosten', 'transactiekosten'),
	...typesOf('fee', 'chargeback fee', 'dispute fee', 'misccosts', 'paymentcost', 'settlecost'),
	...typesOf('fee', 'n901', 'stripe fee', 'stripe fx fee', 'network cost', 'tax', 'tax fee'),
	...typesOf('fee', 'payment fee', 'capture fee', 'refund fee', 'failed payment fee'),
	...typesOf('fee', 'fee refund', 'fee reversal', 'transaction fee', 'transaction fees'),
	...typesOf('fee', 'transaction costs', 'service fee', 'withheld transaction fees'),
	...typesOf('fee', 'ingehouden transactiekosten', 'commissie', 'vat', 'btw'),
	...typesOf('reserve', 'reserve', 'holdback', 'hold', 'release', 'reservering'),
	...typesOf('reserve', 'reserveadjustment', 'depositcorrection', 'payment hold'),
	...typesOf('reserve', 'payment release', 'hold on balance for dispute investigation'),
	...typesOf('reserve', 'cancellation of hold for dispute resolution', 'reserve hold'),
	...typesOf('reserve', 'reserve release', 'risk reserved funds', 'reserved funds'),
	...typesOf('reserve', 'reserve transaction', 'payout minimum balance hold'),
	...typesOf('reserve', 'payout minimum balance release', 'rolling reserve hold'),
	...typesOf('reserve', 'rolling reserve release', 'balance reserve', 'balance reserve return'),
	...typesOf('reserve', 'account hold for open authorization', 'reversal of general account hold'),
	...typesOf('transfer', 'bank deposit to pp account', 'general credit card deposit'),
	...typesOf('transfer', 'bankstorting', 'bankstorting naar pp rekening'),
	...typesOf('transfer', 'algemene kaartstorting'),
	...typesOf('loan', 'financing payout', 'financing payout reversal', 'financing paydown'),
	...typesOf('loan', 'financing paydown reversal', 'anticipation repayment'),
	...typesOf('invoice', 'invoice', 'factuur', 'invoicededuction', 'invoice compensation'),
	...typesOf('exchange', 'currency conversion', 'general currency conversion'),
	...typesOf('exchange', 'valutaomrekening', 'algemene valutaomrekening'),
	...typesOf('skip', 'payout', 'settlement', 'uitbetaling', 'merchantpayout', 'withdrawal'),
	...typesOf('skip', 'general withdrawal', 'general withdrawal bank account'),
	...typesOf('skip', 'user initiated withdrawal', 'transfer to bank', 'algemene opname'),
	...typesOf('skip', 'opname', 'overboeking naar bank', 'outgoing transfer', 'auto payout'),
};

/** What some reports write where others stand with a payment method (MultiSafepay, Mollie). */
const METHODS: Record<string, CsvType> = {
	...typesOf('skip', 'auto payout', 'payout'),
	...typesOf('unknown', 'manual correction', 'wallet'),
};

/** `stripe_fee`, `Stripe-fee` and `Stripe fee` are one word. */
const plainWord = (word: string): string =>
	word
		.toLowerCase()
		.replace(/[\s_\u2010-\u2015-]+/g, ' ')
		.trim();

const VAT_WORDS = new Set(['vat', 'btw']);

/** Whether a line is the VAT of the provider's own costs. */
export const isVatOfFees = (type: string): boolean => VAT_WORDS.has(plainWord(type));

/** Costs where a payment method stands: `MultiSafepay fee`. */
const FEE_METHOD = /\b(fees?|costs?|kosten|\w+kosten|commission|commissie|n901)\b/;

/** How costs are described where no column says what a line is. */
const FEE_TEXT =
	/\b((transactie|betaal|service|ingehouden ?)?kosten|(transaction|processing|payment|service) (fees?|costs?)|withheld .*fees?)\b/i;
const OF_A_CUSTOMER = /refund|return|terug|retour|creditnota/i;

/** Buckaroo writes a code: C021 is money by iDEAL, and so on for each method. Its costs are N901. */
const COLLECTED = /^c\d{3}$/;

function typesOf(type: CsvType, ...words: string[]): Record<string, CsvType> {
	return Object.fromEntries(words.map((word) => [word, type]));
}

/** Nothing moved, or not yet. Whatever else a status says, the sums of the payout prove it. */
const WITHOUT_MONEY = new Set([
	...['void', 'voided', 'declined', 'denied', 'refused', 'geweigerd', 'cancelled', 'canceled'],
	...['geannuleerd', 'expired', 'verlopen', 'failed', 'mislukt', 'pending', 'in behandeling'],
	...['initialized', 'open', 'error', 'err'],
]);

/** What a line says in words; empty where the file has no such column. */
export interface CsvWords {
	type: string;
	method: string;
	status: string;
	/** What PayPal says of the balance: credit, debit or memo. */
	impact?: string;
	/** Of a line that names no order. */
	description?: string;
}

/** The words of a line, but for its description. */
export const csvWords = (field: (column: keyof CsvWords) => string): CsvWords => ({
	...{ type: field('type'), method: field('method') },
	...{ status: field('status'), impact: field('impact') },
});

/** A payment that goes out is a purchase, which is not ours to book. */
function byWord(word: string, isPaidOut: boolean): CsvType {
	const type = Object.hasOwn(TYPES, word) ? TYPES[word]! : 'unknown';
	return type === 'payment' && isPaidOut && !FAILED.includes(word) ? 'unknown' : type;
}

/**
 * What a line is about, by its words, else by its amount.
 *
 * @param gross in any unit: only its sign counts.
 * @param isPaidOut whether money went out, be it that gross and net contradict each other.
 */
export function csvType(
	{ type, method, status, impact = '', description = '' }: CsvWords,
	gross: number,
	isPaidOut = gross < 0,
): CsvType {
	if (WITHOUT_MONEY.has(status.toLowerCase()) || impact.toLowerCase() === 'memo') return 'skip';
	const word = plainWord(type);
	const isCollected = COLLECTED.test(word) && gross !== 0;
	if (word !== '' && !isCollected) return byWord(word, isPaidOut);
	const byMethod = plainWord(method);
	if (FEE_METHOD.test(byMethod)) return 'fee';
	if (Object.hasOwn(METHODS, byMethod)) return METHODS[byMethod]!;
	if (gross < 0 && TYPES[byMethod] === 'chargeback') return 'chargeback';
	if (gross === 0) return 'fee';
	if (FEE_TEXT.test(description) && !OF_A_CUSTOMER.test(description)) return 'fee';
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
