import { startSandbox, type Sandbox } from '../../../sandbox';
import { bookRealEntry } from '../../probe/support';
import { jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const parameters = { resource: 'connection', operation: 'probe' };
const only = 'memorial-sign, ubl, rights, date-zone, url-length, filter-size';

it('reports what holds and what differs, as the command does', async () => {
	Object.assign(sandbox.snelStart.switches, { memorialSign: 'negative', ublAnswer: 'xml' });
	const { outputs } = await run(sandbox, { ...parameters, only });
	const [report] = jsonOf(outputs[0]);
	const results = report?.results as Array<{ id: string; found?: string; why?: string }>;
	expect(results.map(({ id, found, why }) => [id, found ?? why])).toEqual([
		['rights', 'all'],
		['filter-size', 'taken'],
		['url-length', 'usual'],
		['date-zone', 'refused'],
		['ubl', 'xml'],
		['memorial-sign', 'negative'],
	]);
	expect(report?.text).toContain('Everything that was booked has been taken back.');
	expect(sandbox.snelStart.books.summary().salesEntries).toEqual([]);
});

it('measures limits, whatever the credential says', async () => {
	Object.assign(sandbox.snelStart.switches, {
		limits: { perMinute: 100, perHour: 1000, concurrent: 5 },
	});
	const { outputs } = await run(sandbox, { ...parameters, only: 'limits' });
	expect(jsonOf(outputs[0])[0]?.sandbox).toEqual({ limits: 'development' });
});

it('refuses books that are in use, unless told twice', async () => {
	await bookRealEntry(sandbox.snelStart);
	const refused = await run(sandbox, parameters);
	expect(refused.error).toMatchObject({ context: { code: 'PROBE_REFUSED' } });
	const told = { ...parameters, despiteBookings: true, only: 'exact-sum' };
	const unnamed = await run(sandbox, told);
	expect(unnamed.error?.message).toMatch(/name was not given/);
	const { outputs } = await run(sandbox, { ...told, administration: 'Voorbeeld Webwinkel' });
	expect(jsonOf(outputs[0])[0]?.results).toMatchObject([{ id: 'exact-sum', outcome: 'holds' }]);
});

it('a key without a right is told, and does not stop the rest', async () => {
	const { switches } = sandbox.snelStart;
	switches.scopes = switches.scopes.filter((scope) => !scope.startsWith('memoriaal'));
	sandbox.snelStart.revokeTokens();
	const { outputs } = await run(sandbox, {
		...parameters,
		only: 'rights, memorial-sign, exact-sum',
	});
	expect(jsonOf(outputs[0])[0]?.results).toMatchObject([
		{ found: 'some', measured: 'missing: memoriaal:read, memoriaal:write' },
		{ outcome: 'holds' },
		{ outcome: 'not tried', why: 'The key may not do this (HTTP 403).' },
	]);
});
