import { createHash } from 'node:crypto';
import { sleep } from 'n8n-workflow';

import type { ToldCode } from '../../../bookkeeping';
import { administrationOf } from '../../shared/snelStart/transport';
import type { SnelStartContext, SnelStartResult } from '../../shared/snelStart/transport';
import {
	needsAttention,
	reasonOf,
	reasonOfError,
	refusedOutcome,
	unsettledReason,
} from './outcome';
import type { NotBooked } from './outcome';

/** What stands in SnelStart: our record, or another one in its place. */
export type Seen<Found> = { ours: Found } | { notOurs: ToldCode };

/** A record that must never be made twice. */
export interface OneWrite<Found> {
	/** What tells the record apart in its administration, the kind of record included. */
	key: string;
	/** When the caller looked for it, by this machine's clock; what was written since is not known. */
	lookedAt: number;
	/** Sends the record. What it does after a refusal is its own affair: nothing was made then. */
	send: () => Promise<SnelStartResult>;
	/** The record in SnelStart's answer; `undefined` when the answer names none. */
	made: (data: unknown) => Found | undefined;
	/** Looks for the record; `undefined` when there is none. @throws NodeApiError when SnelStart refuses the look-up */
	look: () => Promise<Seen<Found> | undefined>;
	/** Looks before it is sent, where another record may hold this one; left out: `look`. @throws as `look` */
	lookBefore?: () => Promise<Seen<Found> | undefined>;
	/** The code by which SnelStart itself refuses a second record; absent when it takes any number. */
	refusedAsDouble?: string;
	/** The keys of records that are made with it, where several share one. */
	holds?: readonly string[];
}

/**
 * A record that is in SnelStart. `now`: made by this write. `perhapsNow`: found after a write without
 * an answer. `earlier`: found, and not made by this write.
 */
export interface Written<Found> {
	state: 'booked';
	record: Found;
	made: 'now' | 'perhapsNow' | 'earlier';
}

const SECOND_LOOK_AFTER_MS = 2_000;
/** How long SnelStart may go on with a write that its gateway gave up (SS-125). */
export const SETTLE_MS = 120_000;
/** Far more than the records of one run. */
const REMEMBERED = 50_000;

interface Memory {
	/** From when on a look shows what became of the last POST, by whichever run of this process. */
	settledAt: number;
	/** Why it is not known whether SnelStart carries it out, as long as that is open. */
	unsettled?: ToldCode;
}

/** By fingerprint of administration and key, the latest last; shared by all runs of this process. */
const memories = new Map<string, Memory>();
/** Who is at work on a record; the next one waits. */
const turns = new Map<string, Promise<unknown>>();

/** Forgets what was sent, as a new process would. */
export function forgetWrites(): void {
	memories.clear();
}

/**
 * Makes a record in SnelStart, once. SnelStart has no key that makes a repeated POST harmless
 * (SS-123), so a POST without an answer (a timeout, a broken connection, a 5xx) is never
 * repeated: the record is looked for, and again after a while, since SnelStart may finish the work
 * after its gateway gave up (SS-124). What is found is taken over when it is ours; else the write stays
 * unknown. Two runs of this process never work on one record at the same time, and the second looks
 * for what the first has sent. Where SnelStart would take a second record, nothing is sent either
 * while it may still be at work on the first.
 */
