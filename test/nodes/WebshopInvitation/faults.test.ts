/** Activation under every fault, at each of its calls: SnelStart calls once, and never again by itself. */
import { inviteClient } from '../../../cli/inviteClient';
import { openApi } from '../../../cli/n8nApi';
import { startReport } from '../../../cli/report';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { faultKinds } from '../../../sandbox/faults';
import { startN8nStandIn, type N8nStandIn } from '../../cli/support/n8nStandIn';
import { openDoor, type Door } from './support';

const WAITS = 'waits-for-the-owner';

let sandbox: Sandbox;
let n8n: N8nStandIn;
let door: Door;

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await startN8nStandIn();
	door = await openDoor(() => ({
		n8nUrl: n8n.url,
		n8nApiKey: 'n8n-key',
		subscriptionKey: sandbox.snelStart.subscriptionKey,
		baseUrl: sandbox.snelStart.baseUrl,
		tokenUrl: sandbox.snelStart.tokenUrl,
	}));
});
afterAll(async () => await Promise.all([sandbox.stop(), n8n.stop(), door.stop()]));
beforeEach(() => {
	sandbox.snelStart.reset();
	for (const held of [n8n.workflows, n8n.credentials, n8n.tables, n8n.rows]) held.clear();
	delete n8n.before;
	delete n8n.after;
	door.started.length = 0;
	sandbox.snelStart.activation.webhookUrl = door.url;
});

const rows = () =>
	[...n8n.tables.values()]
		.filter(({ name }) => name === 'ClientInvitations')
		.flatMap(({ id }) => n8n.rows.get(id)!);
const keyInCredential = (): string => {
	const [one, ...others] = [...n8n.credentials.values()] as Array<{
		data: Record<string, string>;
	}>;
	expect(others).toEqual([]);
	return one!.data.clientKey!;
};
const codes = () => door.started.map(({ code }) => code);

async function invite(): Promise<URL> {
	const { baseUrl, tokenUrl, activationUrl } = sandbox.snelStart;
	const settings = { client: 'my-client', shops: [], vatMapping: [] };
	return new URL(
		await inviteClient({
			api: openApi(n8n.url, 'key'),
			webhooks: door.url.replace('/webshop-invitations', ''),
			file: { settings, snelStart: { baseUrl, tokenUrl, activationUrl }, shops: {} },
			secrets: async () => sandbox.snelStart.subscriptionKey,
			report: startReport(),
			...{ shop: '', app: 'my-app', days: 7 },
		}),
	);
}

const opens = async (key: string): Promise<boolean> => {
	const { tokenUrl } = sandbox.snelStart;
	const body = new URLSearchParams({ grant_type: 'clientkey', clientkey: key });
	return (await fetch(tokenUrl, { method: 'POST', body })).ok;
};

/**
 * What holds after every call, whatever failed in it: it is told as connected when the key stands in
 * the credential, and otherwise the owner who opens the link once more, after the claim of a call that
 * died has ended, connects all the same.
 */
async function expectConnectedOrToldAndAgain(link: URL): Promise<void> {
	expect(codes()).toHaveLength(1);
	if (codes()[0] === 'CLIENT_CONNECTED') {
		expect(await opens(keyInCredential())).toBe(true);
		return;
	}
	expect(codes()).toEqual(['INVITATION_REFUSED']);
	sandbox.snelStart.faults.clear();
	delete n8n.before;
	delete n8n.after;
	const ended = new Date(Date.now() - 11 * 60_000).toISOString();
	for (const row of rows()) if (row.claimId !== '') row.claimId = `${ended}/dead`;
	await fetch(link, { redirect: 'manual' });
	expect(codes()).toEqual(['INVITATION_REFUSED', 'CLIENT_CONNECTED']);
	expect(keyInCredential()).not.toBe(WAITS);
	expect(await opens(keyInCredential())).toBe(true);
	expect(rows()).toMatchObject([{ state: 'connected' }]);
}

describe.each(['POST token', 'GET companyInfo'])('at SnelStart, %s', (shape) => {
	test.each(faultKinds)('%s', async (kind) => {
		const link = await invite();
		sandbox.snelStart.faults.add({ kind, shape, delayMs: 10 });
		await fetch(link, { redirect: 'manual' });
		await expectConnectedOrToldAndAgain(link);
	});
});

/** The calls of one activation to n8n, in order. */
const CALLS_TO_N8N = 8;

describe.each(['before', 'after'] as const)('at n8n, HTTP 500 %s the work is done', (when) => {
	test.each(Array.from({ length: CALLS_TO_N8N }, (_, place) => place))(
		'at call %s',
		async (place) => {
			const link = await invite();
			let calls = 0;
			n8n[when] = () => {
				calls += 1;
				return calls === place + 1 ? { status: 500, json: { message: 'no' } } : undefined;
			};
			await fetch(link, { redirect: 'manual' });
			expect(calls).toBeGreaterThan(place);
			await expectConnectedOrToldAndAgain(link);
		},
	);
});
