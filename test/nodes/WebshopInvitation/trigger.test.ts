import { randomBytes } from 'node:crypto';

import type { ClientFile } from '../../../cli/clientFile';
import { inviteClient } from '../../../cli/inviteClient';
import { openApi } from '../../../cli/n8nApi';
import { startReport } from '../../../cli/report';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { startN8nStandIn, type N8nStandIn } from '../../cli/support/n8nStandIn';
import { openDoor, type Door } from './support';

let sandbox: Sandbox;
let n8n: N8nStandIn;
let door: Door;
let apiKey = 'n8n-key';

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await startN8nStandIn();
	door = await openDoor(() => ({
		n8nUrl: n8n.url,
		n8nApiKey: apiKey,
		subscriptionKey: sandbox.snelStart.subscriptionKey,
		baseUrl: sandbox.snelStart.baseUrl,
		tokenUrl: sandbox.snelStart.tokenUrl,
	}));
});
afterAll(async () => await Promise.all([sandbox.stop(), n8n.stop(), door.stop()]));
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.wooCommerce.reset();
	for (const held of [n8n.workflows, n8n.credentials, n8n.tables, n8n.rows]) held.clear();
	delete n8n.before;
	n8n.writes.length = 0;
	door.started.length = 0;
	door.statuses.length = 0;
	sandbox.snelStart.activation.webhookUrl = door.url;
	apiKey = 'n8n-key';
});

interface Invited {
	link: URL;
	reference: string;
}

async function invite(more: { shop?: string; days?: number; now?: Date } = {}): Promise<Invited> {
	const { baseUrl, tokenUrl, activationUrl } = sandbox.snelStart;
	const file: ClientFile = {
		settings: {
			client: 'my-client',
			shops: [{ shop: 'woocommerce', kind: 'wooCommerce' }],
			vatMapping: [],
		},
		snelStart: { baseUrl, tokenUrl, activationUrl },
		shops: { woocommerce: { ordersFrom: '2026-01-01', url: sandbox.wooCommerce.url } },
	};
	const link = new URL(
		await inviteClient({
			api: openApi(n8n.url, 'key'),
			webhooks: door.url.replace('/webshop-invitations', ''),
			file,
			secrets: async () => sandbox.snelStart.subscriptionKey,
			report: startReport(),
			...{ shop: '', app: 'my-app', days: 7, ...more },
		}),
	);
	const { searchParams } = link;
	return { link, reference: searchParams.get('referenceKey') ?? searchParams.get('user_id') ?? '' };
}

/** The owner opens the link and agrees. */
const accept = async ({ link }: Invited) => await fetch(link, { redirect: 'manual' });
const rows = () =>
	[...n8n.tables.values()]
		.filter(({ name }) => name === 'ClientInvitations')
		.flatMap(({ id }) => n8n.rows.get(id)!);
const credential = (name = 'my-client: SnelStart') =>
	[...n8n.credentials.values()].find((one) => one.name === name)! as {
		data: Record<string, string>;
	};
const told = () => door.started.map(({ code, message }) => [code, message]);
const WAITS = 'waits-for-the-owner';
const call = (reference: string, action: string, key: string) => ({
	koppelSleutel: key,
	actionType: action,
	referenceKey: reference,
});

/** The owner has connected, and his key stands in the credential. */
async function connected(): Promise<Invited & { key: string }> {
	const invited = await invite();
	await accept(invited);
	door.started.length = 0;
	return { ...invited, key: credential().data.clientKey! };
}

it('puts the key into the credential that waits for it, and keeps the rest of it', async () => {
	const invited = await invite();
	expect(invited.link.pathname).toBe('/couplings/activate/my-app');
	expect(credential().data).toMatchObject({ clientKey: WAITS });
	const answer = await accept(invited);
	expect(answer.headers.get('location')).toBe(door.url);
	expect(sandbox.snelStart.activation.deliveries).toEqual([{ action: 'Create', status: 200 }]);
	expect(credential().data.clientKey).toHaveLength(668);
	expect(credential().data).toMatchObject({
		subscriptionKey: sandbox.snelStart.subscriptionKey,
		baseUrl: sandbox.snelStart.baseUrl,
	});
	expect(rows()).toMatchObject([{ client: 'my-client', state: 'connected', claimId: '' }]);
	expect(door.started).toMatchObject([
		{ client: 'my-client', kind: 'snelStart', taken: true, code: 'CLIENT_CONNECTED' },
	]);
	expect(door.started[0]!.message).toContain('Voorbeeld Webwinkel');
	expect((await fetch(door.url)).status).toBe(200);
});

