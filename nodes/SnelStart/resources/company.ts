import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { toCompany } from '../../../bookkeeping';
import { read } from '../../shared/snelStart/transport';
import { change, shown, type Kind } from '../blocks/operations';
import { simplifyField } from '../fields';

const kind: Pick<Kind, 'simplify'> = {
	simplify: (row) => ({ ...toCompany(row) }) as unknown as IDataObject,
};

/** The administration (administratie) that the keys open. */
export const company: Resource = {
	name: 'Company (Administratie)',
	operations: {
		get: {
			name: 'Get',
			action: 'Get company',
			description: 'Retrieve the administration that the keys open',
			fields: [simplifyField],
			async execute(itemIndex) {
				const row = (await read.call(this, '/companyInfo')) as IDataObject;
				return [shown.call(this, kind, row, itemIndex)];
			},
		},
		update: {
			name: 'Update',
			action: 'Update company',
			description: "Switch SnelStart's own way of OSS VAT on or off",
			fields: [
				{
					displayName: 'Invoice Foreign VAT',
					name: 'foreignVatEnabled',
					type: 'boolean',
					default: false,
					description:
						'Whether OSS VAT is booked the way SnelStart does it (factureer buitenlandse btw); the only setting its API can change',
				},
				simplifyField,
			],
			async execute(itemIndex) {
				const factureerBuitenlandsBtw = this.getNodeParameter('foreignVatEnabled', itemIndex);
				const row = await change.call(this, '/companyInfo', {
					factureerBuitenlandsBtw: factureerBuitenlandsBtw as boolean,
				});
				return [shown.call(this, kind, row, itemIndex)];
			},
		},
	},
	start: 'get',
};
