import type { ICredentialTestFunctions, IDataObject, INode, IWebhookFunctions } from 'n8n-workflow';

import { formToken } from '../../../nodes/WebshopDashboard/formToken';
import { isLoginFit } from '../../../nodes/WebshopDashboard/isLoginFit';
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
}

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
		getRequestObject: () => ({ method }),
		getQueryData: () => query,
		getBodyData: () => body,
		getTimezone: () => 'Europe/Amsterdam',
		getNode: () => ({ name: 'Dashboard' }) as INode,
		getNodeParameter: (name: string, other: unknown) =>
			({ client: 'bloom', language: 'nl', daysShown: 31, ...parameters })[name] ?? other,
	};
	const { workflowData, noWebhookResponse } = await new WebshopDashboardTrigger().webhook.call(
		context as unknown as IWebhookFunctions,
	);
	const outputs = workflowData?.map((items) => items.map(({ json }) => json));
	return { ...answer, outputs, noWebhookResponse };
}

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }));
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
	])('%p leaves at its own output', async (fields, output) => {
		for (const day of ['2026-11-24', '2026-11-23']) {
			const { outputs } = await post({
				...fields,
				token: formToken(login.password, 'bloom', day),
			});
			expect(outputs!.map((items) => items.length)).toEqual(
				[0, 1, 2].map((index) => (index === output ? 1 : 0)),
			);
			expect(outputs![output]).toEqual([expect.objectContaining(fields)]);
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
