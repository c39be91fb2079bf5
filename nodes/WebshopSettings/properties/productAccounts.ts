import type { INodeProperties } from 'n8n-workflow';

/** Products with a ledger account of their own. */
export const productAccountsProperty: INodeProperties = {
	displayName: 'Product Accounts',
	name: 'productAccounts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add product',
	default: {},
	description:
		'Products with a ledger account of their own: gift cards (cadeaubonnen) on a liability account, deposits (statiegeld), product groups',
	options: [
		{
			displayName: 'Product',
			name: 'rows',
			values: [
				{
					displayName: 'SKU',
					name: 'sku',
					type: 'string',
					default: '',
					placeholder: 'e.g. BON-*',
					description: 'Article number in the shop; a star at the end stands for any ending',
				},
				{
					displayName: 'Category',
					name: 'category',
					type: 'string',
					default: '',
					placeholder: 'e.g. Gifts',
					description:
						'Instead of an SKU: name of a product category. The order lines must state their categories.',
				},
				{
					displayName: 'Ledger Account Name or ID',
					name: 'accountId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getLedgerAccounts' },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Cost Centre Name or ID',
					name: 'costCentreId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getCostCentres' },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
			],
		},
	],
};
