import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	type ShopOrder,
	toLookUp,
	transformOrder,
	transformUnchecked,
	type Outcome,
	type TransformedOrder,
} from '../../bookkeeping';
import { orderFields, rawOrderOf } from './orderInput';
import { optionalRowsAt } from './messages/read';
import { settingsOf } from './settingsInput';
import { checkVatNumbers } from './vies';

export const outputNames: readonly Outcome[] = ['book', 'wait', 'nothingToBook', 'attention'];

const displayOptions = { show: { operation: ['transformOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the raw orders to the input 'Orders' and the item of the client's settings to the input 'Settings'. Every order leaves on exactly one output, with a code and a tip when it is not booked. 'Booked Orders' may be left unconnected: of rows of the order table that are booked, VIES is not asked again; what may have been sent (state unknown) and is not to be booked by now leaves on 'Book' all the same, to be looked up in SnelStart only.",
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
];

const BOOKED_INPUT = 2;
export const inputNames = ['Orders', 'Settings', 'Booked Orders'];

function rowsOf(this: IExecuteFunctions): IDataObject[] {
	return optionalRowsAt.call(this, BOOKED_INPUT, 'orderKey');
}
const mayBeSent = ({ state }: IDataObject): boolean => state === 'unknown';
const isBookedRow = (row: IDataObject): boolean => !mayBeSent(row);
const orderKeyOf = ({ orderKey }: IDataObject): string => String(orderKey);

/**
 * Transforms every order on the first input with the settings on the second one. Never fails on an
 * order; only settings that are missing or wrong stop the node, since then nothing can be right.
 * VIES is asked once per VAT number, for the orders that could be booked but for the answer; not for
 * those that the third input, which may be left unconnected, says are booked.
 *
 * @returns one per item, in their order; `order` is what was read of the raw one.
 */
export async function transformInput(
	this: IExecuteFunctions,
): Promise<Array<{ raw: unknown; transformed: TransformedOrder; order?: ShopOrder }>> {
	const settings = settingsOf.call(this);
	const booked = new Set(rowsOf.call(this).filter(isBookedRow).map(orderKeyOf));
	const isBooked = (orderKey: string): boolean => booked.has(orderKey);
	const orders = this.getInputData().map((_, item) => {
		const { raw, shop } = rawOrderOf.call(this, item);
		return { raw, shop, unchecked: transformUnchecked(raw, shop, settings, isBooked) };
	});
	const vatNumbers = orders.flatMap(({ unchecked }) => unchecked.toCheck);
	const answers = await checkVatNumbers.call(this, vatNumbers, settings.vatNumberCheck);
	return orders.map(({ raw, shop, unchecked }) => ({
		raw,
		order: unchecked.order,
		transformed: answers.has(unchecked.vatNumber)
			? transformOrder(raw, shop, settings, answers)
			: unchecked.transformed,
	}));
}

/** Gives every order to the output of its outcome. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const orders = await transformInput.call(this);
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	const unknown = new Set(rowsOf.call(this).filter(mayBeSent).map(orderKeyOf));
	orders.forEach(({ raw, transformed }, item) => {
		const isOpen = transformed.outcome !== 'book' && unknown.has(transformed.orderKey);
		const now = (isOpen && toLookUp(raw, transformed, settingsOf.call(this))) || transformed;
		outputs[outputNames.indexOf(now.outcome)]?.push({
			json: now as unknown as IDataObject,
			pairedItem: { item },
		});
	});
	return outputs;
}
