import type { Resource } from '../../../shared/kit/resource';
import { bookOperation } from '../salesEntry/book';

/** Credit notes (creditnota's): SnelStart has none of its own, so only drafts are booked. */
export const creditNote: Resource = {
	name: 'Credit Note (Creditnota)',
	operations: {
		book: bookOperation(
			'Book credit notes',
			'Book drafts of credit notes as negative sales entries, never twice',
		),
	},
	start: 'book',
};