it('keeps no key and no reference anywhere else', async () => {
	const { key, reference } = await connected();
	await sandbox.snelStart.activation.regenerate(reference);
	await sandbox.snelStart.activation.disconnect(reference);
	const everywhere = JSON.stringify([rows(), door.started, [...n8n.rows.values()]]);
	for (const secret of [key, credential().data.clientKey!, reference]) {
		expect(everywhere).not.toContain(secret);
	}
});

it('renews the key when the owner makes another one', async () => {
	const { reference, key } = await connected();
	await sandbox.snelStart.activation.regenerate(reference);
	expect(credential().data.clientKey).not.toBe(key);
	expect(told()).toEqual([
		['CLIENT_CONNECTED', expect.stringContaining('has renewed the key') as string],
	]);
});

it('switches off what is on of the client, and of no other, when the owner deletes the key', async () => {
	const { reference } = await connected();
	const tag = { name: 'my-client' };
	const workflow = (id: string, name: string, active: boolean) =>
		n8n.workflows.set(id, { id, name, active, tags: [tag] });
	workflow('1', 'my-client: Hourly order sync WooCommerce', true);
	workflow('2', 'my-client: Daily digest', false);
	workflow('3', 'my-client-2: Hourly order sync WooCommerce', true);
	await sandbox.snelStart.activation.disconnect(reference);
	expect([...n8n.workflows.values()].map(({ active }) => active)).toEqual([false, false, true]);
	expect(told()).toEqual([
		['CLIENT_DISCONNECTED', expect.stringContaining('switched off: 1') as string],
	]);
	expect(rows()).toMatchObject([{ state: 'deleted' }]);
});

