import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { readArticles, compareCodes } from '../../bookkeeping';
import { countCodes, productInput, readInput, rowsOf } from './articleInput';
import { codeRulesOf } from './companyInput';
import { settingsOf } from './settingsInput';

export const inputNames = ['Products', 'Settings', 'Articles', 'Company'];
export const outputNames = ['problems', 'summary'] as const;

const displayOptions = { show: { resource: ['article'], operation: ['compareCodes'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw products and variations of a WooCommerce shop to 'Products', and of SnelStart the simplified articles (artikelen), inactive ones too, and the company. Nothing is changed.",
		name: 'compareCodesNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Tells which SKUs and article codes do not fit each other or the administration. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const { items, linked } = productInput.call(this);
	const { salesOrders } = settingsOf.call(this);
	const articles = readInput(this, 'Articles', () => readArticles(rowsOf.call(this, 2)));
	const { problems, ...counts } = compareCodes(
		items,
		articles,
		codeRulesOf.call(this, 3),
		salesOrders,
	);
	const summary = { ...counts, problems: problems.length, codes: countCodes(problems) };
	return [linked(problems), [{ json: summary, pairedItem: { item: 0 } }]];
}
