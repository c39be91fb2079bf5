import type { INodeProperties } from 'n8n-workflow';

import { shopKinds, shops, usualPaidStatuses } from '../../../bookkeeping';

const exampleOf = (which: 'book' | 'skip'): string =>
	`e.g. ${shops.wooCommerce.statuses?.[which].join(', ') ?? ''}`;
const withUsualStatuses = shopKinds
	.filter((kind) => shops[kind].statuses)
	.map((kind) => shops[kind].name)
	.join(' and ');

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
		options: shopKinds.map((kind) => ({ name: shops[kind].name, value: kind })),
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
		default: '',
		placeholder: exampleOf('book'),
		description: `Orders with these statuses are booked, with commas between. All others wait. Leave empty for the usual ones of ${withUsualStatuses}; for other shops fill it in.`,
	},
	{
		displayName: 'Statuses to Skip',
		name: 'statusesToSkip',
		type: 'string',
		default: '',
		placeholder: exampleOf('skip'),
		description: 'Orders with these statuses are never booked, with commas between',
	},
	{
		displayName: 'Paid Statuses',
		name: 'paidStatuses',
		type: 'string',
		default: usualPaidStatuses.join(', '),
		description:
			'Payment statuses that mean paid, with commas between. WooCommerce states a payment date instead.',
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
	{
		displayName: 'Invoice Number Field',
		name: 'invoiceNumberField',
		type: 'string',
		default: '',
		placeholder: 'e.g. _wcpdf_invoice_number',
		description:
			'Field that holds the invoice number (WooCommerce: key of the metadata). Leave empty to use the order number.',
	},
	{
		displayName: 'Credit Note Number Prefix',
		name: 'creditNoteNumberPrefix',
		type: 'string',
		default: 'C',
		description:
			'Goes before the number of a credit note (creditnota), which is that of the refund, so that it never equals an invoice number',
	},
];

const goLiveFields: INodeProperties[] = [
	{
		displayName: 'Book From',
		name: 'bookFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description: 'First day whose orders are booked. Earlier orders are left alone.',
	},
	{
		displayName: 'Payment Methods to Book',
		name: 'paymentMethodsToBook',
		type: 'string',
		default: '',
		placeholder: 'e.g. ideal, klarna',
		description:
			'Only orders with these payment methods are booked, with commas between. Leave empty for all.',
	},
	{
		displayName: 'Categories to Book',
		name: 'categoriesToBook',
		type: 'string',
		default: '',
		placeholder: 'e.g. Books, Gifts',
		description:
			'Only orders whose products are all in these categories are booked, with commas between. The order lines must state their categories. Leave empty for all.',
	},
	{
		displayName: 'Margin Scheme',
		name: 'marginScheme',
		type: 'boolean',
		default: false,
		description: 'Whether the shop sells under the margin scheme (margeregeling)',
	},
];

/** The client's shops: what is read, when it is booked, and its numbers. */
export const shopsProperty: INodeProperties = {
	displayName: 'Shops',
	name: 'shops',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add shop',
	default: {},
	description: 'The webshops whose orders go into this administration',
	options: [{ displayName: 'Shop', name: 'rows', values: [...shopFields, ...goLiveFields] }],
};
