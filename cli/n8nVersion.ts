import { OLDEST_N8N, TESTED_N8N } from '../bookkeeping';
import { commandText } from './commandTexts';
import type { N8nApi } from './n8nApi';
import type { Report } from './report';
import { reason, Trouble } from './trouble';

const ANSWERS_WITHIN = 10_000;
/** What n8n's page hands to its own error reports, in base64: since 1.x, and whether or not they are on. */
const REPORTS = /<meta name="n8n:config:sentry" content="([\w+/=]+)"/;
const VERSION = /^\d+\.\d+\.\d+/;

/**
 * Which version an n8n is. Its public API does not say: the page of its editor does, and up to 1.122
 * the settings of that page. Nothing is sent along, no key either.
 *
 * @param url the address of the editor, without a slash at the end.
 * @returns `undefined` where neither can be read, as behind a sign-in of another system.
 */
export async function readN8nVersion(url: string): Promise<string | undefined> {
	const page = await textAt(`${url}/`);
	const reports = REPORTS.exec(page)?.[1] ?? '';
	const { release } = jsonIn(Buffer.from(reports, 'base64').toString()) as { release?: unknown };
	const ofPage = versionIn(String(release ?? '').replace(/^n8n@/, ''));
	if (ofPage !== undefined) return ofPage;
	const { data } = jsonIn(await textAt(`${url}/rest/settings`)) as {
		data?: { versionCli?: unknown };
	};
	return versionIn(String(data?.versionCli ?? ''));
}

/**
 * Refuses an n8n by its version, before anything is asked of it or made in it.
 *
 * @returns the version; `undefined` when it could not be read.
 * @throws Trouble N8N_TOO_OLD
 */
export async function refuseOldN8n(address: string): Promise<string | undefined> {
	const url = address.replace(/\/+$/, '');
	const version = await readN8nVersion(url);
	if (version !== undefined && isOlder(version, OLDEST_N8N)) {
		const facts = { url, version, oldest: OLDEST_N8N };
		throw new Trouble(reason('N8N_TOO_OLD', { case: 'version', ...facts }));
	}
	return version;
}

/** The same for a command that reports, which says so where the version could not be read. */
export async function checkN8nVersion({ url }: N8nApi, report: Report): Promise<void> {
	if ((await refuseOldN8n(url)) !== undefined || !(await isThere(url))) return;
	const note = commandText('versionUnknown', { oldest: OLDEST_N8N, tested: TESTED_N8N });
	report.add('unknown', 'n8n', url, note);
}

/** Of an n8n that does not answer the next call says so. */
const isThere = async (url: string): Promise<boolean> =>
	await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWERS_WITHIN) }).then(
		() => true,
		() => false,
	);

/** Whether one version comes before another one, by its numbers. */
export function isOlder(version: string, than: string): boolean {
	const [own, other] = [numbersOf(version), numbersOf(than)];
	const at = own.findIndex((number, place) => number !== other[place]);
	return at >= 0 && own[at]! < other[at]!;
}

const numbersOf = (version: string): number[] =>
	(versionIn(version) ?? '0.0.0').split('.').map(Number);

const versionIn = (text: string): string | undefined => VERSION.exec(text)?.[0];

/** What stands at an address; empty when nobody answers, or something else than a page. */
async function textAt(address: string): Promise<string> {
	try {
		const signal = AbortSignal.timeout(ANSWERS_WITHIN);
		const response = await fetch(address, { redirect: 'manual', signal });
		return response.ok ? await response.text() : '';
	} catch {
		return '';
	}
}

function jsonIn(text: string): object {
	try {
		const read: unknown = JSON.parse(text);
		return typeof read === 'object' && read !== null ? read : {};
	} catch {
		return {};
	}
}
