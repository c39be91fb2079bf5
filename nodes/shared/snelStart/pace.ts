import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';

/** What an administration allows (SS-122); zero sets no limit. */
export interface Limits {
	requestsPerMinute: number;
	requestsInFlight: number;
}

/**
 * What one process may send when so many share the limits of an administration: SnelStart counts
 * them together, and processes do not know of each other. At least one request.
 */
export function shareOf(
	{ requestsPerMinute, requestsInFlight }: Limits,
	processes: number,
): Limits {
	const part = (limit: number): number =>
		limit > 0 && processes > 1 ? Math.max(1, Math.floor(limit / processes)) : limit;
	return {
		requestsPerMinute: part(requestsPerMinute),
		requestsInFlight: part(requestsInFlight),
	};
}

interface Pace {
	/** When the requests of the last minute went out, oldest first. */
	sent: number[];
	underWay: number;
	/** Requests that wait for another to be over. */
	waiting: Array<() => void>;
	/** How many at once SnelStart took lately; grows with every answer until the limit is reached. */
	most: number;
}

const MINUTE_MS = 60_000;

/** By administration; shared by all runs of this process, since SnelStart counts them together. */
const paces = new Map<string, Pace>();

/** The keys are not kept: a fingerprint tells administrations apart as well. */
function paceOf(administration: string): Pace {
	const key = createHash('sha256').update(administration).digest('hex');
	const pace = paces.get(key) ?? {
		sent: [],
		underWay: 0,
		waiting: [],
		most: Infinity,
	};
	paces.set(key, pace);
	return pace;
}

/**
 * SnelStart answered 429: half as many requests go out at once from here on. Every answer after that
 * allows a little more.
 */
export function tooMany(administration: string): void {
	const pace = paceOf(administration);
	pace.most = Math.max(1, Math.floor(Math.min(pace.most, pace.underWay) / 2));
}

/**
 * Sends a request as soon as the limits of its administration allow it: first waits until fewer
 * than `requestsInFlight` are under way, then until fewer than `requestsPerMinute` went out in the
 * last minute. What SnelStart itself took lately counts as well (`tooMany`).
 *
 * @param administration what tells this administration apart, such as its client key
 */
export async function paced<Result>(
	administration: string,
	{ requestsPerMinute, requestsInFlight }: Limits,
	send: () => Promise<Result>,
): Promise<Result> {
	const pace = paceOf(administration);
	const allowed = () => Math.min(pace.most, requestsInFlight > 0 ? requestsInFlight : Infinity);
	while (pace.underWay >= Math.floor(allowed())) {
		await new Promise<void>((resolve) => pace.waiting.push(resolve));
	}
	pace.underWay += 1;
	try {
		for (;;) {
			const wait = waitFor(pace, requestsPerMinute);
			if (wait <= 0) break;
			await sleep(wait);
		}
		pace.sent.push(Date.now());
		return await send();
	} finally {
		pace.underWay -= 1;
		// One more at once for every round of as many.
		pace.most += 1 / pace.most;
		const free = Math.floor(Math.min(pace.waiting.length, allowed() - pace.underWay));
		for (const next of pace.waiting.splice(0, Math.max(0, free))) next();
	}
}

/** Milliseconds until one more request fits in the last minute. */
function waitFor({ sent }: Pace, requestsPerMinute: number): number {
	const now = Date.now();
	while (sent.length > 0 && sent[0]! <= now - MINUTE_MS) sent.shift();
	if (requestsPerMinute <= 0 || sent.length < requestsPerMinute) return 0;
	const oldest = sent[sent.length - requestsPerMinute]!;
	return oldest + MINUTE_MS - now;
}
