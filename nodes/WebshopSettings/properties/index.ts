import type { INodeProperties } from 'n8n-workflow';

import { fixedDebtorsProperty } from './fixedDebtors';
import { optionsProperty } from './options';
import { otherCurrenciesProperty } from './otherCurrencies';
import { paymentProperties } from './payments';
import { productAccountsProperty } from './productAccounts';
import { salesOrderProperties } from './salesOrders';
import { shopsProperty } from './shops';
import { vatProperties } from './vatMapping';
import { vatNumberCheckProperty } from './vatNumberCheck';

/** The panel of the node, from what every client fills in to what few change. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: 'my-client',
		required: true,
		placeholder: 'e.g. my-client',
		description:
			'Short name of the client, as the workflows use it: small letters, digits, dashes. Every client has settings of its own.',
	},
	{
		displayName: 'What to Do',
		name: 'whatToDo',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Check Settings',
				value: 'check',
				description: 'Check all settings, also against SnelStart, and give them to be saved',
			},
			{
				name: 'Remove VAT Settings',
				value: 'removeVatSettings',
				description:
					'Give the settings without VAT mapping and ledger accounts per product, to start over: once saved, nothing is booked until checked settings are saved again',
			},
		],
		default: 'check',
	},
	shopsProperty,
	...vatProperties,
	productAccountsProperty,
	fixedDebtorsProperty,
	...paymentProperties,
	vatNumberCheckProperty,
	otherCurrenciesProperty,
	...salesOrderProperties,
	optionsProperty,
];
