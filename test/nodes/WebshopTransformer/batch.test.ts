import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { runNode } from '../../support/engine';

async function run(operation: string, parameters: INodeParameters, items: IDataObject[]) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'period', operation, ...parameters },
		items,
	});
	return { given: outputs[0]?.[0]?.json, error };
}

const booked = { orderKey: 'c/s/1', kind: 'order', state: 'booked', total: 10 };

it('counts the rows of a batch', async () => {
	const { given } = await run('countBatch', { mode: 'book', read: 2 }, [booked, {}]);
	expect(given).toMatchObject({ read: 2, booked: 1, left: 0, total: 10 });
});

it('counts of leftovers what was left, from a list or its text', async () => {
	for (const leftBefore of [['c/s/1'], '["c/s/1"]'] as const) {
		const parameters = { mode: 'leftovers', read: 2, leftBefore, beingBooked: 1 };
		const { given } = await run('countBatch', parameters as unknown as INodeParameters, [
			booked,
			{ ...booked, orderKey: 'c/s/2' },
		]);
		expect(given).toMatchObject({ read: 0, booked: 1, left: 1 });
	}
});

it('adds a batch to the progress', async () => {
	const { given: counts } = await run('countBatch', { mode: 'book', read: 1 }, [booked]);
	const progress = { readUntil: '2025-01-01', batchDays: 1, read: 4, booked: 4, total: 40 };
	const { given } = await run(
		'addBatch',
		{ mode: 'book', progress: JSON.stringify(progress), until: '2025-01-02' },
		[counts!],
	);
	expect(given).toMatchObject({ readUntil: '2025-01-02', read: 5, booked: 5, total: 50 });
});

it.each([
	['countBatch', { mode: 'dryRun' }, [booked], "'Mode' is not book or leftovers"],
	[
		'addBatch',
		{ mode: 'book', progress: '{}', until: '2025-01-02' },
		[booked],
		"The item is not what 'Count Batch' gives",
	],
])('%s refuses %j', async (operation, parameters, items, message) => {
	expect((await run(operation, parameters, items)).error?.message).toBe(message);
});
