import { createHmac, randomBytes } from 'node:crypto';

import { signedUrl } from '../../../nodes/shared/wooCommerce/oauthSignature';
import { shopUrl } from '../../../nodes/shared/wooCommerce/shopUrl';
import { WooCommerceStoreApi } from '../../../credentials/WooCommerceStoreApi.credentials';

const keys = {
	consumerKey: `ck_${randomBytes(20).toString('hex')}`,
	consumerSecret: `cs_${randomBytes(20).toString('hex')}`,
};
const authenticate = async (
	data: Record<string, string | boolean>,
	options: { url: string; baseURL?: string; qs?: Record<string, string> },
) => await new WooCommerceStoreApi().authenticate({ ...keys, ...data }, options);

describe('the shop URL', () => {
	it.each([
		['shop.example', 'https://shop.example'],
		['  https://shop.example//  ', 'https://shop.example'],
		['http://shop.example:8080/', 'http://shop.example:8080'],
		['shop.example:8443', 'https://shop.example:8443'],
		['https://shop.example/wp-admin/admin.php?page=wc-settings', 'https://shop.example'],
		['https://shop.example/winkel/wp-json/wc/v3/orders', 'https://shop.example/winkel'],
		['https://shop.example/winkel/wp-login.php', 'https://shop.example/winkel'],
		['https://shop.example/index.php/wp-json/wc/v3', 'https://shop.example/index.php'],
		['https://shop.example/?p=1#top', 'https://shop.example'],
		['https://SHOP.example', 'https://shop.example'],
	])('%s becomes %s', (entered, expected) => {
		expect(shopUrl(entered)).toBe(expected);
	});

	it.each(['', 'ftp://shop.example', 'https://', 'not an address'])('refuses "%s"', (entered) => {
		expect(() => shopUrl(entered)).toThrow("The 'Shop URL' of the WooCommerce credential");
	});
});

describe('over https', () => {
	it('sends the keys as Basic authentication', async () => {
		const options = await authenticate(
			{ url: 'shop.example/' },
			{ url: '/wp-json/wc/v3/orders', baseURL: 'shop.example/', qs: { status: 'on-hold' } },
		);
		const basic = Buffer.from(`${keys.consumerKey}:${keys.consumerSecret}`).toString('base64');
		expect(options).toEqual({
			url: 'https://shop.example/wp-json/wc/v3/orders?status=on-hold',
			headers: { Authorization: `Basic ${basic}` },
			disableFollowRedirect: true,
		});
	});

	it('sends the keys in the query when the web server drops the header', async () => {
		const options = await authenticate(
			{ url: 'https://shop.example', keysInQuery: true },
			{ url: '/wp-json/wc/v3/orders' },
		);
		const query = new URL(options.url).searchParams;
		expect(query.get('consumer_key')).toBe(keys.consumerKey);
		expect(query.get('consumer_secret')).toBe(keys.consumerSecret);
		expect(options.headers).toBeUndefined();
	});
});

describe('over http', () => {
	it('signs every query parameter and sends no secret', async () => {
		const options = await authenticate(
			{ url: 'http://shop.example' },
			{ url: '/wp-json/wc/v3/orders', qs: { search: "é & a+b=c,d (e)*!'", page: '2' } },
		);
		expect(options.url).not.toContain(keys.consumerSecret);
		const url = new URL(options.url);
		expect(url.searchParams.get('search')).toBe("é & a+b=c,d (e)*!'");
		expect(url.searchParams.get('oauth_consumer_key')).toBe(keys.consumerKey);

		// What the shop does: sort what it received, encode it its own way, sign, compare.
		const received = [...url.searchParams].filter(([name]) => name !== 'oauth_signature');
		const encode = (text: string) =>
			encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
		const upper = (text: string) => text.replace(/%[0-9a-f]{2}/gi, (c) => c.toUpperCase());
		const parameters = received
			.map(([name, value]) => `${upper(encode(name))}=${upper(encode(value))}`)
			.sort()
			.join('&');
		const address = 'http://shop.example/wp-json/wc/v3/orders';
		const base = `GET&${encodeURIComponent(address)}&${encodeURIComponent(parameters)}`;
		const signature = createHmac('sha256', `${keys.consumerSecret}&`).update(base).digest('base64');
		expect(url.searchParams.get('oauth_signature')).toBe(signature);
	});

	it('leaves the default port out of what it signs', () => {
		const moment = { nonce: 'n', timestamp: 1 };
		const sign = (url: string) => signedUrl('get', new URL(url), 'k', 's', moment);
		expect(sign('http://shop.example:80/x')).toBe(sign('http://shop.example/x'));
		expect(sign('http://shop.example:81/x')).not.toBe(sign('http://shop.example/x'));
	});
});
