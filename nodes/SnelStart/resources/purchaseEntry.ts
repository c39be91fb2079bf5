import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { Operation, Resource } from '../../shared/kit/resource';
import { read } from '../../shared/snelStart/transport';
import {
	description,
	entryLines,
	invoiceAmount,
	invoiceNumber,
	vatRows,
	voucher,
} from '../blocks/entryFields';
import { day, reference } from '../blocks/field';
import { fileNameField, inputFileField, readFile } from '../blocks/files';
import { create, getOne, remove, send, shown, update, type Kind } from '../blocks/operations';
import { simplifyField } from '../fields';
import { simplifyPurchaseEntry } from '../simplify';

const kind: Kind = {
	singular: 'purchase entry',
	plural: 'purchase entries',
	path: '/inkoopboekingen',
	simplify: simplifyPurchaseEntry,
	id: {
		name: 'purchaseEntryId',
		displayName: 'Purchase Entry ID',
		description: "The 'purchaseEntryId' that Purchase Invoice returns",
	},
};

const required = [
	invoiceNumber,
	reference(
		{
			path: 'leverancier',
			name: 'relationId',
			displayName: 'Relation',
			description: 'The supplier (leverancier)',
		},
		'searchRelations',
	),
	day({
		path: 'factuurdatum',
		name: 'invoiceDate',
		displayName: 'Invoice Date',
		description: 'Also the day it is booked on',
	}),
	invoiceAmount,
	entryLines,
];

const additional = [
	description,
	vatRows([
		['High (Inkopen Hoog)', 'InkopenHoog'],
		['Low (Inkopen Laag)', 'InkopenLaag'],
		['Other (Inkopen Overig)', 'InkopenOverig'],
		['Reverse Charge (Inkopen Verlegd)', 'InkopenVerlegd'],
	]),
	voucher,
];

const createFromUbl: Operation = {
	name: 'Create From UBL',
	action: 'Create purchase entry from UBL',
	description: 'Book the invoice in a UBL file (XML)',
	fields: [
		inputFileField,
		fileNameField,
		{
			displayName: 'Book Also When Incomplete',
			name: 'forcePersist',
			type: 'boolean',
			default: false,
			description: 'Whether SnelStart books the invoice even when not everything is recognized',
		},
		simplifyField,
	],
	async execute(itemIndex) {
		const file = await readFile.call(this, itemIndex);
		const row = await send.call(this, 'POST', `${kind.path}/ubl`, {
			...file,
			forcePersist: this.getNodeParameter('forcePersist', itemIndex) as boolean,
		});
		return [shown.call(this, kind, row, itemIndex)];
	},
};

const createFromAttachment: Operation = {
	name: 'Create From Attachment',
	action: 'Create purchase entry from attachment',
	description: 'Let SnelStart read an invoice of at most 5 MB, such as a PDF; it goes on by itself',
	fields: [inputFileField, fileNameField],
	async execute(itemIndex) {
		const file = await readFile.call(this, itemIndex);
		const answer = await send.call(this, 'POST', `${kind.path}/CreateFromAttachment`, { ...file });
		return [{ instanceId: answer.instanceId ?? '', fileName: file.fileName }];
	},
};

const getAttachmentStatus: Operation = {
	name: 'Get Attachment Status',
	action: 'Get status of an attachment',
	description: 'See how far SnelStart is with an invoice of Create From Attachment',
	fields: [
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			default: '',
			required: true,
			description: "The 'instanceId' that Create From Attachment returns",
		},
	],
	async execute(itemIndex) {
		const instanceId = String(this.getNodeParameter('instanceId', itemIndex)).trim();
		if (instanceId === '') {
			throw new NodeOperationError(this.getNode(), "'Instance ID' is empty", {
				itemIndex,
				description: "Fill in what 'Create From Attachment' returned",
			});
		}
		const path = `${kind.path}/GetCreateFromAttachmentStatus`;
		const answer = (await read.call(this, path, { instanceId })) as IDataObject;
		return [
			{
				instanceId,
				status: answer.status ?? '',
				purchaseEntryId: answer.inkoopboekingId ?? '',
			},
		];
	},
};

/** Purchase entries (inkoopboekingen). */
export const purchaseEntry: Resource = {
	name: 'Purchase Entry (Inkoopboeking)',
	operations: {
		create: create(kind, { required, additional }),
		createFromAttachment,
		createFromUbl,
		delete: remove(kind),
		get: getOne(kind),
		getAttachmentStatus,
		update: update(kind, [...required, ...additional]),
	},
	start: 'create',
};
