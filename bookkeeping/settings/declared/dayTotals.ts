import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
import { country, shortName } from '../formats';
import { choice, formatted, list, pick, rows, wholeNumber } from '../kinds';
import { period as days } from './period';

const prefix = z
	.string({ message: valueText('text') })
	.trim()
	.regex(/^[A-Za-z0-9]{1,8}$/, valueText('totalPrefix'));

/** Shops whose orders are booked together, a day, month or payout in one sales entry (dagomzet). */
export const dayTotals = rows({
	title: 'Day Totals',
	item: 'Shop',
	add: 'Add shop',
	description:
		'Shops whose orders are booked together: one sales entry per day, month or payout instead of one per order. Leave empty to book every order by itself.',
	page: 'See [day totals](day-totals.md) for what is always booked by itself, and the template that closes a day.',
	fields: {
		shop: formatted(shortName, {
			title: 'Shop',
			proposed: 'woocommerce',
			placeholder: 'e.g. woocommerce',
			description: "The name of the shop, as in 'Shops'",
		}),
		period: choice({
			title: 'Period',
			usual: 'day',
			choices: [
				{ name: 'Day', value: 'day' },
				{ name: 'Month', value: 'month', description: 'Dated on the last day of the month' },
				{
					name: 'Payout',
					value: 'payout',
					description:
						"What a provider of 'Payout Providers' pays out at once, per month of sale; payment methods with another clearing account are booked per day",
				},
			],
			description:
				"What one total holds; 'Entry Date' of the shop decides on which day an order falls",
		}),
		numberPrefix: formatted(prefix.default('DAG'), {
			title: 'Number Prefix',
			proposed: 'DAG',
			placeholder: 'e.g. WDAG',
			description:
				'Goes before the day in the number of a total, such as WDAG-2026-11-28; another one for every shop',
		}),
		relationId: pick({
			title: 'Collective Customer',
			from: 'debtors',
			description: 'The customer (debiteur) that the totals go to',
		}),
		cutOffHour: wholeNumber({
			title: 'Cut-Off Hour',
			usual: 0,
			min: 0,
			max: 12,
			description:
				'Until this hour of the morning, in the time zone of the shop, an order counts for the day before: 5 for a shop that closes its day at 05:00, 0 for midnight',
		}),
		closeAfterHours: wholeNumber({
			title: 'Close After Hours',
			usual: 3,
			min: 0,
			max: 240,
			description:
				'How many hours after the end of the day, in the time zone of the shop, its total is booked. What comes later gets a total of its own.',
		}),
		payoutWaitDays: wholeNumber({
			title: 'Days to Wait for a Payout',
			usual: 14,
			min: 1,
			max: 62,
			description:
				'With totals per payout: how many days after the day of an order somebody hears that no payout has named it; more than the provider takes to pay out',
		}),
		withoutPayout: choice({
			title: 'Without a Payout',
			usual: 'attention',
			choices: [
				{
					name: 'Needs Attention',
					value: 'attention',
					description: 'The order is not booked until a payout names it or somebody decides',
				},
				{ name: 'Book per Day', value: 'day', description: 'In a total of its own day' },
			],
			description: 'With totals per payout: what becomes of an order that no payout named in time',
		}),
		lines: choice({
			title: 'Lines',
			usual: 'perRate',
			choices: [
				{ name: 'Per Account and Rate', value: 'perRate' },
				{ name: 'Per Order and Rate', value: 'perOrder' },
			],
			description: 'What one line of a total holds',
		}),
		refunds: choice({
			title: 'Refunds',
			usual: 'byThemselves',
			choices: [
				{ name: 'Each by Itself', value: 'byThemselves', description: 'A credit note per refund' },
				{
					name: 'In Negative Totals',
					value: 'inTotals',
					description: 'One entry for the refunds of a day, numbered such as CWDAG-2026-11-28',
				},
			],
			description: 'How refunds of orders that are booked in a total are booked',
		}),
		methodsByThemselves: list({
			title: 'Payment Methods by Themselves',
			placeholder: 'e.g. klarna, bacs',
			description:
				'Orders with these payment methods are always booked by themselves, with commas between',
		}),
		...days('Booking together', 'An order of a day before it is booked by itself'),
	},
});

/** SnelStart takes the country of OSS VAT from the card, so each country has a collective card. */
export const dayTotalCountries = rows({
	title: 'Day Totals Abroad',
	item: 'Country',
	add: 'Add country',
	description:
		'Collective customers for totals of distance sales (OSS), one card per country. Orders to a country that is not here are booked by themselves.',
	fields: {
		country: formatted(country, {
			title: 'Country',
			placeholder: 'e.g. DE',
			description: 'Two-letter code of the country',
		}),
		relationId: pick({
			title: 'Collective Customer',
			from: 'debtors',
			description: 'A customer (debiteur) with an address in that country and no VAT number',
		}),
	},
});
