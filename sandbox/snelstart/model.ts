import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toFields, type Binder, type Fields } from './binding';
import type { ErrorCode } from './errors';
import type { PropertyType, Shape } from './odataFilter';

interface FieldModel {
	type: string;
	required?: true;
	readOnly?: true;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	enum?: string[];
}

const model = JSON.parse(
	readFileSync(join(__dirname, '../data/snelstart/model.json'), 'utf8'),
) as Record<string, Record<string, FieldModel>>;

/** Where the record that an identifier points at lives. */
const homes: Record<string, string> = {
	RelatieIdentifierModel: 'relaties',
	GrootboekIdentifierModel: 'grootboeken',
	KostenplaatsIdentifierModel: 'kostenplaatsen',
	DagboekIdentifierModel: 'dagboeken',
	LandIdentifierModel: 'landen',
	ArtikelIdentifierModel: 'artikelen',
	ArtikelOmzetGroepIdentifierModel: 'artikelomzetgroepen',
	InkoopboekingIdentifierModel: 'inkoopboekingen',
	VerkoopboekingIdentifierModel: 'verkoopboekingen',
	VerkoopfactuurIdentifierModel: 'verkoopfacturen',
	VerkoopOrderIdentifierModel: 'verkooporders',
	VerkoopordersjabloonIdentifierModel: 'verkoopordersjablonen',
	IncassoMachtigingIdentifierModel: 'doorlopendeincassomachtigingen',
};

/** Every name that a field of the API has, as it is written. */
const fieldNames = new Set(Object.values(model).flatMap(Object.keys));

/** A body without the names that are not written exactly as in the model. */
export function withExactNames(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withExactNames);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => fieldNames.has(name))
			.map(([name, inner]) => [name, withExactNames(inner)]),
	);
}

const anyCase = new Set([...fieldNames].map((name) => name.toLowerCase()));

/** The first name in a body that no field of the API has, whatever its case. */
export function unknownNameIn(value: unknown): string | undefined {
	if (Array.isArray(value)) return value.map(unknownNameIn).find((name) => name !== undefined);
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		const unknown = anyCase.has(name.toLowerCase()) ? unknownNameIn(inner) : name;
		if (unknown !== undefined) return unknown;
	}
	return undefined;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Codes that stand in for the framework's own words about a field, by field name. */
export interface FieldCodes {
	/** Not sent, or an empty text. */
	missing?: ErrorCode;
	/** Too long, too large, or none of the values. */
	wrong?: ErrorCode;
}

interface Reading {
	binder: Binder;
	codes: Set<ErrorCode>;
	fieldCodes: Record<string, FieldCodes>;
}

/**
 * Reads a body by the fields of its model (SS-230 to SS-234): types, required fields, lengths,
 * bounds and values. What is not sent is cleared, what is only read or unknown is dropped (SS-702).
 * Problems are noted in the binder, or as a code where SnelStart has one.
 */
export function readModel(
	entity: string,
	body: Fields,
	reading: Reading,
	prefix = '',
): Record<string, unknown> {
	const record: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(model[entity] ?? {})) {
		if (field.readOnly || (prefix === '' && name === 'id')) continue;
		record[name] = readField(name, field, body, reading, `${prefix}${capital(name)}`);
	}
	return record;
}

