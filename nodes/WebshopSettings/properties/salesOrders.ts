import type { INodeProperties } from 'n8n-workflow';

/** Whether orders become sales entries or sales orders, and what the latter need. */
export const salesOrderProperties: INodeProperties[] = [
	{
		displayName: 'Document',
		name: 'document',
		type: 'options',
		options: [
			{
				name: 'Sales Entry (Verkoopboeking)',
				value: 'salesEntry',
				description: 'A booking in the sales journal. Works with every package.',
			},
			{
				name: 'Sales Order (Verkooporder)',
				value: 'salesOrder',
				description:
					'An order that you invoice in SnelStart yourself. Needs the package inBalans or inZicht.',
			},
		],
		default: 'salesEntry',
		description: 'What becomes of an order in SnelStart',
	},
	{
		displayName: 'Revenue Groups',
		name: 'revenueGroups',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add revenue group',
		default: {},
		displayOptions: { show: { document: ['salesOrder'] } },
		description:
			'The revenue group (artikelomzetgroep) that new items get, one row per VAT rate of VAT Mapping. With ICP, International or Margin Scheme also one for None.',
		options: [
			{
				displayName: 'Revenue Group',
				name: 'rows',
				values: [
					{
						displayName: 'VAT Rate',
						name: 'vatKind',
						type: 'options',
						options: [
							{ name: 'High (Hoog)', value: 'high' },
							{ name: 'Low (Laag)', value: 'low' },
							{ name: 'None (Geen)', value: 'none' },
							{ name: 'Other (Overig)', value: 'other' },
						],
						default: 'high',
					},
					{
						displayName: 'Revenue Group Name or ID',
						name: 'revenueGroupId',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getRevenueGroups' },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
				],
			},
		],
	},
	{
		displayName: 'Sales Order Options',
		name: 'salesOrderOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { document: ['salesOrder'] } },
		options: [
			{
				displayName: 'Code of Items Without SKU',
				name: 'deletedItemCode',
				type: 'string',
				default: 'DELETED',
				description:
					'Beginning of the code of the items that stand for deleted products and products without SKU, one per VAT rate: DELETED-21',
			},
			{
				displayName: 'Code of JouwWeb Items',
				name: 'jouwWebItemCode',
				type: 'string',
				default: 'JOUWWEB',
				description:
					'Beginning of the code of the items that JouwWeb products go to, one per VAT rate: JOUWWEB-21',
			},
			{
				displayName: 'Pieces',
				name: 'pieces',
				type: 'options',
				options: [
					{
						name: 'As Sold',
						value: 'asSold',
						description:
							'Two lines whose unit prices are a cent apart: 8 at 10.70 and 2 at 10.71. Choose it when SnelStart keeps the stock.',
					},
					{
						name: 'One When Needed',
						value: 'onePiece',
						description: 'One piece at the price of all: 1 at 107.02, "10 x"',
					},
				],
				default: 'onePiece',
				description: 'What a line becomes whose price does not divide by its pieces',
			},
			{
				displayName: 'Price Entry',
				name: 'vatEntry',
				type: 'options',
				options: [
					{ name: 'Excluding VAT', value: 'exclusive' },
					{
						name: 'Including VAT',
						value: 'inclusive',
						description: 'The total is always what the customer paid',
					},
				],
				default: 'exclusive',
				description: 'Whether the prices on a sales order are without or with VAT',
			},
		],
	},
];
