import type { IDataObject } from 'n8n-workflow';

import { reason } from '../../../bookkeeping';
import { serviceError } from '../../shared/codedError';
import type { Resource } from '../../shared/kit/resource';
import { fileNameField, inputFileField, readFile } from '../blocks/files';
import { send } from '../blocks/operations';

/** Bank statement files (bankafschriftbestanden). */
export const bankStatementFile: Resource = {
	name: 'Bank Statement File (Bankafschriftbestand)',
	operations: {
		upload: {
			name: 'Upload',
			action: 'Upload bank statement file',
			description: 'Send a CAMT.053, CAMT.052 or structured MT940 file',
			fields: [inputFileField, fileNameField],
			/** SnelStart answers 200 even for a file it refuses: the answer itself says so. */
			async execute(itemIndex) {
				const file = await readFile.call(this, itemIndex, { stripByteOrderMark: true });
				const answer: unknown = await send.call(this, 'POST', '/bankafschriftbestanden', [
					{ name: file.fileName, base64EncodedContent: file.content },
				]);
				const [result] = Array.isArray(answer) ? (answer as IDataObject[]) : [];
				if (result?.isSuccess === true) return [{ fileName: file.fileName, accepted: true }];
				const refused = Array.isArray(result?.errors) ? (result.errors as IDataObject[]) : [];
				const reasons = refused.map(({ description }) => String(description ?? ''));
				const isDouble = reasons.some((text) => /al eerder ingelezen/i.test(text));
				const why = reason(isDouble ? 'STATEMENT_KNOWN' : 'STATEMENT_REFUSED');
				throw serviceError(this.getNode(), why, { itemIndex });
			},
		},
	},
	start: 'upload',
};
