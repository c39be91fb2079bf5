import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { z } from 'zod';

import { formatCents, fromEuro, toEuro, type Cents } from '../money/money';
import type { ForeignAmount } from '../trade/order';
import { quotations, rateInWords, readRate, type ExchangeRate } from '../money/exchangeRate';

/** What a draft keeps of the currency it was turned into euro from: its refunds use the same rate. */
export const foreignSchema = z
	.object({
		currency: z.string().regex(/^[A-Z]{3}$/),
		/** In that currency, with VAT; negative on a credit note. */
		amount: z.number(),
		rate: z.string(),
		quoted: z.enum(quotations),
	})
	.refine(({ rate, quoted, currency }) => readRate(rate, quoted, currency) !== undefined, {
		message: 'The exchange rate is not a number above zero',
		path: ['rate'],
	});
export type Foreign = z.infer<typeof foreignSchema>;

/** The part of a draft that remembers the other currency. */
export function foreignOf({ currency, total, rate, quoted }: ForeignAmount): Foreign {
	return { currency, amount: toEuro(total), rate, quoted };
}

/** For a description: `USD 121.00 at 1.0850`. */
export function foreignText({ currency, total, rate }: ForeignAmount): string {
	return `${currency} ${formatCents(total)} at ${rate}`;
}

/** For the notes of a draft, with what the rate says. */
export function foreignNote(foreign: ForeignAmount, euro: Cents, language: Language): DraftText {
	const { currency, total: amount, rate: stated, quoted } = foreign;
	const rate = rateInWords({ currency, stated, quoted });
	return draftText(language, 'exchanged', { currency, amount, euro, rate });
}

/** The amount and rate that a draft remembers; the rate was checked when the draft was read. */
export function rateOfDraft({
	currency,
	amount,
	rate,
	quoted,
}: Foreign): { rate: ExchangeRate; whole: Cents } | undefined {
	const ratio = readRate(rate, quoted, currency);
	return ratio && { rate: ratio, whole: fromEuro(amount) };
}
