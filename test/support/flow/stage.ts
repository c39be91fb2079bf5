import type { Sandbox } from '../../../sandbox/index';
import { startSandbox } from '../../../sandbox/index';
import { demoClientFile } from '../../../scripts/demoClient';
import type { CredentialData } from '../credentialsHelper';
import { FlowEngine } from './flowEngine';

/** The demo's client on an engine of its own, beside stand-ins of SnelStart and both shops. */
export interface Stage {
	sandbox: Sandbox;
	engine: FlowEngine;
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
			requestsPerMinute: 500,
			requestsInFlight: 50,
		},
		wooCommerceStoreApi: {
			url: wooCommerce.url,
			consumerKey: wooCommerce.consumerKey,
			consumerSecret: wooCommerce.consumerSecret,
		},
		jouwWebTokenApi: { token: jouwWeb.token, baseUrl: jouwWeb.baseUrl },
	};
}

/** Starts everything and saves the client's settings, as its accountant would. */
export async function startStage(): Promise<Stage> {
	const now = () => new Date();
	const sandbox = await startSandbox({ now });
	const client = { ...demoClientFile(sandbox), dashboard: { user: 'demo', path: 'demo' } };
	const engine = new FlowEngine({ client, credentials: credentialsOf(sandbox), now });
	const { error } = await engine.run('Client settings', 'When clicked');
	if (error) throw error;
	return { sandbox, engine, now };
}
