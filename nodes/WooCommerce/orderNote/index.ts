import { inputError, reason } from '../../shared/codedError';
import { simplifyField, view } from '../blocks/fields';
import type { Resource } from '../../shared/kit/resource';
import type { Simplified } from '../blocks/simplify';
import { chosenOrder, orderField } from '../order/order';
import { addNote, readNotes } from './addNote';

const simplified: Simplified = {
	id: 'id',
	author: 'author',
	createdAt: 'date_created_gmt',
	note: 'note',
	forCustomer: 'customer_note',
};

export const orderNote: Resource = {
	name: 'Order Note',
	start: 'getMany',
	operations: {
		create: {
			name: 'Create',
			action: 'Create an order note',
			description: 'Add a note to an order',
			fields: [
				orderField,
				{
					displayName: 'Note',
					name: 'note',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					required: true,
				},
				{
					displayName: 'For the Customer',
					name: 'forCustomer',
					type: 'boolean',
					default: false,
					description: 'Whether the customer gets the note by e-mail and sees it with the order',
				},
				simplifyField,
			],
			async execute(itemIndex) {
				const orderId = chosenOrder.call(this, itemIndex);
				const note = String(this.getNodeParameter('note', itemIndex)).trim();
				if (note === '') {
					const why = reason('INPUT_INCOMPLETE', { case: 'note' });
					throw inputError(this.getNode(), why, { itemIndex });
				}
				const forCustomer = this.getNodeParameter('forCustomer', itemIndex) as boolean;
				const { show } = view.call(this, simplified, itemIndex);
				return [show(await addNote.call(this, orderId, note, forCustomer))];
			},
		},
		getMany: {
			name: 'Get Many',
			action: 'Get many order notes',
			description: 'Read all notes of an order, the newest first',
			fields: [orderField, simplifyField],
			async execute(itemIndex) {
				const orderId = chosenOrder.call(this, itemIndex);
				const { show } = view.call(this, simplified, itemIndex);
				return (await readNotes.call(this, orderId)).map(show);
			},
		},
	},
};
