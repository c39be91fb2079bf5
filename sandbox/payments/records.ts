import { readData } from '../orderStore';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import type { PageSwitches } from './pages';

/** What a provider holds; live, so tests may change it. */
export interface Records<Content extends object> {
	content: Content;
	reset(): void;
}

/** The recorded payouts of a provider, from `sandbox/data/payments/<provider>.json`. */
export function createRecords<Content extends object>(provider: string): Records<Content> {
	const read = () => readData('payments', `${provider}.json`) as Content;
	const content = read();
	return { content, reset: () => void Object.assign(content, read()) };
}

/**
 * The doors of a payment provider: GET and PUT `records` and `switches`; a PUT replaces the fields
 * that it names. Undefined for other doors.
 */
export function recordDoor(
	{ content }: Records<object>,
	switches: object,
	{ method, body }: Call,
	door: string,
): Answer | undefined {
	const target = { records: content, switches }[door];
	if (!target || (method !== 'GET' && method !== 'PUT')) return undefined;
	if (method === 'PUT') {
		const wanted = parseJson(body);
		const known = Object.keys(target);
		if (!isRecord(wanted) || Object.keys(wanted).some((name) => !known.includes(name))) {
			return { status: 400, json: { message: `Known fields: ${known.join(', ')}.` } };
		}
		Object.assign(target, wanted);
	}
	return { status: 200, json: target };
}

export const usualSwitches: PageSwitches = { pageSize: null };
