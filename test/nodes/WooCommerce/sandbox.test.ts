import type { INodeParameters } from 'n8n-workflow';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { runNode } from '../../support/engine';
import type { RunNodeOptions } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.wooCommerce.reset());

const credential = () => {
	const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
	return { url, consumerKey, consumerSecret };
};

async function run(parameters: INodeParameters, more: Partial<RunNodeOptions> = {}) {
	const { outputs, error } = await runNode({
		node: new WooCommerce(),
		parameters: { operation: 'getMany', returnAll: true, simplify: false, ...parameters },
		credentials: { wooCommerceStoreApi: credential() },
		...more,
	});
	return { items: outputs[0] ?? [], error };
}

const ids = (items: Array<{ json: { id?: unknown } }>) => items.map(({ json }) => json.id);

/** Adds copies of a recorded order, one changed per minute from the given hour on. */
function addOrders(count: number, hour: string): number[] {
	const model = sandbox.wooCommerce.orders[0]!;
	return Array.from({ length: count }, (_, index) => {
		const minute = String(index).padStart(2, '0');
		const id = 70_000 + index;
		sandbox.wooCommerce.putOrder({
			...model,
			id,
			number: String(id),
			date_modified_gmt: `${hour}:${minute}:00`,
		});
		return id;
	});
}

it('reads every order once over small pages, over http with signed requests', async () => {
	const added = addOrders(35, '2026-11-25T10');
	const { items, error } = await run({ options: { pageSize: 10 } });
	expect(error).toBeUndefined();
	expect(new Set(ids(items)).size).toBe(items.length);
	expect(ids(items)).toEqual(expect.arrayContaining(added));
});

it('finds what changed from a moment on, despite the trap with Z', async () => {
	const added = addOrders(6, '2026-11-25T10');
	const { items } = await run({ filters: { modifiedAfter: '2026-11-25T11:02:00+01:00' } });
	expect(ids(items)).toEqual(added.slice(2));
	const { items: without } = await run({
		filters: { modifiedAfter: '2026-11-25T10:02:00Z', overlap: 0 },
	});
	expect(ids(without)).toEqual(added.slice(3));
});

it('signs values with spaces, accents and signs', async () => {
	const { error } = await run({ filters: { customStatuses: "é+&=*(a)!'" } });
	expect(error?.message).toMatch(/^The shop refused the request: Invalid parameter/);
	expect(error?.context).toMatchObject({ code: 'rest_invalid_param' });
	expect(error?.description).toMatch(/processing/);
});

it('reads orders one by one and goes on when one is not there', async () => {
	const known = sandbox.wooCommerce.orders[0]!;
	const { items } = await run(
		{ operation: 'get', orderId: '={{ $json.id }}' },
		{ items: [{ id: 999_999 }, { id: known.id }], onError: 'continueRegularOutput' },
	);
	expect(items).toMatchObject([
		{ json: { error: 'The shop has no such order' }, pairedItem: { item: 0 } },
		{ json: withoutVisitor(known), pairedItem: { item: 1 } },
	]);
});

/** An order less what only tells of the visitor (docs/privacy.md). */
function withoutVisitor(order: object): object {
	const ofVisitor = ['customer_ip_address', 'customer_user_agent', 'customer_note'];
	const keys = [...ofVisitor, 'order_key', 'payment_url'];
	return Object.fromEntries(Object.entries(order).filter(([name]) => !keys.includes(name)));
}

it('says that the keys are wrong', async () => {
	const { error } = await run(
		{},
		{ credentials: { wooCommerceStoreApi: { ...credential(), consumerKey: 'ck_other' } } },
	);
	expect(error?.message).toBe('The shop does not accept the consumer key or secret');
});

it('says that the signature is wrong', async () => {
	const { error } = await run(
		{},
		{ credentials: { wooCommerceStoreApi: { ...credential(), consumerSecret: 'cs_other' } } },
	);
	expect(error?.message).toBe('The shop does not accept the signature of this request');
});

it('signs for the site address when the shop is reached at another', async () => {
	const { url } = credential();
	const reached = url.replace('127.0.0.1', 'localhost');
	const over = (more: object) => ({
		credentials: { wooCommerceStoreApi: { ...credential(), url: reached, ...more } },
	});
	const { error } = await run({}, over({}));
	expect(error?.message).toBe('The shop does not accept the signature of this request');
	const { items, error: none } = await run({}, over({ siteAddress: `${url}/` }));
	expect(none).toBeUndefined();
	expect(items).toHaveLength(sandbox.wooCommerce.orders.length);
});
