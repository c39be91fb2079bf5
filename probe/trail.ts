import { codesOf, type ProbeAnswer, type ProbeCall } from './call';

/** A call in a report: no ids, no keys, and of the answer its status and codes only. */
export interface TrailCall {
	call: string;
	/** What was sent; everything in it was made up by the probe. */
	sent?: unknown;
	answer: string;
	/** How often, one after the other. */
	times: number;
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const withoutIds = (text: string): string => text.replace(guid, '{id}');
const longest = 300;

const shortened = (text: string): string =>
	text.length > longest ? `${text.slice(0, longest)}…` : text;

function lineOf({ method, path, query, body }: ProbeCall, answer: string): TrailCall {
	const pairs = Object.entries(query ?? {}).map(([name, value]) => `${name}=${value}`);
	const address = pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
	const sent: unknown =
		body === undefined ? undefined : JSON.parse(withoutIds(JSON.stringify(body)));
	return {
		call: shortened(`${method} ${withoutIds(address)}`),
		...(sent !== undefined && { sent }),
		answer,
		times: 1,
	};
}

/** Adds a call; the same one again only counts. */
export function addTo(trail: TrailCall[], call: ProbeCall, answer: ProbeAnswer | 'none'): void {
	const words = answer === 'none' ? 'no answer' : wordsOf(answer);
	const line = lineOf(call, words);
	const last = trail.at(-1);
	const isSame =
		last !== undefined &&
		JSON.stringify({ ...last, times: 1 }) === JSON.stringify({ ...line, times: 1 });
	if (isSame) last.times += 1;
	else trail.push(line);
}

function wordsOf(answer: ProbeAnswer): string {
	const codes = codesOf(answer).filter((code) => !code.startsWith('HTTP'));
	const wait = answer.headers['retry-after'];
	return [
		String(answer.status),
		...codes,
		...(answer.status === 429 && wait !== undefined ? [`Retry-After ${wait}`] : []),
	].join(' ');
}
