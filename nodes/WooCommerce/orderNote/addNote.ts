import type { IDataObject } from 'n8n-workflow';

import type { RequestContext } from '../../shared/read';
import { create, readList, type Place } from '../transport';

export const notesOf = (orderId: string): Place => ({
	path: `/orders/${orderId}/notes`,
	what: 'order note',
});

/** All notes of an order, the newest first. */
export async function readNotes(this: RequestContext, orderId: string): Promise<IDataObject[]> {
	return await readList.call(this, notesOf(orderId));
}

/** Adds a note; when the answer is lost, one that is new and says the same is the one. */
export async function addNote(
	this: RequestContext,
	orderId: string,
	note: string,
	forCustomer: boolean,
): Promise<IDataObject> {
	const known = new Set((await readNotes.call(this, orderId)).map(({ id }) => id));
	const find = async (): Promise<IDataObject | undefined> =>
		(await readNotes.call(this, orderId)).find(
			(one) => one.note === note && one.customer_note === forCustomer && !known.has(one.id),
		);
	return await create.call(this, notesOf(orderId), { note, customer_note: forCustomer }, find);
}

/** Adds a note for the shop, unless one with this text is there. */
export async function addNoteOnce(
	this: RequestContext,
	orderId: string,
	note: string,
): Promise<IDataObject> {
	const same = (await readNotes.call(this, orderId)).find((one) => one.note === note);
	return same ?? (await addNote.call(this, orderId, note, false));
}
