import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, jouwWebOrder, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';
import type { NodeRun, RunNodeOptions } from '../../support/engine';

const OUTPUTS = ['book', 'wait', 'nothingToBook', 'attention'] as const;
const SETTINGS: IDataObject = { settings: completeSettings as unknown as IDataObject };

const toBook = () => wooCommerceOrder('rest_status_processing') as IDataObject;
const toWait = () => wooCommerceOrder('rest_status_pending') as IDataObject;
const skipped = () => wooCommerceOrder('rest_status_cancelled') as IDataObject;
const refused = () =>
	wooCommerceOrder('rest_currency_usd', { status: 'processing' }) as IDataObject;

async function transformOrders(
	items: IDataObject[],
	{
		settings = [SETTINGS],
		...options
	}: Partial<RunNodeOptions> & { settings?: IDataObject[] } = {},
): Promise<NodeRun> {
	return await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'transformOrders', shop: 'woocommerce' },
		items,
		otherInputs: [settings],
		...options,
	});
}

/** Per output: which input items came out there, by their item links. */
const arrivals = ({ outputs }: NodeRun) =>
	outputs.map((items) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item));

const codes = ({ outputs }: NodeRun) => outputs.flat().map(({ json }) => json.code);

describe('Transform Orders', () => {
	it('sends every order to exactly one output, linked to its item (D-FOUR-ENDS)', async () => {
		const run = await transformOrders([refused(), toBook(), skipped(), toWait(), toBook()]);
		expect(run.error).toBeUndefined();
		expect(arrivals(run)).toEqual([[1, 4], [3], [2], [0]]);
		run.outputs.forEach((items, index) =>
			items.forEach(({ json }) => expect(json.outcome).toBe(OUTPUTS[index])),
		);
		expect(codes(run)).toEqual(['', '', 'STATUS_NOT_YET', 'STATUS_SKIPPED', 'CURRENCY_NOT_EUR']);
	});

	it('drafts only what is to be booked, and gives everything else a code, message and tip', async () => {
		const { outputs } = await transformOrders([toBook(), toWait(), skipped(), refused()]);
		const [book, ...others] = outputs.map((items) => items[0]!.json);
		expect(book).toMatchObject({ code: '', message: '', tip: '', regime: 'domestic' });
		expect(book!.draft).toMatchObject({ document: 'salesEntry', orderKey: book!.orderKey });
		for (const json of others) {
			expect(json.draft).toBeUndefined();
			expect(json.code).not.toBe('');
			expect(json.message).not.toBe('');
			expect(json.tip).not.toBe('');
		}
	});

	it('names every order by client, shop and the shop’s own id (D-CLAIM)', async () => {
		const order = toBook();
		const { outputs } = await transformOrders([order]);
		expect(outputs[0]![0]!.json).toMatchObject({
			orderKey: `test-client/woocommerce/${String(order.id)}`,
			client: 'test-client',
			shop: 'woocommerce',
			orderId: String(order.id),
			orderStatus: 'processing',
		});
	});

	it.each([
		['the item of the settings node', SETTINGS],
		[
			'a row of the settings table, where the settings are JSON text',
			{ client: 'test-client', version: 3, settings: JSON.stringify(completeSettings) },
		],
		['the bare settings', completeSettings as unknown as IDataObject],
	])('takes %s', async (_, settings) => {
		const run = await transformOrders([toBook()], { settings: [settings as IDataObject] });
		expect(arrivals(run)).toEqual([[0], [], [], []]);
	});

	it.each([
		['no settings item', [], "The input 'Settings' has no item"],
		['text that is no JSON', [{ settings: '{"client":' }], 'The settings are not valid: settings:'],
		['the item of a node that found none', [{}], "The input 'Settings' has no item"],
		['settings without a name', [{ shops: [] }], 'The settings are not valid: client:'],
		[
			'settings without a VAT row',
			[{ settings: { ...completeSettings, vatMapping: [] } as unknown as IDataObject }],
			'Add at least one row to VAT Mapping',
		],
	])('stops with one clear error on %s', async (_, settings, words) => {
		const run = await transformOrders([toBook(), toBook()], {
			settings: settings as IDataObject[],
		});
		expect(run.outputs).toEqual([]);
		expect(run.error?.message).toContain(words);
		expect(run.error?.description).toContain("'Client settings'");
	});

	it('sends all items to Attention when the settings are wrong and errors are to be continued', async () => {
		const run = await transformOrders([toBook(), toWait()], { settings: [], continueOnFail: true });
		expect(run.error).toBeUndefined();
		expect(arrivals(run)).toEqual([[], [], [], [0, 1]]);
		expect(run.outputs[3]![0]!.json).toEqual({ error: "The input 'Settings' has no item" });
	});

	it('reads the order from a field of the item', async () => {
		const run = await transformOrders([{ order: toBook() }, { order: null }, {}], {
			parameters: { operation: 'transformOrders', shop: 'woocommerce', orderField: 'order' },
		});
		expect(arrivals(run)).toEqual([[0], [], [], [1, 2]]);
		expect(codes(run).slice(1)).toEqual(['ORDER_UNREADABLE', 'ORDER_UNREADABLE']);
	});

	it('takes shop and field per item: nothing leaks from one item into the next', async () => {
		const items = [
			{ shop: 'woocommerce', order: toBook() },
			{ shop: 'jouwweb', order: jouwWebOrder(440001) as IDataObject },
			{ shop: 'elsewhere', order: toBook() },
			{ shop: 'woocommerce', order: toBook() },
		];
		const run = await transformOrders(items, {
			parameters: {
				operation: 'transformOrders',
				shop: '={{ $json.shop }}',
				orderField: '={{ "order" }}',
			},
		});
		expect(arrivals(run)).toEqual([[0, 1, 3], [], [], [2]]);
		expect(run.outputs[0]!.map(({ json }) => json.shop)).toEqual([
			'woocommerce',
			'jouwweb',
			'woocommerce',
		]);
		expect(run.outputs[3]![0]!.json.code).toBe('SHOP_NOT_IN_SETTINGS');
	});

	it.each([
		['an item that is not an order', { hello: 'world' }],
		['an order without its total', wooCommerceOrder('rest_simple_nl', { total: undefined })],
		['an order with lines of another kind', wooCommerceOrder('rest_simple_nl', { line_items: 7 })],
		['an order whose total is a list', wooCommerceOrder('rest_simple_nl', { total: ['1'] })],
	])('goes on with the other orders after %s', async (_, bad) => {
		const run = await transformOrders([toBook(), bad as IDataObject, toBook()]);
		expect(run.error).toBeUndefined();
		expect(arrivals(run)).toEqual([[0, 2], [], [], [1]]);
		expect(run.outputs[3]![0]!.json.tip).not.toBe('');
	});

	it('leaves the raw orders and the settings as they were', async () => {
		const items = [toBook(), jouwWebOrder(440003) as IDataObject, refused()];
		const settings = structuredClone(SETTINGS);
		const before = structuredClone({ items, settings });
		await transformOrders(items, { settings: [settings] });
		expect({ items, settings }).toEqual(before);
	});

	it('makes nothing of no orders', async () => {
		const run = await transformOrders([]);
		expect(run.error).toBeUndefined();
		expect(run.outputs.flat()).toEqual([]);
	});
});
