import type { RawObject } from '../trade/fields';
import { inParts } from '../trade/inParts';
import { cellText } from './cell';
import type { CustomerKeys } from './customerKeys';

/**
 * How many values one look-up in a data table asks for: each is a condition of its own there. More
 * would save little, and a run of one order asks for as many.
 */
export const VALUES_PER_LOOK_UP = 12;

/** A customer is asked for by two keys. */
const CUSTOMERS_PER_LOOK_UP = VALUES_PER_LOOK_UP / 2;

/** So many earlier bookings one look-up of some customers gives at most. */
export const MOST_EARLIER_BOOKINGS = 240;

/** No row has it for a key. */
export const NOBODY = 'none';

/**
 * The keys of one look-up, as many as a data table node has conditions: where there are fewer, the
 * last one stands there again.
 */
export interface LookUp {
	values: string[];
}

function filledUp(values: readonly string[]): LookUp {
	const rest = VALUES_PER_LOOK_UP - values.length;
	return { values: [...values, ...Array<string>(rest).fill(values.at(-1) ?? NOBODY)] };
}

/** The look-ups of some keys, each key once. */
export const lookUpsOf = (keys: Iterable<string>): LookUp[] =>
	inParts([...new Set(keys)], VALUES_PER_LOOK_UP).map(filledUp);

const isAsked = (keys: CustomerKeys): boolean => keys.buyerKey !== '' || keys.contactKey !== '';
const valuesOf = ({ buyerKey, contactKey }: CustomerKeys): string[] => [
	buyerKey || NOBODY,
	contactKey || NOBODY,
];

/** The customers of some drafts, each once, as many together as are looked up at once. */
function customerParts(all: readonly CustomerKeys[]): CustomerKeys[][] {
	const each = new Map(all.filter(isAsked).map((keys) => [valuesOf(keys).join(' '), keys]));
	return inParts([...each.values()], CUSTOMERS_PER_LOOK_UP);
}

/**
 * The look-ups of the earlier bookings of some customers: the key of the buyer and that of the
 * contact in turn. There is always one, so that what waits for its answer goes on.
 */
export function customerLookUps(all: readonly CustomerKeys[]): LookUp[] {
	const parts = customerParts(all);
	return (parts.length === 0 ? [[]] : parts).map((part) => filledUp(part.flatMap(valuesOf)));
}

const keysOf = (record: RawObject): string[] => [
	cellText(record, 'buyerKey'),
	cellText(record, 'contactKey'),
];

/**
 * The customers that a look-up may have missed: it gave as many bookings as it gives at most, and
 * none of theirs among them. They have to be looked up one by one.
 *
 * @param records what all look-ups of `customerLookUps` gave.
 */
export function customersLeft(
	all: readonly CustomerKeys[],
	records: readonly RawObject[],
): CustomerKeys[] {
	const known = new Set(records.flatMap(keysOf));
	return customerParts(all).flatMap((part) => {
		const asked = new Set(part.flatMap(valuesOf));
		const given = records.filter((record) => keysOf(record).some((key) => asked.has(key)));
		if (given.length < MOST_EARLIER_BOOKINGS) return [];
		return part.filter((keys) => !valuesOf(keys).some((key) => known.has(key)));
	});
}
