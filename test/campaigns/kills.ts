import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox';
import { randomFrom } from '../../sandbox/random';
import type { DemoStage } from '../../scripts/demoStage';
import { startN8n } from '../../scripts/n8nServer';
import { letMinutesPass } from '../e2e/support/moveClock';
import { TOTALS } from './totals';
import { Trade } from './trade';

const SYNC = 'Hourly order sync WooCommerce';
/** Longer than a run that died holds its rows. */
const MINUTES_DOWN = 180;

export interface KillCampaign {
	stage: DemoStage;
	sandbox: Sandbox;
	seed: number;
	kills: number;
	/** New orders before each kill. */
	ordersPerKill: number;
	/** The shop books in day totals, and the power is cut while they are booked as well. */
	inTotals?: boolean;
	say?: (line: string) => void;
}

/**
 * Cuts the power of n8n at a random moment of a run, starts it again, and so on; then lets it run in
 * peace. Its user folder must not be a temporary one.
 * @returns what the judge found
 */
export async function runKills(campaign: KillCampaign): Promise<string[]> {
	const { stage, sandbox, seed, kills, ordersPerKill, inTotals, say = () => {} } = campaign;
	const random = randomFrom(seed);
	const trade = new Trade(sandbox, inTotals);
	const flows = inTotals ? [SYNC, TOTALS] : [SYNC];
	const seen = new Set<string>();
	const look = async (isQuiet: boolean): Promise<void> => {
		for (const fault of await trade.faults(stage, isQuiet)) seen.add(fault);
	};
	for (let kill = 1; kill <= kills; kill++) {
		for (let order = 0; order < ordersPerKill; order++) trade.order(trade.newCustomer());
		const { server } = stage;
		const last = Math.floor(random() * flows.length);
		for (const name of flows.slice(0, last)) {
			await server.client.run(stage.ids[name]!, 'Every hour', 600);
		}
		await server.client.runWorkflow(stage.ids[flows[last]!]!, 'Every hour');
		const after = Math.floor(random() * 4_000);
		await wait(after);
		say(`${kill}: ${flows[last]!} killed after ${after} ms`);
		await server.kill();
		const { userFolder, email, password } = server;
		await letMinutesPass(userFolder, MINUTES_DOWN);
		stage.server = await startN8n({ userFolder, owner: { email, password } });
		await look(false);
	}
	for (let run = 0; run < 3; run++) {
		for (const name of flows) await stage.server.client.run(stage.ids[name]!, 'Every hour', 600);
	}
	await look(true);
	return [...seen];
}
