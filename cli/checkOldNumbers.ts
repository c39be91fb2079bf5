import { oldInvoicesOf, type Spoken } from '../bookkeeping';
import type { Send } from '../probe';
import { commandText } from './commandTexts';
import type { ClientFile } from './clientFile';
import { inBooks, oldNumbers } from './oldNumbers';
import { asOldInvoices, numberAndDay, oldBookings } from './runningNumbers';
import { reason, Trouble } from './trouble';

/** How many numbers are looked up: the last one and those before it. */
const NUMBERS_BACK = 40;

type RawOrder = Readonly<Record<string, unknown>>;

/**
 * Holds the last invoice number of another connector, as the client file has it, against the numbers
 * that the client is going to give and the invoices that it names as that connector's: only those are
 * recognised and taken over.
 *
 * @param ordersOf the last orders of a shop; `undefined` where it cannot be asked from here
 * @returns what is to be told of each shop that says its last number
 * @throws Trouble OLD_NUMBERS before anything is made, with what to write in the file where that is known
 */
export async function checkOldNumbers(
	{ settings, shops }: Pick<ClientFile, 'settings' | 'shops'>,
	open: () => Promise<Send>,
	ordersOf: (shop: string) => Promise<readonly RawOrder[] | undefined>,
): Promise<Array<{ shop: string; found: Spoken }>> {
	const told: Array<{ shop: string; found: Spoken }> = [];
	const coming = settings.shops.filter(({ shop }) => shops[shop]?.lastOldNumber !== undefined);
	if (coming.length === 0) return told;
	const send = await open();
	for (const { shop, invoiceNumberPrefix: prefix = '', oldInvoices = [] } of coming) {
		const last = shops[shop]!.lastOldNumber!;
		const takesOver = settings.document !== 'salesOrder';
		if (oldInvoices.length > 0) {
			const there = await namedInvoices(send, { shop, last, oldInvoices });
			// Of an order that another connector booked, no sales order is made.
			const text = takesOver ? 'namedTakenOver' : 'namedLeftAlone';
			told.push({ shop, found: commandText(text, there) });
			continue;
		}
		if (!takesOver) throw new Trouble(reason('OLD_NUMBERS', { case: 'salesOrders', shop, last }));
		const [, number] = /^(\d+)$/.exec(last.slice(prefix.length)) ?? [];
		if (number === undefined || !last.startsWith(prefix)) {
			const raws = (await ordersOf(shop)) ?? [];
			throw new Trouble(await otherNumbers(send, raws, { shop, last, prefix }));
		}
		const numbers = countingDown(number).map((one) => ({ number: one, date: '' }));
		const there = await inBooks(send, numbers, prefix);
		if (!there.some((one) => one.number === number)) {
			throw new Trouble(reason('OLD_NUMBERS', { case: 'notThere', shop, last }));
		}
		const counts = { there: there.length - 1, before: numbers.length - 1 };
		told.push({ shop, found: commandText('takenOver', { last, ...counts }) });
	}
	return told;
}

/** How many of the invoices that the file names are in SnelStart. @throws Trouble without the last one */
async function namedInvoices(
	send: Send,
	{ shop, last, oldInvoices }: { shop: string; last: string; oldInvoices: string[] },
): Promise<{ there: number; all: number }> {
	const named = oldInvoicesOf({ oldInvoices }).map(({ invoice }) => ({
		number: invoice,
		date: '',
	}));
	const there = await inBooks(send, named, '');
	if ((await inBooks(send, [{ number: last, date: '' }], '')).length === 0) {
		throw new Trouble(reason('OLD_NUMBERS', { case: 'notThere', shop, last }));
	}
	return { there: there.length, all: named.length };
}

/** Why a number that this client would not give stops the import, and what would go on. */
async function otherNumbers(
	send: Send,
	raws: readonly RawOrder[],
	named: { shop: string; last: string; prefix: string },
) {
	const byPrefix = reason('OLD_NUMBERS', { case: 'prefix', ...named });
	const orders = raws.map(numberAndDay).filter(({ number }) => number !== '');
	const { prefix } = oldNumbers(named.last, orders);
	if (prefix !== undefined && (await inBooks(send, orders, prefix)).length > 0) return byPrefix;
	const found = await oldBookings(send, raws);
	if (!found) return byPrefix;
	const { shop, last } = named;
	const { pairs, from, since, all } = found;
	const row = { bookFrom: from, oldInvoices: asOldInvoices(pairs) };
	const lines = JSON.stringify(row).slice(1, -1);
	const facts = { shop, last, count: pairs.length, all, since, lines };
	return reason('OLD_NUMBERS', { case: 'running', ...facts });
}

/** A number and those before it, as long as it is with its zeros in front. */
function countingDown(number: string): string[] {
	const last = Number(number);
	const many = Math.min(NUMBERS_BACK, last + 1);
	return Array.from({ length: many }, (_, back) =>
		String(last - back).padStart(number.length, '0'),
	);
}
