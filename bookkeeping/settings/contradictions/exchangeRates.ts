import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { readRate } from '../../money/exchangeRate';
import type { ExchangeSettings, Settings } from '../settings';

const NAMES = { refuse: 'Refuse', fixed: 'Fixed Rates', orderField: 'Rate on the Order' };

/** Rates are there exactly when they are used, and each is a rate (HC-13). */
export function exchangeRates(settings: Settings): Spoken[] {
	return [...sourceComplaints(settings.exchangeRates), ...rateComplaints(settings.exchangeRates)];
}

function sourceComplaints({ use, rates, orderField }: ExchangeSettings): Spoken[] {
	const complaints: Spoken[] = [];
	if (use === 'fixed' && rates.length === 0) complaints.push(contradiction('ratesEmpty'));
	if (use !== 'fixed' && rates.length > 0) {
		complaints.push(contradiction('ratesUnused', { use: NAMES[use] }));
	}
	if (use === 'orderField' && orderField === undefined) {
		complaints.push(contradiction('rateFieldEmpty'));
	}
	if (use !== 'orderField' && orderField !== undefined) {
		complaints.push(contradiction('rateFieldUnused', { use: NAMES[use], field: orderField }));
	}
	return complaints;
}

function rateComplaints({ quoted, rates }: ExchangeSettings): Spoken[] {
	const keys = rates.map(({ currency, from = '' }) => `${currency} ${from}`);
	return rates.flatMap(({ currency, rate, from }, index) => {
		const isTwice = keys.indexOf(keys[index] ?? '') < index;
		return [
			...(isTwice
				? [
						from
							? contradiction('currencyTwiceFrom', { currency, from })
							: contradiction('currencyTwice', { currency }),
					]
				: []),
			...(currency === 'EUR' ? [contradiction('euroRate')] : []),
			...(readRate(rate, quoted, currency)
				? []
				: [
						from
							? contradiction('rateUnreadableFrom', { currency, from, rate })
							: contradiction('rateUnreadable', { currency, rate }),
					]),
		];
	});
}
