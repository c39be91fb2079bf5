import type { Kind } from '../../blocks/operations';
import { simplifyRelation } from '../../simplify';

export const relationKind: Kind = {
	singular: 'relation',
	plural: 'relations',
	path: '/relaties',
	simplify: simplifyRelation,
	id: {
		name: 'relationId',
		displayName: 'Relation',
		description: 'The customer or supplier (relatie)',
		search: 'searchRelations',
	},
};
