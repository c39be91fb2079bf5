import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { runOperations } from '../../../nodes/shared/router';
import type { Operations } from '../../../nodes/shared/router';
import { runNode } from '../../support/engine';

function nodeWith(operations: Operations): INodeType {
	return {
		description: {
			displayName: 'Trial',
			name: 'trial',
			group: ['transform'],
			version: 1,
			description: 'Carries operations for these tests',
			defaults: { name: 'Trial' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [
				{ displayName: 'Resource', name: 'resource', type: 'string', default: 'thing' },
				{ displayName: 'Operation', name: 'operation', type: 'string', default: 'do' },
			],
		},
		async execute(this: IExecuteFunctions) {
			return await runOperations.call(this, operations);
		},
	};
}

const failsOnSecond = nodeWith({
	thing: {
		async do(itemIndex) {
			if (itemIndex === 1) {
				throw new NodeApiError(
					this.getNode(),
					{},
					{ message: 'The second one is refused', description: 'Leave it out', httpCode: '400' },
				);
			}
			return [{ index: itemIndex }, { index: itemIndex }];
		},
	},
});
const three = [{ n: 0 }, { n: 1 }, { n: 2 }];

describe('items and operations', () => {
	it('links every output item to its input item', async () => {
		const node = nodeWith({ thing: { do: async (itemIndex) => [{ itemIndex }, { itemIndex }] } });
		const { outputs } = await runNode({ node, items: three });
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1, 2, 2].map((item) => ({ item })),
		);
	});

	it('takes a record with a field "json" as a record, not as an item', async () => {
		const node = nodeWith({ thing: { do: async () => [{ id: 1, json: { inner: true } }] } });
		const { outputs } = await runNode({ node });
		expect(outputs[0]?.[0]?.json).toEqual({ id: 1, json: { inner: true } });
	});

	it('stops at the failed item and names it', async () => {
		const { error } = await runNode({ node: failsOnSecond, items: three });
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'The second one is refused',
			description: 'Leave it out',
			context: { itemIndex: 1 },
		});
	});

	it('goes on with the others when the node continues', async () => {
		const { outputs, error } = await runNode({
			node: failsOnSecond,
			items: three,
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{ index: 0 },
			{ index: 0 },
			{
				error: 'The second one is refused',
				details: { code: '400', tip: 'Leave it out' },
			},
			{ index: 2 },
			{ index: 2 },
		]);
		expect(outputs[0]?.[2]?.pairedItem).toEqual({ item: 1 });
	});

	it('sends the failed item, with what came in, to the error output', async () => {
		const { outputs } = await runNode({
			node: failsOnSecond,
			items: three,
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toHaveLength(4);
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1]?.[0]).toMatchObject({
			json: {
				n: 1,
				error: 'The second one is refused',
				details: { code: '400', tip: 'Leave it out' },
			},
			pairedItem: { item: 1 },
		});
	});

	it('wraps an unexpected error once', async () => {
		const node = nodeWith({
			thing: {
				do: async () => {
					throw new TypeError('unexpected');
				},
			},
		});
		const { error } = await runNode({ node });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'unexpected',
			context: { itemIndex: 0 },
		});
	});

	it('refuses an unknown operation', async () => {
		const { error } = await runNode({
			node: nodeWith({ thing: {} }),
			parameters: { operation: 'other' },
		});
		expect(error?.message).toBe("The operation 'other' of 'thing' is not known");
	});
});

describe('batch operations', () => {
	it('are called once with all items', async () => {
		const calls: number[] = [];
		const node = nodeWith({
			thing: {
				do: {
					async batch(items) {
						calls.push(items.length);
						return items.map((_, item) => ({ json: { item }, pairedItem: { item } }));
					},
				},
			},
		});
		const { outputs } = await runNode({ node, items: three });
		expect(calls).toEqual([3]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('fail for every item when the batch as a whole fails', async () => {
		const node = nodeWith({
			thing: {
				do: {
					async batch() {
						throw new NodeOperationError(this.getNode(), 'No token');
					},
				},
			},
		});
		const { outputs } = await runNode({ node, items: three, onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['No token', { item: 0 }],
			['No token', { item: 1 }],
			['No token', { item: 2 }],
		]);
	});
});
