import { english, isTrue } from '../blocks/english';
import { defineResource, getMany, type Kind } from '../blocks/operations';

const kind: Kind = {
	resource: 'journal',
	singular: 'journal',
	plural: 'journals',
	path: '/dagboeken',
	simplify: english({
		id: 'id',
		number: 'nummer',
		name: 'omschrijving',
		inactive: isTrue('nonactief'),
		kind: 'soort',
	}),
	id: { name: 'journalId', displayName: 'Journal', description: 'The journal (dagboek)' },
};

/** Journals (dagboeken); SnelStart gives them as a list only. */
export const journal = defineResource(
	kind.resource,
	{
		getMany: getMany(kind, {
			inactive: 'nonactief',
			order: (a, b) => Number(a.nummer) - Number(b.nummer),
		}),
	},
	'getMany',
);
