import { forgetWrites } from '../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import * as errors from '../../../sandbox/snelstart/errors';
import {
	book,
	bookParameters,
	consumer,
	credentialsOf,
	draft,
	jsonOf,
	PERSON,
	run,
} from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	forgetWrites();
});
afterAll(() => sandbox.stop());

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const added = () =>
	sandbox.snelStart.books.summary().relations.filter(({ relatiecode }) => relatiecode > 1000);
const calls = () => sandbox.snelStart.journal.calls({ tokens: true });
const entry = 'POST verkoopboekingen';

test("SnelStart's words on an unknown code name nobody of the draft", async () => {
	const words =
		'CMP: debiteur ZWAANTJE QUIST (0612345678), Dorpsstraat 12, 1234AB Utrecht staat op slot, boekjaar 2026';
	const refused = jest.spyOn(errors, 'refused').mockReturnValue({
		status: 400,
		json: [{ errorCode: 'CMP-0001', message: words, details: null }],
	});
	const ledgerAccountId = '11111111-2222-4333-8444-555555555555';
	const lines = draft('U1').lines.map((line) => ({ ...line, ledgerAccountId }));
	const [result] = await book(sandbox, [draft('U1', { lines })]);
	refused.mockRestore();
	expect(result).toMatchObject({
		...{ state: 'needsAttention', code: 'CMP-0001' },
		message: 'SnelStart says: CMP: debiteur … (…), …, … … staat op slot, boekjaar 2026',
	});
	expect(JSON.stringify(result)).not.toMatch(/quist|zwaantje|0612345678|dorpsstraat|1234|utrecht/i);
});

describe('an entry whose answer is lost', () => {
	it.each(['reset-after-commit', '504-after-commit', '500-after-commit', 'cut'] as const)(
		'%s: is found and taken over',
		async (kind) => {
			sandbox.snelStart.faults.add({ kind, shape: entry });
			const results = await book(sandbox, [draft('W1'), draft('W2')]);
			expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
			expect(results[0]).toMatchObject({ alreadyThere: true, salesEntryId: entries()[0]!.id });
			expect(entries()).toHaveLength(2);
			expect(calls()[entry]).toBe(2);
		},
	);

	it.each(['reset-before-commit', '504'] as const)(
		'%s: stays unknown, and the next run books it once',
		async (kind) => {
			sandbox.snelStart.faults.add({ kind, shape: entry });
			const results = await book(sandbox, [draft('W1'), draft('W2')]);
			expect(results.map(({ state }) => state)).toEqual(['unknown', 'booked']);
			expect(results[0]!.message).toMatch(/is not known$/);
			expect(calls()[entry]).toBe(2);
			const [again] = await book(sandbox, [draft('W1')]);
			expect(again).toMatchObject({ state: 'booked', alreadyThere: false });
			expect(
				entries()
					.map(({ factuurnummer }) => factuurnummer)
					.sort(),
			).toEqual(['W1', 'W2']);
			expect(added()).toHaveLength(1);
		},
	);
});

describe('a relation whose answer is lost', () => {
	it('is found by its e-mail address and used', async () => {
		sandbox.snelStart.faults.add({ kind: 'reset-after-commit', shape: 'POST relaties' });
		const [result] = await book(sandbox, [draft('W1')]);
		expect(result).toMatchObject({ state: 'booked', relationId: added()[0]!.id });
		expect(added()).toHaveLength(1);
	});

	it('and that is not found stays unknown for all its orders, then is added once', async () => {
		sandbox.snelStart.faults.add({ kind: 'reset-before-commit', shape: 'POST relaties' });
		const other = consumer({ email: 'ander@mail.example' });
		const batch = [draft('W1'), draft('W2'), draft('W3', { customer: other })];
		const results = await book(sandbox, batch);
		expect(results.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'booked']);
		expect(calls()['POST relaties']).toBe(2);
		// SnelStart may still add it: until then no run sends it again.
		const meanwhile = await book(sandbox, batch);
		expect(meanwhile.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'booked']);
		expect(calls()['POST relaties']).toBe(2);
		forgetWrites();
		await book(sandbox, batch);
		expect(added()).toHaveLength(2);
		expect(entries()).toHaveLength(3);
	});
});

