import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { reason, type Reason } from '../../shared/codedError';
import { isThisMachine } from '../../shared/keysOnTheWay';

/** An answer as it comes in. */
type Body = AsyncIterable<Uint8Array> & { destroy(): void };

/** BLG-0013: the most that SnelStart takes. */
const MOST_MEGABYTES = 10;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
const MOST_REDIRECTS = 3;
const ANSWERS_WITHIN_MS = 30_000;
const WHOLE_WITHIN_MS = 60_000;

/**
 * Fetches a PDF of a shop without any key: over https, from the shop's own host and no other, also
 * where the shop leads on; no more than SnelStart takes.
 *
 * @param shop the address of the shop
 * @returns its bytes, or why there is none
 */
export async function fetchPdf(
	this: IExecuteFunctions,
	address: URL,
	shop: string,
): Promise<Buffer | Reason> {
	let next = address;
	for (let step = 0; step <= MOST_REDIRECTS; step++) {
		const closed = whyClosed(next, new URL(shop));
		if (closed) return closed;
		const answer = await ask.call(this, next);
		if ('code' in answer) return answer;
		const { statusCode: status, headers } = answer;
		const { location } = headers;
		if (status >= 300 && status < 400 && typeof location === 'string') {
			(answer.body as unknown as Body).destroy();
			if (!URL.canParse(location, next.href)) {
				return reason('INVOICE_NOT_GIVEN', { case: 'status', status });
			}
			next = new URL(location, next);
			continue;
		}
		if (status !== 200) {
			(answer.body as unknown as Body).destroy();
			return reason('INVOICE_NOT_GIVEN', { case: 'status', status });
		}
		return await pdfIn(answer.body as unknown as Body);
	}
	return reason('INVOICE_NOT_GIVEN', { case: 'redirects' });
}

/** Why nothing is asked at an address; undefined when it is the shop's own and safe. */
function whyClosed({ protocol, host, hostname }: URL, shop: URL): Reason | undefined {
	if (host !== shop.host) return reason('INVOICE_NOT_GIVEN', { case: 'elsewhere', host });
	const isSafe = protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
	return isSafe ? undefined : reason('INVOICE_NOT_GIVEN', { case: 'http', host });
}

async function ask(this: IExecuteFunctions, address: URL): Promise<IN8nHttpFullResponse | Reason> {
	try {
		return (await this.helpers.httpRequest({
			url: address.href,
			method: 'GET',
			headers: { accept: 'application/pdf' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: ANSWERS_WITHIN_MS,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		return notReached(error);
	}
}

/** The file, unless it is too large, comes too slowly or is something else. */
async function pdfIn(body: Body): Promise<Buffer | Reason> {
	// n8n's own limit ends with the head of the answer, and its stream cannot be broken off while it waits.
	const limit = AbortSignal.timeout(WHOLE_WITHIN_MS);
	const isLate = new Promise<Reason>((say) => {
		limit.addEventListener('abort', () => say(notReached({ code: 'ETIMEDOUT' })));
	});
	const found = await Promise.race([bytesIn(body), isLate]).catch(notReached);
	body.destroy();
	if (!Buffer.isBuffer(found)) return found;
	const isPdf = found.subarray(0, 5).toString('latin1') === '%PDF-';
	return isPdf ? found : reason('INVOICE_NOT_GIVEN', { case: 'noPdf' });
}

/** The bytes as far as they are wanted: an endless answer is broken off. */
async function bytesIn(body: Body): Promise<Buffer | Reason> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of body) {
		const bytes = Buffer.from(part);
		size += bytes.length;
		if (size > MOST_BYTES) {
			return reason('INVOICE_NOT_GIVEN', { case: 'tooLarge', megabytes: MOST_MEGABYTES });
		}
		parts.push(bytes);
	}
	return Buffer.concat(parts);
}

/** Never with the address: it may hold the key of the order. */
function notReached(error: unknown): Reason {
	const { code } = error as { code?: unknown };
	const said = typeof code === 'string' ? code : 'ECONNRESET';
	return reason('INVOICE_NOT_GIVEN', { case: 'unreachable', error: said });
}
