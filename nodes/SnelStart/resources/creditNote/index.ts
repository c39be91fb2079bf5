import { defineResource } from '../../blocks/operations';
import { bookOperation } from '../salesEntry/book';

/** Credit notes (creditnota's): SnelStart has none of its own, so only drafts are booked. */
export const creditNote = defineResource(
	'creditNote',
	{
		book: bookOperation(
			'Book credit notes',
			'Book drafts of credit notes as negative sales entries, never twice',
		),
	},
	'book',
);
