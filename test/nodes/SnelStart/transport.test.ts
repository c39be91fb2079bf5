import type { IExecuteFunctions } from 'n8n-workflow';

import { getAll } from '../../../nodes/shared/snelStart/paging';
import * as referenceData from '../../../nodes/shared/snelStart/referenceData';
import { request } from '../../../nodes/shared/snelStart/transport';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	sleep: async (ms: number) => void waits.push(ms),
}));

const waits: number[] = [];
const asked: Array<Record<string, unknown>> = [];
type Reply = { statusCode: number; body?: unknown; headers?: object } | Error;

/** A node whose requests are answered from a list; the last answer repeats. */
function nodeThatGets(...replies: Reply[]): IExecuteFunctions {
	let call = 0;
	return {
		getNode: () => ({ name: 'SnelStart', type: 'snelStart' }),
		getCredentials: async () => ({ baseUrl: 'https://b2b.example/v2/ ' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: Record<string, unknown>) => {
				asked.push(options);
				const reply = replies[Math.min(call++, replies.length - 1)]!;
				if (reply instanceof Error) throw reply;
				return { headers: {}, ...reply };
			},
		},
	} as unknown as IExecuteFunctions;
}

const network = (code: string) => Object.assign(new Error('network'), { code });
const ok = (body: unknown): Reply => ({ statusCode: 200, body });
const get = { method: 'GET', path: '/relaties' } as const;
const post = { method: 'POST', path: '/relaties', body: { naam: 'x' } } as const;

beforeEach(() => {
	waits.length = 0;
	asked.length = 0;
});

it('asks in a way that n8n can renew the token, and never follows a redirect', async () => {
	const query = { $filter: "Naam eq 'a+b&c'", $top: 5 };
	await request.call(nodeThatGets(ok([])), { ...get, query });
	expect(asked[0]).toMatchObject({
		url: "https://b2b.example/v2/relaties?$filter=Naam%20eq%20'a%2Bb%26c'&$top=5",
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
	});
});

it.each<[string, Reply[], number]>([
	['5xx', [{ statusCode: 503 }, { statusCode: 502 }, ok([])], 3],
	['a broken connection', [network('ECONNRESET'), ok([])], 2],
	['a timeout', [network('ECONNABORTED'), ok([])], 2],
	['an answer that breaks off', [{ statusCode: 200, body: '[{"id":' }, ok([])], 2],
	['429', [{ statusCode: 429, headers: { 'retry-after': '7' } }, ok([])], 2],
])('repeats a read after %s', async (_what, replies, tries) => {
	expect(await request.call(nodeThatGets(...replies), get)).toMatchObject({ outcome: 'ok' });
	expect(asked).toHaveLength(tries);
});

it('waits as long as Retry-After says, else ever longer, at most five tries', async () => {
	await request.call(
		nodeThatGets({ statusCode: 429, headers: { 'retry-after': '7' } }, ok([])),
		get,
	);
	expect(waits).toEqual([7_000]);
	waits.length = 0;
	const result = await request.call(nodeThatGets({ statusCode: 500 }), get);
	expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'SNELSTART_UNAVAILABLE' } });
	expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
});

it('does not wait for an hour', async () => {
	const reply = { statusCode: 429, headers: { 'retry-after': '3000' } };
	expect(await request.call(nodeThatGets(reply), get)).toMatchObject({
		outcome: 'refused',
		refusal: { code: 'RATE_LIMITED' },
	});
	expect(waits).toEqual([]);
});

it.each<[string, Reply, string, string]>([
	['5xx', { statusCode: 504, body: '<html>' }, 'unknown', 'SNELSTART_UNAVAILABLE'],
	['a broken connection', network('ECONNRESET'), 'unknown', 'CONNECTION_LOST'],
	['a timeout', network('ETIMEDOUT'), 'unknown', 'TIMED_OUT'],
	[
		'something that is not an answer',
		{ statusCode: 200, body: '<html>' },
		'unknown',
		'UNEXPECTED_ANSWER',
	],
	['no connection at all', network('ECONNREFUSED'), 'refused', 'NO_CONNECTION'],
	['a refusal', { statusCode: 400, body: [{ errorCode: 'REL-0007' }] }, 'refused', 'REL-0007'],
])('sends a write once when it meets %s', async (_what, reply, outcome, code) => {
	const result = await request.call(nodeThatGets(reply), post);
	expect(result).toMatchObject({ outcome, refusal: { code } });
	expect(asked).toHaveLength(1);
});

