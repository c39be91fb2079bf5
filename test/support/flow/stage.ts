import type { Sandbox } from '../../../sandbox/index';
import { startSandbox } from '../../../sandbox/index';
import type { ClientFile } from '../../../cli/clientFile';
import { demoClientFile } from '../../../scripts/demoClient';
import type { CredentialData } from '../credentialsHelper';
import { FlowEngine } from './flowEngine';

/** The demo's client on an engine of its own, beside stand-ins of SnelStart and both shops. */
export interface Stage {
	sandbox: Sandbox;
	engine: FlowEngine;
	client: ClientFile;
	/** The clock of the stand-ins and of the tables. */
	now(): Date;
}

function credentialsOf({ snelStart, wooCommerce, jouwWeb }: Sandbox): CredentialData {
	return {
		snelStartB2bApi: {
			clientKey: snelStart.clientKey,
			subscriptionKey: snelStart.subscriptionKey,
			baseUrl: snelStart.baseUrl,
			tokenUrl: snelStart.tokenUrl,
			requestsPerMinute: 0,
			requestsInFlight: 50,
		},
		wooCommerceStoreApi: {
			url: wooCommerce.url,
			consumerKey: wooCommerce.consumerKey,
			consumerSecret: wooCommerce.consumerSecret,
		},
		jouwWebTokenApi: { token: jouwWeb.token, baseUrl: jouwWeb.baseUrl },
		webshopDashboardApi: { user: 'demo', password: 'a long enough password' },
	};
}

const basic = (user: string, password: string): string =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Signs in at the stand-in of a payment provider, as n8n does with the credential of that kind. */
async function signIn(sandbox: Sandbox, kind: string): Promise<Record<string, string>> {
	const { mollie, stripe, payPal, klarna } = sandbox;
	const tokenOfPayPal = async () => {
		const answer = await fetch(payPal.tokenUrl, {
			method: 'POST',
			headers: { Authorization: basic(payPal.clientId, payPal.clientSecret) },
			body: new URLSearchParams({ grant_type: 'client_credentials' }),
		});
		return ((await answer.json()) as { access_token: string }).access_token;
	};
	const ways: Record<string, () => Promise<string>> = {
		httpBearerAuth: async () => `Bearer ${mollie.token}`,
		stripeApi: async () => `Bearer ${stripe.secretKey}`,
		httpBasicAuth: async () => basic(klarna.username, klarna.password),
		oAuth2Api: async () => `Bearer ${await tokenOfPayPal()}`,
	};
	return { Authorization: await ways[kind]!() };
}

/**
 * Starts everything and saves the client's settings, as its accountant would.
 * @param change what is different for this client, once its administration is as it is to begin with
 */
export async function startStage(
	change: (client: ClientFile, sandbox: Sandbox) => ClientFile | Promise<ClientFile> = (client) =>
		client,
): Promise<Stage> {
	const now = () => new Date();
	const sandbox = await startSandbox({ now });
	// A file makes more calls than a minute allows, and would wait for the next one.
	sandbox.snelStart.switches.limits = null;
	const usual = { ...demoClientFile(sandbox), dashboard: { user: 'demo', path: 'demo' } };
	const client = await change(usual, sandbox);
	const engine = new FlowEngine({
		client,
		credentials: credentialsOf(sandbox),
		signIn: (kind) => signIn(sandbox, kind),
		now,
	});
	const { error } = await engine.run('Client settings', 'When clicked');
	if (error) throw error;
	return { sandbox, engine, client, now };
}
