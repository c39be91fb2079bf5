import type { Bench } from './fixtures';
import { rowsOf, textAt, type ProbeAnswer } from './call';

export interface EntryParts {
	number: string;
	/** Default: the customer of this run. */
	customer?: { id: string };
	/** Default: today, as a date with midnight. */
	date?: string;
	/** Net cents of each line, all of the high rate; default one of 1.00. */
	lines?: number[];
	/** Cents of VAT; default 21 in a hundred of each line, which leaves no cent over. */
	vat?: number;
	/** Cents by which the invoice amount departs from lines and VAT. */
	off?: number;
}

const euro = (cents: number): number => cents / 100;
const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + one, 0);

/** The body of a small sales entry, right unless its parts say otherwise. */
export async function entryBody({ fixtures }: Bench, parts: EntryParts) {
	const { number, lines = [100], off = 0 } = parts;
	const { vat = sum(lines.map((net) => Math.round((net * 21) / 100))) } = parts;
	const account = await fixtures.account('VerkopenOmzetHoog');
	return {
		factuurnummer: number,
		klant: parts.customer ?? (await fixtures.customer()),
		factuurdatum: parts.date ?? `${fixtures.today()}T00:00:00`,
		factuurbedrag: euro(sum(lines) + vat + off),
		betalingstermijn: 14,
		omschrijving: number,
		boekingsregels: lines.map((net) => ({
			omschrijving: number,
			grootboek: account,
			bedrag: euro(net),
			btwSoort: 'Hoog',
		})),
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: euro(vat) }],
	};
}

/** Books an entry that is right. @throws NotTried when SnelStart refuses even that */
export async function bookEntry(bench: Bench, parts: Partial<EntryParts> = {}) {
	const number = parts.number ?? bench.mark();
	const body = await entryBody(bench, { ...parts, number });
	const answer = await bench.make('/verkoopboekingen', body, number);
	return { number, body, id: textAt(answer.body, 'id'), answer };
}

/** Tries an entry that may be refused. */
export async function tryEntry(
	bench: Bench,
	parts: Partial<EntryParts> = {},
): Promise<ProbeAnswer> {
	const number = parts.number ?? bench.mark();
	return await bench.post(
		'/verkoopboekingen',
		await entryBody(bench, { ...parts, number }),
		number,
	);
}

/** The invoices with exactly this number, as a filter finds them. */
export async function invoicesOf({ ask }: Bench, number: string): Promise<unknown[]> {
	const query = { $filter: `Factuurnummer eq '${number}'` };
	return rowsOf((await ask({ method: 'GET', path: '/verkoopfacturen', query })).body);
}

/** The opposite of an entry: every amount with its sign turned. */
export function creditOf(body: unknown, number: string): unknown {
	const amounts = new Set(['factuurbedrag', 'bedrag', 'btwBedrag']);
	const turned = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(turned);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [
				name,
				amounts.has(name) && typeof inner === 'number' ? -inner : turned(inner),
			]),
		);
	};
	return { ...(turned(body) as object), factuurnummer: number };
}
