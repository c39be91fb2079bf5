import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/kit/resource';
import { readList } from '../../../shared/snelStart/transport';
import { dayOf, english } from '../../blocks/english';
import { idField, pickedId, shown } from '../../blocks/operations';
import { listFields, simplifyField } from '../../fields';
import { readLimit } from '../../../shared/listFields';
import { simplifyPurchaseEntry, simplifySalesEntry } from '../../simplify';
import { relationKind } from './kind';

/** A list that belongs to one relation; SnelStart gives it whole (SS-320). */
const listOf = (
	part: string,
	name: string,
	things: string,
	simplify: (row: IDataObject) => IDataObject,
): Operation => ({
	name,
	action: `${name.charAt(0)}${name.slice(1).toLowerCase()} of relation`,
	description: `Retrieve the ${things} of one relation`,
	fields: [idField(relationKind), ...listFields, simplifyField],
	async execute(itemIndex) {
		const id = pickedId.call(this, relationKind, itemIndex);
		const rows = await readList.call(this, `${relationKind.path}/${id}/${part}`);
		return rows
			.slice(0, readLimit.call(this, itemIndex))
			.map((row) => shown.call(this, { simplify }, row, itemIndex));
	},
});

export const getDirectDebitMandates = listOf(
	'doorlopendeincassomachtigingen',
	'Get Direct Debit Mandates',
	'mandates for repeated direct debit (doorlopende incassomachtigingen)',
	english({
		id: 'id',
		reference: 'kenmerk',
		description: 'omschrijving',
		signedOn: dayOf('afsluitDatum'),
		withdrawnOn: dayOf('intrekkingsDatum'),
	}),
);

export const getPurchaseEntries = listOf(
	'inkoopboekingen',
	'Get Purchase Entries',
	'purchase entries (inkoopboekingen)',
	simplifyPurchaseEntry,
);

export const getSalesEntries = listOf(
	'verkoopboekingen',
	'Get Sales Entries',
	'sales entries (verkoopboekingen)',
	simplifySalesEntry,
);
