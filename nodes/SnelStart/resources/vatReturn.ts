import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { dayOf, english, isTrue } from '../blocks/english';
import { getMany, getOne, idField, pickedId, send, type Kind } from '../blocks/operations';

const boxes = [
	...['1A', '1B', '1C', '1D', '1E', '2A', '3A', '3B', '3C'],
	...['4A', '4B', '5A', '5B', '5C', '5D', '5E', '5F', '5G'],
];

const kind: Kind = {
	singular: 'VAT return',
	plural: 'VAT returns',
	path: '/btwaangiftes',
	simplify: english({
		id: 'id',
		status: 'btwAangifteStatus',
		period: 'btwAangiftePeriode',
		startDate: dayOf('aangiftePeriodeBeginDatum'),
		payBefore: dayOf('betalenVoor'),
		sentOn: 'datumTijdVerzending',
		supplement: isTrue('isSuppletie'),
		vatNumber: 'btwNummer',
		paymentReference: 'betalingskenmerk',
		boxes: (row) =>
			Object.fromEntries(
				boxes.map((box) => {
					const { omzet, btw } = (row[`rubriek${box}`] ?? {}) as IDataObject;
					return [box.toLowerCase(), { turnover: omzet ?? 0, vat: btw ?? 0 }];
				}),
			),
	}),
	id: {
		name: 'vatReturnId',
		displayName: 'VAT Return ID',
		description: "The 'ID' that Get Many returns",
	},
};

/** VAT returns (btw-aangiftes); SnelStart makes them itself. */
export const vatReturn: Resource = {
	name: 'VAT Return (Btw-Aangifte)',
	operations: {
		get: getOne(kind),
		getMany: getMany(kind, {
			conditions: [
				['Period Start', 'AangiftePeriodeBeginDatum', 'date'],
				['Sent On', 'DatumTijdVerzending', 'date'],
				['Status', 'BtwAangifteStatus', 'text'],
			],
		}),
		markAsFiled: {
			name: 'Mark as Filed Elsewhere',
			action: 'Mark VAT return as filed elsewhere',
			description: 'Tell SnelStart that the return was filed outside SnelStart',
			fields: [
				idField(kind),
				{
					displayName: 'Filed Elsewhere',
					name: 'filedElsewhere',
					type: 'boolean',
					default: true,
					description: 'Whether the return was filed outside SnelStart (extern aangegeven)',
				},
			],
			async execute(itemIndex) {
				const id = pickedId.call(this, kind, itemIndex);
				const filedElsewhere = this.getNodeParameter('filedElsewhere', itemIndex) as boolean;
				await send.call(this, 'PUT', `${kind.path}/${id}/externAangeven`, {
					isExternAangegeven: filedElsewhere,
				});
				return [{ id, filedElsewhere }];
			},
		},
	},
	start: 'getMany',
};
