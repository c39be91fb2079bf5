import type { INodeProperties } from 'n8n-workflow';

/** Payment methods whose orders go to one existing customer. */
export const fixedDebtorsProperty: INodeProperties = {
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
};
