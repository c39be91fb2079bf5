import type { Assumption } from './assumption';

import { isTaken, rowsOf, textAt, type Send } from './call';
import { openFixtures, type Bench } from './fixtures';
import { NotTried } from './notTried';
import { assumptions } from './register';
import type { Report, Result } from './report';
import { deleteMade, markIn, takeBackAll, type Left } from './takeBack';
import { openTools } from './tools';

/** Begins every number and name of every run. */
export const PREFIX = 'PROBE-';

export interface ProbeOptions {
	send: Send;
	now: () => Date;
	wait: (milliseconds: number) => Promise<void>;
	/**
	 * The name of the administration as SnelStart shows it: whoever gives it says for the second time
	 * that the books are there to be tried on. Needed only where there are bookings.
	 */
	administration?: string;
	/** The first time: that it may run although there are bookings. */
	despiteBookings?: boolean;
	/** Only these, by id; default all. */
	only?: readonly string[];
	/** Told of each result as it comes. */
	say?: (result: Result) => void;
}

/** Why the probe did not start; nothing was booked. */
export type RefusedBecause =
	| { case: 'bookings' | 'name' }
	| { case: 'ids'; ids: string[] }
	| { case: 'noAnswer'; words: string };

/** The probe did not start; nothing was booked. */
export class ProbeRefused extends Error {
	constructor(readonly why: RefusedBecause) {
		super(why.case);
	}
}

/** After so many failures of the network or of SnelStart in a row the rest is left. */
const mostTroubles = 3;

/**
 * Tries what this project takes for granted of SnelStart on a test administration, one assumption
 * after the other, by small bookings that carry a marker and are taken back, also when a step fails.
 *
 * @throws ProbeRefused when there are bookings and it was not told twice that they do not matter, or
 * an id is not known
 */
export async function runProbe(options: ProbeOptions): Promise<Report> {
	const { now, only, say = () => undefined } = options;
	const unknown = (only ?? []).filter((id) => !assumptions.some((one) => one.id === id));
	if (unknown.length > 0) throw new ProbeRefused({ case: 'ids', ids: unknown });
	const marker = `${PREFIX}${Math.floor(now().getTime() / 1000)
		.toString(36)
		.toUpperCase()}`;
	const { tools, state } = openTools({ ...options, marker });
	const bench: Bench = { ...tools, fixtures: openFixtures(tools) };
	const refusal = await whyNot(bench, options).catch((error: unknown) =>
		error instanceof NotTried
			? { case: 'noAnswer' as const, words: error.message }
			: Promise.reject(error),
	);
	if (refusal !== undefined) throw new ProbeRefused(refusal);

	const results: Result[] = [];
	const switches: Record<string, unknown> = {};
	let troubles = 0;
	async function tryAll(list: readonly Assumption[]): Promise<void> {
		for (const one of list) {
			state.trail = [];
			const { result, sandbox, isTrouble } =
				troubles < mostTroubles
					? await tryOne(one, bench)
					: { ...leftOut(one), sandbox: {}, isTrouble: true };
			troubles = isTrouble ? troubles + 1 : 0;
			const calls = state.trail;
			state.trail = [];
			// What stays is tried again at the end, when nothing holds it any more.
			state.kept.push(...(await deleteMade(bench, state.made.splice(0))));
			Object.assign(switches, sandbox);
			results.push({ ...result, calls });
			say({ ...result, calls });
		}
	}
	const wanted = assumptions.filter(({ id }) => only === undefined || only.includes(id));
	const takeBack = async () => {
		const all = [...state.kept.splice(0), ...state.made.splice(0)];
		return await takeBackAll(bench, all, PREFIX);
	};
	const leftBehind: Left[] = [];
	try {
		await tryAll(wanted.filter(({ last }) => !last));
	} finally {
		leftBehind.push(...(await takeBack()));
	}
	try {
		await tryAll(wanted.filter(({ last }) => last));
	} finally {
		if (state.kept.length + state.made.length > 0) leftBehind.push(...(await takeBack()));
	}
	return {
		probe: 1,
		on: now().toISOString().slice(0, 10),
		marker,
		requests: state.calls,
		results,
		leftBehind,
		sandbox: switches,
	};
}

const head = ({ id, theme, question, facts }: Assumption) => ({ id, theme, question, facts });

const leftOut = (one: Assumption) => ({
	result: {
		...head(one),
		outcome: 'not tried' as const,
		why: 'Left out after several failures in a row.',
	},
});

/** SnelStart's answer was of a kind that nobody thought of; the other questions are asked all the same. */
const OWN_FAULT = 'A fault of the probe itself, please report it';

async function stepsOf(one: Assumption, bench: Bench) {
	const seen = await one.steps(bench);
	const found = one.findings[seen.finding];
	if (found === undefined) throw new Error(`${one.id} has no finding ${seen.finding}`);
	return { ...seen, found };
}

async function tryOne(one: Assumption, bench: Bench) {
	const seen = await stepsOf(one, bench).catch((error: unknown) =>
		error instanceof NotTried ? error : new NotTried(`${OWN_FAULT} (${String(error)}).`),
	);
	if (seen instanceof NotTried) {
		const { message: why, isTrouble } = seen;
		return {
			result: { ...head(one), outcome: 'not tried' as const, why },
			sandbox: {},
			isTrouble,
		};
	}
	const { found, finding, sandbox, measured } = seen;
	return {
		result: {
			...head(one),
			outcome: found.holds ? ('holds' as const) : ('differs' as const),
			found: finding,
			says: found.says,
			...(measured !== undefined && { measured }),
			...(found.follows !== undefined && { follows: found.follows }),
		},
		sandbox: { ...found.sandbox, ...sandbox },
		isTrouble: false,
	};
}

/** Whether a row was booked by somebody else; rows that a broken run left behind are the probe's. */
const isNotOfProbe = (row: unknown): boolean =>
	!['boekstuk', 'factuurNummer', 'factuurnummer', 'omschrijving'].some((field) =>
		markIn(PREFIX).test(textAt(row, field)),
	);

/** Whether a list holds a row of somebody else, on whatever page; so does one that is not shown. */
async function isInUse(bench: Bench, path: string): Promise<boolean> {
	for (let skip = 0; ; ) {
		const query = { $top: '500', ...(skip > 0 && { $skip: String(skip) }) };
		const answer = await bench.ask({ method: 'GET', path, query });
		const rows = rowsOf(answer.body);
		if (!isTaken(answer) || rows.some(isNotOfProbe)) return true;
		if (rows.length === 0) return false;
		skip += rows.length;
		// That many are nobody's test: a list that repeats itself does not end.
		if (skip > MOST_ROWS) return true;
	}
}
const MOST_ROWS = 25_000;

/** Why books that are in use may not be tried on, unless it was told twice that they may. */
async function whyNot(
	bench: Bench,
	{ despiteBookings = false, administration = '' }: ProbeOptions,
): Promise<RefusedBecause | undefined> {
	if (
		!(await isInUse(bench, '/verkoopfacturen')) &&
		!(await isInUse(bench, '/grootboekmutaties'))
	) {
		return undefined;
	}
	if (!despiteBookings) return { case: 'bookings' };
	const name = textAt(await bench.fixtures.company(), 'administratieNaam');
	return name === '' || administration !== name ? { case: 'name' } : undefined;
}
