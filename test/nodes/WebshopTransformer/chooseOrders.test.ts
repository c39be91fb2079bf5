import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const choose = async (items: IDataObject[], more: object = {}, shop = 'woocommerce') =>
	await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'chooseOrders', shop, ...more },
		items,
		otherInputs: [[{ settings: completeSettings as unknown as IDataObject }]],
	});

const order = (name: string) => wooCommerceOrder(name) as IDataObject;
const placesOf = async (items: IDataObject[], more: object) =>
	(await choose(items, more)).outputs[0]!.map(({ pairedItem }) => pairedItem);

describe('Choose Orders', () => {
	const items = [order('store_cod'), order('store_cod'), order('rest_status_pending')];

	it('hands on the orders that differ most, as they are', async () => {
		const { outputs } = await choose(items, { mostToChoose: 2 });
		const cod = outputs[0]!.find(({ json }) => json.id === items[0]!.id);
		expect(cod?.json).toEqual(items[0]);
		expect(await placesOf(items, { mostToChoose: 2 })).toEqual(
			expect.arrayContaining([{ item: 0 }, { item: 2 }]),
		);
	});

	it('hands on the orders with the chosen numbers, all of them', async () => {
		const orderNumbers = `#${String(items[2]!.number)}`;
		expect(await placesOf(items, { orderNumbers, mostToChoose: 1 })).toEqual([{ item: 2 }]);
		expect(await placesOf(items, { orderNumbers: '99999' })).toEqual([]);
	});

	it('gives nothing for the placeholder of a shop without orders', async () => {
		const { outputs, error } = await choose([{}]);
		expect([error, outputs[0]]).toEqual([undefined, []]);
	});

	it('stops when the settings do not know the shop', async () => {
		const { error } = await choose(items, {}, 'another');
		expect(error?.message).toContain('another');
	});
});
