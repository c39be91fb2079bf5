import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { inputError, reason, serviceError, told, toldOther } from '../../shared/codedError';
import { checkedId, chosenId, locator, simplifyField, view } from '../blocks/fields';
import { refusedItem, tryItem } from '../../shared/kit/batch';
import type { Operation } from '../../shared/kit/resource';
import { product, variation } from '../kinds';
import { inParts } from '../../../bookkeeping';
import { changeBatch, LARGEST_PAGE, type Place } from '../transport';

const amount = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 12.95',
	description: 'Empty leaves it as it is',
});

interface Wanted {
	item: number;
	place: Place;
	change: IDataObject;
}

/** Sets stock and prices of the product of every item, a hundred per request. */
export const updateBatch: Operation = {
	name: 'Update Stock and Prices',
	action: 'Update stock and prices of all items',
	description: 'Set stock and prices of the product of every input item, a hundred per request',
	fields: [
		locator('productId', 'Product', 'searchProducts'),
		{
			displayName: 'Variation ID',
			name: 'variationId',
			type: 'string',
			default: '',
			description: 'When a variation of the product is meant',
		},
		{ ...amount('Stock Quantity', 'stock'), placeholder: 'e.g. 25' },
		amount('Regular Price', 'regularPrice'),
		amount('Sale Price', 'salePrice'),
		simplifyField,
	],
	async batch(items) {
		const results = new Array<INodeExecutionData>(items.length);
		const wanted: Wanted[] = [];
		items.forEach((_, item) => {
			const read = tryItem(this, item, () => changeOf.call(this, item));
			if ('failed' in read) results[item] = read.failed;
			else wanted.push(read.value);
		});
		const { show } = view.call(this, product.simplified, 0);
		for (const path of new Set(wanted.map(({ place }) => place.path))) {
			const ofPlace = wanted.filter(({ place }) => place.path === path);
			for (const part of inParts(ofPlace, LARGEST_PAGE)) {
				await sendPart.call(this, part, show, results);
			}
		}
		return results;
	},
};

async function sendPart(
	this: IExecuteFunctions,
	part: Wanted[],
	show: (row: IDataObject) => IDataObject,
	results: INodeExecutionData[],
): Promise<void> {
	const place = part[0]!.place;
	let answers: IDataObject[];
	try {
		answers = await changeBatch.call(
			this,
			place,
			part.map(({ change }) => change),
		);
	} catch (error) {
		for (const { item } of part) results[item] = refusedItem.call(this, error, item);
		return;
	}
	part.forEach(({ item, change }, index) => {
		const answer = answers[index];
		const refusal = answer === undefined ? {} : (answer.error as IDataObject | undefined);
		if (answer !== undefined && refusal === undefined) {
			results[item] = { json: show(answer), pairedItem: { item } };
			return;
		}
		const about = { what: place.what, id: String(change.id) };
		const words = refusal?.message === undefined ? '' : String(refusal.message);
		const why = reason(
			'SHOP_BATCH_INCOMPLETE',
			words === '' ? { case: 'noAnswer', ...about } : { case: 'refused', ...about, words },
		);
		const text = refusal?.code === undefined ? told(why) : toldOther(String(refusal.code), why);
		const error = serviceError(this.getNode(), text, { itemIndex: item });
		results[item] = refusedItem.call(this, error, item);
	});
}

/** @throws NodeOperationError when an ID or a number is wrong, or nothing is to change */
function changeOf(this: IExecuteFunctions, item: number): Wanted {
	const productId = chosenId.call(this, 'productId', 'Product', item);
	const variationId = String(this.getNodeParameter('variationId', item, '')).trim();
	const number = (label: string, name: string, pattern: RegExp): string | undefined => {
		const text = String(this.getNodeParameter(name, item, '') ?? '').trim();
		if (text === '') return undefined;
		if (pattern.test(text)) return text;
		const why = reason('INPUT_AMOUNT', { case: 'number', field: label });
		throw inputError(this.getNode(), why, { itemIndex: item });
	};
	const stock = number('Stock Quantity', 'stock', /^-?\d+(\.\d+)?$/);
	const regular = number('Regular Price', 'regularPrice', /^\d+(\.\d+)?$/);
	const sale = number('Sale Price', 'salePrice', /^\d+(\.\d+)?$/);
	if (stock === undefined && regular === undefined && sale === undefined) {
		const why = reason('INPUT_INCOMPLETE', { case: 'noProductChange' });
		throw inputError(this.getNode(), why, { itemIndex: item });
	}
	const isVariation = variationId !== '';
	const id = isVariation ? checkedId.call(this, 'Variation ID', variationId, item) : productId;
	const kind = isVariation ? variation : product;
	return {
		item,
		place: { path: kind.path(productId), what: kind.what },
		change: {
			id: Number(id),
			...(stock !== undefined && { manage_stock: true, stock_quantity: Number(stock) }),
			...(regular !== undefined && { regular_price: regular }),
			...(sale !== undefined && { sale_price: sale }),
		},
	};
}
