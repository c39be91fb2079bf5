import { createHmac } from 'node:crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { customerKeysOf, readFound, rowKinds, type Found } from '../../bookkeeping';

export const outputNames = ['book', 'other', 'refused'] as const;

const displayOptions = { show: { operation: ['decideRows'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what left the transformer. Every item leaves once, with the row of the order table in 'row'; what is not to be booked has the reason in 'reason'. What has no key is refused.",
		name: 'rowsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'string',
		default: '={{ $json.kind }}',
		required: true,
		description: `What the row is about: ${rowKinds.join(', ')}`,
		displayOptions,
	},
	{
		displayName: 'Item Field',
		name: 'itemField',
		type: 'string',
		default: 'item',
		description:
			'The field that holds what left the transformer. Leave empty if the item itself is that.',
		displayOptions,
	},
	{
		displayName: 'Settings Version',
		name: 'settingsVersion',
		type: 'number',
		default: 0,
		description: 'The version of the client settings that decided',
		displayOptions,
	},
];

/** Gives every item to an output, with the row that is to be written. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const outputs: Record<(typeof outputNames)[number], INodeExecutionData[]> = {
		book: [],
		other: [],
		refused: [],
	};
	const hash = hashWith(this.getInstanceId());
	this.getInputData().forEach(({ json }, item) => {
		const kind = this.getNodeParameter('kind', item) as string;
		const field = this.getNodeParameter('itemField', item) as string;
		const version = this.getNodeParameter('settingsVersion', item) as unknown;
		const found = readFound(kind, field === '' ? json : json[field], version);
		const pairedItem = { item };
		if ('refused' in found) {
			const { refused: code, message } = found;
			outputs.refused.push({ json: { code, message, kind }, pairedItem });
		} else {
			outputs[found.outcome === 'book' ? 'book' : 'other'].push({
				json: rowOf(found, hash),
				pairedItem,
			});
		}
	});
	return outputNames.map((name) => outputs[name]);
}

/** Keyed with what only this n8n has, and cut: enough to tell customers apart. */
function hashWith(key: string): (text: string) => string {
	return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}

function rowOf(found: Found, hash: (text: string) => string): IDataObject {
	const { orderKey, kind } = found.seen;
	if (found.outcome !== 'book') {
		return { orderKey, kind, row: { ...found.seen }, reason: { ...found.reason } };
	}
	const { draft, ...others } = found;
	const { client, shop } = found.seen;
	const ofCustomer = customerKeysOf(draft, `${client}/${shop}`, hash);
	const known = ofCustomer ? { ...others, ofCustomer } : others;
	return {
		orderKey,
		kind,
		row: { ...found.seen, orderDate: found.orderDate },
		draft: draft as IDataObject,
		// What the result is recorded with, together with the draft.
		found: known as unknown as IDataObject,
	};
}
