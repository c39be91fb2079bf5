import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What was put at the calls of one run. */
export interface Placement {
	/** The flow that ran. */
	step: string;
	/** As `nameOf` says it. */
	faults: string[];
	/** How many of them a call came to. */
	met: number;
	/** The run ended badly; what it left open is for a later one. */
	isRed?: true;
}

/** Placements that were judged together: from an empty table to the rest after the last of them. */
export interface Epoch {
	/** The kind of trade: `plain`, `totals` or `files`. */
	trade: string;
	seed: number;
	/** When it ended. */
	at: string;
	seconds: number;
	/** The commit that was tried. */
	commit?: string;
	/** Orders and refunds that were to be booked once each. */
	documents: number;
	placements: Placement[];
	/** What the judge found. */
	wrong: string[];
}

/** A placement counts once every fault of it was met. */
export const isMade = ({ faults, met }: Placement): boolean => met === faults.length;

/** @returns what earlier sittings wrote; nothing where there were none */
export async function readEpochs(file: string): Promise<Epoch[]> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Epoch);
}

/** Adds what was judged: a line per epoch, so that a sitting that is broken off loses nothing but its open ones. */
export async function addEpoch(file: string, epoch: Epoch): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await appendFile(file, `${JSON.stringify(epoch)}\n`);
}

const count = (names: readonly string[]): string =>
	[...new Set(names)]
		.sort()
		.map((name) => `${name} ${names.filter((one) => one === name).length}`)
		.join(', ');

/** The figures of all sittings, a line each. */
export function figuresOf(epochs: readonly Epoch[]): string[] {
	const made = epochs.flatMap(({ placements }) => placements.filter(isMade));
	const tried = epochs.flatMap(({ placements }) => placements);
	const singles = epochs.flatMap(({ trade, placements }) =>
		placements
			.filter((one) => isMade(one) && one.faults.length === 1)
			.map(({ step, faults }) => `${trade} ${step} ${faults[0]}`),
	);
	const faults = made.flatMap((one) => one.faults);
	const wrong = epochs.flatMap((epoch) => epoch.wrong);
	const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
	return [
		`${made.length} placements made (${new Set(singles).size} different single ones, ${made.length - singles.length} pairs), ${tried.length - made.length} not met by a call`,
		`${sum(epochs.map(({ documents }) => documents))} orders and refunds in ${epochs.length} epochs, ${tried.filter(({ isRed }) => isRed).length} red runs`,
		`by trade: ${count(epochs.flatMap(({ trade, placements }) => placements.filter(isMade).map(() => trade)))}`,
		`by run: ${count(made.map(({ step }) => step))}`,
		`by kind: ${count(faults.map((name) => name.split(' at ')[0]!))}`,
		`by service: ${count(faults.map((name) => name.split(' at ')[1]!.split(' ')[0]!))}`,
		`${wrong.length} wrong`,
		...wrong,
	];
}
