import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { runNode } from '../../support/engine';

const where = { client: 'my-client', shopName: 'web', readUntil: '2026-11-22T12:00:00Z' };
const order = (id: number, day: number) => ({
	...{ id, number: `N${id}`, modifiedAt: `2026-11-${day}T10:00:00` },
});

async function find(parameters: INodeParameters, items: IDataObject[] = [{}]) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'orderTable', operation: 'findPassedOver', ...where, ...parameters },
		items,
	});
	return { outputs: outputs.map((items) => (items ?? []).map(({ json }) => json)), error };
}

it('gives the orders without a row, and one note with the first ten numbers', async () => {
	const listed = Array.from({ length: 13 }, (_, index) => order(index + 1, 20));
	const { outputs } = await find({ listedOrders: [...listed, order(14, 23)] }, [
		{ orderId: '2' },
		{ orderId: null },
	]);
	expect(outputs[0]).toHaveLength(12);
	expect(outputs[0]![0]).toEqual({
		...{ orderKey: 'my-client/web/1', client: 'my-client', shop: 'web' },
		...{ orderId: '1', orderNumber: 'N1' },
	});
	expect(outputs[1]).toMatchObject([
		{
			code: 'ORDERS_PASSED_OVER',
			message:
				'The sync had passed over 12 of the 14 orders that the shop lists (N1, N3, N4, N5, N6, N7, N8, N9, N10, N11, …).',
		},
	]);
});

it('gives refunds by the keys of their rows, with the moment from which to read again', async () => {
	const refund = (id: number, day: number) => ({
		...{ id, orderId: 28, createdAt: `2026-11-${day}T09:00:00Z`, amount: '1.00' },
	});
	// Rows of refunds hold the id of the order: refund 28 is another thing than order 28.
	const rows = [
		{ orderId: '28', orderKey: 'my-client/web/28/refund/66' },
		{ orderId: '28', orderKey: 'my-client/web/28/credit/1' },
	];
	const listedOrders = [refund(66, 20), refund(28, 20), refund(1, 21), refund(68, 23)];
	const { outputs } = await find({ counted: 'refunds', listedOrders }, rows);
	const missing = { client: 'my-client', shop: 'web', orderId: '28' };
	expect(outputs[0]).toEqual([
		{
			...{ ...missing, orderKey: 'my-client/web/28/refund/28', refundId: '28' },
			createdAt: '2026-11-20T09:00:00.000Z',
		},
		{
			...{ ...missing, orderKey: 'my-client/web/28/refund/1', refundId: '1' },
			createdAt: '2026-11-21T09:00:00.000Z',
		},
	]);
	expect(outputs[1]).toMatchObject([
		{
			code: 'REFUNDS_PASSED_OVER',
			message: 'The refund sync had passed over 2 of the 4 refunds that the shop lists (28, 1).',
		},
	]);
});

it('gives nothing when each has a row', async () => {
	const { outputs, error } = await find({ listedOrders: [order(1, 20)] }, [{ orderId: '1' }]);
	expect([outputs, error]).toEqual([[[], []], undefined]);
});

it.each([
	[{ readUntil: "={{ '' }}" }, "'Read Until' is empty"],
	[{ listedOrders: '28' }, "'Listed Orders' is not a list"],
])('refuses %j', async (parameters, message) => {
	expect((await find(parameters)).error?.message).toBe(message);
});
