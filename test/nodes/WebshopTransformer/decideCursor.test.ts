import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { runNode } from '../../support/engine';

const startedAt = '2026-11-22T12:00:00.000Z';

async function decide(parameters: INodeParameters, items: IDataObject[] = [{}]) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'orderTable', operation: 'decideCursor', startedAt, ...parameters },
		items,
	});
	return { rows: (outputs[0] ?? []).map(({ json }) => json), error };
}

it('gives the moment an hour before the latest change, when all orders have a row', async () => {
	const { rows, error } = await decide(
		{
			cursor: '2026-11-21T00:00:00Z',
			moments: ['2026-11-22T09:30:00Z', '2026-11-22T09:15:00Z', '2026-11-24T09:15:00Z'],
			readIds: [28, 30, 28],
		},
		[{ orderId: '30' }, { orderId: '28' }, { orderId: '31' }],
	);
	expect(error).toBeUndefined();
	expect(rows).toEqual([{ readUntil: '2026-11-22T08:30:00.000Z', read: 2 }]);
});

it('fails when an order was read and has no row, and says which', async () => {
	const { rows, error } = await decide({ readIds: ['28', '30', '31'], moments: [] }, [
		{ orderId: '30' },
	]);
	expect(rows).toEqual([]);
	expect(error).toMatchObject({
		message:
			'READ_NOT_RECORDED: 2 of the 3 records that were read have no row in the order table (28, 31)',
		context: { code: 'READ_NOT_RECORDED' },
	});
});

it('knows a refund by the end of its key', async () => {
	const { rows } = await decide({ idField: 'orderKey', readIds: '[66]' }, [
		{ orderKey: 'my-client/woocommerce/28/refund/66' },
	]);
	expect(rows).toEqual([{ readUntil: '', read: 1 }]);
});

it('takes a moment without a zone in the time zone of the workflow', async () => {
	const { rows } = await decide({ moments: '["2026-11-22T10:00:00"]' });
	expect(rows).toEqual([{ readUntil: '2026-11-22T08:00:00.000Z', read: 0 }]);
});

it.each([
	[{ startedAt: "={{ '' }}" }, "'Started At' is empty"],
	[{ startedAt: 'now' }, "'Started At' is not a date"],
	[{ readIds: '28' }, "'IDs That Were Read' is not a list"],
	[{ moments: '[' }, "'Moments of Change' is not a list"],
])('refuses %j', async (parameters, message) => {
	expect((await decide(parameters)).error?.message).toBe(message);
});
