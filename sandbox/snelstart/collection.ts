import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { answerAll, answerOData, answerOne } from './answers';
import { createBinder } from './binding';
import { invalidModel, notFound, refused, type ErrorCode } from './errors';
import type { Row } from './ledger';
import { odataShape, readModel, type FieldCodes } from './model';
import type { Books, Resource, Route, RouteCall } from './routing';

export interface Collection {
	/** Below /v2, and the name of the rows in `ledger.records`. */
	path: string;
	/** The model a body is read by (SS-230 to SS-234). */
	entity: string;
	/** What the framework calls the body in its model state. */
	parameter: string;
	scopes: { read: string[]; write?: string[] };
	operations: ReadonlyArray<'list' | 'get' | 'create' | 'replace' | 'delete'>;
	/** Most rows per page of a list that understands OData; a list without it gives everything. */
	pageSize?: number;
	/** 201 for orders and quotes, whose DELETE is documented so (SS-202). */
	deleteStatus?: number;
	/** SnelStart's own codes for missing and wrong fields. */
	fieldCodes?: Record<string, FieldCodes>;
	/** Every rule the record breaks; `current` is the record being replaced. */
	check?: (record: Row, books: Books, current?: Row) => ErrorCode[];
	/** Fills in what SnelStart works out itself, once the record may be kept. */
	complete?: (record: Row, books: Books, current?: Row) => void;
	/** Why a record may not go. */
	mayDelete?: (row: Row, books: Books) => ErrorCode[];
	/** What goes along with a record that was deleted. */
	deleted?: (row: Row, books: Books) => void;
	rows?: () => Row[];
}

/** The rows kept under a path. */
export const rowsOf = ({ ledger }: Books, path: string): Row[] => (ledger.records[path] ??= []);

/**
 * The routes of records that behave alike: bodies are read by their model, PUT replaces the whole
 * record, an id in a POST is refused with ALG-0100 and another id in a PUT with ALG-0101.
 */
export function collection(options: Collection): Resource {
	const { path, scopes, operations } = options;
	const entity = { typeName: typeNameOf(options.entity), shape: odataShape(options.entity) };
	const { pageSize } = options;
	const routes: Record<string, Route> = {
		list: {
			method: 'GET',
			path,
			scopes: scopes.read,
			answer: (request, books) =>
				pageSize === undefined
					? answerAll(rowsOf(books, path))
					: answerOData(rowsOf(books, path), request, { ...entity, pageSize }, books),
		},
		get: {
			method: 'GET',
			path: `${path}/:id`,
			scopes: scopes.read,
			answer: (request, books) => answerOne(rowsOf(books, path), request),
		},
		create: {
			method: 'POST',
			path,
			scopes: scopes.write ?? [],
			answer: (request, books) => create(options, request, books),
		},
		replace: {
			method: 'PUT',
			path: `${path}/:id`,
			scopes: scopes.write ?? [],
			answer: (request, books) => replace(options, request, books),
		},
		delete: {
			method: 'DELETE',
			path: `${path}/:id`,
			scopes: scopes.write ?? [],
			answer: (request, books) => remove(options, request, books),
		},
	};
	return {
		routes: operations.map((operation) => routes[operation]!),
		rows: { [path]: options.rows ?? (() => []) },
	};
}

export const typeNameOf = (entity: string): string => `SnelStart.B2B.Api.V2.Models.${entity}`;

/** A record as the body describes it, or the refusal. */
function readRecord(
	{ path, entity, parameter, fieldCodes = {}, check }: Collection,
	{ body }: RouteCall,
	books: Books,
	current?: Row,
): { record: Row } | { refusal: Answer } {
	if (!body) return { refusal: refused(['ALG-0106']) };
	const binder = createBinder(parameter);
	const codes = new Set<ErrorCode>();
	const bodyId = binder.guid(body, 'Id');
	if (!current && bodyId !== undefined) codes.add('ALG-0100');
	if (current && bodyId !== current.id) codes.add('ALG-0101');
	const id = current?.id ?? randomUUID();
	const fields = readModel(entity, body, { binder, codes, fieldCodes });
	const record: Row = { ...fields, id, uri: `/${path}/${id}` };
	if ('modifiedOn' in fields) record.modifiedOn = books.modifiedOn;
	if (Object.keys(binder.problems).length > 0) return { refusal: invalidModel(binder.problems) };
	for (const code of check?.(record, books, current) ?? []) codes.add(code);
	return codes.size > 0 ? { refusal: refused(codes) } : { record };
}

function create(options: Collection, request: RouteCall, books: Books): Answer {
	const read = readRecord(options, request, books);
	if ('refusal' in read) return read.refusal;
	options.complete?.(read.record, books);
	rowsOf(books, options.path).push(read.record);
	return { status: 201, json: read.record };
}

function replace(options: Collection, request: RouteCall, books: Books): Answer {
	const rows = rowsOf(books, options.path);
	const current = rows.find(({ id }) => id === request.id);
	if (!current) return notFound();
	const read = readRecord(options, request, books, current);
	if ('refusal' in read) return read.refusal;
	options.complete?.(read.record, books, current);
	rows[rows.indexOf(current)] = read.record;
	return { status: 200, json: read.record };
}

function remove(options: Collection, { id }: RouteCall, books: Books): Answer {
	const rows = rowsOf(books, options.path);
	const current = rows.find((row) => row.id === id);
	if (!current) return notFound();
	const codes = options.mayDelete?.(current, books) ?? [];
	if (codes.length > 0) return refused(codes);
	rows.splice(rows.indexOf(current), 1);
	options.deleted?.(current, books);
	return { status: options.deleteStatus ?? 200, json: {} };
}
