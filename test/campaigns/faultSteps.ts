import type { Sandbox } from '../../sandbox';
import type { DemoStage } from '../../scripts/demoStage';
import { tradeOf, type Kinds } from './kinds';
import { endOf } from './rest';
import type { Trade } from './trade';

/** One run of a flow, at a call of which a fault may be put. */
export interface Step {
	/** The flow. */
	name: string;
	/** What happens in the shop before it, so that it has something to do. */
	feed?: () => void;
	/** Which steps make work for it, where nothing in the shop does. */
	after: readonly string[];
	/** @returns whether the run ended well */
	run: () => Promise<boolean>;
}

const UPLOAD = 'An uploaded file';

/** The steps by which a client's trade comes into the books, in the order of a day. */
export function stepsOf(
	stage: DemoStage,
	sandbox: Sandbox,
	kinds: Kinds,
	whose: { client: string; firstId: number },
): { trade: Trade; steps: Step[] } {
	const { trade, flows, files } = tradeOf(sandbox, kinds, whose);
	const ordered: number[] = [];
	let paidBack = 0;
	const order = (): void => {
		if (!files) trade.unpaid.add();
		const first = trade.newCustomer();
		// Every other time it is one customer who orders twice.
		const second = ordered.length % 4 === 0 ? first : trade.newCustomer();
		for (const customer of [first, second]) ordered.push(trade.order(customer));
	};
	const payBack = (): void => {
		if (ordered.length > 0) trade.refund(ordered[paidBack++ % ordered.length]!);
	};
	if (files) {
		const run = async (): Promise<boolean> => await files.upload(stage);
		return { trade, steps: [{ name: UPLOAD, feed: order, after: [], run }] };
	}
	const feeds: Array<[flow: RegExp, feed: () => void]> = [
		[/order sync WooCommerce$/, order],
		[/order sync JouwWeb$/, () => trade.orderAtJouwWeb(trade.newCustomer())],
		[/refund sync/, () => payBack()],
	];
	const steps = flows.map(([name, trigger]): Step => {
		const feed = feeds.find(([flow]) => flow.test(name))?.[1];
		const shop = name.endsWith('JouwWeb') ? /JouwWeb$/ : /WooCommerce$/;
		return {
			name,
			...(feed && { feed }),
			after: feed ? [] : flows.map(([one]) => one).filter((one) => one !== name && shop.test(one)),
			run: async () => await runFlow(stage, name, trigger),
		};
	});
	return { trade, steps };
}

/** Has n8n keep the runs of a client's flows: how one ended is known by its record alone. */
export async function keepRuns(stage: DemoStage, kinds: Kinds): Promise<void> {
	const { flows, files } = tradeOf(stage.sandbox, kinds);
	if (files) return;
	for (const [name] of flows) await stage.server.client.keepRuns(stage.ids[name]!);
}

async function runFlow(stage: DemoStage, name: string, trigger: string): Promise<boolean> {
	const { executionId } = await stage.server.rest<{ executionId: string }>(
		'POST',
		`/workflows/${stage.ids[name]!}/run`,
		{ triggerToStartFrom: { name: trigger } },
	);
	return (await endOf(stage, executionId)) === 'success';
}
