import { setTimeout as wait } from 'node:timers/promises';

import { dataTables, tablesToSetUp } from '../../bookkeeping';
import { deleteRows, listTables } from '../../cli/tables';
import type { Sandbox } from '../../sandbox';
import type { Fault } from '../../sandbox/faults';
import type { DemoStage } from '../../scripts/demoStage';
import { faultyServices, nameOf, type FaultPlan, type Place, type Put } from './faultPlan';
import type { Epoch, Placement } from './faultResults';
import { stepsOf, type Step } from './faultSteps';
import type { Kinds } from './kinds';
import { letPapersRest } from './papers';
import { changeMeanwhile, isShopChange, PAGE } from './shopChanges';
import type { Trade } from './trade';

/** A client of the campaign, with shops and books of its own. */
export interface FaultClient extends Kinds {
	stage: DemoStage;
	sandbox: Sandbox;
}

/** What a client of the campaign does in an epoch, and what is found of it. */
export class Client {
	readonly kind: string;
	placements: Placement[] = [];
	steps: Step[] = [];
	private trade!: Trade;
	private begun = 0;
	/** When the last fault was put. */
	private disturbed = 0;
	/** The steps that ran since each step did. */
	private since = new Map<string, Set<string>>();
	private readonly wrong = new Map<string, string>();

	constructor(private readonly self: FaultClient) {
		const { inTotals, inFiles, withPapers } = self;
		this.kind = inTotals ? 'totals' : inFiles ? 'files' : withPapers ? 'papers' : 'plain';
	}

	private get client(): string {
		return this.self.stage.request.file.settings.client;
	}

	/** With empty books, shops as they were recorded, and no rows. */
	async begin(firstId: number): Promise<void> {
		const { stage, sandbox } = this.self;
		for (const service of faultyServices) sandbox[service].reset();
		sandbox.snelStart.switches.limits = null;
		sandbox.wooCommerce.switches.largestPage = PAGE;
		await forgetRows(stage);
		Object.assign(this, stepsOf(stage, sandbox, this.self, { client: this.client, firstId }));
		this.begun = Date.now();
		this.placements = [];
		this.since = new Map();
		this.wrong.clear();
	}

	/** The calls of a second run of each step, without faults. */
	async places(): Promise<Map<string, Place[]>> {
		const { sandbox } = this.self;
		for (const step of this.steps) await this.run(step);
		const places = new Map<string, Place[]>();
		for (const step of this.steps) {
			for (const service of faultyServices) sandbox[service].journal.clear();
			await this.run(step);
			places.set(
				step.name,
				faultyServices.flatMap((service) =>
					Object.entries(sandbox[service].journal.calls({ tokens: true })).flatMap(
						([shape, count]) =>
							Array.from({ length: count }, (_, skip) => ({ service, shape, skip })),
					),
				),
			);
		}
		return places;
	}

	/** A step that has something to do: the more is left to be put at its calls, the sooner. */
	choose(plan: FaultPlan, random: () => number): Step | undefined {
		const ready = this.steps.filter(
			({ name, after }) =>
				after.length === 0 || after.some((one) => this.since.get(name)?.has(one) ?? false),
		);
		const weights = ready.map(({ name }) => 10 + plan.left(name));
		let drawn = random() * weights.reduce((all, one) => all + one, 0);
		return ready.find((_, index) => (drawn -= weights[index]!) < 0);
	}

	/** Something happens in the shop, and the step runs. @returns whether the run ended well */
	async run(step: Step): Promise<boolean> {
		step.feed?.();
		const isGreen = await step.run();
		this.since.set(step.name, new Set());
		for (const [name, ran] of this.since) if (name !== step.name) ran.add(step.name);
		for (const { name } of this.steps) {
			if (!this.since.has(name)) this.since.set(name, new Set([step.name]));
		}
		return isGreen;
	}

	/**
	 * Runs a step with these faults at its calls, and looks for what must never be.
	 * @returns what was made of it, and which of the faults no call came to
	 */
	async place(
		step: Step,
		puts: readonly Put[],
		say: (line: string) => void,
	): Promise<{ placement: Placement; missed: Put[] }> {
		const { sandbox } = this.self;
		const changes = puts.flatMap((put) =>
			isShopChange(put.kind) ? [{ ...put, kind: put.kind }] : [],
		);
		const toHappen = changeMeanwhile(sandbox, this.trade.unpaid, changes);
		for (const { service, kind, ...place } of puts) {
			if (!isShopChange(kind)) sandbox[service].faults.add(asFault({ ...place, kind }));
		}
		const isGreen = await this.run(step);
		const left = [
			...faultyServices.flatMap((service) => sandbox[service].faults.pending()),
			...toHappen(),
		];
		const missed = puts.filter(({ shape, kind }) =>
			left.some((one) => one.shape === shape && one.kind === kind),
		);
		for (const service of faultyServices) sandbox[service].faults.clear();
		changeMeanwhile(sandbox, this.trade.unpaid, []);
		const faults = puts.map(nameOf);
		const placement: Placement = { step: step.name, faults, met: puts.length - left.length };
		if (!isGreen) placement.isRed = true;
		this.placements.push(placement);
		this.disturbed = Date.now();
		await this.look(`${step.name}: ${faults.join(' and ')}`, false, say);
		return { placement, missed };
	}

	private async look(
		after: string,
		isQuiet: boolean,
		say: (line: string) => void,
	): Promise<string[]> {
		const found = await this.trade.faults(this.self.stage, isQuiet);
		for (const fault of found) {
			if (this.wrong.has(fault)) continue;
			this.wrong.set(fault, after);
			say(`  ${this.client}: ${fault} (after ${after})`);
		}
		return found;
	}

	/** Lets all run without faults until nothing is open any more. What must be is no fault before it has had its time. */
	async settle(seed: number, withinMs: number, say: (line: string) => void): Promise<Epoch> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			await letPapersRest(this.self.stage);
			for (const step of this.steps) await step.run();
			const left = await this.trade.faults(this.self.stage, true);
			if (left.length === 0 || Date.now() > deadline) break;
			// A write without an answer is left to SnelStart for two minutes.
			await wait(Math.max(5_000, Math.min(this.disturbed + 121_000, deadline) - Date.now()));
		}
		await this.look('the end', true, say);
		const seconds = Math.round((Date.now() - this.begun) / 1000);
		say(
			`${this.client}: ${this.placements.length} placements, ${this.trade.documents.length} documents in ${seconds} s, ${this.wrong.size} wrong`,
		);
		return {
			...{ trade: this.kind, seed, at: new Date().toISOString(), seconds },
			documents: this.trade.documents.length,
			placements: this.placements,
			wrong: [...this.wrong].map(([fault, after]) => `${fault} (after ${after})`),
		};
	}
}

/** Settings stay, and what the import command knows. */
const KEPT = ['ClientSettings', 'ClientImports', 'ClientInvitations'];

async function forgetRows({ request }: DemoStage): Promise<void> {
	const { client } = request.file.settings;
	for (const table of await listTables(request.api)) {
		const isOurs = tablesToSetUp.some(
			(name) => name === table.name && 'client' in dataTables[name].columns,
		);
		if (isOurs && !KEPT.includes(table.name)) await deleteRows(request.api, table, { client });
	}
}

const asFault = (fault: Fault): Fault => ({
	...fault,
	...(fault.kind === '504-late-commit' && { delayMs: 3_000 }),
});
