import type { BookableDraft } from '../../../bookkeeping';
import type { BookResult } from './bookResult';

/** Shorter words are too common to be taken out: a country, an initial. */
const SHORTEST = 3;

/**
 * A result without the customer of its own draft: SnelStart's words on a code that the register does
 * not know may name whom they are about, and the result goes into the order table and to the dashboard.
 */
export function withoutCustomer(
	result: BookResult,
	customer: BookableDraft['customer'] | undefined,
): BookResult {
	if (customer === undefined || customer.kind === 'fixedDebtor' || result.facts === undefined) {
		return result;
	}
	const { name, email, phone, vatNumber, chamberOfCommerceNumber, address } = customer;
	const { contact, street, postcode, city } = address;
	const whole = [name, email, phone, vatNumber, chamberOfCommerceNumber, contact, street, city];
	const parts = [name, contact].flatMap((one) => one.split(/\s+/));
	const values = [...whole, postcode, ...parts]
		.filter(({ length }) => length >= SHORTEST)
		.sort((a, b) => b.length - a.length);
	let { message } = result;
	const clean = (fact: unknown, name = ''): unknown => {
		if (Array.isArray(fact)) return fact.map((one) => clean(one));
		if (typeof fact === 'object' && fact !== null) {
			return Object.fromEntries(Object.entries(fact).map(([key, one]) => [key, clean(one, key)]));
		}
		if (typeof fact !== 'string' || name !== 'words') return fact;
		const left = values.reduce((text, value) => withoutValue(text, value), fact);
		message = message?.replaceAll(fact, left);
		return left;
	};
	const facts = clean(result.facts) as NonNullable<BookResult['facts']>;
	return { ...result, facts, ...(message !== undefined && { message }) };
}

/** Any case, and with or without the space of a postcode. */
function withoutValue(text: string, value: string): string {
	const pattern = value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s*');
	return text.replace(new RegExp(pattern, 'gi'), '…');
}
