import type { ICredentialTestFunctions, IDataObject, INode, IWebhookFunctions } from 'n8n-workflow';

import { formToken } from '../../../nodes/WebshopDashboard/formToken';
import { isLoginFit } from '../../../nodes/WebshopDashboard/isLoginFit';
import { forgetSignIns } from '../../../nodes/WebshopDashboard/signInGuard';
import { WebshopDashboardTrigger } from '../../../nodes/WebshopDashboard/WebshopDashboardTrigger.node';

const login = { user: 'ann', password: 'correct horse 1' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const signedIn = basic('ann:correct horse 1');

interface Visit {
	authorization?: string | undefined;
	method?: 'GET' | 'POST';
	query?: IDataObject;
	body?: IDataObject;
	parameters?: IDataObject;
	credential?: typeof login;
	ip?: string;
}

/** What n8n's log was told. */
const logged: string[] = [];

/** One request of a browser: what it is answered at once, and what starts the workflow. */
async function visit(given: Visit) {
	const { authorization, method = 'GET', query = {}, body = {}, parameters = {} } = given;
	const answer: { status?: number; headers: IDataObject; text?: string } = { headers: {} };
	const response = {
		status: (status: number) => Object.assign(answer, { status }) && response,
		setHeader: (name: string, value: string) =>
			Object.assign(answer.headers, { [name]: value }) && response,
		end: (text: string) => Object.assign(answer, { text }),
	};
	const context = {
		getCredentials: () => Promise.resolve(given.credential ?? login),
		getHeaderData: () => ({ authorization }),
		getResponseObject: () => response,
		getRequestObject: () => ({ method, ip: given.ip ?? '192.0.2.1' }),
		logger: { warn: (line: string) => logged.push(line) },
		getQueryData: () => query,
		getBodyData: () => body,
		getTimezone: () => 'Europe/Amsterdam',
		getNode: () => ({ name: 'Dashboard' }) as INode,
		getNodeParameter: (name: string, other: unknown) =>
			({ client: 'bloom', path: 'web', language: 'nl', daysShown: 31, ...parameters })[name] ??
			other,
	};
	const before = Date.now();
	const answered = new WebshopDashboardTrigger().webhook.call(
		context as unknown as IWebhookFunctions,
	);
	const settled = answered.then(
		() => true,
		() => true,
	);
	while (!(await Promise.race([settled, jest.advanceTimersByTimeAsync(100).then(() => false)])));
	const { workflowData, noWebhookResponse } = await answered;
	const outputs = workflowData?.map((items) => items.map(({ json }) => json));
	return { ...answer, outputs, noWebhookResponse, waitedMs: Date.now() - before };
}

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }));
beforeEach(() => {
	forgetSignIns();
	logged.length = 0;
});
afterEach(() => jest.useRealTimers());

describe('who is not signed in starts nothing', () => {
	it.each([
		['no header', undefined],
		['another password', basic('ann:correct horse 2')],
		['another user', basic('bob:correct horse 1')],
		['the password alone', basic('correct horse 1')],
		['another scheme', signedIn.replace('Basic', 'Bearer')],
		['nothing', ''],
	])('%s', async (_what, authorization) => {
		for (const method of ['GET', 'POST'] as const) {
			const { outputs, ...answer } = await visit({ authorization, method });
			expect(outputs).toBeUndefined();
			expect(answer).toMatchObject({ status: 401, noWebhookResponse: true });
			expect(answer.headers['WWW-Authenticate']).toMatch(/^Basic realm=/);
		}
	});

	it.each([
		['no user', { user: ' ', password: 'correct horse 1' }],
		['a short password', { user: 'ann', password: 'short' }],
	])('nor does anybody while the credential has %s', async (_what, credential) => {
		const authorization = basic(`${credential.user}:${credential.password}`);
		const { outputs, status } = await visit({ credential, authorization });
		expect([outputs, status]).toEqual([undefined, 500]);
	});
});

