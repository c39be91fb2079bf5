import { collection, rowsOf } from '../collection';
import { costCentres as seeded } from '../seed';

/** Cost centres (kostenplaatsen): KPL-0004 to KPL-0009. */
export const costCentres = collection({
	path: 'kostenplaatsen',
	entity: 'KostenplaatsModel',
	parameter: 'kostenplaats',
	scopes: { read: ['settings:read'], write: ['settings:write'] },
	operations: ['list', 'get', 'create', 'replace', 'delete'],
	fieldCodes: {
		omschrijving: { missing: 'KPL-0004', wrong: 'KPL-0005' },
		nummer: { missing: 'KPL-0006', wrong: 'KPL-0007' },
	},
	check: (record, books, current) => [
		...(rowsOf(books, 'kostenplaatsen').some(
			(one) => one !== current && one.nummer === record.nummer,
		)
			? (['KPL-0008'] as const)
			: []),
		...(!current && record.nonactief === true ? (['KPL-0009'] as const) : []),
	],
	rows: () => seeded.map((row) => ({ ...row })),
});
