import type { IDataObject } from 'n8n-workflow';

import { at } from '../shared/at';

/** Pairs of the name the transformer knows and the path at which JouwWeb sends it. */
export interface FieldNames {
	order: Array<[ours: string, theirs: string]>;
	line: Array<[ours: string, theirs: string]>;
}

const NAME = /^[\w-]+$/;
const PATH = /^[\w-]+(\.[\w-]+)*$/;
const LINE = 'line.';

/**
 * Reads `orderNumber = number, line.title = name`.
 *
 * @returns undefined when a part is not of that form
 */
export function fieldNamesOf(text: string): FieldNames | undefined {
	const names: FieldNames = { order: [], line: [] };
	for (const part of text.split(/[,;\n]/)) {
		if (part.trim() === '') continue;
		const [ours, theirs, ...more] = part.split('=').map((side) => side.trim());
		const isLine = ours?.startsWith(LINE) === true;
		const name = isLine ? ours!.slice(LINE.length) : (ours ?? '');
		const path = (theirs ?? '').replace(isLine ? /^line\./ : /^$/, '');
		if (!NAME.test(name) || !PATH.test(path) || more.length > 0) return undefined;
		names[isLine ? 'line' : 'order'].push([name, path]);
	}
	return names;
}

/**
 * The order under the names the transformer knows. A renamed field leaves its old name, so that no
 * amount appears twice; a field the order does not have stays out.
 */
export function withOurNames(order: IDataObject, { order: names, line }: FieldNames): IDataObject {
	const renamed = renamedRecord(order, names);
	const lines = renamed.orderLines;
	if (line.length === 0 || !Array.isArray(lines)) return renamed;
	const ofLine = (one: unknown) =>
		typeof one === 'object' && one !== null ? renamedRecord(one as IDataObject, line) : one;
	return { ...renamed, orderLines: (lines as unknown[]).map(ofLine) as IDataObject[] };
}

function renamedRecord(record: IDataObject, names: FieldNames['order']): IDataObject {
	const found = names
		.map(([ours, theirs]) => ({ ours, theirs, value: at(record, theirs) }))
		.filter(({ value }) => value !== undefined);
	if (found.length === 0) return record;
	const old = new Set(found.map(({ theirs }) => theirs));
	const kept = Object.entries(record).filter(([name]) => !old.has(name));
	return {
		...Object.fromEntries(kept),
		...Object.fromEntries(found.map(({ ours, value }) => [ours, value])),
	} as IDataObject;
}
