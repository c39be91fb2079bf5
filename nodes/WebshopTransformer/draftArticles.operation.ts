import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { shopOf, readArticles, draftArticles, readTaxRates } from '../../bookkeeping';
import { countCodes, productInput, readInput, rowsOf, shopField } from './articleInput';
import { articlePricesOf, codeRulesOf } from './companyInput';
import { settingsOf } from './settingsInput';

export const inputNames = ['Products', 'Settings', 'Articles', 'Company', 'Tax Rates'];
export const outputNames = ['drafts', 'problems', 'summary'] as const;

const displayOptions = { show: { resource: ['article'], operation: ['draftArticles'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw products, variations and tax rates of a WooCommerce shop, and of SnelStart the simplified articles (artikelen), inactive ones too, and the company. The drafts are for 'SnelStart: Article, Find or Create'.",
		name: 'draftArticlesNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	shopField(displayOptions),
	{
		displayName: 'Shop Prices Include VAT',
		name: 'shopPricesIncludeVat',
		type: 'boolean',
		default: true,
		description:
			'Whether prices are entered with VAT in the shop (WooCommerce → Settings → Tax). SnelStart says itself how it keeps them.',
		displayOptions,
	},
];

/** Drafts an article for every product and variation that has none, or says why not. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const { items, linked } = productInput.call(this);
	const settings = settingsOf.call(this);
	const shop = shopOf(this.getNodeParameter('shop', 0) as string, settings);
	const shopPricesIncludeVat = this.getNodeParameter('shopPricesIncludeVat', 0) === true;
	const { drafts, problems } = draftArticles(
		items,
		readInput(this, 'Articles', () => readArticles(rowsOf.call(this, 2))),
		readInput(this, 'Tax Rates', () => readTaxRates(rowsOf.call(this, 4))),
		{
			codes: codeRulesOf.call(this, 3),
			prices: { shopPricesIncludeVat, ...articlePricesOf.call(this, 3) },
		},
		{ settings, shop },
	);
	const counts = { drafts: drafts.length, problems: problems.length, codes: countCodes(problems) };
	return [linked(drafts), linked(problems), [{ json: counts, pairedItem: { item: 0 } }]];
}
