import type { Operation, Resource } from '../../shared/kit/resource';
import { parseBookedDraft } from '../booking/payments/parseBookedDraft';
import { registerBatch } from '../booking/payments/registerBatch';

/** Books all payments and payouts; each leaves with what became of it, also when it was refused. */
const register: Operation = {
	name: 'Register',
	action: 'Register payments and payouts',
	description: 'Book drafts of payments and payouts on their open items, never twice',
	fields: [
		{
			displayName:
				'Takes payments of Draft Payments and payouts of Match Payouts. All items are booked together; every document number and open item is looked up first, so that nothing stands in the books twice.',
			name: 'registerNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Draft Field',
			name: 'draftField',
			type: 'string',
			default: 'draft',
			required: true,
			description:
				"Name of the field that holds the draft of the 'Webshop Transformer' node. An item that is a draft itself is taken as it is. A field 'salesEntryId' beside it names the sales entry of the order.",
		},
	],
	async batch(items) {
		const drafts = items.map(({ json }, itemIndex) =>
			parseBookedDraft(json, this.getNodeParameter('draftField', itemIndex, 'draft') as string),
		);
		const results = await registerBatch.call(this, drafts);
		return results.map((result, item) => ({ json: { ...result }, pairedItem: { item } }));
	},
};

/** Payments (betalingen) of orders and payouts of payment providers. */
export const payment: Resource = {
	name: 'Payment (Betaling)',
	operations: { register },
	start: 'register',
};
