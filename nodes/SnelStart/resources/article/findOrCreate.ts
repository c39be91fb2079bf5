import { NodeOperationError } from 'n8n-workflow';

import { serviceError } from '../../../shared/codedError';
import type { Operation } from '../../../shared/kit/resource';
import { company } from '../../../shared/snelStart/referenceData';
import { createArticle } from '../../booking/articles/createArticle';
import { findArticles, articleWith } from '../../booking/articles/findArticles';
import { articleCodeProblem } from '../../booking/articles/articleCodeRules';
import { locator } from '../../blocks/field';
import { readId } from '../../readParameters';

/** Gives the article (artikel) with a code, added when there is none (J052); never changed (J054). */
export const findOrCreate: Operation = {
	name: 'Find or Create',
	action: 'Find or create article',
	description: 'Retrieve an article by its code, or add it when there is none',
	fields: [
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			default: '',
			required: true,
			description: 'The code of the article (artikelcode), such as the SKU of the shop',
		},
		{
			displayName: 'Description',
			name: 'articleDescription',
			type: 'string',
			default: '',
			description: 'Of a new article; an existing one is never changed. Empty: the code.',
		},
		{
			...locator('searchRevenueGroups'),
			displayName: 'Revenue Group',
			name: 'revenueGroupId',
			required: true,
			description: 'VAT and ledger account of a new article (artikelomzetgroep)',
		},
		{
			displayName: 'Sales Price',
			name: 'price',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12.95',
			description:
				'Of a new article (verkoopprijs), with or without VAT as the administration keeps its prices; an existing one is never changed',
		},
	],
	async execute(itemIndex) {
		const code = (this.getNodeParameter('code', itemIndex) as string).trim();
		if (code === '') {
			throw new NodeOperationError(this.getNode(), "'Code' is empty", {
				itemIndex,
				description: 'Fill the code of the article; articles are never matched by name',
			});
		}
		const lookedAt = Date.now();
		const found = articleWith(code, await findArticles.call(this, [code]));
		if (found) return [{ ...found, created: false }];
		const problem = articleCodeProblem(code, await company.call(this));
		if (problem) throw serviceError(this.getNode(), problem, { itemIndex });
		const price = String(this.getNodeParameter('price', itemIndex, '') ?? '').trim();
		if (!/^(\d+(\.\d+)?)?$/.test(price)) {
			throw new NodeOperationError(this.getNode(), "'Sales Price' is not a price", {
				itemIndex,
				description: "Write it with a point, such as '12.95', or leave it empty",
			});
		}
		const text = (this.getNodeParameter('articleDescription', itemIndex) as string).trim();
		const article = {
			code,
			description: text || code,
			revenueGroupId: readId.call(this, 'revenueGroupId', 'Revenue Group', itemIndex),
			...(price !== '' && { price: Number(price) }),
		};
		const outcome = await createArticle.call(this, article, lookedAt);
		if (!('article' in outcome)) throw serviceError(this.getNode(), outcome.reason, { itemIndex });
		return [{ ...outcome.article, created: outcome.created }];
	},
};
