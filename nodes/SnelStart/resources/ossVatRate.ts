import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { getAll } from '../../shared/snelStart/paging';
import { read } from '../../shared/snelStart/transport';
import { dayOf, english, rowsIn } from '../blocks/english';
import { getMany, shown, type Kind } from '../blocks/operations';
import { listFields, simplifyField } from '../fields';
import { readLimit } from '../../shared/listFields';

const kind: Kind = {
	singular: 'OSS VAT rate',
	plural: 'OSS VAT rates',
	path: '/vatrates',
	simplify: english({
		countryCode: 'countryCode',
		rates: rowsIn(
			'vatRates',
			english({ rateCode: 'rateCode', percentage: 'rate', validFrom: dayOf('validFrom') }),
		),
	}),
	id: {
		name: 'countryCode',
		displayName: 'Country Code',
		description: 'Three letters, such as DEU',
	},
};

const definition: Pick<Kind, 'simplify'> = {
	simplify: english({ rateCode: 'rateCode', shortName: 'shortName', name: 'name' }),
};

/** VAT rates of other EU countries for the one stop shop (OSS), only read. */
export const ossVatRate: Resource = {
	name: 'OSS VAT Rate (Buitenlands Btw-Tarief)',
	operations: {
		get: {
			name: 'Get',
			action: 'Get OSS VAT rates of a country',
			description: 'Retrieve the VAT rates of one country',
			fields: [
				{
					displayName: kind.id.displayName,
					name: kind.id.name,
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. DEU',
					description: kind.id.description,
				},
				simplifyField,
			],
			async execute(itemIndex) {
				const given = String(this.getNodeParameter('countryCode', itemIndex)).trim();
				if (!/^[a-z]{3}$/i.test(given)) {
					throw new NodeOperationError(this.getNode(), "'Country Code' is not three letters", {
						itemIndex,
						description: "Write it like DEU; 'Country: Get Many' names it 'code3'",
					});
				}
				const row = (await read.call(this, `/vatrates/${given.toUpperCase()}`)) as IDataObject;
				return [shown.call(this, kind, row, itemIndex)];
			},
		},
		getDefinitions: {
			name: 'Get Definitions',
			action: 'Get OSS VAT rate definitions',
			description: 'Retrieve what each VAT rate code stands for',
			fields: [...listFields, simplifyField],
			async execute(itemIndex) {
				const limit = readLimit.call(this, itemIndex);
				const rows = await getAll.call(this, '/vatratedefinitions', { limit });
				return rows.map((row) => shown.call(this, definition, row, itemIndex));
			},
		},
		getMany: getMany(kind, { conditions: [['Country Code', 'CountryCode', 'text']] }),
	},
	start: 'getMany',
};
