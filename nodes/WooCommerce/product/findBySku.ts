import { simplifyField, view, words } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { product } from '../kinds';
import { listAll } from '../transport';

/** Finds products and variations by their exact SKU; one that has no match gives nothing. */
export const findBySku: Operation = {
	name: 'Find by SKU',
	action: 'Find products by SKU',
	description: 'Find products and variations by their SKU',
	fields: [
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. MOK-21, TS-L-B',
			description: 'One or more, separated by commas. An expression may give a list.',
		},
		simplifyField,
	],
	async execute(itemIndex) {
		const skus = words(this.getNodeParameter('skus', itemIndex, ''));
		if (skus.length === 0) return [];
		const { query, show } = view.call(this, product.simplified, itemIndex);
		const rows = await listAll.call(
			this,
			{ path: product.path(''), what: product.what },
			{ ...query, sku: skus.join(','), orderby: 'id', order: 'asc' },
		);
		return rows.filter(({ sku }) => skus.includes(String(sku))).map(show);
	},
};