it('waits out a burst of 429 on reads and writes', async () => {
	sandbox.snelStart.faults.add(
		{ kind: '429', shape: 'GET verkoopfacturen', times: 2 },
		{ kind: '429', shape: entry, times: 2 },
	);
	const [result] = await book(sandbox, [draft('W1')]);
	expect(result).toMatchObject({ state: 'booked', alreadyThere: false });
	expect(entries()).toHaveLength(1);
});

describe('entries that are under way together', () => {
	/** Two new customers, who order in turn. */
	const many = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			draft(`T${index}`, { customer: consumer({ email: `c${index % 2}@mail.example` }) }),
		);

	it('add a customer once, and settle lost answers each for itself', async () => {
		sandbox.snelStart.switches.latencyMs = 20;
		sandbox.snelStart.faults.add(
			{ kind: '504-after-commit', shape: entry, skip: 6 },
			{ kind: 'reset-after-commit', shape: entry, skip: 8 },
		);
		const results = await book(sandbox, many(16));
		expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['booked']));
		expect(results.map(({ invoiceNumber }) => invoiceNumber)).toEqual(
			many(16).map(({ invoiceNumber }) => invoiceNumber),
		);
		expect(entries()).toHaveLength(16);
		expect(calls()[entry]).toBe(16);
		expect(added()).toHaveLength(2);
	});

	it('stop when a cause lies outside of them; what was not booked is ready', async () => {
		const limit = { kind: '429', shape: entry, skip: 8, times: 99, retryAfter: 3_000 } as const;
		sandbox.snelStart.faults.add(limit);
		const results = await book(sandbox, many(30));
		const count = (state: string) => results.filter((one) => one.state === state).length;
		expect([count('booked'), count('ready')]).toEqual([8, 22]);
		// After eight that went well nine are under way.
		expect(calls()[entry]).toBeLessThanOrEqual(17);
		sandbox.snelStart.faults.clear();
		const again = await book(sandbox, many(30));
		expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['booked']));
		expect(entries()).toHaveLength(30);
	});
});

