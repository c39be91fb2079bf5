import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IDisplayOptions,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type StockProblem, keyOf, readShopItems, type ShopItem } from '../../bookkeeping';

/** The name of the shop, for what its settings decide. */
export const shopField = (displayOptions: IDisplayOptions): INodeProperties => ({
	displayName: 'Shop',
	name: 'shop',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. woocommerce',
	description: "The name of the shop in the client's settings that the products come from",
	displayOptions,
});

/** The rows of an input. A node that found nothing may still give one empty item. */
export function rowsOf(this: IExecuteFunctions, input: number, field = 'id'): IDataObject[] {
	return this.getInputData(input)
		.map(({ json }) => json)
		.filter((json) => json[field] !== undefined);
}

/** Runs what reads rows, and names the input when one is not what it should be. */
export function readInput<Rows>(context: IExecuteFunctions, name: string, read: () => Rows): Rows {
	try {
		return read();
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			`The input '${name}': ${(error as Error).message}`,
			{ description: 'Connect the whole records, with every field the notice of this node names' },
		);
	}
}

/** Products and variations of the first input, and how items are linked to them. */
export interface ProductInput {
	items: ShopItem[];
	/** Items of an output, each linked to the product it is about. */
	linked(rows: ReadonlyArray<{ productId: number | null }>): INodeExecutionData[];
}

/** @throws NodeOperationError when a row is not a product */
export function productInput(this: IExecuteFunctions): ProductInput {
	const rows = this.getInputData(0);
	const used = rows.flatMap(({ json }, index) => (json.id === undefined ? [] : [{ json, index }]));
	const items = readInput(this, 'Products', () => readShopItems(used.map(({ json }) => json)));
	const indexes = new Map(items.map((item, at) => [keyOf(item), used[at]?.index ?? 0]));
	return {
		items,
		linked: (results) =>
			results.map((row) => {
				const { productId, variationId } = row as { productId: number; variationId: number | null };
				const item = indexes.get(keyOf({ productId, variationId })) ?? 0;
				return { json: { ...row } as IDataObject, pairedItem: { item } };
			}),
	};
}

/** How often each code occurs, for a summary. */
export function countCodes(problems: readonly StockProblem[]): IDataObject {
	const counts: Record<string, number> = {};
	for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
	return counts;
}
