import { fromEuro, oldInvoiceEntry, type Cents } from '../bookkeeping';
import type { Send } from '../probe';
import type { NumberedOrder } from './oldNumbers';
import { bodyOf, pagesOf } from './readRecords';

/** An order of the shop, as far as a booking under another number can be told by it. */
export interface KnownOrder {
	number: string;
	/** yyyy-MM-dd. */
	date: string;
	/** With VAT. */
	cents: Cents;
	/** What the customer may be called in SnelStart: company, person. */
	names: readonly string[];
}

/** A sales entry of SnelStart, booked by whatever program. */
export interface KnownEntry {
	number: string;
	/** yyyy-MM-dd. */
	date: string;
	cents: Cents;
	customer: string;
	/** Descriptions of the entry and its lines. */
	words: string;
}

export interface Recognised {
	/** Each order with the one entry that is its own. */
	pairs: Array<{ order: KnownOrder; entry: KnownEntry }>;
	/** Orders and entries that could belong together in more than one way. */
	unclear: Array<{ orders: KnownOrder[]; entries: KnownEntry[] }>;
	/** Orders of which nothing in the books could be theirs. */
	missing: KnownOrder[];
}

const DAY_MS = 24 * 3_600_000;
/** Connectors book a day or more after the order, some when it is paid or sent. */
const DAYS_AFTER = 14;

/**
 * Which entries are which orders, where the number of an entry says nothing about the order: the same
 * amount, booked on the day of the order or up to two weeks later, and the order's number in a
 * description, or else the customer's name. Only what fits one to one counts; nothing is guessed.
 */
export function recognise(
	orders: readonly KnownOrder[],
	entries: readonly KnownEntry[],
): Recognised {
	const pairs: Recognised['pairs'] = [];
	const unclear: Recognised['unclear'] = [];
	let left = [...orders];
	let free = [...entries];
	for (const isOf of [names, isSameCustomer]) {
		const fits = (order: KnownOrder, entry: KnownEntry) =>
			isNear(order, entry) && isOf(order, entry);
		for (const group of groups(left, free, fits)) {
			const [order, ...others] = group.orders;
			const [entry, ...more] = group.entries;
			if (order && entry && others.length + more.length === 0) pairs.push({ order, entry });
			else unclear.push(group);
			left = left.filter((one) => !group.orders.includes(one));
			free = free.filter((one) => !group.entries.includes(one));
		}
	}
	return { pairs, unclear, missing: left };
}

/** Orders and entries that hang together by what fits, each group by itself. */
function groups(
	orders: readonly KnownOrder[],
	entries: readonly KnownEntry[],
	fits: (order: KnownOrder, entry: KnownEntry) => boolean,
): Recognised['unclear'] {
	const found: Recognised['unclear'] = [];
	const seen = new Set<KnownOrder>();
	for (const first of orders) {
		if (seen.has(first) || !entries.some((entry) => fits(first, entry))) continue;
		const group = { orders: [first], entries: [] as KnownEntry[] };
		for (const order of group.orders) {
			seen.add(order);
			const own = entries.filter((entry) => fits(order, entry) && !group.entries.includes(entry));
			group.entries.push(...own);
			const beside = orders.filter(
				(one) => !seen.has(one) && own.some((entry) => fits(one, entry)),
			);
			for (const one of beside) seen.add(one);
			group.orders.push(...beside);
		}
		found.push(group);
	}
	return found;
}

function isNear(order: KnownOrder, entry: KnownEntry): boolean {
	const days = (Date.parse(entry.date) - Date.parse(order.date)) / DAY_MS;
	return order.cents === entry.cents && days >= 0 && days <= DAYS_AFTER;
}

/** Whether the words of an entry hold the order's number as a number of its own. */
function names({ number }: KnownOrder, { words }: KnownEntry): boolean {
	const plain = number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`(?<![\\p{L}\\d])${plain}(?![\\p{L}\\d])`, 'iu').test(words);
}

const plainName = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();
const isSameCustomer = (order: KnownOrder, { customer }: KnownEntry): boolean =>
	plainName(customer) !== '' && order.names.some((name) => plainName(name) === plainName(customer));

/** What the books hold of the last orders of a shop, under numbers that say nothing about them. */
export interface OldBookings extends Recognised {
	/** Of before `from`. */
	missing: KnownOrder[];
	/** The first day of the orders that were recognised, and the day after all that were booked. */
	since: string;
	from: string;
}

