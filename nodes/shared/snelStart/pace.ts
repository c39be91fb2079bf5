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
}

const MINUTE_MS = 60_000;

/** By administration; shared by all runs of this process, since SnelStart counts them together. */
const paces = new Map<string, Pace>();

/** The keys are not kept: a fingerprint tells administrations apart as well. */
function paceOf(administration: string): Pace {
	const key = createHash('sha256').update(administration).digest('hex');
	const pace = paces.get(key) ?? { sent: [], underWay: 0, waiting: [] };
	paces.set(key, pace);
	return pace;
}

/**
 * Sends a request as soon as the limits of its administration allow it: first waits until fewer
 * than `requestsInFlight` are under way, then until fewer than `requestsPerMinute` went out in the
 * last minute.
 *
 * @param administration what tells this administration apart, such as its client key
 */
export async function paced<Result>(
	administration: string,
	{ requestsPerMinute, requestsInFlight }: Limits,
	send: () => Promise<Result>,
): Promise<Result> {
	const pace = paceOf(administration);
	while (requestsInFlight > 0 && pace.underWay >= requestsInFlight) {
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
		pace.waiting.shift()?.();
	}
}

/** Milliseconds until one more request fits in the last minute. */
function waitFor(pace: Pace, requestsPerMinute: number): number {
	const now = Date.now();
	pace.sent = pace.sent.filter((moment) => moment > now - MINUTE_MS);
	if (requestsPerMinute <= 0 || pace.sent.length < requestsPerMinute) return 0;
	const oldest = pace.sent[pace.sent.length - requestsPerMinute]!;
	return oldest + MINUTE_MS - now;
}
