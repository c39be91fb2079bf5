import { createHash, randomUUID } from 'node:crypto';
import { createBinder, toFields } from '../binding';
import { rowsOf } from '../collection';
import { invalidModel, refused } from '../errors';
import type { Books, Resource } from '../routing';

/** What is wrong with a file; undefined when its statement was taken in. */
function problemOf(content: string, books: Books): string | undefined {
	const bytes = Buffer.from(content, 'base64');
	if (bytes.subarray(0, 3).toString('hex') === 'efbbbf') {
		return 'Het bestand bevat een byte order mark';
	}
	const text = bytes.toString('utf8');
	const isCamt = /camt\.05[23]\./.test(text) && /<(\w+:)?Document[\s>]/.test(text);
	const isMt940 = /^:20:/m.test(text) && /^:61:/m.test(text);
	if (!isCamt && !isMt940) return 'Het bestandsformaat wordt niet herkend';
	const print = createHash('sha1').update(bytes).digest('hex');
	const rows = rowsOf(books, 'bankafschriftbestanden');
	if (rows.some(({ print: known }) => known === print)) {
		return 'Het bankafschrift is al eerder ingelezen';
	}
	rows.push({ id: randomUUID(), print });
	return undefined;
}

/** Bank statement files (bankafschriftbestanden): always 200, the answer says what became of each. */
export const bankStatementFiles: Resource = {
	rows: { bankafschriftbestanden: () => [] },
	routes: [
		{
			method: 'POST',
			path: 'bankafschriftbestanden',
			scopes: ['bankieren:write'],
			answer: ({ json }, books) => {
				if (!Array.isArray(json)) return refused(['ALG-0106']);
				const binder = createBinder('bestanden');
				const files = json.map((one, index) => {
					const fields = toFields(one) ?? new Map<string, unknown>();
					const name = binder.text(fields, `[${index}].Name`);
					const content = binder.base64(fields, `[${index}].Base64EncodedContent`);
					if (name === undefined) binder.note(`[${index}].Name`, 'The Name field is required.');
					if (content === undefined) {
						binder.note(
							`[${index}].Base64EncodedContent`,
							'The Base64EncodedContent field is required.',
						);
					}
					return { name, content: content ?? '' };
				});
				if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
				return {
					status: 200,
					json: files.map(({ name, content }) => {
						const problem = problemOf(content, books);
						return {
							name,
							isSuccess: problem === undefined,
							errors: problem === undefined ? [] : [{ description: problem, details: [] }],
						};
					}),
				};
			},
		},
	],
};
