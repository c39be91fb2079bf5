import type { INodeProperties } from 'n8n-workflow';

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

const vatMappingFields: INodeProperties[] = [
	{
		displayName: 'Country Name or ID',
		name: 'country',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getDeliveryCountries' },
		default: 'NL',
		description:
			'The country of delivery, with the VAT rates in force there today. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Percentage',
		name: 'percentage',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
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

/** Which VAT rate and ledger accounts go with a country and percentage, or without VAT. */
export const vatProperties: INodeProperties[] = [
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
	regimeAccounts(
		'Margin Scheme',
		'margin',
		'Ledger accounts of sales under the margin scheme (margeregeling); leave out if there are none',
	),
	regimeAccounts(
		'Reverse Charge',
		'reverseCharge',
		'Ledger accounts of sales without VAT to Dutch businesses that owe it themselves (btw verlegd); leave out if there are none',
	),
];