it.each([
	['nl', 'Log in met de gebruiker'],
	['en', 'Sign in with the user'],
])('a refusal is said in the language of the dashboard: %s', async (language, text) => {
	expect((await visit({ parameters: { language } })).text).toContain(text);
	expect((await visit({ query: { language } })).text).toContain(text);
});

describe('wrong sign-ins', () => {
	const wrong = basic('ann:correct horse 2');
	const times = async (count: number, given: Visit = {}) => {
		const visits = [];
		for (let one = 0; one < count; one++)
			visits.push(await visit({ authorization: wrong, ...given }));
		return visits;
	};

	it('wait ever longer, and stand in the log with their address and without the password', async () => {
		const visits = await times(5);
		expect(visits.map(({ waitedMs }) => Math.floor(waitedMs / 1000))).toEqual([1, 2, 4, 8, 8]);
		expect(logged).toHaveLength(5);
		expect(logged[0]).toBe('Webshop dashboard "web": wrong sign-in 1 of 10 from 192.0.2.1');
		expect(logged.join()).not.toContain('horse');
	});

	it('lock the address out for a quarter of an hour after ten, even with the right password', async () => {
		const visits = await times(10);
		expect(visits.map(({ status }) => status)).toEqual(Array(10).fill(401));
		expect(logged.at(-1)).toMatch(/10 of 10 from 192\.0\.2\.1; locked for 15 minutes$/);
		const locked = await visit({ authorization: signedIn });
		expect(locked).toMatchObject({ status: 429, outputs: undefined, noWebhookResponse: true });
		expect(Number(locked.headers['Retry-After'])).toBeGreaterThan(800);
		expect((await visit({ authorization: signedIn, ip: '192.0.2.2' })).status).toBeUndefined();
		jest.advanceTimersByTime(15 * 60_000);
		expect((await visit({ authorization: signedIn })).status).toBeUndefined();
	});

	it('are forgotten after a right one', async () => {
		await times(9);
		await visit({ authorization: signedIn });
		await times(9);
		expect((await visit({ authorization: signedIn })).status).toBeUndefined();
	});

	it('of one household with IPv6 count together', async () => {
		await times(5, { ip: '2001:db8::1' });
		await times(5, { ip: '2001:db8:0:0:9::2' });
		expect((await visit({ authorization: signedIn, ip: '2001:db8::3' })).status).toBe(429);
		expect((await visit({ authorization: signedIn, ip: '2001:db8:1::3' })).status).toBeUndefined();
	});

	it('are none while no login was given: a browser asks so first', async () => {
		await times(20, { authorization: undefined });
		expect(logged).toEqual([]);
		expect((await visit({ authorization: signedIn })).status).toBeUndefined();
	});
});

