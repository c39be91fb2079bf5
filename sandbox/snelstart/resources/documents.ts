import { randomUUID } from 'node:crypto';
import type { Answer } from '../../http';
import { answerOne } from '../answers';
import { createBinder } from '../binding';
import { rowsOf } from '../collection';
import { invalidModel, notFound, refused, type ErrorCode } from '../errors';
import type { Row } from '../ledger';
import type { Books, Resource, RouteCall } from '../routing';

const path = 'documenten';
const largest = 10 * 1024 * 1024;
const longestName = 250;

/** What a document may hang on, by the word in the path; undefined for another word. */
function ownersOf(word: string, { ledger }: Books): readonly { id: string }[] | undefined {
	switch (word.toLowerCase()) {
		case 'verkoopboekingen':
			return ledger.salesEntries;
		case 'inkoopboekingen':
			return ledger.records.inkoopboekingen ?? [];
		case 'relaties':
			return ledger.relations;
	}
	return undefined;
}

const unknownOwner: Answer = {
	status: 400,
	json: { Message: 'The documenttype is not valid.' },
};

/** BLG codes of a document's name and content (SS-221). */
function readDocument(request: RouteCall, current?: Row): { record: Row } | { refusal: Answer } {
	const { body } = request;
	if (!body) return { refusal: refused(['BLG-0009']) };
	const binder = createBinder('document');
	const content = binder.base64(body, 'Content') ?? '';
	const fileName = binder.text(body, 'FileName') ?? '';
	const parentIdentifier = binder.guid(body, 'ParentIdentifier') ?? current?.parentIdentifier;
	const readOnly = binder.flag(body, 'ReadOnly');
	const bodyId = binder.guid(body, 'Id');
	if (Object.keys(binder.problems).length > 0) return { refusal: invalidModel(binder.problems) };
	const codes: ErrorCode[] = [];
	if (content === '') codes.push('BLG-0011');
	if (Buffer.from(content, 'base64').length > largest) codes.push('BLG-0013');
	if (fileName.trim() === '') codes.push('BLG-0007');
	if (/[\\/:*?"<>|]/.test(fileName)) codes.push('BLG-0016');
	if (fileName.length > longestName) codes.push('BLG-0017');
	if (current && bodyId !== undefined && bodyId !== current.id) codes.push('ALG-0101');
	if (codes.length > 0) return { refusal: refused(codes) };
	const id = current?.id ?? randomUUID();
	return {
		record: { id, uri: `/${path}/${id}`, content, fileName, parentIdentifier, readOnly },
	};
}

/** Documents (documenten) on sales entries, purchase entries and relations. */
export const documents: Resource = {
	rows: { [path]: () => [] },
	routes: [
		{
			method: 'GET',
			path: `${path}/:id`,
			scopes: ['documenten:read'],
			answer: (request, books) => answerOne(rowsOf(books, path), request),
		},
		{
			method: 'PUT',
			path: `${path}/:id`,
			scopes: ['boekhouden:write', 'documenten:write'],
			answer: (request, books) => {
				const rows = rowsOf(books, path);
				const current = rows.find(({ id }) => id === request.id);
				if (!current) return notFound();
				const read = readDocument(request, current);
				if ('refusal' in read) return read.refusal;
				rows[rows.indexOf(current)] = read.record;
				const { id, uri } = read.record;
				return { status: 200, json: { id, uri } };
			},
		},
		{
			method: 'DELETE',
			path: `${path}/:id`,
			scopes: ['boekhouden:write', 'documenten:write'],
			answer: ({ id }, books) => {
				const rows = rowsOf(books, path);
				const index = rows.findIndex((one) => one.id === id);
				if (index < 0) return notFound();
				rows.splice(index, 1);
				return { status: 200, json: {} };
			},
		},
		{
			method: 'GET',
			path: `${path}/:documenttype/:pid`,
			scopes: ['documenten:read'],
			answer: ({ params }, books) => {
				const owners = ownersOf(params.documenttype ?? '', books);
				if (!owners) return unknownOwner;
				const pid = (params.pid ?? '').toLowerCase();
				if (!owners.some(({ id }) => id === pid)) return notFound();
				return {
					status: 200,
					json: rowsOf(books, path)
						.filter(({ parentIdentifier }) => parentIdentifier === pid)
						.map(({ id, uri, fileName, readOnly }) => ({
							id,
							uri,
							verkoopBoekingId: pid,
							fileName,
							readOnly,
						})),
				};
			},
		},
		{
			method: 'POST',
			path: `${path}/:documenttype`,
			scopes: ['boekhouden:write', 'documenten:write'],
			answer: (request, books) => {
				const owners = ownersOf(request.params.documenttype ?? '', books);
				if (!owners) return unknownOwner;
				const read = readDocument(request);
				if ('refusal' in read) return read.refusal;
				if (!owners.some(({ id }) => id === read.record.parentIdentifier)) return notFound();
				rowsOf(books, path).push(read.record);
				const { id, uri } = read.record;
				return { status: 201, json: { id, uri } };
			},
		},
	],
};
