import type { Resource } from '../../shared/kit/resource';
import { readVatKind } from '../../shared/snelStart/vatKinds';
import { english, idIn } from '../blocks/english';
import { getMany, getOne, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'revenue group',
	plural: 'revenue groups',
	path: '/artikelomzetgroepen',
	simplify: english({
		id: 'id',
		number: 'nummer',
		name: 'omschrijving',
		vatKind: ({ verkoopNederlandBtwSoort: word }) => readVatKind(word) ?? word,
		ledgerAccountId: idIn('verkoopGrootboekNederlandIdentifier'),
	}),
	id: {
		name: 'revenueGroupId',
		displayName: 'Revenue Group',
		description: 'VAT and ledger account of articles (artikelomzetgroep)',
		search: 'searchRevenueGroups',
	},
};

/** Revenue groups (artikelomzetgroepen), only read. */
export const revenueGroup: Resource = {
	name: 'Revenue Group (Artikelomzetgroep)',
	operations: {
		get: getOne(kind),
		getMany: getMany(kind, { order: (a, b) => Number(a.nummer) - Number(b.nummer) }),
	},
	start: 'getMany',
};