describe('who is signed in', () => {
	const authorization = signedIn;

	it('gets the page of this client, for the days of the node', async () => {
		const { outputs, status } = await visit({ authorization, query: { client: 'other' } });
		expect(status).toBeUndefined();
		expect(outputs).toEqual([
			[
				expect.objectContaining({
					client: 'bloom',
					tab: 'report',
					from: '2026-10-25',
					until: '2026-11-24',
					processed: false,
				}),
			],
			[],
			[],
			[],
			[],
			[],
		]);
	});

	it.each(['9999-99-99', '2026-02-30', 'yesterday'])('gets the usual days for %s', async (from) => {
		const { outputs } = await visit({ authorization, query: { from } });
		expect(outputs![0]).toEqual([expect.objectContaining({ from: '2026-10-25' })]);
	});

	it('without a client in the node stops it', async () => {
		await expect(visit({ authorization, parameters: { client: ' ' } })).rejects.toThrow(
			"'Client' is empty",
		);
	});

	it('gets the page of all clients where the node shows that, which changes nothing', async () => {
		const parameters = { shows: 'allClients', client: '' };
		const { outputs } = await visit({ authorization, parameters, query: { client: 'bloom' } });
		expect(outputs).toEqual([[{ language: 'nl' }], [], [], [], [], []]);
		const body = { action: 'processAll', token: formToken(login.password, '', '2026-11-24') };
		const posted = await visit({ authorization, parameters, method: 'POST', body });
		expect([posted.outputs, posted.status]).toEqual([undefined, 400]);
		expect((await visit({ parameters })).status).toBe(401);
	});

	const post = (body: IDataObject) => visit({ authorization, method: 'POST', body });
	const token = formToken(login.password, 'bloom', '2026-11-24');
	const order = { orderKey: 'bloom/shop/7', state: 'needsAttention' };

	it.each([
		['no token', {}],
		['a token of another client', { token: formToken(login.password, 'other', '2026-11-24') }],
		['a token of another password', { token: formToken('wrong', 'bloom', '2026-11-24') }],
		['a token of two days ago', { token: formToken(login.password, 'bloom', '2026-11-22') }],
	])('changes nothing by a form with %s', async (_what, fields) => {
		const { outputs, status } = await post({ action: 'process', ...order, ...fields });
		expect([outputs, status]).toEqual([undefined, 403]);
	});

	it.each([
		[{ action: 'process', ...order }, 1],
		[{ action: 'processAll' }, 1],
		[{ action: 'reportProblem', orderKey: 'bloom/shop/7' }, 2],
		[{ action: 'check', orderKey: 'bloom/shop/7', checkedAs: 'CODE {}' }, 3],
		[{ action: 'pause' }, 4],
		[{ action: 'stop' }, 4],
		[{ action: 'goOn' }, 4],
		[{ action: 'takeBack', month: '2026-10' }, 5],
	])('%p leaves at its own output', async (fields, output) => {
		for (const day of ['2026-11-24', '2026-11-23']) {
			const { outputs } = await post({
				...fields,
				token: formToken(login.password, 'bloom', day),
			});
			expect(outputs!.map((items) => items.length)).toEqual(
				[0, 1, 2, 3, 4, 5].map((index) => (index === output ? 1 : 0)),
			);
			expect(outputs![output]).toEqual([expect.objectContaining(fields)]);
			// Who marks something as seen is who signed in, whatever the form says.
			const by = fields.action === 'check' ? login.user : undefined;
			expect(outputs![output]![0]!.checkedBy).toBe(by);
			const paused = ['pause', 'stop', 'goOn'].includes(String(fields.action))
				? [login.user, '2026-11-24']
				: [undefined, undefined];
			expect([outputs![output]![0]!.by, outputs![output]![0]!.today]).toEqual(paused);
		}
	});

	it('signs a month off as who signed in, with differences by name and nothing else', async () => {
		const setAside = JSON.stringify([['web', '7', -2], ['web', 8], { by: 'bob' }]);
		const signed = { action: 'signOff', month: '2026-10', upTo: '5', setAside, by: 'bob', token };
		const { outputs } = await post(signed);
		expect(outputs![5]).toEqual([
			expect.objectContaining({
				...{ client: 'bloom', month: '2026-10', by: 'ann', upTo: 0.05 },
				setAside: '[["web","7",-2]]',
			}),
		]);
		for (const wrong of [{ month: '2026-1' }, { upTo: 'x' }, { month: '' }]) {
			expect((await post({ ...signed, ...wrong })).status).toBe(400);
		}
	});

	it('cannot reach an order of another client', async () => {
		const foreign = { action: 'process', orderKey: 'other/shop/7', state: 'needsAttention' };
		const { outputs, status } = await post({ ...foreign, token });
		expect([outputs, status]).toEqual([undefined, 400]);
	});
});

it.each([
	[{ user: 'ann', password: 'correct horse 1' }, 'OK'],
	[{ user: '', password: 'correct horse 1' }, 'Error'],
	[{ user: 'ann', password: 'elevenchars' }, 'Error'],
	[undefined, 'Error'],
])('the credential %p is %s when it is saved', async (data, status) => {
	const context = {} as ICredentialTestFunctions;
	const credential = { id: '', name: '', type: '', ...(data && { data }) };
	expect((await isLoginFit.call(context, credential)).status).toBe(status);
});
