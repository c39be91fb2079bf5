import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox';
import { faultKinds, type Fault, type FaultKind } from '../../sandbox/faults';
import { randomFrom } from '../../sandbox/random';
import type { DemoStage } from '../../scripts/demoStage';
import { FileTrade } from './fileTrade';
import { TOTALS } from './totals';
import { Trade } from './trade';

const FLOWS = ['Hourly order sync WooCommerce', 'Hourly refund sync WooCommerce'];
const SERVICES = ['snelStart', 'wooCommerce'] as const;
type Service = (typeof SERVICES)[number];

/** A call that a fault-free round makes: which one of its shape, counted from 0. */
interface Place {
	service: Service;
	shape: string;
	skip: number;
}

export interface FaultCampaign {
	stage: DemoStage;
	sandbox: Sandbox;
	seed: number;
	/** How many rounds with a fault, or with two of them. */
	placements: number;
	/** The shop books in day totals. */
	inTotals?: boolean;
	/** The orders come from a file, which is uploaded again every round with what was ordered since. */
	inFiles?: boolean;
	/** Left out: all of them. Those that let a call hang take a minute each. */
	kinds?: readonly FaultKind[];
	/** What is to be booked at the end must be so within this time. */
	settlesWithinMs?: number;
	say?: (line: string) => void;
}

export interface CampaignResult {
	/** What the judge found, each with the placement after which it was seen first. */
	faults: string[];
	placements: number;
	/** Faults that a call did meet. */
	met: number;
	documents: number;
	redRuns: number;
}

/**
 * Puts faults at calls of the order and the refund sync, one or two per round, while customers order
 * and get money back; then lets both run until nothing is open any more. Judged after every round by
 * what must never be (twice, lost, another amount), and at the end by what must be (each once).
 */
export async function runFaults(campaign: FaultCampaign): Promise<CampaignResult> {
	const { stage, sandbox, seed, placements, kinds = faultKinds } = campaign;
	const { say = () => {}, settlesWithinMs = 300_000, inTotals, inFiles } = campaign;
	const flows = inTotals ? [FLOWS[0]!, TOTALS, FLOWS[1]!] : FLOWS;
	const random = randomFrom(seed);
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	const files = inFiles ? new FileTrade(sandbox) : undefined;
	const trade = files ?? new Trade(sandbox, inTotals);
	const seen = new Map<string, string>();
	let [met, redRuns, lastOrder] = [0, 0, 0];

	const round = async (): Promise<void> => {
		// A file cannot say that money went back.
		if (lastOrder > 0 && !files) trade.refund(lastOrder);
		const [first, second] = [trade.newCustomer(), trade.newCustomer()];
		for (const customer of [first, second, first]) lastOrder = trade.order(customer);
		await runAll();
	};
	const runAll = async (): Promise<void> => {
		if (files) {
			if (!(await files.upload(stage))) redRuns += 1;
			return;
		}
		for (const name of flows) {
			const { status } = await stage.server.client.run(stage.ids[name]!, 'Every hour', 600);
			if (status !== 'success') redRuns += 1;
		}
	};
	const look = async (after: string, isQuiet: boolean): Promise<string[]> => {
		const found = await trade.faults(stage, isQuiet);
		for (const fault of found) {
			if (seen.has(fault)) continue;
			seen.set(fault, after);
			say(`  ${fault}`);
		}
		return found;
	};

	await round();
	for (const service of SERVICES) sandbox[service].journal.clear();
	await round();
	const places = SERVICES.flatMap((service) => placesOf(sandbox, service));
	for (let placement = 1; placement <= placements; placement++) {
		const count = random() < 0.5 ? 1 : 2;
		const put = Array.from({ length: count }, () => ({ ...pick(places), kind: pick(kinds) }));
		const named = `${placement}: ${put.map(describe).join(' and ')}`;
		say(named);
		for (const { service, ...fault } of put) sandbox[service].faults.add(asFault(fault));
		await round();
		met += count;
		for (const service of SERVICES) {
			met -= sandbox[service].faults.pending().length;
			sandbox[service].faults.clear();
		}
		await look(named, false);
	}

	const deadline = Date.now() + settlesWithinMs;
	let left: string[];
	do {
		await runAll();
		// What must be is no fault before it has had its time.
		left = await trade.faults(stage, true);
		if (left.length > 0) await wait(5_000);
	} while (left.length > 0 && Date.now() < deadline);
	await look('the end', true);
	const faults = [...seen].map(([fault, after]) => `${fault} (after ${after})`);
	return { faults, placements, met, documents: trade.documents.length, redRuns };
}

/** Every call of the last round, so that a fault can be put at each. */
function placesOf(sandbox: Sandbox, service: Service): Place[] {
	const calls = sandbox[service].journal.calls({ tokens: true });
	return Object.entries(calls).flatMap(([shape, count]) =>
		Array.from({ length: count }, (_, skip) => ({ service, shape, skip })),
	);
}

const asFault = (fault: Fault): Fault => ({
	...fault,
	...(fault.kind === '504-late-commit' && { delayMs: 3_000 }),
});

const describe = ({ service, shape, skip, kind }: Place & { kind: FaultKind }): string =>
	`${kind} at ${service} ${shape} ${skip + 1}`;
