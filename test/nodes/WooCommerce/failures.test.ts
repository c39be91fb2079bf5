import { randomBytes } from 'node:crypto';

import nock from 'nock';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { runNode } from '../../support/engine';

const consumerKey = `ck_${randomBytes(20).toString('hex')}`;
const consumerSecret = `cs_${randomBytes(20).toString('hex')}`;
const ORDER = '/wp-json/wc/v3/orders/7';

async function readOrder(shop: string, orderId: unknown = '7') {
	return await runNode({
		node: new WooCommerce(),
		parameters: { resource: 'order', operation: 'get', orderId: orderId as string },
		credentials: { wooCommerceStoreApi: { url: shop, consumerKey, consumerSecret } },
	});
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

type Reply = [status: number, body: string | object, headers?: Record<string, string>];
const now = { 'Retry-After': '0' };
const invalidSecret = {
	code: 'woocommerce_rest_authentication_error',
	message: 'Consumer secret is invalid.',
	data: { status: 401 },
};
const cannotView = {
	code: 'woocommerce_rest_cannot_view',
	message: 'Sorry, you cannot list resources.',
	data: { status: 401 },
};

it.each<[what: string, reply: Reply, code: string, message: string, tip: RegExp]>([
	[
		'a wrong key',
		[401, invalidSecret],
		'woocommerce_rest_authentication_error',
		'The shop does not accept the consumer key or secret',
		/Make a new key/,
	],
	[
		'a key without rights, or a dropped header',
		[401, cannotView],
		'woocommerce_rest_cannot_view',
		'The shop does not let this key read this',
		/'Keys in Query'/,
	],
	[
		'permalinks that are off',
		[404, { code: 'rest_no_route', message: 'No route was found', data: { status: 404 } }],
		'rest_no_route',
		'There is no WooCommerce API at this address',
		/Permalinks/,
	],
	[
		'no WordPress at all',
		[404, '<html>Not found</html>', { 'Content-Type': 'text/html' }],
		'SHOP_API_NOT_FOUND',
		'There is no WooCommerce API at this address',
		/Shop URL/,
	],
	[
		'a redirect',
		[301, '', { Location: 'https://www.shop.example/wp-json/wc/v3/orders/7?secret=1' }],
		'SHOP_REDIRECTS',
		'The shop sends this request on to https://www.shop.example, and keys never follow',
		/https and www/,
	],
	[
		'a firewall',
		[200, '<html>Checking your browser</html>', { 'Content-Type': 'text/html' }],
		'SHOP_ANSWERS_HTML',
		'The shop answered with a web page instead of data (HTTP 200)',
		/firewall/,
	],
	[
		'an answer that breaks off',
		[200, '{"id":7,"line_items":[{', { ...now, 'Content-Type': 'application/json' }],
		'SHOP_ANSWER_CUT_OFF',
		'The answer of the shop breaks off in the middle',
		/cuts answers off/,
	],
	[
		'an order that is not there',
		[404, { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.' }],
		'woocommerce_rest_shop_order_invalid_id',
		'The shop has no such order',
		/the order's ID/,
	],
	[
		'any other refusal',
		[400, { code: 'rest_invalid_param', message: 'Invalid parameter(s): status' }],
		'rest_invalid_param',
		'The shop refused the request: Invalid parameter(s): status (rest_invalid_param)',
		/parameters/,
	],
	[
		'a shop that is down',
		[503, '<html>maintenance</html>', { ...now, 'Content-Type': 'text/html' }],
		'SHOP_UNAVAILABLE',
		'The shop is not available now (HTTP 503)',
		/Try again later/,
	],
	[
		'a shop with a defect',
		[
			500,
			{ code: 'internal_server_error', message: '<p>There has been a critical error.</p>' },
			now,
		],
		'internal_server_error',
		'The shop refused the request: There has been a critical error. (internal_server_error)',
		/Try again later/,
	],
	[
		'a shop that is too busy',
		[429, 'slow down', now],
		'SHOP_TOO_MANY_REQUESTS',
		'The shop keeps asking to slow down (HTTP 429)',
		/less often/,
	],
])('explains %s', async (_what, [status, body, headers], code, message, tip) => {
	nock('https://shop.example')
		.persist()
		.get(ORDER)
		.query(true)
		.reply(status, body as nock.Body, headers ?? {});

	const { error } = await readOrder('https://shop.example');

	expect(error?.message).toBe(message);
	expect(error?.description).toMatch(tip);
	expect(error?.context).toMatchObject({ code, itemIndex: 0 });
	const everything = JSON.stringify(error);
	for (const secret of [consumerKey, consumerSecret, 'Basic ', 'secret=1']) {
		expect(everything).not.toContain(secret);
	}
});

it('explains a signature that is not accepted over http', async () => {
	nock('http://shop.example')
		.get(ORDER)
		.query(true)
		.reply(401, { ...invalidSecret, message: 'Invalid signature - provided signature differs.' });
	const { error } = await readOrder('http://shop.example');
	expect(error?.message).toBe('The shop does not accept the signature of this request');
	expect(error?.description).toMatch(/Site Address/);
});

it.each([
	['ECONNREFUSED', /Nothing listens there/],
	['ENOTFOUND', /not known/],
	['CERT_HAS_EXPIRED', /certificate/],
])('explains a connection that fails (%s)', async (code, tip) => {
	nock('https://shop.example')
		.get(ORDER)
		.query(true)
		.replyWithError(Object.assign(new Error('no connection'), { code }));
	const { error } = await readOrder('https://shop.example');
	expect(error?.message).toBe('The shop cannot be reached');
	expect(error?.description).toMatch(tip);
	expect(error?.context).toMatchObject({ code: `SHOP_UNREACHABLE_${code}` });
	expect(JSON.stringify(error)).not.toContain(consumerKey);
});

it('explains an address that is none', async () => {
	const { error } = await readOrder('ftp://shop.example');
	expect(error?.message).toBe("The 'Shop URL' of the WooCommerce credential is not a web address");
	expect(error?.description).toMatch(/the address customers use/);
});

it.each(['{id}', '12a', '-1', '0'])('sends nothing for the order ID "%s"', async (orderId) => {
	const { error } = await readOrder('https://shop.example', orderId);
	expect(error?.message).toBe("'Order' must hold a whole number");
});
