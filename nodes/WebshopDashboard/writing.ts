import { sayFact, type Language } from '../../bookkeeping';
import { texts } from './texts';

/** How amounts and days are written for a reader. */
export interface Writing {
	/** Cents as euros: `€ 1.015,07`, and `€ -2,60`. */
	money(cents: number): string;
	/** A day (yyyy-MM-dd) as `28-11-2026` in Dutch. */
	day(day: string): string;
	/** A rate of VAT as a table keeps it; `none` is one that the shop did not state. */
	rate(rate: string): string;
}

/** Thousands with a comma, which the register leaves out in English. */
const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.\d{2}$)/g, ',');

export function writingIn(language: Language): Writing {
	return {
		// As the sentences of the codes have it: the sign before the figure, as in books.
		money: (cents) => `€ ${grouped(sayFact('amount', cents, language) ?? '')}`,
		day: (day) => {
			const [year, month, rest] = day.split('-');
			// A month (yyyy-MM) is said as a day is.
			if (month !== undefined && rest === undefined && language === 'nl') return `${month}-${year}`;
			return sayFact('date', day, language) ?? day;
		},
		rate: (rate) =>
			rate === 'none'
				? texts[language].detail.noRate
				: (sayFact('percentage', Number(rate), language) ?? rate),
	};
}
