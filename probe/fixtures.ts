import type { Tools } from './tools';
import { at, rowsOf, textAt } from './call';
import { NotTried } from './notTried';

/** What every assumption may need of the administration; each is read or made once. */
export interface Fixtures {
	company: () => Promise<unknown>;
	/** A ledger account of one of these functions, in use and without a cost centre. @throws NotTried */
	account: (...functions: string[]) => Promise<{ id: string }>;
	/** A journal of this kind. @throws NotTried */
	journal: (kind: 'Bank' | 'Memoriaal') => Promise<{ id: string }>;
	/** A country by its two letters. @throws NotTried */
	country: (code: string) => Promise<{ id: string }>;
	/** A revenue group of the high rate. @throws NotTried */
	revenueGroup: () => Promise<{ id: string }>;
	/** A customer in the Netherlands that the probe made. */
	customer: () => Promise<{ id: string }>;
	/** A second one. */
	otherCustomer: () => Promise<{ id: string }>;
	/** Today in the Netherlands, yyyy-MM-dd. */
	today: () => string;
}

/** What the steps of an assumption work with. */
export interface Bench extends Tools {
	fixtures: Fixtures;
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'medium',
});

/** Dutch local time without a zone, as SnelStart is expected to write it (SS-204). */
export const dutchTime = (moment: Date): string => wallClock.format(moment).replace(' ', 'T');

/** Remembers what a reader found, so that it is asked once. */
function once<Found>(read: () => Promise<Found>): () => Promise<Found> {
	let found: Promise<Found> | undefined;
	return async () => {
		found ??= read();
		found.catch(() => {
			found = undefined;
		});
		return await found;
	};
}

export function openFixtures(bench: Tools): Fixtures {
	const list = (path: string) =>
		once(async () => rowsOf((await bench.ask({ method: 'GET', path })).body));
	const [accounts, journals] = [list('/grootboeken'), list('/dagboeken')];
	const [countries, groups] = [list('/landen'), list('/artikelomzetgroepen')];
	const idOf = (row: unknown, what: string): { id: string } => {
		const id = textAt(row, 'id');
		if (id === '') throw new NotTried(`The administration has no ${what}.`);
		return { id };
	};
	const customer = once(async () => await makeCustomer(bench));
	const otherCustomer = once(async () => await makeCustomer(bench));
	return {
		company: once(async () => (await bench.ask({ method: 'GET', path: '/companyInfo' })).body),
		account: async (...functions) => {
			const rows = await accounts();
			const usable = rows.filter(
				(row) => at(row, 'nonactief') !== true && at(row, 'kostenplaatsVerplicht') !== true,
			);
			const found = functions
				.map((name) => usable.find((row) => at(row, 'grootboekfunctie') === name))
				.find((row) => row !== undefined);
			return idOf(found, `ledger account in use of the function ${functions.join(' or ')}`);
		},
		journal: async (kind) => {
			const rows = await journals();
			const found = rows.find((row) => at(row, 'soort') === kind && at(row, 'nonactief') !== true);
			return idOf(found, `journal in use of the kind ${kind}`);
		},
		country: async (code) => {
			const rows = await countries();
			return idOf(
				rows.find((row) => at(row, 'landcode') === code),
				`country ${code} in its list`,
			);
		},
		revenueGroup: async () => {
			const rows = await groups();
			const high = rows.find((row) => at(row, 'verkoopNederlandBtwSoort') === 'Hoog');
			return idOf(high, 'revenue group of the high rate');
		},
		customer,
		otherCustomer,
		today: () => dutchTime(bench.now()).slice(0, 10),
	};
}

/** A customer that serves the whole run. */
async function makeCustomer(bench: Tools): Promise<{ id: string }> {
	const name = bench.mark();
	let id = '';
	await bench.keep(async () => {
		const body = { naam: name, relatiesoort: ['Klant'] };
		id = textAt((await bench.make('/relaties', body, name)).body, 'id');
	});
	return { id };
}
