import { keepableDraftText } from '../codes/draftTexts';
import { fnv } from '../trade/fnv';
import { fromJson } from '../trade/json';
import { isObject, object, type RawObject } from '../trade/fields';
import { cellText } from './cell';
import { chargedOf, linesOf, notesOf } from './bookingRecord';

/**
 * What an order that waits for approval would be booked as, as its row keeps it: what a booking record
 * keeps of what is booked, and the notes to read first. No name, address or VAT number, and of a note
 * that quotes what was written freely not those words (W071).
 *
 * @returns JSON text. It begins with a seal, the same for every draft that books the same, so that a
 * table can be asked for the row that was shown.
 */
export function outlineOfDraft(draft: RawObject): string {
	const { beside } = draft;
	const booked = {
		document: cellText(draft, 'document'),
		number: cellText(draft, 'invoiceNumber'),
		date: cellText(draft, 'invoiceDate'),
		regime: cellText(draft, 'regime'),
		country: cellText(draft, 'deliveryCountry'),
		card: cellText(object(draft, 'customer'), 'kind'),
		relation: cellText(object(draft, 'customer'), 'relationId'),
		lines: linesOf(draft),
		...(isObject(beside) && { beside: linesOf({ ...beside, document: 'salesEntry' }) }),
		charged: chargedOf(draft),
	};
	// Notes may say when something was asked, which changes with every look.
	const told = { notes: notesOf(draft, null), says: textsIn(draft.notes) };
	return JSON.stringify({ seal: sealOf(JSON.stringify(booked)), ...booked, ...told });
}

const textsIn = (value: unknown): string[] =>
	Array.isArray(value)
		? value.filter((one): one is string => typeof one === 'string').map(keepableDraftText)
		: [];

/** Tells what was shown from what is there now. */
const sealOf = (text: string): string => fnv(text).toString(36);

/** The seal of a kept outline; empty where none is kept, as in rows of before. */
export function sealIn(outline: string): string {
	return cellText(object({ read: fromJson(outline) }, 'read'), 'seal');
}

/** What a kept outline with this seal looks like, as a pattern of a data table; any without a seal. */
export const outlinePattern = (seal: string): string => `{"seal":"${seal}"%`;
