import type { Answer } from '../http';
import { notFound } from './errors';
import { answerList, type Entity } from './odata';
import type { Books, RouteCall } from './routing';

/** One row by its id, else 404. */
export function answerOne(rows: readonly object[], { id }: RouteCall): Answer {
	const found = rows.find((row) => 'id' in row && row.id === id);
	return found ? { status: 200, json: found } : notFound();
}

/** A list that understands OData. */
export const answerOData = (
	rows: readonly object[],
	{ call }: RouteCall,
	entity: Entity,
	{ switches }: Books,
): Answer =>
	answerList(rows, call.query, entity, { ...switches, maxNodes: switches.maxFilterNodes });

/** A list that gives everything whatever the query says (SS-320). */
export const answerAll = (rows: readonly object[]): Answer => ({ status: 200, json: rows });