function readField(
	name: string,
	field: FieldModel,
	body: Fields,
	reading: Reading,
	path: string,
): unknown {
	const { binder, codes, fieldCodes } = reading;
	const { missing, wrong } = fieldCodes[name] ?? {};
	const given = body.get(name.toLowerCase()) ?? undefined;
	if (given === undefined || given === '') {
		if (missing) codes.add(missing);
		else if (field.required) binder.note(path, `The ${capital(name)} field is required.`);
	}
	const refuse = (message: string): void => {
		if (wrong) codes.add(wrong);
		else binder.note(path, message);
	};
	const { type } = field;
	if (type.endsWith('[]')) return readList(type.slice(0, -2), field, body, reading, path);
	switch (type) {
		case 'string': {
			const text = binder.text(body, path);
			if (text === undefined) return null;
			const { minLength = 0, maxLength = Infinity } = field;
			if (field.enum) return oneOf(field.enum, text, () => refuse(wrongValue(text, name)));
			if (text.length > maxLength) {
				refuse(
					`The field ${capital(name)} must be a string with a maximum length of ${maxLength}.`,
				);
			}
			if (text !== '' && text.length < minLength) {
				refuse(
					`The field ${capital(name)} must be a string with a minimum length of ${minLength}.`,
				);
			}
			return text;
		}
		case 'string(date-time)':
			return binder.moment(body, path) ?? null;
		case 'string(uuid)':
			return binder.guid(body, path) ?? null;
		case 'string(byte)':
			return binder.base64(body, path) ?? null;
		case 'boolean':
			return binder.flag(body, path);
		case 'integer(int32)':
		case 'integer(int64)':
		case 'number(decimal)':
		case 'number(double)': {
			const isWhole = type.startsWith('integer');
			const number = isWhole ? binder.whole(body, path) : binder.decimal(body, path);
			const { minimum = -Infinity, maximum = Infinity } = field;
			if (number !== undefined && (number < minimum || number > maximum)) {
				refuse(`The field ${capital(name)} must be between ${minimum} and ${maximum}.`);
			}
			return number ?? (isWhole ? null : 0);
		}
		case 'object':
			return given ?? null;
	}
	const home = homes[type];
	if (home) {
		const id = binder.reference(body, path);
		return id === undefined ? null : { id, uri: `/${home}/${id}` };
	}
	const inner = binder.object(body, path);
	return inner ? readModel(type, inner, { ...reading, fieldCodes: {} }, `${path}.`) : null;
}

const wrongValue = (text: string, name: string): string =>
	`Error converting value "${text}" to type '${capital(name)}'.`;

function oneOf(known: readonly string[], text: string, refuse: () => void): string | null {
	const found = known.find((one) => one.toLowerCase() === text.toLowerCase());
	if (found === undefined) refuse();
	return found ?? null;
}

function readList(
	type: string,
	field: FieldModel,
	body: Fields,
	reading: Reading,
	path: string,
): unknown[] {
	const { binder } = reading;
	return binder.list(body, path).map((value, index) => {
		const place = `${path}[${index}]`;
		if (type === 'string') {
			const text = String(value);
			const name = path.slice(path.lastIndexOf('.') + 1);
			if (!field.enum) return text;
			return oneOf(field.enum, text, () => binder.note(place, wrongValue(text, name)));
		}
		const inner = toFields(value);
		if (inner) return readModel(type, inner, { ...reading, fieldCodes: {} }, `${place}.`);
		return binder.note(place, `Error converting value ${JSON.stringify(value)} to type '${type}'.`);
	});
}

const kinds: Record<string, PropertyType> = {
	string: 'String',
	'string(date-time)': 'DateTime',
	'string(uuid)': 'Guid',
	boolean: 'Boolean',
	'integer(int32)': 'Number',
	'integer(int64)': 'Number',
	'number(decimal)': 'Number',
	'number(double)': 'Number',
	'string[]': ['String'],
};

/** What can be filtered on (SS-302): the model's names with a capital, and not on Uri. */
export function odataShape(entity: string, depth = 0): Shape {
	const shape: Record<string, PropertyType> = {};
	for (const [name, { type }] of Object.entries(model[entity] ?? {})) {
		if (name === 'uri') continue;
		const kind = kinds[type];
		if (kind !== undefined) shape[capital(name)] = kind;
		else if (homes[type]) shape[capital(name)] = { Id: 'Guid' };
		else if (model[type] && depth < 2) shape[capital(name)] = odataShape(type, depth + 1);
		else if (type.endsWith('[]') && model[type.slice(0, -2)] && depth < 2) {
			shape[capital(name)] = [odataShape(type.slice(0, -2), depth + 1)];
		}
	}
	return shape;
}
