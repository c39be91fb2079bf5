import type { Send } from '../probe';
import { pagesOf } from './readRecords';

/** An order of the shop, as far as numbers go. */
export interface NumberedOrder {
	number: string;
	/** yyyy-MM-dd. */
	date: string;
}

/** How another connector numbered its invoices, and which orders it was. */
export interface OldNumbers {
	/** What stood before the number of the order; undefined when the number is not one of an order. */
	prefix: string | undefined;
	/** The order of the last number, when it is among the recent ones. */
	order?: NumberedOrder;
}

/** A filter of more could be refused for its length. */
const NUMBERS_PER_CALL = 20;

/**
 * Finds the pattern behind the last number that another connector booked: `W4102` is order 4102 with
 * the prefix W, which is how this package numbers too, so what it booked is recognised and taken over.
 */
export function oldNumbers(last: string, orders: readonly NumberedOrder[]): OldNumbers {
	const fitting = orders
		.filter(({ number }) => number !== '' && last.endsWith(number))
		.sort((a, b) => b.number.length - a.number.length)[0];
	if (fitting) return { prefix: last.slice(0, -fitting.number.length), order: fitting };
	const [, prefix] = /^(.*?)\d+$/.exec(last) ?? [];
	return { prefix };
}

/**
 * Which of the orders are in SnelStart already under the numbers of a prefix.
 *
 * @throws Trouble when SnelStart does not say
 */
export async function inBooks<Order extends NumberedOrder>(
	send: Send,
	orders: readonly Order[],
	prefix: string,
): Promise<Order[]> {
	const found = new Set<string>();
	for (let start = 0; start < orders.length; start += NUMBERS_PER_CALL) {
		const filter = orders
			.slice(start, start + NUMBERS_PER_CALL)
			.map(({ number }) => `Factuurnummer eq '${`${prefix}${number}`.replace(/'/g, "''")}'`)
			.join(' or ');
		for (const { factuurnummer } of await pagesOf(send, '/verkoopfacturen', filter)) {
			found.add(String(factuurnummer).trim().toUpperCase());
		}
	}
	return orders.filter(({ number }) => found.has(`${prefix}${number}`.toUpperCase()));
}
