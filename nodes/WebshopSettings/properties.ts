import type { INodeProperties } from 'n8n-workflow';

import { wooCommerceStatuses } from '../../bookkeeping/settings';

/** The ledger accounts of one row, per kind of line. */
const accountFields: INodeProperties[] = [
	{
		displayName: 'Products Account Name or ID',
		name: 'productsAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Shipping Account Name or ID',
		name: 'shippingAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Discount Account Name or ID',
		name: 'discountAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Without it, WooCommerce products are booked after discount',
	},
	{
		displayName: 'Fees Account Name or ID',
		name: 'feesAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

const shopFields: INodeProperties[] = [
	{
		displayName: 'Shop',
		name: 'shop',
		type: 'string',
		default: 'woocommerce',
		placeholder: 'e.g. woocommerce',
		description: 'Short name of this shop, as the workflows use it: small letters, digits, dashes',
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'JouwWeb', value: 'jouwWeb' },
			{ name: 'WooCommerce', value: 'wooCommerce' },
		],
		default: 'wooCommerce',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: 'NL',
		description: 'Two-letter code of the country of the shop',
	},
	{
		displayName: 'Time Zone',
		name: 'zone',
		type: 'string',
		default: 'Europe/Amsterdam',
		description: 'Decides on which day an order around midnight is booked',
	},
	{
		displayName: 'Statuses to Book',
		name: 'statusesToBook',
		type: 'string',
		default: wooCommerceStatuses.book.join(', '),
		description: 'Orders with these statuses are booked, with commas between. All others wait.',
	},
	{
		displayName: 'Statuses to Skip',
		name: 'statusesToSkip',
		type: 'string',
		default: wooCommerceStatuses.skip.join(', '),
		description: 'Orders with these statuses are never booked, with commas between',
	},
	{
		displayName: 'Invoice Number Prefix',
		name: 'invoiceNumberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. W',
		description:
			'Goes before the order number, so that two shops never use the same invoice number',
	},
];

const vatMappingFields: INodeProperties[] = [
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: 'NL',
		description: 'Two-letter code of the country of delivery',
	},
	{
		displayName: 'Percentage',
		name: 'percentage',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 4 },
		default: 21,
		description: 'The VAT percentage the shop sells with',
	},
	{
		displayName: 'VAT Rate Name or ID',
		name: 'vatKind',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getVatRates' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	...accountFields,
];

const regimeAccounts = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: 'Add accounts',
	default: {},
	description,
	options: [{ displayName: 'Accounts', name: 'accounts', values: accountFields }],
});

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
		displayName: 'Shops',
		name: 'shops',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add shop',
		default: {},
		description: 'The webshops whose orders go into this administration',
		options: [{ displayName: 'Shop', name: 'rows', values: shopFields }],
	},
	{
		displayName: 'VAT Mapping',
		name: 'vatMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add VAT rate',
		default: {},
		description:
			'One row per country and percentage you sell with: the VAT rate (btw-tarief) and the ledger accounts (grootboekrekeningen) in SnelStart',
		options: [{ displayName: 'VAT Rate', name: 'rows', values: vatMappingFields }],
	},
	regimeAccounts(
		'ICP (EU Businesses Without VAT)',
		'icp',
		'Ledger accounts of deliveries to businesses in other EU countries (intracommunautaire prestaties); leave out if there are none',
	),
	regimeAccounts(
		'International (Outside the EU)',
		'international',
		'Ledger accounts of deliveries outside the EU (export); leave out if there are none',
	),
	{
		displayName: 'Fixed Debtors',
		name: 'fixedDebtors',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add payment method',
		default: {},
		description:
			'Payment methods whose orders always go to one debtor instead of a customer of their own. Never used for ICP.',
		options: [
			{
				displayName: 'Payment Method',
				name: 'rows',
				values: [
					{
						displayName: 'Payment Method',
						name: 'paymentMethod',
						type: 'string',
						default: '',
						placeholder: 'e.g. ideal',
						description: 'Code or title of the payment method, as the order states it',
					},
					{
						displayName: 'Debtor Name or ID',
						name: 'relationId',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getDebtors' },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Cost Centre Name or ID',
				name: 'costCentreId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getCostCentres' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'Payment Term (Days)',
				name: 'paymentTermDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 14,
				description: 'Days until an invoice is due (betalingstermijn)',
			},
			{
				displayName: 'Rounding Account Name or ID',
				name: 'roundingAccountId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'Sales Journal Name or ID',
				name: 'salesJournalId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getSalesJournals' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'Sales Order Template Name or ID',
				name: 'salesOrderTemplateId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getSalesOrderTemplates' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
		],
	},
];