/**
 * Recognises what another connector booked of the last orders of a shop.
 *
 * @returns `undefined` when nothing of it is recognised
 * @throws Trouble when SnelStart does not say
 */
export async function oldBookings(
	send: Send,
	raws: readonly Row[],
): Promise<(OldBookings & { all: number }) | undefined> {
	const orders = knownOrders(raws);
	const { pairs, unclear, missing } = recognise(orders, await entriesLike(send, orders));
	const days = [...pairs.map(({ order }) => order), ...unclear.flatMap((group) => group.orders)]
		.map(({ date }) => date)
		.sort();
	const [since, last] = [days[0], days.at(-1)];
	if (since === undefined || last === undefined || pairs.length === 0) return undefined;
	const from = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
	const before = missing.filter(({ date }) => date < from);
	return { ...{ pairs, unclear, missing: before }, since, from, all: orders.length };
}

/** The pairs as 'Invoices of Another Connector' takes them; a number that it cannot hold is left out. */
export const asOldInvoices = (pairs: Recognised['pairs']): string[] =>
	pairs
		.filter(({ order, entry }) => !/[=,]/.test(`${order.number}${entry.number}`))
		.map(({ order, entry }) => oldInvoiceEntry({ order: order.number, invoice: entry.number }))
		.sort();

type Row = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const idIn = (value: unknown): string => textOf((value as Row | undefined)?.id);
const cents = (value: unknown): Cents => fromEuro(Number(value));

/**
 * The entries of an administration with an amount of one of the orders, since the first of them; only
 * of those their customer and descriptions are read.
 *
 * @throws Trouble when SnelStart does not say
 */
export async function entriesLike(
	send: Send,
	orders: readonly KnownOrder[],
): Promise<KnownEntry[]> {
	const since = orders.map(({ date }) => date).sort()[0];
	if (since === undefined) return [];
	const filter = `ModifiedOn ge datetime'${since}T00:00:00'`;
	const entries: KnownEntry[] = [];
	// Many invoices may be of one customer, such as a collective one.
	const names = new Map<string, string>();
	const nameOf = async (id: string): Promise<string> => {
		if (id === '') return '';
		const known = names.get(id) ?? textOf(((await bodyOf(send, `/relaties/${id}`)) as Row).naam);
		names.set(id, known);
		return known;
	};
	for (const invoice of await pagesOf(send, '/verkoopfacturen', filter)) {
		const found = {
			number: textOf(invoice.factuurnummer),
			date: textOf(invoice.factuurDatum).slice(0, 10),
			cents: cents(invoice.factuurBedrag),
		};
		const bare = { ...found, customer: '', words: '' };
		if (!orders.some((order) => isNear(order, bare))) continue;
		const id = idIn(invoice.verkoopBoeking);
		const entry = id === '' ? {} : ((await bodyOf(send, `/verkoopboekingen/${id}`)) as Row);
		const lines = Array.isArray(entry.boekingsregels) ? (entry.boekingsregels as Row[]) : [];
		const words = [entry, ...lines].map(({ omschrijving }) => textOf(omschrijving)).join('\n');
		entries.push({ ...found, words, customer: await nameOf(idIn(invoice.relatie)) });
	}
	return entries;
}

/** Number and day (yyyy-MM-dd) of a raw order, as both shops state them. */
export function numberAndDay(raw: Row): NumberedOrder {
	const { number, orderNumber, date_created, date, createdAt } = raw;
	return {
		number: String(number ?? orderNumber ?? ''),
		date: String(date_created ?? date ?? createdAt ?? '').slice(0, 10),
	};
}

/** Of raw orders what an entry can be told by; an order without an amount or a day is left out. */
export function knownOrders(raws: readonly Row[]): KnownOrder[] {
	return raws.flatMap((raw) => {
		const { number, date } = numberAndDay(raw);
		const total = cents(raw.total ?? raw.totalPrice);
		if (number === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !(total > 0)) return [];
		const names = [raw.billing, raw.paymentAddress].flatMap((address) => {
			const of = (address ?? {}) as Row;
			const person = [of.first_name ?? of.firstName, of.last_name ?? of.lastName];
			return [textOf(of.company ?? of.companyName), person.map(textOf).join(' ').trim()];
		});
		return [{ number, date, cents: total, names: names.filter(Boolean) }];
	});
}