describe('forged, repeated, late and foreign calls do nothing', () => {
	/** The call changes neither credential nor invitation, and no workflow. */
	async function expectNothing(body: unknown, code?: string): Promise<void> {
		const before = JSON.stringify([credential(), rows(), [...n8n.workflows.values()]]);
		expect(await door.post(body)).toBe(404);
		expect(JSON.stringify([credential(), rows(), [...n8n.workflows.values()]])).toBe(before);
		expect(told().map(([first]) => first)).toEqual(code === undefined ? [] : [code]);
	}
	const someReference = () => randomBytes(32).toString('base64url');
	const REFUSED = 'INVITATION_REFUSED';

	it('a reference that nobody was given', async () => {
		await invite();
		await expectNothing(call(someReference(), 'Create', sandbox.snelStart.clientKey));
	});
	it.each(['', 'x', '../../credentials', 'a'.repeat(600), "' OR 1=1 --"])(
		'a reference that is none: %s',
		async (reference) => {
			await invite();
			n8n.writes.length = 0;
			await expectNothing(call(reference, 'Create', sandbox.snelStart.clientKey));
			expect(n8n.writes).toEqual([]);
		},
	);
	it.each([{}, [], 'text', { referenceKey: 'x' }, { user_id: 'x', consumer_key: 'ck_1' }])(
		'another body: %j',
		async (body) => {
			await invite();
			await expectNothing(body);
		},
	);
	it('an action that SnelStart does not have', async () => {
		const { reference } = await invite();
		await expectNothing(call(reference, 'constructor', sandbox.snelStart.clientKey));
	});
	it('a key that SnelStart does not accept: the link still works for the owner', async () => {
		const invited = await invite();
		await expectNothing(call(invited.reference, 'Create', 'a-forged-key'), REFUSED);
		await accept(invited);
		expect(rows()).toMatchObject([{ state: 'connected' }]);
	});
	it('the same call again', async () => {
		const { reference, key } = await connected();
		await expectNothing(call(reference, 'Create', key));
		await expectNothing(call(reference, 'Regenerate', key));
	});
	it('the same link once more, with another key', async () => {
		const { reference } = await connected();
		await expectNothing(call(reference, 'Create', sandbox.snelStart.clientKey), REFUSED);
	});
	it('a link that has ended', async () => {
		const { reference } = await invite({ days: 1, now: new Date(Date.now() - 2 * 86_400_000) });
		await expectNothing(call(reference, 'Create', sandbox.snelStart.clientKey), REFUSED);
	});
	it('a link that a newer one replaced', async () => {
		const { reference } = await invite();
		await invite();
		await expectNothing(call(reference, 'Create', sandbox.snelStart.clientKey), REFUSED);
	});
	it('a new key of another administration', async () => {
		const { reference } = await connected();
		rows()[0]!.administrationId = 'another one';
		await expectNothing(call(reference, 'Regenerate', sandbox.snelStart.clientKey), REFUSED);
		expect(told()[0]![1]).toContain('another administration');
	});
	it('a deletion while SnelStart still accepts the key', async () => {
		const { reference, key } = await connected();
		await expectNothing(call(reference, 'Delete', key), REFUSED);
	});
	it('a deletion while SnelStart has no time to say whether the key still works', async () => {
		const { reference, key } = await connected();
		sandbox.snelStart.faults.add({ kind: '429', shape: 'GET companyInfo' });
		await expectNothing(call(reference, 'Delete', key), REFUSED);
		expect(rows()).toMatchObject([{ state: 'connected' }]);
	});
	it.each([
		['the subscription key has ended', '401', 'GET companyInfo'],
		['the gateway refuses', '401', 'POST token'],
	] as const)(
		'a deletion while %s: that says nothing of the client key',
		async (_, kind, shape) => {
			const { reference, key } = await connected();
			sandbox.snelStart.faults.add({ kind, shape });
			await expectNothing(call(reference, 'Delete', key), REFUSED);
			expect(rows()).toMatchObject([{ state: 'connected' }]);
			expect(told()[0]![1]).toContain(`does not say that it is unknown (HTTP ${kind})`);
		},
	);
	it.each([['connected'], ['deleted']])(
		'a newer invitation that is answered with another administration than the one that is %s',
		async (state) => {
			await connected();
			Object.assign(rows()[0]!, { state, administrationId: 'the one before' });
			n8n.tables.set('settings', { id: 'settings', name: 'ClientSettings', columns: [] });
			const settings = (name: string) => JSON.stringify({ administration: { name, accounts: [] } });
			n8n.rows.set('settings', [
				{ client: 'my-client', version: 2, settings: settings('Bakkerij "De Korst"') },
				{ client: 'my-client', version: 1, settings: settings('An older name') },
			] as never);
			const { reference } = await invite();
			await expectNothing(call(reference, 'Create', sandbox.snelStart.clientKey), REFUSED);
			expect(told()[0]![1]).toBe(
				'The key that came for my-client opens the administration Voorbeeld Webwinkel, but my-client is connected to Bakkerij "De Korst"; nothing was done.',
			);
			// Moved on purpose: the integrator says so, and the same link works.
			rows()[0]!.state = 'withdrawn';
			door.started.length = 0;
			await door.post(call(reference, 'Create', sandbox.snelStart.clientKey));
			expect(told()).toEqual([['CLIENT_CONNECTED', expect.any(String) as string]]);
		},
	);
	it('a deletion of a key that was replaced, and one before there was any', async () => {
		const { reference, key } = await connected();
		await sandbox.snelStart.activation.regenerate(reference);
		door.started.length = 0;
		await expectNothing(call(reference, 'Delete', key));
		const other = await invite({ shop: 'woocommerce' });
		await expectNothing(call(other.reference, 'Delete', key));
	});
	it('a deletion of what a newer invitation has replaced', async () => {
		const older = await connected();
		await connected();
		n8n.workflows.set('1', {
			...{ id: '1', name: 'my-client: Daily digest', active: true },
			tags: [{ name: 'my-client' }],
		});
		await sandbox.snelStart.activation.disconnect(older.reference);
		expect(n8n.workflows.get('1')).toMatchObject({ active: true });
		expect(rows().map(({ state }) => state)).toEqual(['withdrawn', 'connected']);
		expect(told()).toEqual([]);
	});
	it('a call after the deletion', async () => {
		const { reference } = await connected();
		await sandbox.snelStart.activation.disconnect(reference);
		door.started.length = 0;
		await expectNothing(call(reference, 'Regenerate', sandbox.snelStart.clientKey), REFUSED);
	});
	it('keys of a shop for an administration, and the other way round', async () => {
		const { reference } = await invite();
		await expectNothing({ user_id: reference, consumer_key: 'ck_1', consumer_secret: 'cs_1' });
		const shop = await invite({ shop: 'woocommerce' });
		await expectNothing(call(shop.reference, 'Create', sandbox.snelStart.clientKey));
	});
	it('keys of another shop', async () => {
		const { reference } = await invite({ shop: 'woocommerce' });
		const keys = { consumer_key: 'ck_another', consumer_secret: 'cs_another' };
		await expectNothingOfShop({ user_id: reference, ...keys });
	});

	async function expectNothingOfShop(body: unknown): Promise<void> {
		const before = JSON.stringify(credential('my-client: woocommerce'));
		expect(await door.post(body)).toBe(404);
		expect(JSON.stringify(credential('my-client: woocommerce'))).toBe(before);
		expect(told()).toEqual([[REFUSED, expect.stringContaining('not accepted') as string]]);
	}
});

