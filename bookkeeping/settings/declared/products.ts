import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
import { choice, formatted, optionalPick, optionalText, pick, rows } from '../kinds';

const sku = z
	.string({ message: valueText('text') })
	.trim()
	.default('');

/** Products with an account of their own: gift cards, deposits, categories (W007, W048, W051). */
export const productAccounts = rows({
	title: 'Product Accounts',
	item: 'Product',
	add: 'Add product',
	description:
		'Products with a ledger account of their own: gift cards (cadeaubonnen) on a liability account, deposits (statiegeld), product groups',
	fields: {
		sku: formatted(sku, {
			title: 'SKU',
			placeholder: 'e.g. BON-*',
			description: 'Article number in the shop; a star at the end stands for any ending',
		}),
		category: optionalText({
			title: 'Category',
			placeholder: 'e.g. Gifts',
			description:
				'Instead of an SKU: name of a product category. The order lines must state their categories.',
		}),
		accountId: pick({
			title: 'Ledger Account',
			from: 'ledgerAccounts',
			description: 'Replaces the account of the row of VAT Mapping',
		}),
		costCentreId: optionalPick({
			title: 'Cost Centre',
			from: 'costCentres',
			description: 'Replaces the cost centre of the options',
		}),
		/** D-PRODUCT-ACCOUNTS. */
		regime: choice({
			title: 'Applies To',
			usual: 'domestic',
			choices: [
				{
					name: 'All Sales',
					value: 'all',
					description: 'But those by OSS: SnelStart takes them on accounts for OSS only',
				},
				{ name: 'Export', value: 'export' },
				{ name: 'ICP', value: 'icp' },
				{ name: 'Sales at Home', value: 'domestic' },
			],
			description:
				'Which sales go to this account. The accounts of ICP, export and the other regimes bring turnover into its box of the VAT return, so they go first unless you say otherwise here.',
		}),
	},
	isVatSetting: true,
});
