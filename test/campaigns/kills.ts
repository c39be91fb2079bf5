import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox';
import { randomFrom } from '../../sandbox/random';
import type { DemoStage } from '../../scripts/demoStage';
import { startN8n } from '../../scripts/n8nServer';
import { letMinutesPass } from '../e2e/support/moveClock';
import { tradeOf, type Kinds } from './kinds';

/** Longer than a run that died holds its rows. */
const MINUTES_DOWN = 180;

export interface KillCampaign extends Kinds {
	stage: DemoStage;
	sandbox: Sandbox;
	seed: number;
	kills: number;
	/** No kill begins later; what was begun by then is settled and judged. */
	minutes: number;
	/** New orders before each kill. */
	ordersPerKill: number;
	say?: (line: string) => void;
}

/**
 * Cuts the power of n8n at a random moment of a run (of a sync, of the payment matching, of day totals,
 * of papers, or of an uploaded file), starts it again, and so on; then lets it run in peace. Its user folder must not be a temporary one.
 * @returns how often n8n was killed, and what the judge found
 */
export async function runKills(
	campaign: KillCampaign,
): Promise<{ made: number; faults: string[] }> {
	const { stage, sandbox, seed, kills, minutes, ordersPerKill, say = () => {} } = campaign;
	const end = Date.now() + minutes * 60_000;
	let made = 0;
	const random = randomFrom(seed);
	const { trade, flows, files, atJouwWeb } = tradeOf(sandbox, campaign);
	const seen = new Set<string>();
	const look = async (isQuiet: boolean): Promise<void> => {
		for (const fault of await trade.faults(stage, isQuiet)) seen.add(fault);
	};
	while (made < kills && Date.now() < end) {
		made++;
		for (let order = 0; order < ordersPerKill; order++) {
			const customer = trade.newCustomer();
			if (atJouwWeb && order === 0) trade.orderAtJouwWeb(customer);
			else trade.order(customer);
		}
		const { server } = stage;
		const last = Math.floor(random() * flows.length);
		const [name, trigger] = flows[last]!;
		let killed = name;
		let uploaded: Promise<unknown> = Promise.resolve();
		if (files) {
			killed = 'An uploaded file';
			uploaded = files.upload(stage);
		} else {
			for (const [earlier, at] of flows.slice(0, last)) {
				await server.client.run(stage.ids[earlier]!, at, 600);
			}
			await server.client.runWorkflow(stage.ids[killed]!, trigger);
		}
		const after = Math.floor(random() * 4_000);
		await wait(after);
		say(`${made}: ${killed} killed after ${after} ms`);
		await server.kill();
		await uploaded;
		const { userFolder, email, password } = server;
		await letMinutesPass(userFolder, MINUTES_DOWN);
		stage.server = await startN8n({ userFolder, owner: { email, password } });
		await look(false);
	}
	for (let run = 0; run < 3; run++) {
		if (files) await files.bookAll(stage);
		else for (const [one, at] of flows) await stage.server.client.run(stage.ids[one]!, at, 600);
	}
	await look(true);
	return { made, faults: [...seen] };
}
