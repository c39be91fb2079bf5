import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError, reason } from '../../shared/codedError';
import { checkedId, simplifyField, view } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { chosenOrder, orderField } from '../order/order';
import { create as createRecord, listAll } from '../transport';
import { refundsOf, simplifiedRefund, withOrder } from './refund';

const fields: INodeProperties[] = [
	orderField,
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12.95',
		description: 'What the customer gets back, VAT included',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Lines',
				name: 'lines',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Line',
				default: {},
				description:
					'What is refunded of which line. Without lines the refund says nothing about VAT.',
				options: [
					{
						displayName: 'Line',
						name: 'line',
						values: [
							{
								displayName: 'Amount Without VAT',
								name: 'total',
								type: 'string',
								default: '',
								placeholder: 'e.g. 10.70',
							},
							{
								displayName: 'Line ID',
								name: 'lineId',
								type: 'string',
								default: '',
								description: 'The ID of the product, shipping or fee line in the raw order',
							},
							{
								displayName: 'Quantity',
								name: 'quantity',
								type: 'number',
								typeOptions: { minValue: 0 },
								default: 0,
								description: 'How many pieces come back; 0 for shipping and fees',
							},
							{
								displayName: 'VAT',
								name: 'taxes',
								type: 'string',
								default: '',
								placeholder: 'e.g. 1: 2.25',
								description:
									'The VAT of this line per rate: ID of the rate, a colon and the amount; more than one separated by semicolons',
							},
						],
					},
				],
			},
			{
				displayName: 'Pay Back Through Gateway',
				name: 'payBack',
				type: 'boolean',
				default: false,
				description: 'Whether the payment provider is to pay the amount back at once',
			},
			{ displayName: 'Reason', name: 'reason', type: 'string', default: '' },
			{
				displayName: 'Restock',
				name: 'restock',
				type: 'boolean',
				default: false,
				description: 'Whether the pieces of the lines go back into stock',
			},
		],
	},
	simplifyField,
];

/** Makes a refund. When the shop's answer is lost, a new refund of the same amount is the one. */
export const create: Operation = {
	name: 'Create',
	action: 'Create a refund',
	description: 'Refund an amount or lines of an order',
	fields,
	async execute(itemIndex) {
		const orderId = chosenOrder.call(this, itemIndex);
		const amount = money.call(
			this,
			'Amount',
			this.getNodeParameter('amount', itemIndex),
			itemIndex,
		);
		const more = this.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
		const lines = ((more.lines as IDataObject)?.line ?? []) as IDataObject[];
		const body: IDataObject = {
			amount,
			reason: String(more.reason ?? ''),
			// WooCommerce's own default pays back and fails for gateways that cannot.
			api_refund: more.payBack === true,
			api_restock: more.restock === true,
			...(lines.length > 0 && {
				line_items: lines.map((line) => refundLine.call(this, line, itemIndex)),
			}),
		};
		const place = refundsOf(orderId);
		const ids = { _fields: 'id', orderby: 'id', order: 'asc' };
		const before = new Set((await listAll.call(this, place, ids)).map(({ id }) => id));
		const refund = await createRecord.call(this, place, body, async () => {
			const now = await listAll.call(this, place, { orderby: 'id', order: 'asc' });
			const fresh = now.filter(
				(one) => !before.has(one.id) && Number(one.amount) === Number(amount),
			);
			return fresh.length === 1 ? fresh[0] : undefined;
		});
		return [view.call(this, simplifiedRefund, itemIndex).show(withOrder(orderId)(refund))];
	},
};

function refundLine(this: IExecuteFunctions, line: IDataObject, itemIndex: number): IDataObject {
	const taxes = String(line.taxes ?? '')
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return {
		id: Number(checkedId.call(this, 'Line ID', String(line.lineId ?? '').trim(), itemIndex)),
		quantity: Number(line.quantity ?? 0),
		refund_total: money.call(this, 'Amount Without VAT', line.total, itemIndex),
		refund_tax: taxes.map((part) => {
			const [rate = '', tax = ''] = part.split(':').map((text) => text.trim());
			return {
				id: Number(checkedId.call(this, 'VAT', rate, itemIndex)),
				refund_total: money.call(this, 'VAT', tax, itemIndex),
			};
		}),
	};
}

/** An amount as the shop takes it: a point, no thousands. @throws NodeOperationError */
function money(this: IExecuteFunctions, label: string, value: unknown, itemIndex: number): string {
	const text = String(value ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return text;
	const why = reason('INPUT_AMOUNT', { case: 'amount', field: label });
	throw inputError(this.getNode(), why, { itemIndex });
}
