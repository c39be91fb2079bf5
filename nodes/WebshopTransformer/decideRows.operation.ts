import { createHmac } from 'node:crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	customerKeysOf,
	likeFingerprints,
	lookUpsOf,
	readFound,
	rowKinds,
	type FoundToBook,
} from '../../bookkeeping';
import { lookUpItems } from './lookUpItems';
import { settingsVersionField } from './settingsVersionField';

export const outputNames = [
	'book',
	'other',
	'refused',
	'drafts',
	'reasons',
	'inTwo',
	'lookUps',
] as const;

const displayOptions = { show: { operation: ['decideRows'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what left the transformer. Every item leaves once as a row of the order table, on 'Book' or on 'Other', with its columns alone, so that a Data Table node can map them by itself. The draft of what is to be booked leaves on 'Drafts' too, and why something is not on 'Reasons'. What is to be booked in two entries is named on 'In Two', once for each form that the fingerprint of its row may have (`%` stands for anything). 'Look Ups' names the keys of what is to be booked, some per item, so that few look-ups find the rows that are there. What has no key is refused.",
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
	settingsVersionField(displayOptions),
];

/** Gives every item to an output, with the row that is to be written. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const outputs: Record<(typeof outputNames)[number], INodeExecutionData[]> = {
		book: [],
		other: [],
		refused: [],
		drafts: [],
		reasons: [],
		inTwo: [],
		lookUps: [],
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
		} else if (found.outcome === 'book') {
			const { seen, orderDate } = found;
			outputs.book.push({ json: { ...seen, orderDate }, pairedItem });
			if (found.draft.beside) outputs.inTwo.push(...inTwo(seen, pairedItem));
			const salesEntryId = String(json.salesEntryId ?? '');
			outputs.drafts.push({ json: { ...draftOf(found, hash), salesEntryId }, pairedItem });
		} else {
			const { seen, reason } = found;
			outputs.other.push({ json: { ...seen }, pairedItem });
			outputs.reasons.push({ json: { orderKey: seen.orderKey, ...reason }, pairedItem });
		}
	});
	const asked = outputs.book.map(({ json, pairedItem }) => ({
		...(pairedItem as { item: number }),
		values: [String(json.orderKey)],
	}));
	outputs.lookUps = lookUpItems(lookUpsOf(asked.flatMap(({ values }) => values)), asked);
	return outputNames.map((name) => outputs[name]);
}

/** One item for each form that the fingerprint of its row may have. */
const inTwo = (
	{ orderKey, seenFingerprint }: FoundToBook['seen'],
	pairedItem: { item: number },
): INodeExecutionData[] =>
	likeFingerprints(seenFingerprint).map((fingerprint) => ({
		json: { orderKey, fingerprint },
		pairedItem,
	}));

/** Keyed with what only this n8n has, and cut: enough to tell customers apart. */
function hashWith(key: string): (text: string) => string {
	return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}

/** The draft, and what its result is recorded with. */
function draftOf({ draft, ...found }: FoundToBook, hash: (text: string) => string): IDataObject {
	const { orderKey, kind, client, shop } = found.seen;
	const ofCustomer = customerKeysOf(draft, `${client}/${shop}`, hash);
	const known = ofCustomer ? { ...found, ofCustomer } : found;
	return { orderKey, kind, draft: draft as IDataObject, found: known as unknown as IDataObject };
}
