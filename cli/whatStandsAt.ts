import { reason, type Reason } from '../bookkeeping';

const ANSWERS_WITHIN_MS = 10_000;
/** Pages of n8n's editor hand their settings over so. */
const EDITOR = /<meta name="n8n:config|<title>n8n\b/i;
const TITLE = /<title[^>]*>([^<]+)<\/title>/i;
const LONGEST_TITLE = 80;

/**
 * What stands at an address whose API is not that of n8n, and what to enter instead. Sends no key.
 *
 * @param url the address of the editor, without a slash at the end
 */
export async function whatStandsAt(url: string): Promise<Reason> {
	const page = await pageAt(`${url}/`);
	if (EDITOR.test(page)) return reason('NOT_N8N', { case: 'apiOff', url });
	const title = (TITLE.exec(page)?.[1] ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
	return title === ''
		? reason('NOT_N8N', { case: 'server', url })
		: reason('NOT_N8N', { case: 'page', url, title });
}

async function pageAt(address: string): Promise<string> {
	try {
		const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
		const answer = await fetch(address, { redirect: 'manual', signal });
		return await answer.text();
	} catch {
		return '';
	}
}
