import { sleep } from 'n8n-workflow';

const FIRST_WAIT_MS = 500;

export interface Patience {
	/** How often something is tried in all. */
	tries: number;
	/** All waits together. */
	totalWaitMs: number;
}

/**
 * Tries until there is an answer to keep, with growing waits: half a second, then twice as long each
 * time, or as long as the service asks.
 *
 * @param repeat says of an answer that another try may help and do no harm, and how long to wait for
 * it; `undefined` keeps the answer
 */
export async function retried<Answer>(
	tryOnce: () => Promise<Answer>,
	repeat: (answer: Answer) => { afterMs?: number | undefined } | undefined,
	{ tries, totalWaitMs }: Patience,
): Promise<Answer> {
	let waited = 0;
	for (let attempt = 1; ; attempt++) {
		const answer = await tryOnce();
		const again = repeat(answer);
		const wait = again?.afterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
		if (!again || attempt >= tries || waited + wait > totalWaitMs) return answer;
		await sleep(wait);
		waited += wait;
	}
}

/** `Retry-After` in milliseconds; it holds seconds or a date (RFC 9110 section 10.2.3). */
export function retryAfterMs(header: unknown): number | undefined {
	const text =
		typeof header === 'string' || typeof header === 'number' ? String(header).trim() : '';
	if (/^\d+$/.test(text)) return Number(text) * 1_000;
	const moment = Date.parse(text);
	return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}
