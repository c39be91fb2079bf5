import type { Drawer } from '../declaration';
import { codePrefix } from '../formats';
import { choice, formatted, pick, requiredChoice, rows, spread } from '../kinds';

/** What becomes of an order: a sales entry, or a sales order of SnelStart (J020, J021). */
export const document = choice({
	title: 'Document',
	usual: 'salesEntry',
	choices: [
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
	description: 'What becomes of an order in SnelStart',
});

const drawer: Drawer = {
	title: 'Sales Order Options',
	parameter: 'salesOrderOptions',
	add: 'Add option',
	onlyFor: 'salesOrder',
};

/** The revenue group (artikelomzetgroep) of new articles, per VAT rate (J180). */
const revenueGroups = rows({
	title: 'Revenue Groups',
	item: 'Revenue Group',
	add: 'Add revenue group',
	onlyFor: 'salesOrder',
	description:
		'The revenue group (artikelomzetgroep) that new articles get, one row per VAT rate of VAT Mapping. With ICP, International or Margin Scheme also one for None.',
	fields: {
		vatKind: requiredChoice({
			title: 'VAT Rate',
			proposed: 'high',
			choices: [
				{ name: 'High (Hoog)', value: 'high' },
				{ name: 'Low (Laag)', value: 'low' },
				{ name: 'None (Geen)', value: 'none' },
				{ name: 'Other (Overig)', value: 'other' },
			],
		}),
		revenueGroupId: pick({ title: 'Revenue Group', from: 'revenueGroups' }),
	},
	isVatSetting: true,
});

/** Beginnings of the codes of items that stand for products without SKU (HC-20). */
const dummyItems = spread({
	title: 'Codes of Items',
	fields: {
		deleted: formatted(codePrefix.default('DELETED'), {
			title: 'Code of Items Without SKU',
			drawer,
			parameter: 'deletedItemCode',
			proposed: 'DELETED',
			description:
				'Beginning of the code of the items that stand for deleted products and products without SKU, one per VAT rate: DELETED-21',
		}),
		jouwWeb: formatted(codePrefix.default('JOUWWEB'), {
			title: 'Code of JouwWeb Items',
			drawer,
			parameter: 'jouwWebItemCode',
			proposed: 'JOUWWEB',
			description:
				'Beginning of the code of the items that JouwWeb products go to, one per VAT rate: JOUWWEB-21',
		}),
	},
});

/** What only sales orders (verkooporders) need to be known. */
export const salesOrders = spread({
	title: 'Sales Orders',
	fields: {
		revenueGroups,
		dummyItems,
		/** The latter lets the stock fall by what was sold (W055). */
		pieces: choice({
			title: 'Pieces',
			drawer,
			usual: 'onePiece',
			choices: [
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
			description: 'What a line becomes whose price does not divide by its pieces',
		}),
		/** J153. */
		vatEntry: choice({
			title: 'Price Entry',
			drawer,
			usual: 'exclusive',
			choices: [
				{ name: 'Excluding VAT', value: 'exclusive' },
				{
					name: 'Including VAT',
					value: 'inclusive',
					description: 'The total is always what the customer paid',
				},
			],
			description: 'Whether the prices on a sales order are without or with VAT',
		}),
	},
});