it('leaves the rest ready when the limit outlasts the run', async () => {
	sandbox.snelStart.faults.add({ kind: '429', shape: entry, skip: 1, times: 9, retryAfter: 3_000 });
	const results = await book(sandbox, [draft('W1'), draft('W2'), draft('W3')]);
	expect(results.map(({ state }) => state)).toEqual(['booked', 'ready', 'ready']);
	expect(results[2]).toMatchObject({ code: 'RATE_LIMITED' });
	// After one that went well two are under way.
	expect(calls()[entry]).toBe(3);
	sandbox.snelStart.faults.clear();
	const again = await book(sandbox, [draft('W1'), draft('W2'), draft('W3')]);
	expect(again.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked']);
	expect(entries()).toHaveLength(3);
});

it('says of a document that was never sent only why, not that its outcome is not known', async () => {
	sandbox.snelStart.faults.add(
		{ kind: '504', shape: entry, times: 1 },
		// Whatever looks the number up afterwards gets no answer either.
		{ kind: '504', shape: 'GET verkoopfacturen', skip: 1, times: 99 },
	);
	const results = await book(sandbox, [draft('W1'), draft('W2')]);
	sandbox.snelStart.faults.clear();
	expect(results.map(({ state }) => state)).toEqual(['unknown', 'ready']);
	expect(results[0]!.message).toContain('is not known');
	expect(results[1]!.message).not.toContain('is not known');
	expect(results[1]!.tip).not.toBe(results[0]!.tip);
	expect(results[1]!.code).toBe(results[0]!.code);
});

it('renews the token once when it stops working in the middle of a run', async () => {
	sandbox.snelStart.faults.add({ kind: '401', shape: entry, skip: 1 });
	const results = await book(sandbox, [draft('W1'), draft('W2'), draft('W3')]);
	expect(results.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked']);
	expect(calls()['POST token']).toBe(2);
	expect(entries()).toHaveLength(3);
});

it('starts with an old token and renews it', async () => {
	const credentials = credentialsOf(sandbox);
	credentials.snelStartB2bApi.accessToken = 'gone';
	const items = [{ draft: draft('W1') }];
	const { outputs } = await run(sandbox, bookParameters, { items, credentials });
	expect(jsonOf(outputs[0])[0]).toMatchObject({ state: 'booked' });
	expect(calls()['POST token']).toBe(1);
});

it('keeps a draft that a gateway blocks ready, and books the next', async () => {
	sandbox.snelStart.faults.add({ kind: 'html', shape: entry });
	const results = await book(sandbox, [draft('W1'), draft('W2')]);
	expect(results.map(({ state, code }) => code ?? state)).toEqual(['REQUEST_BLOCKED', 'booked']);
	expect(results[0]!.state).toBe('ready');
});

it('leaves everything ready when the key may not write', async () => {
	sandbox.snelStart.switches.scopes = [
		'btwaangiftes:read',
		'relaties:read',
		'relaties:write',
		'orders:read',
		'settings:read',
	];
	const results = await book(sandbox, [draft('W1'), draft('W2')]);
	expect(results.map(({ state, code }) => `${state} ${code}`)).toEqual([
		'ready SCOPE_MISSING',
		'ready SCOPE_MISSING',
	]);
	expect(calls()[entry]).toBe(1);
});

describe('trouble before anything was sent', () => {
	const items = [{ draft: draft('W1') }, { draft: draft('W2') }];

	it.each([
		['a wrong client key', { clientKey: 'wrong' }, 'CLIENT_KEY_REFUSED'],
		['a wrong subscription key', { subscriptionKey: 'wrong' }, 'SUBSCRIPTION_KEY_REFUSED'],
		['an address nobody answers at', { baseUrl: 'http://127.0.0.1:9/v2' }, 'NO_CONNECTION'],
	])('%s stops the node with a code and a tip', async (_what, over, code) => {
		const credentials = credentialsOf(sandbox);
		Object.assign(credentials.snelStartB2bApi, over);
		const { outputs } = await run(sandbox, bookParameters, {
			items,
			credentials,
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(outputs[0])).toHaveLength(2);
		const { details } = jsonOf(outputs[0])[1]!;
		expect(details).toEqual({ code, tip: expect.stringMatching(/./) });
		const said = JSON.stringify(jsonOf(outputs[0]));
		expect(said).not.toContain(sandbox.snelStart.clientKey);
		expect(said).not.toContain(sandbox.snelStart.subscriptionKey);
		expect(said).not.toContain(PERSON.email);
	});

	it('stops the node with the code and the tip in its error', async () => {
		const credentials = credentialsOf(sandbox);
		credentials.snelStartB2bApi.clientKey = 'wrong';
		const { error } = await run(sandbox, bookParameters, { items, credentials });
		expect(error).toMatchObject({ name: 'NodeApiError', context: { code: 'CLIENT_KEY_REFUSED' } });
		expect(error!.description).toMatch(/Koppelingen/);
		expect(JSON.stringify(error)).not.toContain(credentials.snelStartB2bApi.subscriptionKey);
	});

	it('a web page instead of a list never passes for "no such number"', async () => {
		sandbox.snelStart.faults.add({ kind: 'html', shape: 'GET verkoopfacturen' });
		const { error } = await run(sandbox, bookParameters, { items });
		expect(error).toMatchObject({ context: { code: 'REQUEST_BLOCKED' } });
		expect(entries()).toEqual([]);
	});
});
