import { currency, optionalDay } from '../formats';
import { choice, collection, formatted, optionalText, rows } from '../kinds';
import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
/** A decimal text; whether it is one says the contradiction that knows what it means. */
const rate = z.string({ message: valueText('rateText') }).trim();

const rates = rows({
	title: 'Fixed Rates',
	item: 'Rate',
	add: 'Add rate',
	description:
		'One row per currency and period. When a rate changes, add a row with its first day and keep the old one: refunds use the rate of their order.',
	fields: {
		currency: formatted(currency, {
			title: 'Currency',
			placeholder: 'e.g. USD',
			description: 'Three-letter code of the currency',
		}),
		from: formatted(optionalDay, {
			title: 'From',
			placeholder: 'e.g. 2026-01-31',
			description: 'First order date that the rate is for. Empty: from the beginning.',
		}),
		rate: formatted(rate, {
			title: 'Rate',
			placeholder: 'e.g. 1.0850',
			description: 'With a point; what it says is chosen in Rates Say',
		}),
	},
});

/** Where the exchange rate of an order in another currency than the euro comes from (HC-13). */
export const exchangeRates = collection({
	title: 'Other Currencies',
	description:
		'Where the exchange rate of orders in another currency than the euro comes from; without it such orders need attention, because SnelStart books euros only',
	fields: {
		use: choice({
			title: 'Exchange Rate',
			usual: 'refuse',
			choices: [
				{ name: 'Fixed Rates', value: 'fixed', description: 'The rates that stand here' },
				{
					name: 'Rate on the Order',
					value: 'orderField',
					description: 'A field of the order, as multi-currency plugins store it',
				},
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Orders in other currencies need attention',
				},
			],
			description: 'Where the rate comes from',
		}),
		rates,
		orderField: optionalText({
			title: 'Rate Field',
			placeholder: 'e.g. _wcpay_multi_currency_order_exchange_rate',
			description:
				'Field of the order that holds its rate (WooCommerce: key of the metadata). A dot leads into an object, and {currency} stands for the currency of the order.',
			page: 'As in `wmc_order_info.{currency}.rate`.',
		}),
		quoted: choice({
			title: 'Rates Say',
			usual: 'perEuro',
			choices: [
				{
					name: 'Euro per Foreign Currency',
					value: 'inEuro',
					description: 'How many euros one dollar is, for example 0.9217',
				},
				{
					name: 'Foreign Currency per Euro',
					value: 'perEuro',
					description:
						'How many dollars one euro is, for example 1.0850, as the European Central Bank states it',
				},
			],
			description: 'What a rate means',
		}),
	},
});
