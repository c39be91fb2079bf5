import type { Resource } from '../../shared/kit/resource';
import { english, isTrue } from '../blocks/english';
import { getMany, type Kind } from '../blocks/operations';

const kind: Kind = {
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
export const journal: Resource = {
	name: 'Journal (Dagboek)',
	operations: {
		getMany: getMany(kind, {
			inactive: 'nonactief',
			order: (a, b) => Number(a.nummer) - Number(b.nummer),
		}),
	},
	start: 'getMany',
};
