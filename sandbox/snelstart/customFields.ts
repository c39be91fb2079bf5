import type { Answer } from '../http';
import { toFields } from './binding';
import { notFound, refused, type ErrorCode } from './errors';
import type { Ledger } from './ledger';

/** An extra field as a user made it in SnelStart. */
export interface ExtraField {
	name: string;
	type: 'Boolean' | 'Enum' | 'Integer' | 'Money' | 'Text';
	maxLength?: number;
	values?: string[];
}

/** The extra fields of customers and of articles; suppliers have none. */
export const extraFields = {
	artikelen: [
		{ name: 'Kleur', type: 'Enum', values: ['Blauw', 'Rood', 'Wit'] },
		{ name: 'Collectie', type: 'Text', maxLength: 20 },
	],
	klant: [
		{ name: 'Klantgroep', type: 'Text', maxLength: 20 },
		{ name: 'Bonuspunten', type: 'Integer' },
	],
	leverancier: [],
} satisfies Record<string, ExtraField[]>;
export type ExtraFieldOwner = keyof typeof extraFields;

/** A record's values are kept in the ledger under this path; the id is `owner/record`. */
const shelf = 'customFields';

const valuesOf = (ledger: Ledger, owner: ExtraFieldOwner, id: string): Map<string, unknown> => {
	const rows = (ledger.records[shelf] ??= []);
	const key = `${owner}/${id}`;
	let row = rows.find((one) => one.id === key);
	if (!row) {
		row = { id: key, values: new Map<string, unknown>() };
		rows.push(row);
	}
	return row.values as Map<string, unknown>;
};

/** The fields of one record with their definitions and values. */
export function renderFields(ledger: Ledger, owner: ExtraFieldOwner, id: string): object[] {
	const values = valuesOf(ledger, owner, id);
	return (extraFields[owner] as ExtraField[]).map(({ name, type, maxLength, values: allowed }) => ({
		definition: {
			name,
			type,
			properties: [
				...(maxLength ? [{ name: 'MaxLength', value: maxLength }] : []),
				...(allowed ? [{ name: 'PossibleValues', value: allowed }] : []),
			],
		},
		value: values.get(name) ?? null,
	}));
}

/** REF-0004 to REF-0014: what does not fit the definition of a field. */
function valueProblem(field: ExtraField, value: unknown): ErrorCode | undefined {
	if (value === null) return undefined;
	switch (field.type) {
		case 'Text':
			if (typeof value !== 'string') return 'REF-0014';
			return value.length > (field.maxLength ?? Infinity) ? 'REF-0004' : undefined;
		case 'Enum':
			return field.values?.includes(String(value)) ? undefined : 'REF-0005';
		case 'Integer':
			return Number.isInteger(Number(value)) && String(value).trim() !== ''
				? undefined
				: 'REF-0007';
		case 'Boolean':
			return ['true', 'false'].includes(String(value).toLowerCase()) ? undefined : 'REF-0009';
		case 'Money': {
			if (!Number.isFinite(Number(value))) return 'REF-0010';
			return /\.\d{5,}$/.test(String(value)) ? 'REF-0013' : undefined;
		}
	}
}

/** Sets the fields that are named; all of them or none (REF codes). */
export function writeFields(
	ledger: Ledger,
	owner: ExtraFieldOwner,
	id: string,
	given: unknown,
): ErrorCode[] {
	if (!Array.isArray(given)) return ['REF-0016'];
	const codes: ErrorCode[] = [];
	const changes = new Map<string, unknown>();
	for (const one of given) {
		const fields = toFields(one);
		const name = String(fields?.get('name') ?? '');
		const field = (extraFields[owner] as ExtraField[]).find((known) => known.name === name);
		const value = fields?.get('value') ?? null;
		if (!field) codes.push('REF-0002');
		else if (changes.has(name)) codes.push('REF-0003');
		else {
			const problem = valueProblem(field, value);
			if (problem) codes.push(problem);
			changes.set(name, field.type === 'Integer' && value !== null ? Number(value) : value);
		}
	}
	if (codes.length > 0) return codes;
	const values = valuesOf(ledger, owner, id);
	for (const [name, value] of changes) values.set(name, value);
	return [];
}

/** GET or PUT of an article's extra fields. */
export function articleFields(ledger: Ledger, id: string, change?: { json: unknown }): Answer {
	if (!ledger.articles.some((one) => one.id === id)) return notFound();
	const codes = change ? writeFields(ledger, 'artikelen', id, change.json) : [];
	if (codes.length > 0) return refused(codes);
	return { status: 200, json: renderFields(ledger, 'artikelen', id) };
}

/** GET or PUT of a relation's extra fields, customers and suppliers apart (REF-0006). */
export function relationFields(ledger: Ledger, id: string, change?: { json: unknown }): Answer {
	const relation = ledger.relations.find((one) => one.id === id);
	if (!relation) return notFound();
	const parts = [
		['klantCustomFields', 'klant', 'Klant'],
		['leverancierCustomFields', 'leverancier', 'Leverancier'],
	] as const;
	if (change) {
		const body = toFields(change.json);
		if (!body) return refused(['REF-0016']);
		const codes = parts.flatMap(([part, owner, kind]): ErrorCode[] => {
			const given = body.get(part.toLowerCase()) ?? [];
			if (Array.isArray(given) && given.length === 0) return [];
			if (!relation.relatiesoort.includes(kind)) return ['REF-0006'];
			return writeFields(ledger, owner, id, given);
		});
		if (codes.length > 0) return refused(codes);
	}
	return {
		status: 200,
		json: Object.fromEntries(parts.map(([part, owner]) => [part, renderFields(ledger, owner, id)])),
	};
}
