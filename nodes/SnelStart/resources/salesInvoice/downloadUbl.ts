import type { IDataObject } from 'n8n-workflow';

import { reason } from '../../../../bookkeeping';
import { serviceError } from '../../../shared/codedError';
import type { Operation } from '../../../shared/kit/resource';
import { dataOf, request } from '../../../shared/snelStart/transport';
import { fileItem, outputFileField } from '../../blocks/files';
import { idField, pickedId } from '../../blocks/operations';
import { salesInvoiceKind } from './kind';

/** Downloads an invoice as UBL, the form in which bookkeeping programs exchange invoices. */
export const downloadUbl: Operation = {
	name: 'Download UBL',
	action: 'Download UBL of sales invoice',
	description: 'Retrieve one sales invoice as a UBL file (XML)',
	fields: [idField(salesInvoiceKind), outputFileField],
	async execute(itemIndex) {
		const id = pickedId.call(this, salesInvoiceKind, itemIndex);
		const path = `${salesInvoiceKind.path}/${id}/ubl`;
		const result = await request.call(this, { method: 'GET', path, accept: 'anything' });
		const files = filesIn(dataOf.call(this, result), id);
		if (files.length === 0) {
			throw serviceError(this.getNode(), reason('NO_UBL'), { itemIndex });
		}
		return await Promise.all(
			files.map((file) =>
				fileItem.call(this, itemIndex, file, { salesInvoiceId: id, fileName: file.fileName }),
			),
		);
	},
};

/**
 * The files in the answer. Documented is a list of objects of which no field is named, so every
 * likely form is read: bare XML, base64, an object that holds either, or a list of these.
 */
function filesIn(answer: unknown, id: string): Array<{ fileName: string; content: string }> {
	if (Array.isArray(answer)) return answer.flatMap((one) => filesIn(one, id));
	if (typeof answer === 'string') {
		const content = toBase64(answer);
		return content === undefined ? [] : [{ fileName: `${id}.xml`, content }];
	}
	if (typeof answer !== 'object' || answer === null) return [];
	const fields = Object.entries(answer as IDataObject);
	const name = fields.find(([field]) => /name$/i.test(field))?.[1];
	const content = fields
		.map(([, value]) => (typeof value === 'string' ? toBase64(value) : undefined))
		.find((found) => found !== undefined);
	if (content === undefined) return [];
	return [{ fileName: typeof name === 'string' && name !== '' ? name : `${id}.xml`, content }];
}

/** XML as base64, whether it came as text or as base64; `undefined` for anything else. */
function toBase64(text: string): string | undefined {
	const isXml = (candidate: string): boolean => /^\uFEFF?\s*</.test(candidate);
	if (isXml(text)) return Buffer.from(text, 'utf8').toString('base64');
	const decoded = Buffer.from(text, 'base64').toString('utf8');
	return isXml(decoded) ? text : undefined;
}
