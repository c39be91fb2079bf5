import { randomBytes } from 'node:crypto';

import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { startServer } from '../../../sandbox/http';
import { runNode } from '../../support/engine';

const API = 'https://api.example';
const ORDERS = '/v1/websites/12/orders';
const token = randomBytes(16).toString('hex');

type Query = Record<string, string>;
type Reply = { body: nock.Body; headers?: Record<string, string>; status?: number };

/** Answers every request for orders with what `answer` makes of its query. */
function apiWith(answer: (query: Query) => Reply): Query[] {
	const asked: Query[] = [];
	nock(API, { reqheaders: { authorization: `Bearer ${token}` } })
		.persist()
		.get(ORDERS)
		.query(true)
		.reply((uri) => {
			const query = Object.fromEntries(new URL(uri, API).searchParams);
			asked.push(query);
			const { status = 200, body, headers = {} } = answer(query);
			return [status, body, headers];
		});
	return asked;
}

const orders = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: from + index }));

async function getMany(
	parameters: INodeParameters = {},
	layout: IDataObject = {},
	baseUrl = `${API}/v1/`,
): Promise<{ ids: unknown[]; message?: string; code?: unknown }> {
	const { outputs, error } = await runNode({
		node: new JouwWeb(),
		parameters: {
			resource: 'order',
			operation: 'getMany',
			website: { __rl: true, mode: 'id', value: '12' },
			returnAll: true,
			simplify: false,
			...parameters,
		},
		credentials: { jouwWebTokenApi: { baseUrl, token, apiLayout: 'own', ...layout } as never },
	});
	const ids = (outputs[0] ?? []).map(({ json }) => (json as IDataObject).id);
	return { ids, message: error?.message, code: error?.context?.code };
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

const page = (query: Query) => Number(query.page ?? 1);
const seven = orders(1, 7).map(({ id }) => id);
const threePages = [orders(1, 3), orders(4, 3), orders(7, 1)];

describe('a list goes on', () => {
	it('by page number until a page is empty, whatever size the API really uses', async () => {
		const asked = apiWith((query) => ({ body: threePages[page(query) - 1] ?? [] }));
		expect((await getMany()).ids).toEqual(seven);
		expect(asked.map(({ page: number, limit }) => [number, limit])).toEqual([
			[undefined, '100'],
			['2', '100'],
			['3', '100'],
			['4', '100'],
			// Once more, with smaller pages: what moved over a border would show.
			[undefined, '2'],
			['2', '2'],
			['3', '2'],
			['4', '2'],
		]);
	});

	it('by page number until meta names the last page', async () => {
		const asked = apiWith((query) => ({
			body: {
				data: threePages[page(query) - 1],
				meta: { current_page: page(query), last_page: 3 },
			},
		}));
		expect((await getMany()).ids).toEqual(seven);
		expect(asked).toHaveLength(2 * 3);
	});

	it('by the Link header', async () => {
		const asked = apiWith((query) => ({
			body: threePages[page(query) - 1]!,
			...(page(query) < 3 && {
				headers: { Link: `<?page=${page(query) + 1}>; rel="next"` },
			}),
		}));
		expect((await getMany()).ids).toEqual(seven);
		expect(asked).toHaveLength(2 * 3);
	});

	it.each([
		['links.next', (next: string | null) => ({ links: { next } })],
		[
			'_links.next.href',
			(next: string | null) => ({ _links: next ? { next: { href: next } } : {} }),
		],
		['next', (next: string | null) => ({ next })],
	])('by the address in %s', async (_where, withNext) => {
		const asked = apiWith((query) => ({
			body: {
				orders: threePages[page(query) - 1],
				...withNext(page(query) < 3 ? `${API}${ORDERS}?page=${page(query) + 1}` : null),
			},
		}));
		expect((await getMany()).ids).toEqual(seven);
		expect(asked).toHaveLength(2 * 3);
	});

	it('by a cursor', async () => {
		const cursors: Record<string, number> = { b: 1, c: 2 };
		apiWith(({ cursor }) => {
			const index = cursor === undefined ? 0 : cursors[cursor]!;
			return { body: { items: threePages[index], nextCursor: ['b', 'c', null][index] } };
		});
		expect((await getMany()).ids).toEqual(seven);
	});

	it('not at all, when the layout says so', async () => {
		const asked = apiWith(() => ({ body: orders(1, 7) }));
		expect((await getMany({}, { paging: 'none' })).ids).toEqual(seven);
		expect(asked).toEqual([{}]);
	});

	it('by offset, and by pages that count from 0', async () => {
		const asked = apiWith((query) => ({
			body: orders(1, 7).slice(Number(query.skip ?? 0), Number(query.skip ?? 0) + 3),
		}));
		expect((await getMany({}, { paging: 'offset', pageParameter: 'skip' })).ids).toEqual(seven);
		expect(asked.map(({ skip }) => skip)).toEqual([
			...[undefined, '3', '6', '7'],
			...[undefined, '3', '6', '7'],
		]);
		nock.cleanAll();
		apiWith((query) => ({ body: threePages[Number(query.p ?? 0)] ?? [] }));
		const fromZero = { paging: 'page', pageParameter: 'p', firstPage: 0 };
		expect((await getMany({}, fromZero)).ids).toEqual(seven);
	});

	it.each([
		['a cursor', { next: 'b' }, { next: null }],
		['a cursor elsewhere', { pagination: { next: 'b' } }, { pagination: {} }],
	])('by %s that looks like no address', async (_what, more, last) => {
		apiWith(({ cursor }) => ({
			body: cursor === 'b' ? { data: orders(3, 2), ...last } : { data: orders(1, 2), ...more },
		}));
		expect((await getMany({}, { nextKey: Object.hasOwn(more, 'next') ? 'next' : '' })).ids).toEqual(
			[1, 2, 3, 4],
		);
	});

	it.each([
		['a cursor that is a number', { nextCursor: 17 }, { nextCursor: null }],
		['one elsewhere', { meta: { next_cursor: 17 } }, { meta: { next_cursor: null } }],
		['one where the layout says', { after: { id: 17 } }, { after: { id: 0 } }, 'after.id'],
	])('by %s', async (_what, more, last, nextKey = '') => {
		apiWith(({ cursor }) => ({
			body: cursor === '17' ? { data: orders(3, 2), ...last } : { data: orders(1, 2), ...more },
		}));
		expect((await getMany({}, { nextKey })).ids).toEqual([1, 2, 3, 4]);
	});

	it.each([
		['links', (next: object | null) => ({ links: { next } })],
		['the answer itself', (next: object | null) => ({ next })],
		['the place that the layout names', (next: object | null) => ({ more: next }), 'more'],
	])('by an address within a link object in %s', async (_where, withNext, nextKey = '') => {
		apiWith((query) => ({
			body: {
				orders: threePages[page(query) - 1],
				...withNext(page(query) < 3 ? { href: `${ORDERS}?page=${page(query) + 1}` } : null),
			},
		}));
		expect((await getMany({}, { nextKey })).ids).toEqual(seven);
	});

	it.each([
		['its number', (last: boolean, next: number) => (last ? null : next)],
		['yes or no', (last: boolean) => !last],
	])('by page number where the answer names the next page by %s', async (_how, next) => {
		const asked = apiWith((query) => ({
			body: {
				data: threePages[page(query) - 1] ?? [],
				pagination: { next: next(page(query) === 3, page(query) + 1) },
			},
		}));
		expect((await getMany()).ids).toEqual(seven);
		expect(asked).toHaveLength(2 * 3);
	});

	it('over pages that shift while they are read', async () => {
		apiWith((query) => ({ body: [orders(1, 3), orders(3, 3), []][page(query) - 1]! }));
		expect((await getMany()).ids).toEqual([1, 2, 3, 4, 5]);
	});

	it('over a last page that holds only what a new order pushed down', async () => {
		apiWith((query) => ({
			body: [orders(1, 3), orders(4, 3), orders(6, 1)][page(query) - 1] ?? [],
		}));
		expect((await getMany()).ids).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('past an empty page when a cursor says so', async () => {
		const cursors: Record<string, number> = { b: 1, c: 2 };
		apiWith(({ cursor }) => {
			const index = cursor === undefined ? 0 : cursors[cursor]!;
			const items = [orders(1, 2), [], orders(3, 1)][index];
			return { body: { items, nextCursor: ['b', 'c', null][index] } };
		});
		expect((await getMany()).ids).toEqual([1, 2, 3]);
	});

	it('only as far as the limit asks', async () => {
		const asked = apiWith((query) => ({ body: threePages[page(query) - 1] ?? [] }));
		expect((await getMany({ returnAll: false, limit: 4 })).ids).toEqual([1, 2, 3, 4]);
		expect(asked).toHaveLength(2);
	});
});

describe('a list is never cut short in silence', () => {
	it('stops when the next page only repeats', async () => {
		apiWith(() => ({ body: orders(1, 3) }));
		expect(await getMany()).toMatchObject({
			code: 'JOUWWEB_PAGE_REPEATED',
			message: 'JouwWeb sent the same records again when asked for the next page',
		});
	});

	it('stops for products too: part of them is not all of them', async () => {
		nock(API).persist().get('/v1/websites/12/products').query(true).reply(200, orders(1, 3));
		expect((await getMany({ resource: 'product' })).code).toBe('JOUWWEB_PAGE_REPEATED');
	});

	it('stops after 1,000 pages', async () => {
		nock.enableNetConnect('127.0.0.1');
		const server = await startServer(0, ({ query }) => ({
			status: 200,
			json: orders(Number(query.get('page') ?? 1), 1),
		}));
		const answer = await getMany({}, {}, server.origin);
		await server.stop();
		expect(answer).toMatchObject({
			code: 'JOUWWEB_ENDLESS_LIST',
			message: 'The list of JouwWeb has no end after 1000 pages',
		});
	});

	it.each([
		['auto', { next: { token: 'b' } }],
		['auto', { pagination: { next: ['b'] } }],
		['cursor', { nextCursor: { after: 'b' } }],
		['link', { next: 2 }],
	])(
		'stops where the next page is named in a way that it cannot read (%s)',
		async (paging, more) => {
			apiWith(() => ({ body: { data: orders(1, 2), ...more } }));
			expect(await getMany({}, { paging })).toMatchObject({
				ids: [],
				code: 'JOUWWEB_NEXT_UNREADABLE',
			});
		},
	);

	it('stops when there is no list, naming the fields it saw', async () => {
		apiWith(() => ({ body: { bestellingen: orders(1, 2), aantal: 2 } }));
		expect((await getMany()).message).toBe(
			'There is no list in the answer of JouwWeb (its fields: bestellingen, aantal)',
		);
		expect((await getMany({}, { listKey: 'bestellingen', paging: 'none' })).ids).toEqual([1, 2]);
	});

	it('never follows a link to another host', async () => {
		apiWith(() => ({ body: { data: orders(1, 2), links: { next: 'https://other.example/x' } } }));
		expect((await getMany()).code).toBe('JOUWWEB_OTHER_HOST');
	});
});

describe('refusals', () => {
	it.each([
		[401, 'JOUWWEB_NOT_ALLOWED', 'JouwWeb does not allow this (HTTP 401)'],
		[403, 'JOUWWEB_NOT_ALLOWED', 'JouwWeb does not allow this (HTTP 403)'],
		[404, 'JOUWWEB_NOT_FOUND', `JouwWeb has nothing at ${ORDERS}`],
		[422, 'JOUWWEB_REFUSED', 'JouwWeb refused the request (HTTP 422)'],
		[429, 'JOUWWEB_TOO_MANY_REQUESTS', 'JouwWeb keeps asking to slow down (HTTP 429)'],
		[500, 'JOUWWEB_UNAVAILABLE', 'JouwWeb is not available now (HTTP 500)'],
	])('HTTP %i', async (status, code, message) => {
		apiWith(() => ({ status, body: { error: 'x' }, headers: { 'Retry-After': '0' } }));
		expect(await getMany()).toMatchObject({ code, message });
	});

	it('an answer that is a web page', async () => {
		apiWith(() => ({ body: '<html></html>' }));
		expect((await getMany()).code).toBe('JOUWWEB_NOT_DATA');
	});

	it('no website chosen', async () => {
		const { message } = await getMany({ website: { __rl: true, mode: 'id', value: '={{ "" }}' } });
		expect(message).toBe("No 'Website' is chosen");
	});
});
