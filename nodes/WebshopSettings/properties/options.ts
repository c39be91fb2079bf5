import type { INodeProperties } from 'n8n-workflow';

/** What most clients leave as it is. */
export const optionsProperty: INodeProperties = {
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
			displayName: 'Description Pattern',
			name: 'descriptionPattern',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order {orderNumber} {paymentMethod}',
			description:
				'Text of an entry, in which {orderNumber}, {invoiceNumber}, {paymentMethod} and {shop} are filled in',
		},
		{
			displayName: 'Gift Card Account Name or ID',
			name: 'giftCardAccountId',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Orders With Refunds',
			name: 'ordersWithRefunds',
			type: 'options',
			options: [
				{
					name: 'Book the Sale',
					value: 'book',
					description: "For flows that also book the refunds, with 'Transform Refunds'",
				},
				{ name: 'Needs Attention', value: 'attention' },
			],
			default: 'attention',
			description: 'What to do with an order that has refunds',
		},
		{
			displayName: 'Payment Costs Account Name or ID',
			name: 'paymentCostsAccountId',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Payment Fee Fields',
			name: 'paymentFeeFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. _my_gateway_fee',
			description:
				'Metadata fields of orders that hold the fee of the payment provider, with commas between; tried before the usual ones',
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
			displayName: 'Refund Amount Differs From Its Lines',
			name: 'refundAmountDiffers',
			type: 'options',
			options: [
				{
					name: 'Book the Amount',
					value: 'book',
					description: 'Credit the amount over the VAT rates of the lines, marked as estimated',
				},
				{ name: 'Needs Attention', value: 'attention' },
			],
			default: 'attention',
			description: 'What to do with a refund whose lines do not add up to its amount',
		},
		{
			displayName: 'Refunded Line Without VAT',
			name: 'refundWithoutVat',
			type: 'options',
			options: [
				{
					name: 'As Entered',
					value: 'asEntered',
					description: 'Credit it without VAT; the VAT stays due',
				},
				{
					name: 'Includes VAT',
					value: 'gross',
					description: 'The amount includes VAT at the rate of the line, marked as estimated',
				},
			],
			default: 'gross',
			description: 'What to do with a refunded line without VAT, while VAT was paid on it',
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
};