it('repeats a write after 429, which was not accepted', async () => {
	const limited = { statusCode: 429, headers: { 'retry-after': '1' } };
	const result = await request.call(
		nodeThatGets(limited, { statusCode: 201, body: { id: 'a' } }),
		post,
	);
	expect(result).toEqual({ outcome: 'ok', data: { id: 'a' } });
});

describe('a list', () => {
	const rows = (from: number, count: number) =>
		Array.from({ length: count }, (_, n) => ({ id: from + n }));

	it('is read page by page, by the rows received, without doubles', async () => {
		const node = nodeThatGets(ok(rows(0, 25)), ok(rows(20, 25)), ok(rows(45, 3)));
		expect(await getAll.call(node, '/artikelen', { filter: 'X eq 1' })).toHaveLength(48);
		expect(asked.map(({ url }) => String(url).split('?')[1])).toEqual([
			'$filter=X%20eq%201&$top=25',
			'$filter=X%20eq%201&$top=25&$skip=25',
			'$filter=X%20eq%201&$top=25&$skip=50',
		]);
	});

	it('stops at an empty page and at the limit', async () => {
		expect(await getAll.call(nodeThatGets(ok(rows(0, 500)), ok([])), '/relaties')).toHaveLength(
			500,
		);
		asked.length = 0;
		expect(await getAll.call(nodeThatGets(ok(rows(0, 2))), '/relaties', { limit: 2 })).toHaveLength(
			2,
		);
		expect(asked).toHaveLength(1);
	});

	it.each([
		[24, 1],
		[25, 2],
	])('a page of %i rows where 500 were asked for takes %i call(s)', async (count, calls) => {
		const node = nodeThatGets(ok(rows(0, count)), ok([]));
		expect(await getAll.call(node, '/verkoopfacturen')).toHaveLength(count);
		expect(asked).toHaveLength(calls);
	});

	it('that is clipped below what was asked for is read until a page is empty', async () => {
		const pages = [rows(0, 100), rows(100, 100), rows(200, 50), []].map(ok);
		expect(await getAll.call(nodeThatGets(...pages), '/grootboekmutaties')).toHaveLength(250);
	});

	it('that never ends, or is not a list, is refused', async () => {
		await expect(getAll.call(nodeThatGets(ok(rows(0, 25))), '/artikelen')).rejects.toThrow(
			'does not end',
		);
		await expect(getAll.call(nodeThatGets(ok({ value: [] })), '/relaties')).rejects.toMatchObject({
			context: { code: 'UNEXPECTED_ANSWER' },
		});
	});
});

it('reference data speaks English and is filtered here, for SnelStart ignores filters', async () => {
	const rates = [
		{
			btwSoort: 'Hoog',
			btwPercentage: 21,
			datumVanaf: '2012-10-01T00:00:00',
			datumTotEnMet: '2400-12-31T00:00:00',
		},
		{
			btwSoort: 'Hoog',
			btwPercentage: 19,
			datumVanaf: '2001-01-01T00:00:00',
			datumTotEnMet: '2012-09-30T00:00:00',
		},
		{ btwSoort: 'Nieuw', btwPercentage: 1 },
	];
	expect(await referenceData.vatRates.call(nodeThatGets(ok(rates)), '2012-09-30')).toEqual([
		{ vatKind: 'high', percentage: 19, validFrom: '2001-01-01', validTo: '2012-09-30' },
	]);
	const land = { id: 'nl', naam: 'Nederland', landcode: 'NL', landcodeISO: 'NLD' };
	expect(await referenceData.countries.call(nodeThatGets(ok([land])))).toEqual([
		{ id: 'nl', name: 'Nederland', code: 'NL', code3: 'NLD' },
	]);
	const template = {
		id: 't',
		omschrijving: 'Web',
		nonactief: false,
		prijsIngaveExclusiefBtw: true,
	};
	expect(await referenceData.salesOrderTemplates.call(nodeThatGets(ok([template])))).toEqual([
		{ id: 't', name: 'Web', inactive: false, pricesExcludeVat: true, newOrdersBlocked: false },
	]);
});
