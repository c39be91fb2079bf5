import type { Send } from '../probe';
import type { ClientFile } from './clientFile';
import { pagesOf } from './readRecords';
import { reason, Trouble } from './trouble';

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

/** How many numbers are looked up: the last one and those before it. */
const NUMBERS_BACK = 40;

/**
 * Holds the last invoice number of another connector, as the client file has it, against the numbers
 * that the client is going to give: only what bears the same numbers is recognised and taken over.
 *
 * @returns what is to be told of each shop that says its last number
 * @throws Trouble OLD_NUMBERS before anything is made
 */
export async function checkOldNumbers(
	{ settings, shops }: Pick<ClientFile, 'settings' | 'shops'>,
	open: () => Promise<Send>,
): Promise<Array<{ shop: string; found: string }>> {
	const told: Array<{ shop: string; found: string }> = [];
	const coming = settings.shops.filter(({ shop }) => shops[shop]?.lastOldNumber !== undefined);
	if (coming.length === 0) return told;
	const send = await open();
	for (const { shop, invoiceNumberPrefix: prefix = '' } of coming) {
		const last = shops[shop]!.lastOldNumber!;
		const [, number] = /^(\d+)$/.exec(last.slice(prefix.length)) ?? [];
		if (number === undefined || !last.startsWith(prefix)) {
			throw new Trouble(reason('OLD_NUMBERS', { case: 'prefix', shop, last, prefix }));
		}
		const numbers = countingDown(number).map((one) => ({ number: one, date: '' }));
		const there = await inBooks(send, numbers, prefix);
		if (!there.some((one) => one.number === number)) {
			throw new Trouble(reason('OLD_NUMBERS', { case: 'notThere', shop, last }));
		}
		const before = `${there.length - 1} of the ${numbers.length - 1} numbers before it`;
		told.push({
			shop,
			found: `${last} and ${before} are in SnelStart: taken over, not booked again`,
		});
	}
	return told;
}

/** A number and those before it, as long as it is with its zeros in front. */
function countingDown(number: string): string[] {
	const last = Number(number);
	const many = Math.min(NUMBERS_BACK, last + 1);
	return Array.from({ length: many }, (_, back) =>
		String(last - back).padStart(number.length, '0'),
	);
}
