import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError, reason } from '../../shared/codedError';
import { simplifyField } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { change } from '../transport';
import { statusOptions } from './filters';
import { orderView } from './ofVisitor';
import { chosenOrder, orderField, orderPlace } from './order';

const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Custom Status',
			name: 'customStatus',
			type: 'string',
			default: '',
			placeholder: 'e.g. shipped',
			description: "A status that a plugin added, without 'wc-'; takes precedence over Status",
		},
		{
			displayName: 'Customer Note',
			name: 'customerNote',
			type: 'string',
			default: '',
			description: 'The note of the customer on the order',
		},
		{
			displayName: 'Meta Data',
			name: 'meta',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Meta Field',
			default: {},
			description: 'Fields to set by their key; one that is there already gets the new value',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{ displayName: 'Key', name: 'key', type: 'string', default: '' },
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'completed',
			options: statusOptions.filter(({ value }) => value !== 'trash'),
			description:
				'WooCommerce mails the customer at some changes. Refunded makes a refund of all that is left, without lines.',
		},
		{
			displayName: 'Transaction ID',
			name: 'transactionId',
			type: 'string',
			default: '',
			description: 'What the payment provider calls the payment',
		},
	],
};

/** Changes the status, the transaction ID, the customer's note or meta fields of one order. */
export const update: Operation = {
	name: 'Update',
	action: 'Update an order',
	description: 'Change the status, meta fields or transaction ID of one order',
	fields: [orderField, updateFields, simplifyField],
	async execute(itemIndex) {
		const id = chosenOrder.call(this, itemIndex);
		const body = changes.call(this, itemIndex);
		const { query, show } = orderView.call(this, itemIndex);
		return [show(await change.call(this, 'PUT', orderPlace(id), body, query))];
	},
};

/** @throws NodeOperationError when nothing is to change or a key is empty */
function changes(this: IExecuteFunctions, itemIndex: number): IDataObject {
	const fields = this.getNodeParameter('updateFields', itemIndex, {}) as IDataObject;
	const meta = ((fields.meta as IDataObject)?.field ?? []) as IDataObject[];
	const status = String(fields.customStatus ?? '') || fields.status;
	const body: IDataObject = {
		...(status !== undefined && { status }),
		...(fields.transactionId !== undefined && { transaction_id: fields.transactionId }),
		...(fields.customerNote !== undefined && { customer_note: fields.customerNote }),
		...(meta.length > 0 && { meta_data: meta.map(({ key, value }) => ({ key, value })) }),
	};
	const trouble =
		Object.keys(body).length === 0
			? 'noChange'
			: meta.some(({ key }) => String(key ?? '').trim() === '')
				? 'metaKey'
				: undefined;
	if (trouble === undefined) return body;
	throw inputError(this.getNode(), reason('INPUT_INCOMPLETE', { case: trouble }), { itemIndex });
}
