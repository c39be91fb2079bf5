import type { Made, Tools } from './tools';
import { codesOf, isTaken, rowsOf, textAt, type ProbeAnswer } from './call';
import { NotTried } from './notTried';
import { creditOf } from './salesEntry';

/** What stayed in the administration, and why. */
export interface Left {
	/** `verkoopboekingen PROBE-T5X2K1-7`. */
	what: string;
	why: string;
}

type Asker = Pick<Tools, 'ask'>;

const kindOf = (path: string): string => path.split('/')[1] ?? path;
/** SnelStart's own code for a sales order that is not there. */
export const NO_SUCH_ORDER = 'VOR-0001';
/** Whether a refusal says that what was asked for is not there. */
export const isGone = (answer: ProbeAnswer): boolean =>
	!isTaken(answer) && (answer.status === 404 || codesOf(answer).includes(NO_SUCH_ORDER));
/** Whether nothing is there after this answer to its deletion. */
const isRemoved = (answer: ProbeAnswer): boolean => isTaken(answer) || isGone(answer);

async function remove(bench: Asker, path: string): Promise<ProbeAnswer | Error> {
	try {
		return await bench.ask({ method: 'DELETE', path });
	} catch (error) {
		return error instanceof Error ? error : new Error('failure');
	}
}

const whyOf = (answer: ProbeAnswer | Error): string =>
	answer instanceof Error ? answer.message : codesOf(answer).join(', ');

/**
 * Deletes what was made, newest first, since payments hold their entries and entries their cards.
 *
 * @returns what is still there, oldest first
 */
export async function deleteMade(bench: Asker, made: readonly Made[]): Promise<Made[]> {
	const left: Made[] = [];
	for (const one of [...made].reverse()) {
		if (!one.isCertain) {
			left.unshift(one);
			continue;
		}
		const answer = await remove(bench, one.path);
		if (answer instanceof Error || !isRemoved(answer)) left.unshift(one);
	}
	return left;
}

/** Begins the number of a credit note, so that it stays as long as what it credits. */
const CREDIT = 'C-';

const invoices = {
	list: '/verkoopfacturen',
	field: 'Factuurnummer',
	key: 'factuurnummer',
	path: 'verkoopBoeking.id',
} as const;
/** A name that a run of the probe gives: whose else begins like it is nobody's to delete. */
export const markIn = (prefix: string): RegExp => new RegExp(`${prefix}[0-9A-Z]{6}-\\d+`, 'i');

/** Where records with the marker are looked for; memorials have no list (SS-209). */
const searches = [
	{ list: '/bankboekingen', field: 'Boekstuk', key: 'boekstuk', path: 'id' },
	invoices,
	{ list: '/verkooporders', field: 'Omschrijving', key: 'omschrijving', path: 'id' },
	{ list: '/artikelen', field: 'Omschrijving', key: 'omschrijving', path: 'id' },
	{ list: '/relaties', field: 'Naam', key: 'naam', path: 'id' },
] as const;

/**
 * Takes back what is left at the end: everything that was made and everything that carries a marker,
 * also of an earlier run that was broken off. A sales entry that SnelStart does not delete is
 * credited.
 *
 * @param prefix begins every number and name of every run
 */
export async function takeBackAll(
	bench: Asker,
	made: readonly Made[],
	prefix: string,
): Promise<Left[]> {
	const left: Left[] = [];
	for (const one of await deleteMade(bench, made)) {
		const what = `${kindOf(one.path)} ${one.name}`;
		if (!one.isCertain) {
			const isListed =
				searches.some(({ list }) => one.path === list) || one.path === '/verkoopboekingen';
			if (!isListed)
				left.push({ what, why: 'no answer came when it was made, and no list shows it' });
			continue;
		}
		const answer = await remove(bench, one.path);
		if (!(answer instanceof Error) && isRemoved(answer)) continue;
		const credited = await credit(bench, one);
		left.push({ what, why: `${whyOf(answer)}${credited}` });
	}
	const isHere = (what: string): boolean => left.some((one) => one.what === what);
	// A credit note goes when what it credited has gone.
	const ofStaying = (what: string): boolean => isHere(what.replace(CREDIT, ''));
	for (const search of searches) {
		left.push(...(await sweep(bench, search, prefix, isHere)));
		if (search !== invoices) continue;
		left.push(...(await sweep(bench, invoices, `${CREDIT}${prefix}`, ofStaying)));
	}
	return left;
}

/** Books the opposite of a sales entry that stays; ends in words for the report. */
async function credit(bench: Asker, { path, name, body }: Made): Promise<string> {
	if (kindOf(path) !== 'verkoopboekingen') return '';
	const number = `${CREDIT}${name}`;
	try {
		const answer = await bench.ask({
			method: 'POST',
			path: '/verkoopboekingen',
			body: creditOf(body, number),
		});
		return isTaken(answer)
			? `; credited by ${number}`
			: `; not credited either: ${codesOf(answer).join(', ')}`;
	} catch (error) {
		return `; not credited either: ${whyOf(error as Error)}`;
	}
}

/** @param stays what is not to be deleted, as it is named in the report */
async function sweep(
	bench: Asker,
	{ list, field, key, path }: (typeof searches)[number],
	prefix: string,
	stays: (what: string) => boolean,
): Promise<Left[]> {
	const target = list === '/verkoopfacturen' ? '/verkoopboekingen' : list;
	const left: Left[] = [];
	const notLookedFor = (why: string): Left[] => [
		...left,
		{ what: `${kindOf(target)} ${prefix}…`, why: `not looked for: ${why}` },
	];
	try {
		const asked = async ($filter: string) =>
			await bench.ask({ method: 'GET', path: list, query: { $filter } });
		const byBeginning = await asked(`startswith(${field}, '${prefix}')`);
		// Documented, and never seen: what stands anywhere in a name is filtered out below.
		const answer = isTaken(byBeginning)
			? byBeginning
			: await asked(`substringof('${prefix}', ${field})`);
		if (!isTaken(answer)) return notLookedFor(codesOf(answer).join(', '));
		for (const row of rowsOf(answer.body)) {
			const name = textAt(row, key);
			const what = `${kindOf(target)} ${name}`;
			const isMade = markIn(prefix).exec(name)?.[0] === name && textAt(row, path) !== '';
			if (!isMade || stays(what)) continue;
			const removed = await remove(bench, `${target}/${textAt(row, path)}`);
			if (removed instanceof Error || !isRemoved(removed)) left.push({ what, why: whyOf(removed) });
		}
		return left;
	} catch (error) {
		// Who may not look may not have booked either.
		if (error instanceof NotTried && !error.isTrouble) return left;
		return notLookedFor(error instanceof Error ? error.message : 'failure');
	}
}