it('does the work once when the call comes twice at the same time', async () => {
	const { reference } = await invite();
	const body = call(reference, 'Create', sandbox.snelStart.clientKey);
	const statuses = await Promise.all([door.post(body), door.post(body), door.post(body)]);
	expect(statuses.sort((a, b) => a - b)).toEqual([200, 404, 404]);
	expect(told()).toHaveLength(1);
	expect(n8n.writes.filter((write) => write.startsWith('PATCH /credentials'))).toHaveLength(1);
});

describe('a call that was lost', () => {
	it('is made up for by the link, as long as it works', async () => {
		const invited = await invite();
		sandbox.snelStart.activation.webhookUrl = '';
		await accept(invited);
		expect(credential().data.clientKey).toBe(WAITS);
		sandbox.snelStart.activation.webhookUrl = door.url;
		await sandbox.snelStart.activation.regenerate(invited.reference);
		expect(rows()).toMatchObject([{ state: 'connected' }]);
	});
	it('and by a newer invitation, into the same credential', async () => {
		await invite();
		await accept(await invite());
		expect([...n8n.credentials.values()]).toHaveLength(1);
		expect(credential().data.clientKey).not.toBe(WAITS);
	});
	it('is told when SnelStart does not answer, and nothing is used up', async () => {
		const invited = await invite();
		sandbox.snelStart.faults.add({ kind: '500', shape: 'POST token' });
		await accept(invited);
		expect(told()).toEqual([
			['INVITATION_REFUSED', expect.stringContaining('could not be tried') as string],
		]);
		expect(rows()).toMatchObject([{ state: 'open', claimId: '' }]);
	});
	it.each([
		['the key of n8n has ended', 401, (path: string) => path.startsWith('/data-tables')],
		['the credential is gone', 404, (path: string) => path.startsWith('/credentials')],
	])('is told when %s', async (_, status, where) => {
		const invited = await invite();
		n8n.before = (method, path) =>
			method !== 'POST' && where(path) ? { status, json: { message: 'no' } } : undefined;
		await accept(invited);
		expect(told()).toEqual([
			['INVITATION_REFUSED', expect.stringContaining(`HTTP ${status}`) as string],
		]);
	});
	it('leaves its claim for ten minutes when n8n died over it', async () => {
		const invited = await invite();
		const claimed = (minutes: number) =>
			`${new Date(Date.now() - minutes * 60_000).toISOString()}/dead`;
		rows()[0]!.claimId = claimed(9);
		await accept(invited);
		expect(rows()).toMatchObject([{ state: 'open' }]);
		rows()[0]!.claimId = claimed(11);
		await accept(invited);
		expect(rows()).toMatchObject([{ state: 'connected' }]);
	});
});

it('takes the keys of a shop whose owner agrees with one click', async () => {
	const invited = await invite({ shop: 'woocommerce' });
	const page = await (await accept(invited)).text();
	const approve = /href="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
	const answer = await fetch(new URL(approve, invited.link), { redirect: 'manual' });
	expect(answer.status).toBe(302);
	const { data } = credential('my-client: woocommerce');
	expect(data).toMatchObject({ url: sandbox.wooCommerce.url });
	expect(data.consumerKey).toMatch(/^ck_[0-9a-f]{40}$/);
	expect(told()).toEqual([
		['CLIENT_CONNECTED', expect.stringContaining('the shop woocommerce') as string],
	]);
	// The link works once: WooCommerce takes back the keys that nobody accepted.
	const again = await fetch(new URL(approve, invited.link), { redirect: 'manual' });
	expect(again.status).toBe(401);
	expect(credential('my-client: woocommerce').data).toEqual(data);
});

it('says on the page of the owner what happened, as WooCommerce tells it', async () => {
	const page = async (query: string) => await (await fetch(`${door.url}${query}`)).text();
	expect(await page('')).toContain('Thank you');
	expect(await page('?success=1&user_id=x')).toContain('Thank you');
	const links = await (await accept(await invite({ shop: 'woocommerce' }))).text();
	const noThanks = /href="([^"]+)">No thanks/.exec(links)![1]!.replaceAll('&amp;', '&');
	expect(await (await fetch(noThanks)).text()).toContain('Nothing was connected');
	expect(credential('my-client: woocommerce').data).toMatchObject({ consumerKey: WAITS });
});
