import { wantedCredentials } from '../../cli/credentials';
import { keysThatOnlyRead, refusedKeys, type Ask } from '../../cli/tryKeys';
import type { ClientFile } from '../../cli/clientFile';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

/** A client of the stand-ins. */
const clientFile = ({ snelStart, wooCommerce, jouwWeb }: Sandbox): ClientFile =>
	({
		settings: {
			client: 'bloom',
			shops: [
				{ shop: 'woocommerce', kind: 'wooCommerce' },
				{ shop: 'jouwweb', kind: 'jouwWeb' },
			],
		},
		snelStart: { baseUrl: snelStart.baseUrl, tokenUrl: snelStart.tokenUrl },
		shops: {
			woocommerce: { url: wooCommerce.url },
			jouwweb: { baseUrl: jouwWeb.baseUrl, website: String(jouwWeb.websiteId) },
		},
	}) as unknown as ClientFile;
const keysOf = ({ snelStart, wooCommerce, jouwWeb }: Sandbox): Record<string, string> => ({
	SNELSTART_CLIENT_KEY: snelStart.clientKey,
	SNELSTART_SUBSCRIPTION_KEY: snelStart.subscriptionKey,
	WOOCOMMERCE_CONSUMER_KEY: wooCommerce.consumerKey,
	WOOCOMMERCE_CONSUMER_SECRET: wooCommerce.consumerSecret,
	JOUWWEB_TOKEN: jouwWeb.token,
});

/** The client's credentials, with some secrets replaced. */
const filled = (changed: Record<string, string> = {}, file = clientFile(sandbox)) => {
	const known: Record<string, string> = { ...keysOf(sandbox), ...changed };
	return wantedCredentials(file).map((wanted) => ({
		wanted,
		secrets: Object.fromEntries(
			Object.entries(wanted.secrets).map(([field, name]) => [field, known[name] ?? 'x']),
		),
	}));
};
const answers = (status: number, body: unknown): Ask => {
	return async () => new Response(JSON.stringify(body), { status });
};
const overHttps = (): ClientFile => {
	const file = clientFile(sandbox);
	const woocommerce = { ...file.shops.woocommerce!, url: 'https://shop.example/' };
	const { shops } = file.settings;
	return { ...file, settings: { ...file.settings, shops: [shops[0]!] }, shops: { woocommerce } };
};

test('keys that are right are not named', async () => {
	expect(await refusedKeys(filled(), fetch)).toEqual([]);
});

test.each([
	['SNELSTART_CLIENT_KEY', /^SNELSTART_CLIENT_KEY: HTTP 40[013]/],
	['SNELSTART_SUBSCRIPTION_KEY', /^SNELSTART_SUBSCRIPTION_KEY: HTTP 401/],
	['JOUWWEB_TOKEN', /^JOUWWEB_TOKEN: HTTP 401/],
])('a wrong %s is named', async (variable, line) => {
	expect(await refusedKeys(filled({ [variable]: 'cut' }), fetch)).toEqual([
		expect.stringMatching(line),
	]);
});

test('all that are wrong are named at once', async () => {
	const wrong = { SNELSTART_CLIENT_KEY: 'cut', JOUWWEB_TOKEN: 'cut' };
	expect(await refusedKeys(filled(wrong), fetch)).toHaveLength(2);
});

test('a WooCommerce that refuses is named with its words; a firewall before it is left to the check', async () => {
	const shop = filled({}, overHttps()).filter(({ wanted }) => wanted.key === 'shop woocommerce');
	const words = { code: 'woocommerce_rest_authentication_error', message: 'Wrong secret.' };
	expect(await refusedKeys(shop, answers(401, words))).toEqual([
		'WOOCOMMERCE_CONSUMER_KEY, WOOCOMMERCE_CONSUMER_SECRET: HTTP 401, Wrong secret.',
	]);
	expect(await refusedKeys(shop, async () => new Response('<h1>No</h1>', { status: 403 }))).toEqual(
		[],
	);
	const asked: string[] = [];
	const ask: Ask = async (url, { headers }) => {
		asked.push(url, JSON.stringify(headers));
		return new Response('[]');
	};
	expect(await refusedKeys(shop, ask)).toEqual([]);
	expect(asked[0]).toBe('https://shop.example/wp-json/wc/v3/orders?per_page=1');
	expect(asked[1]).toMatch(/^\{"Authorization":"Basic /);
});

test('what does not answer is not called wrong, and keys do not go over http to other machines', async () => {
	const nothing: Ask = async () => {
		throw new Error('ECONNREFUSED');
	};
	expect(await refusedKeys(filled(), nothing)).toEqual([]);
	const file = clientFile(sandbox);
	const away = {
		...file,
		snelStart: { baseUrl: 'http://away.example/v2', tokenUrl: 'http://away.example/token' },
	};
	const asked: string[] = [];
	await refusedKeys(
		filled({}, away).filter(({ wanted }) => wanted.key === 'snelStart'),
		async (url) => {
			asked.push(url);
			return new Response('{}');
		},
	);
	expect(asked).toEqual([]);
});

describe('a key that has to write', () => {
	/** The stand-in speaks http; the command asks a shop over https only. */
	const asSent: Ask = async (url, request) =>
		await fetch(url.replace('https://shop.example', sandbox.wooCommerce.url), {
			...request,
			headers: { ...request.headers, 'X-Forwarded-Proto': 'https' },
		});
	const shop = (realtime: boolean, { consumerKey, consumerSecret } = sandbox.wooCommerce) => {
		const file = overHttps();
		const woocommerce = { ...file.shops.woocommerce!, realtime, keysInQuery: true };
		const keys = {
			WOOCOMMERCE_CONSUMER_KEY: consumerKey,
			WOOCOMMERCE_CONSUMER_SECRET: consumerSecret,
		};
		return filled(keys, { ...file, shops: { woocommerce } });
	};

	test('is refused at once when it may only read, and changes nothing when it may', async () => {
		const { readOnly } = sandbox.wooCommerce;
		const before = structuredClone(sandbox.wooCommerce.webhooks);
		expect(await keysThatOnlyRead(shop(true, readOnly as never), asSent)).toEqual([
			'WOOCOMMERCE_CONSUMER_KEY, WOOCOMMERCE_CONSUMER_SECRET: HTTP 401, The API key provided does not have write permissions.',
		]);
		expect(await keysThatOnlyRead(shop(true), asSent)).toEqual([]);
		expect(sandbox.wooCommerce.webhooks).toEqual(before);
	});

	test('is asked for realtime only, and what does not answer is no refusal', async () => {
		expect(
			await keysThatOnlyRead(shop(false, sandbox.wooCommerce.readOnly as never), asSent),
		).toEqual([]);
		const nothing: Ask = async () => {
			throw new Error('ECONNREFUSED');
		};
		expect(await keysThatOnlyRead(shop(true), nothing)).toEqual([]);
	});
});
