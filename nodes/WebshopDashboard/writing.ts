import { euroIn, sayFact, type Language } from '../../bookkeeping';
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

export function writingIn(language: Language): Writing {
	return {
		money: (cents) => euroIn(language, cents),
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
