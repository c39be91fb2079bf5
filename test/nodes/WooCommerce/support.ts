import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { runNode } from '../../support/engine';
import type { NodeRun, RunNodeOptions } from '../../support/engine';

/** The sandbox's clock in these tests. */
export const NOW = '2026-11-24T09:30:00';

export interface Shop {
	sandbox: Sandbox['wooCommerce'];
	/** Runs the node on the items with the full keys of the shop. */
	run(
		parameters: INodeParameters,
		items?: IDataObject[],
		more?: Partial<RunNodeOptions>,
	): Promise<NodeRun & { rows: IDataObject[] }>;
}

/** A shop of recorded orders for one test file, back at its start before every test. */
export function useShop(): Shop {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ now: () => new Date(`${NOW}Z`) });
		// A signature is fresh for a quarter of an hour around the clock of the shop.
		jest.useFakeTimers({ now: new Date(`${NOW}Z`), doNotFake: REAL_TIMERS });
	});
	afterAll(async () => {
		jest.useRealTimers();
		await sandbox.stop();
	});
	beforeEach(() => sandbox.wooCommerce.reset());
	return {
		get sandbox() {
			return sandbox.wooCommerce;
		},
		async run(parameters, items = [{}], more = {}) {
			const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
			const done = await runNode({
				node: new WooCommerce(),
				parameters: { simplify: false, ...parameters },
				items,
				credentials: { wooCommerceStoreApi: { url, consumerKey, consumerSecret } },
				...more,
			});
			return { ...done, rows: (done.outputs[0] ?? []).map(({ json }) => json) };
		},
	};
}

/** Only the date is set; everything that waits keeps waiting for real. */
const REAL_TIMERS = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const satisfies FakeableAPI[];
type FakeableAPI =
	NonNullable<Parameters<typeof jest.useFakeTimers>[0]> extends infer Config
		? Config extends { doNotFake?: Array<infer Api> }
			? Api
			: never
		: never;

/** An order as the shop sends it, less what no booking needs and only tells of the visitor. */
export function asGiven(order: object): object {
	const rest = { ...order } as IDataObject;
	for (const name of ['ip_address', 'user_agent', 'note']) delete rest[`customer_${name}`];
	for (const name of ['order_key', 'payment_url']) delete rest[name];
	return rest;
}
