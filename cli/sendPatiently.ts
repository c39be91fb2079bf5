import { setTimeout as wait } from 'node:timers/promises';

/** n8n says so before it looks at the request, while it starts or its database is busy. */
const NOT_READY = 503;
const SECONDS = 60;

/**
 * Sends a request to n8n again as long as n8n is not ready: nothing was done of it. A kept connection
 * may end just as it is used again: what only reads is then sent once more.
 *
 * @param pauseMs between two tries.
 * @returns the first other answer, or the last one after a minute.
 */
export async function sendPatiently(
	method: string,
	send: () => Promise<Response>,
	pauseMs = 1_000,
): Promise<Response> {
	for (let tries = 1; ; tries += 1) {
		const response = await (method === 'GET' ? send().catch(send) : send());
		if (response.status !== NOT_READY || tries > SECONDS) return response;
		await response.body?.cancel();
		await wait(pauseMs);
	}
}
