import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../shared/kit/resource';
import { read, readList } from '../../shared/snelStart/transport';
import { english, isTrue } from '../blocks/english';
import {
	fileItem,
	fileNameField,
	inputFileField,
	outputFileField,
	readFile,
} from '../blocks/files';
import { idField, pickedId, remove, send, shown, type Kind } from '../blocks/operations';
import { listFields, simplifyField } from '../fields';
import { readLimit } from '../../shared/listFields';
import { readId } from '../readParameters';

const kind: Kind = {
	singular: 'document',
	plural: 'documents',
	path: '/documenten',
	simplify: english({ id: 'id', fileName: 'fileName', readOnly: isTrue('readOnly') }),
	id: {
		name: 'documentId',
		displayName: 'Document ID',
		description: "The 'ID' that Get Many returns",
	},
};

/** The record a document hangs on (SS-221). */
const ownerFields: INodeProperties[] = [
	{
		displayName: 'Belongs To',
		name: 'ownerKind',
		type: 'options',
		options: [
			{ name: 'Purchase Entry (Inkoopboeking)', value: 'Inkoopboekingen' },
			{ name: 'Relation (Relatie)', value: 'Relaties' },
			{ name: 'Sales Entry (Verkoopboeking)', value: 'Verkoopboekingen' },
		],
		default: 'Verkoopboekingen',
	},
	{
		displayName: 'Record ID',
		name: 'ownerId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		description: 'The ID of the record that the document belongs to',
	},
];

const readOnlyField: INodeProperties = {
	displayName: 'Read Only',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description: 'Whether the document cannot be changed in SnelStart',
};

const onceField: INodeProperties = {
	displayName: 'Once',
	name: 'once',
	type: 'boolean',
	default: false,
	description:
		'Whether to leave the record as it is when it has a document of that name already; then the ID of that one is returned',
};

const get: Operation = {
	name: 'Get',
	action: 'Get document',
	description: 'Download one document as a file',
	fields: [idField(kind), outputFileField],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const row = (await read.call(this, `${kind.path}/${id}`)) as IDataObject;
		const { content, ...about } = row;
		const fileName = String(row.fileName ?? id);
		const file = { fileName, content: String(content ?? '') };
		const json = { ...kind.simplify(about), ownerId: about.parentIdentifier ?? '' };
		return [await fileItem.call(this, itemIndex, file, json)];
	},
};

const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many documents',
	description: 'Retrieve the names of the documents of one record',
	fields: [...ownerFields, ...listFields, simplifyField],
	async execute(itemIndex) {
		const owner = this.getNodeParameter('ownerKind', itemIndex) as string;
		const id = readId.call(this, 'ownerId', 'Record ID', itemIndex);
		const rows = await readList.call(this, `${kind.path}/${encodeURIComponent(owner)}/${id}`);
		return rows
			.slice(0, readLimit.call(this, itemIndex))
			.map((row) => shown.call(this, kind, row, itemIndex));
	},
};

const upload: Operation = {
	name: 'Upload',
	action: 'Upload document',
	description: 'Attach a file of at most 10 MB to a record',
	fields: [...ownerFields, inputFileField, fileNameField, readOnlyField, onceField],
	async execute(itemIndex) {
		const owner = this.getNodeParameter('ownerKind', itemIndex) as string;
		const parentIdentifier = readId.call(this, 'ownerId', 'Record ID', itemIndex);
		const file = await readFile.call(this, itemIndex);
		const about = { fileName: file.fileName, ownerId: parentIdentifier };
		if (this.getNodeParameter('once', itemIndex, false) as boolean) {
			const path = `${kind.path}/${encodeURIComponent(owner)}/${parentIdentifier}`;
			const there = (await readList.call(this, path)).find(
				({ fileName }) => fileName === file.fileName,
			);
			if (there) return [{ id: there.id, ...about, alreadyThere: true }];
		}
		const { id } = await send.call(this, 'POST', `${kind.path}/${encodeURIComponent(owner)}`, {
			...file,
			parentIdentifier,
			readOnly: this.getNodeParameter('readOnly', itemIndex) as boolean,
		});
		return [{ id, ...about, alreadyThere: false }];
	},
};

const update: Operation = {
	name: 'Update',
	action: 'Update document',
	description: 'Put another file in the place of a document',
	fields: [idField(kind), inputFileField, fileNameField, readOnlyField],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const file = await readFile.call(this, itemIndex);
		const { parentIdentifier = null } = (await read.call(
			this,
			`${kind.path}/${id}`,
		)) as IDataObject;
		await send.call(this, 'PUT', `${kind.path}/${id}`, {
			...file,
			id,
			parentIdentifier,
			readOnly: this.getNodeParameter('readOnly', itemIndex) as boolean,
		});
		return [{ id, fileName: file.fileName, ownerId: parentIdentifier }];
	},
};

/** Documents (documenten): files on entries and relations. */
export const documents: Resource = {
	name: 'Document',
	operations: { delete: remove(kind), get, getMany, update, upload },
	start: 'upload',
};
