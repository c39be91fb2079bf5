import { readRate } from '../../money/exchangeRate';
import type { ExchangeSettings, Settings } from '../settings';

const NAMES = { refuse: 'Refuse', fixed: 'Fixed Rates', orderField: 'Rate on the Order' };

/** Rates are there exactly when they are used, and each is a rate (HC-13). */
export function exchangeRates(settings: Settings): string[] {
	return [
		...sourceComplaints(settings.exchangeRates),
		...rateComplaints(settings.exchangeRates),
	].map((sentence) => `'Other Currencies': ${sentence}`);
}

function sourceComplaints({ use, rates, orderField }: ExchangeSettings): string[] {
	const complaints: string[] = [];
	if (use === 'fixed' && rates.length === 0) {
		complaints.push(
			"'Exchange Rate' is Fixed Rates, but 'Fixed Rates' is empty; add a row per currency.",
		);
	}
	if (use !== 'fixed' && rates.length > 0) {
		complaints.push(
			`'Exchange Rate' is ${NAMES[use]}, but 'Fixed Rates' has rows; choose Fixed Rates or remove them.`,
		);
	}
	if (use === 'orderField' && orderField === undefined) {
		complaints.push("'Exchange Rate' is Rate on the Order, but 'Rate Field' is empty; fill it.");
	}
	if (use !== 'orderField' && orderField !== undefined) {
		complaints.push(
			`'Exchange Rate' is ${NAMES[use]}, but 'Rate Field' is "${orderField}"; choose Rate on the Order or empty it.`,
		);
	}
	return complaints;
}

function rateComplaints({ quoted, rates }: ExchangeSettings): string[] {
	const keys = rates.map(({ currency, from }) => (from ? `${currency} from ${from}` : currency));
	return rates.flatMap(({ currency, rate }, index) => {
		const key = keys[index] ?? '';
		return [
			...(keys.indexOf(key) < index ? [`'Fixed Rates' has two rows for ${key}; keep one.`] : []),
			...(currency === 'EUR'
				? ["'Fixed Rates' has a row for EUR, which needs no rate; remove it."]
				: []),
			...(readRate(rate, quoted, currency)
				? []
				: [
						`'Rate' of ${key} is "${rate}"; write a number above 0 with a point and at most 15 decimals, such as 1.0850.`,
					]),
		];
	});
}
