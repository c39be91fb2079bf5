import type { Resource } from '../../shared/kit/resource';
import { readList } from '../../shared/snelStart/transport';
import { english, isTrue } from '../blocks/english';
import { flag, number, text } from '../blocks/field';
import { create, getMany, getOne, remove, update, upsert, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'cost centre',
	plural: 'cost centres',
	path: '/kostenplaatsen',
	simplify: english({
		id: 'id',
		number: 'nummer',
		name: 'omschrijving',
		inactive: isTrue('nonactief'),
	}),
	id: {
		name: 'costCentreId',
		displayName: 'Cost Centre',
		description: 'The cost centre (kostenplaats)',
		search: 'searchCostCentres',
	},
};

const costCentreNumber = number({
	path: 'nummer',
	name: 'number',
	displayName: 'Number',
	description: 'From 1 to 999999999, each only once',
});
const name = text({
	path: 'omschrijving',
	name: 'name',
	displayName: 'Name',
	description: 'At most 50 characters',
});
const inactive = flag({
	path: 'nonactief',
	name: 'inactive',
	displayName: 'Inactive',
	description: 'Whether the cost centre is no longer in use',
});
const write = { required: [costCentreNumber, name], additional: [] };

/** Cost centres (kostenplaatsen). */
export const costCentre: Resource = {
	name: 'Cost Centre (Kostenplaats)',
	operations: {
		create: create(kind, write),
		delete: remove(kind),
		get: getOne(kind),
		getMany: getMany(kind, {
			inactive: 'nonactief',
			order: (a, b) => Number(a.nummer) - Number(b.nummer),
		}),
		update: update(kind, [costCentreNumber, name, inactive]),
		upsert: upsert(kind, write, {
			field: costCentreNumber,
			async find(wanted) {
				const rows = await readList.call(this, kind.path);
				return rows.filter(({ nummer }) => nummer === wanted);
			},
		}),
	},
	start: 'getMany',
};
