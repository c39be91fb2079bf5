import type { INodeProperties } from 'n8n-workflow';

/** What is asked per payment method, in the order in which it is filled. */
const methodFields: INodeProperties[] = [
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'string',
		default: '',
		placeholder: 'e.g. ideal',
		description: 'Code or title of the payment method, as the order states it',
	},
	{
		displayName: 'Entry Kind',
		name: 'entryKind',
		type: 'options',
		options: [
			{ name: 'Bank', value: 'bank' },
			{ name: 'Cash (Kas)', value: 'cash' },
			{ name: 'Memorial (Memoriaal)', value: 'memorial' },
		],
		default: 'memorial',
		description: 'The kind of journal that the payments are booked in',
	},
	{
		displayName: 'Journal Name or ID',
		name: 'journalId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getPaymentJournals' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Clearing Account Name or ID',
		name: 'clearingAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Only for memorials; bank and cash are booked on the account of the journal',
	},
	{
		displayName: 'Always Process Payment',
		name: 'alwaysPaid',
		type: 'boolean',
		default: false,
		description: 'Whether the payment is booked even if the shop does not call it paid',
	},
	{
		displayName: 'Book Fees',
		name: 'bookFees',
		type: 'boolean',
		default: false,
		description:
			'Whether the fee of the payment provider is booked with the payment, where the order states it',
	},
];

/** What is asked per payment provider. */
const providerFields: INodeProperties[] = [
	{
		displayName: 'Provider',
		name: 'provider',
		type: 'string',
		default: 'mollie',
		placeholder: 'e.g. mollie',
		description:
			'Mollie, stripe, payPal, klarna, or the name that payouts in the general form give',
	},
	{
		displayName: 'Entry Kind',
		name: 'entryKind',
		type: 'options',
		options: [
			{ name: 'Bank', value: 'bank' },
			{ name: 'Memorial (Memoriaal)', value: 'memorial' },
		],
		default: 'bank',
		description:
			'Bank books the payout as money received; memorial leaves that to the bank statement and uses the transfer account',
	},
	{
		displayName: 'Journal Name or ID',
		name: 'journalId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getPaymentJournals' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Clearing Account Name or ID',
		name: 'clearingAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Transfer Account Name or ID',
		name: 'transferAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Money under way to the bank (kruisposten); needed for memorials and for withdrawals',
	},
	{
		displayName: 'Fees On',
		name: 'feesOn',
		type: 'options',
		options: [
			{
				name: 'Clearing Account',
				value: 'clearing',
				description: 'Fees were booked with the payments or come with an invoice',
			},
			{ name: 'Payment Costs Account', value: 'costs' },
		],
		default: 'costs',
	},
	{
		displayName: 'Reserve Account Name or ID',
		name: 'reserveAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Exchange Account Name or ID',
		name: 'exchangeAccountId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getOptionalLedgerAccounts' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

/** Payment methods (J072, J161) and payouts (W049, W050). */
export const paymentProperties: INodeProperties[] = [
	{
		displayName: 'Payment Methods',
		name: 'paymentMethods',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add payment method',
		default: {},
		description:
			'Payment methods whose payments are booked, each on a clearing account (tussenrekening) or in a bank or cash journal. Never together with a fixed debtor.',
		options: [
			{
				displayName: 'Payment Method',
				name: 'rows',
				values: methodFields,
			},
		],
	},
	{
		displayName: 'Payout Providers',
		name: 'payoutProviders',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add provider',
		default: {},
		description: 'Payment providers whose payouts (uitbetalingen) are booked',
		options: [
			{
				displayName: 'Provider',
				name: 'rows',
				values: providerFields,
			},
		],
	},
];
