import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { productionLimits } from '../../sandbox/snelstart/limits';
import { prepareStage } from '../../scripts/demoStage';
import { startN8n } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';
import { exactly } from './row';
import type { Row } from './row';
import { sync } from './syncRun';

const ORDERS = 600;
/** How long every answer of SnelStart takes. */
const LATENCY_MS = 80;

/** What as many calls take at best: none waits for another, and a minute takes so many of them. */
const limitOf = (calls: number): number =>
	Math.floor((calls - 1) / productionLimits.perMinute) * 60;

/** A bare program that makes as many calls, as many at a time as SnelStart takes. */
async function bareProgram({ snelStart }: Sandbox, calls: number): Promise<number> {
	const body = new URLSearchParams({ grant_type: 'clientkey', clientkey: snelStart.clientKey });
	const answer = await fetch(snelStart.tokenUrl, { method: 'POST', body });
	const { access_token: token } = (await answer.json()) as { access_token: string };
	const headers = {
		Authorization: `Bearer ${token}`,
		'Ocp-Apim-Subscription-Key': snelStart.subscriptionKey,
	};
	let left = calls;
	const start = performance.now();
	const worker = async () => {
		while (left-- > 0) {
			const { ok } = await fetch(`${snelStart.baseUrl}/relaties?$top=1`, { headers });
			if (!ok) throw new Error('The stand-in refused a call.');
		}
	};
	await Promise.all(Array.from({ length: productionLimits.concurrent }, worker));
	return (performance.now() - start) / 1000;
}

/** A first sync, with and without SnelStart's limits. */
export async function hourly(): Promise<Row[]> {
	const measure = async (isLimited: boolean) => {
		const sandbox = await startSandbox();
		const { snelStart, wooCommerce } = sandbox;
		const packageTarball = await packPackage();
		const server = await startN8n({ packageTarball });
		try {
			const limits = isLimited ? {} : { requestsPerMinute: 0, requestsInFlight: 50 };
			const stage = await prepareStage(sandbox, server, { limits });
			wooCommerce.seedOrders({ seed: 17, count: ORDERS, from: '2026-02-01', days: 60 });
			snelStart.switches.latencyMs = LATENCY_MS;
			snelStart.switches.limits = isLimited ? productionLimits : null;
			snelStart.journal.clear();
			const time = await sync(stage);
			const calls = snelStart.journal.entries.length;
			const booked = snelStart.books.summary().salesEntries.length;
			const bare = isLimited ? limitOf(calls) : await bareProgram(sandbox, calls);
			return { time, calls, booked, bare };
		} finally {
			await server.stop();
			await sandbox.stop();
		}
	};
	const limited = await measure(true);
	const free = await measure(false);
	const what = (one: typeof free) =>
		`hourly sync of ${one.booked} new orders, ${one.calls} calls of ${LATENCY_MS} ms`;
	return [
		{
			what: `${what(limited)}, ${productionLimits.perMinute} a minute`,
			against: 'what so many calls a minute take at best',
			unit: 's',
			ours: exactly(limited.time),
			theirs: exactly(limited.bare),
			aim: 1.1,
		},
		{
			what: `${what(free)}, without limits`,
			against: 'a bare program that makes as many calls, 50 at a time',
			unit: 's',
			ours: exactly(free.time),
			theirs: exactly(free.bare),
			aim: 1.3,
		},
	];
}
