import type { INodeProperties } from 'n8n-workflow';

import { sayFact, type Language } from '../../../bookkeeping';
import { inputError, reason } from '../../shared/codedError';
import type { Operation } from '../../shared/kit/resource';
import { languageField } from '../../shared/languageField';
import { addNoteOnce } from '../orderNote/addNote';
import { change } from '../transport';
import { chosenOrder, orderField, orderPlace } from './order';

const fields: INodeProperties[] = [
	orderField,
	{
		displayName: 'SnelStart Number',
		name: 'bookedNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. W1041',
		description: 'The invoice number (factuurnummer) under which the order was booked',
	},
	{
		displayName: 'Booking Date',
		name: 'bookedOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description: 'The day that the order is booked on; leave empty to write the number alone',
	},
	{
		displayName: 'Write As',
		name: 'writeAs',
		type: 'multiOptions',
		default: ['note'],
		required: true,
		options: [
			{
				name: 'Meta Field',
				value: 'meta',
				description: 'Changes the moment of change of the order, so the next sync reads it again',
			},
			{
				name: 'Order Note',
				value: 'note',
				description: 'For the shop only; leaves the moment of change as it is',
			},
		],
		description: 'Where the shop shows the number',
	},
	{
		displayName: 'Meta Key',
		name: 'metaKey',
		type: 'string',
		default: '_snelstart_invoice_number',
		required: true,
		description: 'The key of the meta field',
		displayOptions: { show: { writeAs: ['meta'] } },
	},
	languageField('The language of the note', { show: { writeAs: ['note'] } }),
];

/** The key of the booking date in the metadata. */
const DATE_KEY = '_snelstart_booking_date';

function noteText(number: string, day: string, language: Language): string {
	const date = day && sayFact('date', day, language);
	if (language === 'en') return `Booked in SnelStart as ${number}${date && ` on ${date}`}`;
	return `In SnelStart geboekt als ${number}${date && ` op ${date}`}`;
}

/** Writes the number an order has in SnelStart into the shop. Doing it again changes nothing. */
export const writeBack: Operation = {
	name: 'Write Back SnelStart Number',
	action: 'Write the SnelStart number back to an order',
	description: 'Show in the shop under which number (factuurnummer) an order was booked',
	fields,
	async execute(itemIndex) {
		const id = chosenOrder.call(this, itemIndex);
		const number = String(this.getNodeParameter('bookedNumber', itemIndex)).trim();
		const bookedOn = String(this.getNodeParameter('bookedOn', itemIndex, '')).trim();
		const writeAs = this.getNodeParameter('writeAs', itemIndex) as string[];
		if (number === '' || writeAs.length === 0) {
			const field = number === '' ? 'SnelStart Number' : 'Write As';
			const why = reason('INPUT_INCOMPLETE', { case: 'nothingToWrite', field });
			throw inputError(this.getNode(), why, { itemIndex });
		}
		if (writeAs.includes('meta')) {
			const key = String(this.getNodeParameter('metaKey', itemIndex)).trim();
			const date = bookedOn && { key: DATE_KEY, value: bookedOn };
			const body = { meta_data: [{ key, value: number }, ...(date ? [date] : [])] };
			await change.call(this, 'PUT', orderPlace(id), body, { _fields: 'id' });
		}
		if (writeAs.includes('note')) {
			const language = this.getNodeParameter('language', itemIndex, 'nl') as Language;
			await addNoteOnce.call(this, id, noteText(number, bookedOn, language));
		}
		return [{ orderId: Number(id), number, writtenAs: writeAs }];
	},
};
