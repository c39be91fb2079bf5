import { z } from 'zod';

import { quotations, readRate } from '../money/exchangeRate';

const rateSchema = z.object({
	currency: z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^[A-Z]{3}$/, 'A currency is a three-letter code, such as USD'),
	/** A decimal text, such as 1.0850. */
	rate: z.string().trim(),
	/** First order date the rate is for, yyyy-MM-dd; left out: from the beginning. */
	from: z
		.string()
		.trim()
		.regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Write a day as 2026-01-31')
		.optional()
		.transform((value) => value || undefined),
});

/** Where the exchange rate of an order in another currency than the euro comes from (HC-13). */
export const exchangeSettingsSchema = z.object({
	use: z.enum(['refuse', 'fixed', 'orderField']).default('refuse'),
	/** What a rate says, wherever it comes from. */
	quoted: z.enum(quotations).default('perEuro'),
	/** Of `fixed`: the newest row whose first date is not after the date of the order counts. */
	rates: z.array(rateSchema).default([]),
	/** Of `orderField`: key of the metadata, or field of the order; dots lead into objects. */
	orderField: z
		.string()
		.trim()
		.optional()
		.transform((value) => value || undefined),
});
export type ExchangeSettings = z.infer<typeof exchangeSettingsSchema>;

const NAMES = { refuse: 'Refuse', fixed: 'Fixed Rates', orderField: 'Rate on the Order' };

/** What contradicts itself in 'Other Currencies', in sentences that name both settings. */
export function exchangeComplaints({ exchangeRates }: { exchangeRates: ExchangeSettings }) {
	const { use, quoted, rates, orderField } = exchangeRates;
	const complaints: string[] = [];
	const say = (sentence: string) => complaints.push(`'Other Currencies': ${sentence}`);
	if (use === 'fixed' && rates.length === 0) {
		say("'Exchange Rate' is Fixed Rates, but 'Fixed Rates' is empty; add a row per currency.");
	}
	if (use !== 'fixed' && rates.length > 0) {
		say(
			`'Exchange Rate' is ${NAMES[use]}, but 'Fixed Rates' has rows; choose Fixed Rates or remove them.`,
		);
	}
	if (use === 'orderField' && orderField === undefined) {
		say("'Exchange Rate' is Rate on the Order, but 'Rate Field' is empty; fill it.");
	}
	if (use !== 'orderField' && orderField !== undefined) {
		say(
			`'Exchange Rate' is ${NAMES[use]}, but 'Rate Field' is "${orderField}"; choose Rate on the Order or empty it.`,
		);
	}
	const seen = new Set<string>();
	for (const { currency, rate, from } of rates) {
		const key = [currency, from ? `from ${from}` : ''].filter(Boolean).join(' ');
		if (seen.has(key)) say(`'Fixed Rates' has two rows for ${key}; keep one.`);
		seen.add(key);
		if (currency === 'EUR') say("'Fixed Rates' has a row for EUR, which needs no rate; remove it.");
		if (!readRate(rate, quoted, currency)) {
			say(
				`'Rate' of ${key} is "${rate}"; write a number above 0 with a point and at most 15 decimals, such as 1.0850.`,
			);
		}
	}
	return complaints;
}
