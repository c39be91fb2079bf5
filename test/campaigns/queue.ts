import { setTimeout as wait } from 'node:timers/promises';

import type { Execution } from '../../cli/executionData';
import { importClient } from '../../cli/importClient';
import type { Sandbox } from '../../sandbox';
import { randomFrom } from '../../sandbox/random';
import type { DemoStage } from '../../scripts/demoStage';
import { tradeOf, type Flow, type Kinds } from './kinds';
import { untilAtRest } from './rest';

/** In the order in which n8n publishes them: what is called goes first. */
const REALTIME = ['Hourly refund sync WooCommerce', 'Realtime order sync WooCommerce'];
const RUNS_AT_ONCE = 4;

export interface QueueCampaign extends Kinds {
	stage: DemoStage;
	sandbox: Sandbox;
	seed: number;
	rounds: number;
	ordersPerRound: number;
	say?: (line: string) => void;
}

/** Switches realtime on: the shop tells of each order while the runs of the round read it. */
async function switchOnRealtime({ request, server }: DemoStage): Promise<void> {
	const { file } = request;
	const shops = { ...file.shops, woocommerce: { ...file.shops.woocommerce!, realtime: true } };
	const ids = await importClient({ ...request, file: { ...file, shops }, inactive: true });
	for (const name of REALTIME) await server.client.activate(ids[name]!);
}

const ENDS_WITHIN = 900_000;

/** A busy PostgreSQL makes n8n answer 503 for a moment: the run goes on all the same. */
async function runToItsEnd(
	{ server: { client }, ids }: DemoStage,
	[name, trigger]: Flow,
): Promise<Execution> {
	const id = await client.runWorkflow(ids[name]!, trigger);
	for (const end = Date.now() + ENDS_WITHIN; ; ) {
		try {
			return await client.waitForExecution(id, ENDS_WITHIN / 1000);
		} catch (error) {
			if (Date.now() > end || !String(error).includes('503')) throw error;
			await wait(2_000);
		}
	}
}

/**
 * Rounds of several runs at once over the same orders and payments, and webhooks for them too, spread over
 * the workers of an n8n in queue mode; or of several uploads at once of the same file. Day totals and
 * papers are made by several runs at once, too. Half of the orders are of a customer who orders twice.
 *
 * @returns what the judge found
 */
export async function runQueue(campaign: QueueCampaign): Promise<string[]> {
	const { stage, sandbox, seed, rounds, ordersPerRound, say = () => {} } = campaign;
	const random = randomFrom(seed);
	const { trade, flows, files, atJouwWeb } = tradeOf(sandbox, campaign);
	const seen = new Map<string, number>();
	if (!files) await switchOnRealtime(stage);
	const runAtOnce = async (count: number): Promise<string[]> => {
		const times = Array.from({ length: count });
		if (files) {
			const pages = await Promise.all(times.map(async () => await files.upload(stage)));
			await untilAtRest(stage);
			return pages.map((isBooked) => (isBooked ? 'booked' : 'no page'));
		}
		const ends: string[] = [];
		for (const flow of flows) {
			const ended = await Promise.all(times.map(async () => await runToItsEnd(stage, flow)));
			ends.push(
				...ended.map(({ status, error }) =>
					error ? `${status} in ${error.node} (${error.message})` : status,
				),
			);
		}
		return ends;
	};
	for (let round = 1; round <= rounds; round++) {
		for (let order = 0; order < ordersPerRound; order += 2) {
			const customer = trade.newCustomer();
			trade.order(customer);
			trade.order(random() < 0.5 ? customer : trade.newCustomer());
			if (atJouwWeb && order === 0) trade.orderAtJouwWeb(trade.newCustomer());
		}
		const started = Date.now();
		const ends = await runAtOnce(RUNS_AT_ONCE);
		await sandbox.wooCommerce.delivered();
		say(`${round}: ${ends.join(', ')} in ${Math.round((Date.now() - started) / 1000)} s`);
		for (const fault of await trade.faults(stage, false)) seen.set(fault, round);
	}
	// Deliveries that came while the last runs had their claims are booked by the next run.
	for (let run = 0; run < 3; run++) {
		await wait(5_000);
		await runAtOnce(1);
	}
	for (const fault of await trade.faults(stage, true)) seen.set(fault, rounds);
	return [...seen].map(([fault, round]) => `${fault} (round ${round})`);
}