export async function writeOnce<Found>(
	context: SnelStartContext,
	write: OneWrite<Found>,
): Promise<Written<Found> | NotBooked> {
	const administration = await administrationOf.call(context);
	const idOf = (key: string): string =>
		createHash('sha256').update(`${administration} ${key}`).digest('hex');
	const id = idOf(write.key);
	const held = (write.holds ?? []).map(idOf);
	return await inTurn([id, ...held], async () => {
		// What was sent of one of them since the look may be in the books: a later run looks again.
		const since = held
			.map((one) => memories.get(one))
			.find((one) => one !== undefined && write.lookedAt <= one.settledAt);
		if (since) {
			return { state: 'unknown', reason: since.unsettled ?? unsettledReason(), stop: false };
		}
		const memory = memories.get(id);
		if (memory !== undefined && write.lookedAt <= memory.settledAt) {
			const known = await lookFirst(write.lookBefore ?? write.look);
			if (known) return known;
			const { unsettled, settledAt } = memory;
			if (unsettled && Date.now() < settledAt && write.refusedAsDouble === undefined) {
				return { state: 'unknown', reason: unsettled, stop: false };
			}
		}
		return await sendOnce(write, (made) => {
			for (const one of [id, ...held]) remember(one, made);
		});
	});
}

async function sendOnce<Found>(
	{ send, made, look, refusedAsDouble }: OneWrite<Found>,
	keep: (memory: Memory) => void,
): Promise<Written<Found> | NotBooked> {
	const result = await send();
	const isRefused = result.outcome === 'refused';
	if (isRefused && !(refusedAsDouble && result.refusal.codes.includes(refusedAsDouble))) {
		return refusedOutcome(result.refusal);
	}
	const record = result.outcome === 'ok' ? made(result.data) : undefined;
	if (record !== undefined) {
		keep({ settledAt: Date.now() });
		return { state: 'booked', record, made: 'now' };
	}
	const { found, unavailable } = await lookTwice(look);
	keep({ settledAt: Date.now() });
	if (found) return taken(found, isRefused ? 'earlier' : 'perhapsNow');
	if (isRefused) {
		// It exists, yet cannot be seen for now: nothing was made, the next run looks first.
		const reason = reasonOf(result.refusal);
		return { state: unavailable ? 'ready' : 'needsAttention', reason, stop: unavailable };
	}
	const reason = unsettledReason(result.outcome === 'unknown' ? result.refusal : undefined);
	keep({ settledAt: Date.now() + SETTLE_MS, unsettled: reason });
	return { state: 'unknown', reason, stop: unavailable };
}

/** What becomes of a write whose record, or another in its place, is in SnelStart. */
export function taken<Found>(
	found: Seen<Found>,
	made: Written<Found>['made'] = 'earlier',
): Written<Found> | NotBooked {
	if ('notOurs' in found) return needsAttention(found.notOurs);
	return { state: 'booked', record: found.ours, made };
}

/** Looks before anything is sent; answers what the look settles. */
async function lookFirst<Found>(
	look: OneWrite<Found>['look'],
): Promise<Written<Found> | NotBooked | undefined> {
	try {
		const found = await look();
		return found && taken(found);
	} catch (error) {
		return { state: 'ready', reason: reasonOfError(error), stop: true };
	}
}

/** Looks after a write, once more when nothing is there yet. */
async function lookTwice<Found>(
	look: () => Promise<Seen<Found> | undefined>,
): Promise<{ found?: Seen<Found> | undefined; unavailable: boolean }> {
	try {
		let found = await look();
		if (found === undefined) {
			await sleep(SECOND_LOOK_AFTER_MS);
			found = await look();
		}
		return { found, unavailable: false };
	} catch {
		// The write stays unsettled; its own reason is what the caller reports.
		return { unavailable: true };
	}
}

function remember(id: string, memory: Memory): void {
	memories.delete(id);
	memories.set(id, memory);
	const [oldest] = memories.keys();
	if (memories.size > REMEMBERED && oldest !== undefined) memories.delete(oldest);
}

/** Does work on records after the work on any of them that is under way. */
async function inTurn<Result>(
	ids: readonly string[],
	work: () => Promise<Result>,
): Promise<Result> {
	const mine = Promise.all(ids.map((id) => turns.get(id))).then(work);
	const over = mine.catch(() => undefined);
	for (const id of ids) turns.set(id, over);
	try {
		return await mine;
	} finally {
		for (const id of ids) if (turns.get(id) === over) turns.delete(id);
	}
}
