import type { Place } from '../codes/facts';
import { Finding } from './findings';
import { readMicros, roundToCents, type Cents, type Micros } from '../money/money';
import { cleanText } from './text';

/** A JSON object of a shop; every field may be missing or of an unexpected kind. */
export type RawObject = Record<string, unknown>;

export function isObject(value: unknown): value is RawObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The objects in a list field; an absent list is an empty one. PHP writes a list with gaps, as a
 * plugin leaves it that removed an entry, as an object by number: `{"0": …, "2": …}`.
 */
export const objects = (raw: RawObject, field: string): readonly RawObject[] =>
	objectsIn(raw[field]);

/** The same of a value that was taken out of its field: by a name in the code V8 does that faster. */
export function objectsIn(value: unknown): readonly RawObject[] {
	if (Array.isArray(value)) return those(value as RawObject[], isObject);
	return isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))
		? Object.values(value).filter(isObject)
		: [];
}

/** The entries of a list that pass a test: the list itself where all do, as nearly always. */
export function those<Entry>(
	list: readonly Entry[],
	passes: (entry: Entry) => boolean,
): readonly Entry[] {
	return list.every(passes) ? list : list.filter(passes);
}

export const object = (raw: RawObject, field: string): RawObject => objectIn(raw[field]);

/** The same of a value that was taken out of its field. */
export const objectIn = (value: unknown): RawObject => (isObject(value) ? value : {});

/** A text field, cleaned for the books; numbers count as text, everything else as empty. */
export function text(raw: RawObject, field: string): string {
	return cleanText(raw[field]);
}

/** The text of a field at the top of a record or in its metadata; empty when there is none. */
export function namedValue(raw: RawObject, field: string): string {
	const meta = objects(raw, 'meta_data').find(({ key }) => key === field);
	return (meta && text(meta, 'value')) || text(raw, field);
}

/** The shop's own id of a line, where it states one. */
export const idOf = (line: RawObject): string | undefined => text(line, 'id') || undefined;

/**
 * The categories of a line: names, or objects with a name as WooCommerce has them on products.
 *
 * @returns `undefined` when the line states none at all; an empty list says that there are none.
 */
export function categories(raw: RawObject): string[] | undefined {
	if (!Array.isArray(raw.categories)) return undefined;
	return raw.categories
		.map((entry: unknown) => cleanText(isObject(entry) ? entry.name : entry))
		.filter((name) => name !== '');
}

/** Where an amount stands; of a line it is put in words only when it is told. */
type PlaceOf = Place | (() => Place);

/** An amount that must be there; the finding names the field, not its value. */
export const micros = (raw: RawObject, field: string, place: PlaceOf): Micros =>
	microsIn(raw[field], field, place);

/** The same of a value that was taken out of its field. */
export function microsIn(value: unknown, field: string, placeOf: PlaceOf): Micros {
	const amount = readMicros(value);
	if (amount !== undefined) return amount;
	const place = typeof placeOf === 'string' ? placeOf : placeOf();
	throw new Finding('ORDER_UNREADABLE', { case: 'noAmount', place, field });
}

/** An amount that may be absent (then 0), but not of another kind. */
export const optionalMicros = (raw: RawObject, field: string, place: PlaceOf): Micros =>
	optionalMicrosIn(raw[field], field, place);

export const optionalMicrosIn = (value: unknown, field: string, place: PlaceOf): Micros =>
	value === undefined || value === null || value === '' ? 0 : microsIn(value, field, place);

export function cents(raw: RawObject, field: string, place: Place): Cents {
	return roundToCents(micros(raw, field, place));
}

export function optionalCents(raw: RawObject, field: string, place: Place): Cents {
	return roundToCents(optionalMicros(raw, field, place));
}

/** An amount that an order may leave out: `undefined` then, since absent is not zero. */
export function statedCents(raw: RawObject, field: string, place: Place): Cents | undefined {
	const value = raw[field];
	return value === undefined || value === null || value === ''
		? undefined
		: cents(raw, field, place);
}

const MONEY_NAME = /cost|fee|discount|price|tax|total|amount|gift|voucher|credit|surcharge|tip/i;
const MOST_NAMES = 1_000;
/** Per list of known fields: whether a field speaks of money and is not one of them. */
const suspects = new WeakMap<ReadonlySet<string>, Map<string, boolean>>();

/** Orders have the same few names over and over, and every line of every order is looked at. */
function isSuspect(
	field: string,
	knownFields: ReadonlySet<string>,
	seen: Map<string, boolean>,
): boolean {
	const known = seen.get(field);
	if (known !== undefined) return known;
	if (seen.size >= MOST_NAMES) seen.clear();
	const suspect = !knownFields.has(field) && MONEY_NAME.test(field);
	seen.set(field, suspect);
	return suspect;
}

/**
 * The fields that may hold an amount nobody here looks at: their name speaks of money, and their
 * value is a number other than zero, a list with something in it, or an object that holds such a
 * number.
 *
 * @param ignored fields that the settings say are no money.
 */
export function unknownMoney(
	raw: RawObject,
	knownFields: ReadonlySet<string>,
	ignored: readonly string[] = [],
): string[] {
	let seen = suspects.get(knownFields);
	if (!seen) suspects.set(knownFields, (seen = new Map()));
	const unknown: string[] = [];
	for (const field in raw) {
		if (!isSuspect(field, knownFields, seen) || !holdsAmount(raw[field])) continue;
		if (!ignored.includes(field)) unknown.push(field);
	}
	return unknown;
}

function holdsAmount(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	if (isObject(value)) return Object.values(value).some(holdsAmount);
	return (readMicros(value) ?? 0) !== 0;
}
