import { optionalDay } from '../formats';
import { formatted } from '../kinds';

/** First and last day of something, both included. */
export function period(what: string, more: string) {
	return {
		from: formatted(optionalDay, {
			title: 'From',
			placeholder: 'e.g. 2026-01-01',
			description: `${what} counts from this day on. ${more}.`,
		}),
		until: formatted(optionalDay, {
			title: 'Until',
			placeholder: 'e.g. 2026-12-31',
			description: `${what} counts until this day, the day included`,
		}),
	};
}
