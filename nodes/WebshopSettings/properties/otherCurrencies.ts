import type { INodeProperties } from 'n8n-workflow';

/** Where the exchange rate of orders in another currency than the euro comes from. */
export const otherCurrenciesProperty: INodeProperties = {
	displayName: 'Other Currencies',
	name: 'exchangeRates',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	description:
		'Where the exchange rate of orders in another currency than the euro comes from; without it such orders need attention, because SnelStart books euros only',
	options: [
		{
			displayName: 'Exchange Rate',
			name: 'use',
			type: 'options',
			options: [
				{
					name: 'Fixed Rates',
					value: 'fixed',
					description: 'The rates that stand here',
				},
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
			default: 'refuse',
		},
		{
			displayName: 'Fixed Rates',
			name: 'rates',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add rate',
			default: {},
			description:
				'One row per currency and period. When a rate changes, add a row with its first day and keep the old one: refunds use the rate of their order.',
			options: [
				{
					displayName: 'Rate',
					name: 'rows',
					values: [
						{
							displayName: 'Currency',
							name: 'currency',
							type: 'string',
							default: '',
							placeholder: 'e.g. USD',
							description: 'Three-letter code of the currency',
						},
						{
							displayName: 'From',
							name: 'from',
							type: 'string',
							default: '',
							placeholder: 'e.g. 2026-01-31',
							description: 'First order date that the rate is for. Empty: from the beginning.',
						},
						{
							displayName: 'Rate',
							name: 'rate',
							type: 'string',
							default: '',
							placeholder: 'e.g. 1.0850',
							description: 'With a point; what it says is chosen in Rates Say',
						},
					],
				},
			],
		},
		{
			displayName: 'Rate Field',
			name: 'orderField',
			type: 'string',
			default: '',
			placeholder: 'e.g. _wcpay_multi_currency_order_exchange_rate',
			description:
				'Field of the order that holds its rate (WooCommerce: key of the metadata). A dot leads into an object, and {currency} stands for the currency of the order.',
		},
		{
			displayName: 'Rates Say',
			name: 'quoted',
			type: 'options',
			options: [
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
			default: 'perEuro',
		},
	],
};
