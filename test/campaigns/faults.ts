import { faultKinds, type FaultKind } from '../../sandbox/faults';
import { randomFrom } from '../../sandbox/random';
import { Client, type FaultClient } from './faultClient';
import { nameOf, planFaults, type FaultPlan } from './faultPlan';
import { isMade, type Epoch } from './faultResults';
import { keepRuns } from './faultSteps';

export interface FaultCampaign {
	/** They share an n8n, and trade at the same time. */
	clients: readonly FaultClient[];
	seed: number;
	/** How many placements are to be made by this call. */
	placements: number;
	/** Left out: all of them. Those that let a call hang take a minute each. */
	kinds?: readonly FaultKind[];
	/** After this moment no placement begins any more; what is open is judged. */
	endsAt?: number;
	/** After how many placements a client comes to rest, is judged, and begins again with nothing. */
	perEpoch?: number;
	/** What is to be booked at the end of an epoch must be so within this time. */
	settlesWithinMs?: number;
	/** What earlier calls made. */
	earlier?: readonly Epoch[];
	/** Told of each epoch that was judged. */
	keep?: (epoch: Epoch) => Promise<void>;
	say?: (line: string) => void;
}

export interface CampaignResult {
	epochs: Epoch[];
	/** Single placements that there are in all, by the kind of trade. */
	singles: Map<string, number>;
}

const FIRST_ID = 900_001;
/** More than an epoch's orders and refunds. */
const IDS = 500;

/**
 * Puts faults at calls of runs, one or two per run, while customers order, pay and get money back; every
 * kind at every call that a run without faults makes. Judged after every run by what must never be
 * (twice, lost, another amount), and at the end of an epoch, when everything has come to rest, by what
 * must be (each once).
 */
export async function runFaults(campaign: FaultCampaign): Promise<CampaignResult> {
	const { clients, seed, kinds = faultKinds, endsAt = Infinity, perEpoch = 40 } = campaign;
	const { say = () => {}, settlesWithinMs = 300_000, earlier = [], keep } = campaign;
	const random = randomFrom(seed + earlier.length);
	const plans = new Map<string, Promise<FaultPlan>>();
	const epochs: Epoch[] = [];
	let open = campaign.placements;
	let placed = 0;
	const isOver = (): boolean => Date.now() >= endsAt || open <= 0;

	const planOf = async (client: Client): Promise<FaultPlan> => {
		const places = await client.places();
		const done = new Set(
			earlier
				.filter(({ trade }) => trade === client.kind)
				.flatMap(({ placements }) => placements.filter(isMade))
				.filter(({ faults }) => faults.length === 1)
				.map(({ step, faults }) => `${step} ${faults[0]}`),
		);
		return planFaults(places, kinds, random, (step, put) => done.has(`${step} ${nameOf(put)}`));
	};

	for (const { stage, ...client } of clients) await keepRuns(stage, client);
	const work = async (client: Client): Promise<void> => {
		for (let epoch = 0; !isOver(); epoch++) {
			await client.begin(FIRST_ID + epoch * IDS);
			if (!plans.has(client.kind)) plans.set(client.kind, planOf(client));
			const plan = await plans.get(client.kind)!;
			while (client.placements.length < perEpoch && !isOver()) {
				const step = client.choose(plan, random);
				if (!step) {
					await client.run(client.steps[0]!);
					continue;
				}
				const puts = plan.next(step.name);
				open -= 1;
				placed += 1;
				if (placed % 25 === 0) say(`${placed} placements`);
				const { placement, missed } = await client.place(step, puts, say);
				if (isMade(placement)) continue;
				open += 1;
				if (puts.length === 1) for (const put of missed) plan.notMet(step.name, put);
			}
			const judged = await client.settle(seed, settlesWithinMs, say);
			epochs.push(judged);
			await keep?.(judged);
		}
	};
	await Promise.all(clients.map(async (one) => await work(new Client(one))));
	const singles = new Map<string, number>();
	for (const [kind, plan] of plans) singles.set(kind, (await plan).singles);
	return { epochs, singles };
}
