import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../../shared/kit/resource';
import { choice, flag, readFields, reference } from '../../blocks/field';
import { create, getOne, idField, pickedId, remove, send, update } from '../../blocks/operations';
import * as orderFields from '../../blocks/orderFields';
import { takeBackOrder } from '../../booking/orders/takeBackOrder';
import { bookOperation } from '../salesEntry/book';
import { getMany } from './getMany';
import { salesOrderKind as kind } from './kind';

const status = choice(
	{
		path: 'procesStatus',
		name: 'processStatus',
		displayName: 'Process Status',
		default: 'Order',
		description: 'Only a person can make an invoice of an order, in SnelStart itself',
	},
	orderFields.processStatuses,
);

const updateStatus: Operation = {
	name: 'Update Status',
	action: 'Update status of sales order',
	description: 'Move one sales order to another step',
	fields: [idField(kind), { ...status.property, required: true } as INodeProperties],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const { procesStatus } = readFields.call(this, itemIndex, [status], [], 'none');
		await send.call(this, 'PUT', `${kind.path}/${id}/ProcesStatus`, {
			id,
			procesStatus: procesStatus as string,
		});
		return [{ id, processStatus: procesStatus as string }];
	},
};

/** Deletes one that nobody went on with; what is still there afterwards says why. */
const takeBack: Operation = {
	name: 'Take Back',
	action: 'Take back sales order',
	description: 'Delete one sales order that stands as it was made; never one that is invoiced',
	fields: [
		idField(kind),
		{
			displayName:
				"Leaves with 'state': 'deleted' when SnelStart does not have it any more, 'kept' when nothing was sent, 'unknown' when it may still be there; both with code, message and tip.",
			name: 'takeBackNotice',
			type: 'notice',
			default: '',
		},
	],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		return [{ id, ...(await takeBackOrder.call(this, id)) } as IDataObject];
	},
};

const template = reference(
	{ path: 'verkoopordersjabloon', name: 'templateId', displayName: 'Template' },
	'searchSalesOrderTemplates',
);
const blocked = flag({
	path: 'geblokkeerd',
	name: 'blocked',
	displayName: 'Blocked',
	description: 'Whether the order is held back (geblokkeerd)',
});
const additional = [...orderFields.additional, template, blocked];

/** Sales orders (verkooporders). Book handles drafts; the rest is SnelStart's own record. */
export const salesOrder: Resource = {
	name: 'Sales Order (Verkooporder)',
	operations: {
		book: bookOperation(
			'Book sales orders',
			'Make sales orders from drafts, with their customers and articles, never twice',
		),
		create: create(kind, { required: orderFields.required, additional }),
		delete: remove(kind),
		get: getOne(kind),
		getMany,
		takeBack,
		update: update(kind, [...orderFields.required, ...additional]),
		updateStatus,
	},
	start: 'book',
};
