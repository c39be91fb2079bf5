import { startSandbox, type Sandbox } from '../../sandbox';
import { openSnelStart, putJson, request, requestToken } from './client';

let clock = Date.parse('2026-11-02T10:00:00Z');
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date(clock) });
});
afterAll(() => sandbox.stop());
beforeEach(() => request(`${sandbox.snelStart.origin}/_sandbox/reset`, { method: 'POST' }));

const denied = { Message: 'Authorization has been denied for this request.' };

describe('the token', () => {
	it('is given for a form-encoded client key and names its scopes', async () => {
		const { status, json } = await requestToken(sandbox.snelStart);
		expect(status).toBe(200);
		expect(json).toMatchObject({ token_type: 'bearer', expires_in: 3599 });
		const [, payload = ''] = json.access_token.split('.');
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
		expect(claims.scopes.split(' ')).toEqual(
			expect.arrayContaining(['boekhouden:write', 'relaties:write', 'orders:read']),
		);
	});

	it('is refused for a key that was not form-encoded: a plus becomes a space', async () => {
		const { clientKey } = sandbox.snelStart;
		expect(clientKey).toMatch(/\+.*=$/);
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		const raw = await requestToken(
			sandbox.snelStart,
			`grant_type=clientkey&clientkey=${clientKey}`,
			form,
		);
		expect(raw.status).toBe(400);
		expect(raw.json).toEqual({
			error: 'GrantType clientkey was found. Parameter clientkey does not contain a valid value',
		});
		const encoded = `grant_type=clientkey&clientkey=${encodeURIComponent(clientKey)}`;
		expect((await requestToken(sandbox.snelStart, encoded, form)).status).toBe(200);
	});

	it('is refused for a JSON body', async () => {
		const body = JSON.stringify({
			grant_type: 'clientkey',
			clientkey: sandbox.snelStart.clientKey,
		});
		const got = await requestToken(sandbox.snelStart, body, { 'Content-Type': 'application/json' });
		expect(got.status).toBe(400);
	});

	it('expires after 3,599 seconds', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		clock += 3_598_000;
		expect((await client.get('/companyInfo')).status).toBe(200);
		clock += 1_000;
		const late = await client.get('/companyInfo');
		expect([late.status, late.json]).toEqual([401, denied]);
	});

	it('can be revoked', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		await request(`${sandbox.snelStart.origin}/_sandbox/revoke-tokens`, { method: 'POST' });
		expect((await client.get('/companyInfo')).status).toBe(401);
		expect((await (await openSnelStart(sandbox.snelStart)).get('/companyInfo')).status).toBe(200);
	});
});

describe('keys and scopes', () => {
	const url = (path = '/companyInfo'): string => sandbox.snelStart.baseUrl + path;

	it('looks at the subscription key before the bearer', async () => {
		const none = await request(url());
		expect([none.status, none.json.message]).toEqual([
			401,
			'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
		]);
		const wrong = await request(url(), { headers: { 'Ocp-Apim-Subscription-Key': 'nope' } });
		expect(wrong.json).toEqual({
			statusCode: 401,
			message:
				'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
		});
	});

	it('wants a bearer', async () => {
		const got = await request(url(), {
			headers: { 'Ocp-Apim-Subscription-Key': sandbox.snelStart.subscriptionKey },
		});
		expect([got.status, got.json]).toEqual([401, denied]);
	});

	it('answers 403 without the scope', async () => {
		await putJson(`${sandbox.snelStart.origin}/_sandbox/switches`, {
			scopes: ['settings:read', 'relaties:read'],
		});
		const client = await openSnelStart(sandbox.snelStart);
		expect((await client.get('/relaties')).status).toBe(200);
		expect((await client.get('/grootboeken')).status).toBe(403);
		expect((await client.send('POST', '/verkoopboekingen', {})).status).toBe(403);
	});

	it('answers company, echo and 404 for all it does not know', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		expect((await client.get('/companyInfo')).json.administratieNaam).toBe('Voorbeeld Webwinkel');
		expect((await client.get('/echo/hallo')).json).toBe('hallo');
		expect((await client.get('/echo/')).status).toBe(204);
		expect((await client.get('/verkoopboekingen')).status).toBe(404);
		expect((await client.get('/inkoopboekingen')).status).toBe(404);
		expect((await client.get('/relaties/00000000-0000-0000-0000-000000000000')).status).toBe(404);
	});
});

describe('rate limits', () => {
	it('answers 429 with Retry-After beyond the development limit, until the minute is over', async () => {
		await putJson(`${sandbox.snelStart.origin}/_sandbox/switches`, { limits: 'development' });
		const client = await openSnelStart(sandbox.snelStart);
		for (let call = 0; call < 100; call += 1) {
			expect((await client.get('/echo/x')).status).toBe(200);
		}
		const refused = await client.get('/echo/x');
		expect(refused.status).toBe(429);
		expect(refused.headers.get('Retry-After')).toBe('60');
		expect(refused.json).toEqual({
			statusCode: 429,
			message: 'Rate limit is exceeded. Try again in 60 seconds.',
		});
		clock += 60_000;
		expect((await client.get('/echo/x')).status).toBe(200);
	});

	it('answers 429 beyond the hourly limit', async () => {
		sandbox.snelStart.switches.limits = { perMinute: 100, perHour: 2, concurrent: 5 };
		const client = await openSnelStart(sandbox.snelStart);
		await client.get('/echo/x');
		clock += 90_000;
		await client.get('/echo/x');
		expect((await client.get('/echo/x')).headers.get('Retry-After')).toBe('3510');
		clock += 3_510_000;
		expect((await (await openSnelStart(sandbox.snelStart)).get('/echo/x')).status).toBe(200);
	});

	it('lets no more than five development calls be under way', async () => {
		Object.assign(sandbox.snelStart.switches, {
			limits: { perMinute: 100, perHour: 1000, concurrent: 5 },
			latencyMs: 1_500,
		});
		const client = await openSnelStart(sandbox.snelStart);
		const answers = await Promise.all(Array.from({ length: 8 }, () => client.get('/echo/x')));
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
	});

	it('can be switched off', async () => {
		sandbox.snelStart.switches.limits = null;
		const client = await openSnelStart(sandbox.snelStart);
		for (let call = 0; call < 510; call += 1) {
			expect((await client.get('/echo/x')).status).toBe(200);
		}
	});
});
