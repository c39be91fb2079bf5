import { readFileSync } from 'node:fs';

import { probeSnelStart } from '../../cli/probe';
import { readCommandLine } from '../../cli/commandLine';
import type { Ask } from '../../cli/tryKeys';
import { startSandbox, type Sandbox } from '../../sandbox';
import { switchesLike } from '../../sandbox/snelstart/like';
import { bookRealEntry } from '../probe/support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(async () => await sandbox.stop());

function run(args: string[], { ask = fetch, keys }: { ask?: Ask; keys?: object } = {}) {
	const { baseUrl, tokenUrl, clientKey, subscriptionKey } = sandbox.snelStart;
	const address = ['--snelstart', baseUrl, '--snelstart-token', tokenUrl];
	const known: Record<string, string | undefined> = {
		SNELSTART_CLIENT_KEY: clientKey,
		SNELSTART_SUBSCRIPTION_KEY: subscriptionKey,
		...keys,
	};
	return probeSnelStart({
		...readCommandLine(['probe', 'report.json', ...address, ...args], {}),
		secrets: (variable) => Promise.resolve(known[variable]),
		ask,
		now: () => new Date(),
		wait: () => Promise.resolve(),
	});
}

it('finds how SnelStart behaves, and the sandbox can be told to do the same', async () => {
	Object.assign(sandbox.snelStart.switches, { memorialSign: 'negative', zeroLines: 'accept' });
	const report = await run(['--only', 'memorial-sign,zero-lines,url-length,filter-size']);
	expect(report.results.map(({ id, outcome }) => [id, outcome])).toEqual([
		['filter-size', 'holds'],
		['url-length', 'holds'],
		['zero-lines', 'differs'],
		['memorial-sign', 'differs'],
	]);
	expect(switchesLike(JSON.stringify(report))).toMatchObject({
		memorialSign: 'negative',
		zeroLines: 'accept',
	});
	expect(sandbox.snelStart.books.summary().salesEntries).toEqual([]);
});

it('renews a token that was refused', async () => {
	let calls = 0;
	const ask: Ask = async (url, request) => {
		if ((calls += 1) === 4) sandbox.snelStart.revokeTokens();
		return await fetch(url, request);
	};
	const report = await run(['--only', 'page-clip'], { ask });
	expect(report.results[0]?.outcome).toBe('holds');
});

it.each([
	['an unknown name', ['--only', 'nothing'], {}, 'PROBE_REFUSED'],
	['no key', [], { SNELSTART_CLIENT_KEY: undefined }, 'SECRET_MISSING'],
	['a wrong client key', [], { SNELSTART_CLIENT_KEY: 'x' }, 'KEYS_REFUSED'],
	['a wrong subscription key', [], { SNELSTART_SUBSCRIPTION_KEY: 'x' }, 'PROBE_REFUSED'],
])('stops at %s', async (_, args, keys, code) => {
	await expect(run(args, { keys })).rejects.toMatchObject({ code });
});

it('says when nobody answers', async () => {
	const ask: Ask = () => Promise.reject(new TypeError('fetch failed'));
	await expect(run([], { ask })).rejects.toThrow(/could not begin: .*fetch failed/);
});

it('leaves books alone that are in use', async () => {
	await bookRealEntry(sandbox.snelStart);
	await expect(run([])).rejects.toThrow(/has bookings/);
	await expect(run(['--despite-bookings'])).rejects.toThrow(/name was not given/);
	const report = await run([
		...['--despite-bookings', '--administration', 'Voorbeeld Webwinkel'],
		...['--only', 'exact-sum'],
	]);
	expect(report.results[0]?.outcome).toBe('holds');
});

it('a report that is none is refused', () => {
	expect(() => switchesLike('{}')).toThrow('--like takes the report of a probe.');
	const other = JSON.stringify({ probe: 1, sandbox: { phase: 'full moon' } });
	expect(() => switchesLike(other)).toThrow(/does not have: phase/);
});

it('needs no address of n8n', () => {
	expect(readCommandLine(['probe', 'report.json'], {})).toMatchObject({
		command: 'probe',
		subject: 'report.json',
		snelStart: { baseUrl: 'https://b2bapi.snelstart.nl/v2' },
	});
	expect(() => readCommandLine(['probe'], {})).toThrow(/one file/);
});

it('the commands of the manual are those of the command', () => {
	const manual = readFileSync('docs/probe.md', 'utf8');
	const options = [...manual.matchAll(/webshop-snelstart (probe .+)/g)].map(([, line]) => line!);
	expect(options.length).toBeGreaterThan(1);
	for (const line of options) expect(() => readCommandLine(line.split(' '), {})).not.toThrow();
});
