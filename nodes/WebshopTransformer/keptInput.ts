import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { BookedDocument } from '../../bookkeeping';

const kept: Record<string, INodeProperties> = {
	bookedDraftField: {
		displayName: 'Booked Draft Field',
		name: 'bookedDraftField',
		type: 'string',
		default: 'bookedDraft',
		description:
			'The field that holds the draft the order was booked from. Without it the draft is made again from the order.',
	},
	earlierCreditNotesField: {
		displayName: 'Earlier Credit Notes Field',
		name: 'earlierCreditNotesField',
		type: 'string',
		default: 'earlierCreditNotes',
		description:
			'The field that holds the drafts of the credit notes that were booked on this order, as a list. Used instead of the earlier refunds.',
	},
	bookedField: {
		displayName: 'Booked Field',
		name: 'bookedField',
		type: 'string',
		default: 'booked',
		description:
			"The field that holds what was booked of the order, as a list: the items of 'Read Booked' of the SnelStart node. It counts before the order and the settings of today.",
	},
	saleStateField: {
		displayName: 'Sale State Field',
		name: 'saleStateField',
		type: 'string',
		default: 'saleState',
		description:
			"The field that says what is known of the sale: 'booked' credits the refund whatever the status of the order is by now, 'credited' books nothing",
	},
};

/** Fields of what was kept when it was booked, so that the books are followed and not the shop. */
export function keptFields(
	displayOptions: IDisplayOptions,
	names: Array<keyof typeof kept>,
): INodeProperties {
	return {
		displayName: 'Options',
		name: 'kept',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions,
		options: names.flatMap((name) => kept[name] ?? []),
	};
}

/** What was booked of an order; nothing when nobody looked it up. */
export function bookedOf(value: unknown): { booked?: BookedDocument[] } {
	if (filled(value) === undefined) return {};
	const booked = listOf(value).flatMap((one) => {
		const given = (one ?? {}) as Partial<BookedDocument>;
		const { record, entry, notRead, openAmount, beside, salesOrder } = given;
		if (!record) return [];
		const open = openAmount !== undefined && { openAmount };
		const read = notRead !== undefined && { notRead };
		const more = { ...(beside && { beside }), ...(salesOrder !== undefined && { salesOrder }) };
		return [{ record, entry, ...read, ...open, ...more }];
	});
	return { booked };
}

/** A field that is there; tables give an empty text or null for one that is not. */
export function filled(value: unknown): unknown {
	return value === '' || value === null ? undefined : value;
}

/** A list, as such or as text; anything else counts as a list of one, nothing as none. */
export function listOf(value: unknown): unknown[] {
	const list = typeof value === 'string' ? parsed(value) : value;
	if (Array.isArray(list)) return list;
	return list === undefined || list === null ? [] : [list];
}

function parsed(text: string): unknown {
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
