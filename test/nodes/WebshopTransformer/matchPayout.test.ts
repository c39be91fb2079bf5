import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { ideal, mollie, payout } from '../../bookkeeping/payments/support';
import { completeSettings, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const settings = {
	...completeSettings,
	paymentMethods: [ideal],
	payoutProviders: [mollie],
	paymentCostsAccountId: 'costs',
} as unknown as IDataObject;

const row = (number: string, changes = {}): IDataObject => ({
	orderKey: `test-client/woocommerce/${number}`,
	orderNumber: number,
	snelStartNumber: number,
	salesEntryId: `entry ${number}`,
	total: 121,
	...changes,
});

const run = (payouts: unknown[], orders: IDataObject[], parameters: IDataObject = {}) =>
	runNode({
		node: new WebshopTransformer(),
		parameters: {
			resource: 'payout',
			operation: 'matchPayout',
			payoutForm: 'general',
			payoutField: '',
			shop: 'woocommerce',
			lines: 'perOrder',
			settle: 'clearingAccount',
			unmatched: 'book',
			windowDays: 3,
			...parameters,
		} as never,
		items: payouts as IDataObject[],
		otherInputs: [[{ settings }], orders],
	});

test('W049, W050: a matched payout leaves on Book, linked to its item', async () => {
	const { outputs, error } = await run([payout()], [row('101', { paymentIds: ['tr_1'] })]);
	expect(error).toBeUndefined();
	expect(outputs.map((items) => items.length)).toEqual([1, 0, 0, 0]);
	expect(outputs[0]![0]).toMatchObject({
		json: { outcome: 'book', draft: { document: 'payout', received: 118.79 } },
		pairedItem: { item: 0 },
	});
});

test('unmatched entries leave one by one, and the payout is booked', async () => {
	const { outputs } = await run([payout()], [row('102')]);
	expect(outputs.map((items) => items.length)).toEqual([1, 1, 0, 0]);
	expect(outputs[1]![0]).toMatchObject({ json: { gross: 121, entryId: 'baltr_1' } });
});

test('held payouts need attention and list what is unmatched', async () => {
	const { outputs } = await run([payout()], [], { unmatched: 'hold' });
	expect(outputs.map((items) => items.length)).toEqual([0, 1, 1, 0]);
});

test('idempotent by payout id: the same payout twice in a run is booked once', async () => {
	const { outputs } = await run([payout(), payout()], [row('101', { paymentIds: ['tr_1'] })]);
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[2]![0]).toMatchObject({
		json: { code: 'PAYOUT_TWICE' },
		pairedItem: { item: 1 },
	});
	expect(outputs[2]![0]!.json.draft).toBeUndefined();
});

test('one that does not add up needs attention and never stops the others', async () => {
	const { outputs } = await run([payout({ net: '118.80' }), payout()], []);
	expect(outputs[0]![0]).toMatchObject({ pairedItem: { item: 1 } });
	expect(outputs[2]![0]).toMatchObject({
		json: { code: 'PAYOUT_NOT_EXPLAINED' },
		pairedItem: { item: 0 },
	});
});

test('raw orders and a Mollie settlement in a field', async () => {
	const euro = (value: string) => ({ value, currency: 'EUR' });
	const settlement = {
		id: 'stl_2',
		amount: euro('12.95'),
		settledAt: '2026-11-23T10:00:00Z',
		payments: [{ id: 'tr_7UhSN1zuXS', amount: euro('12.95'), paidAt: '2026-11-22T01:00:00Z' }],
	};
	const { outputs } = await run(
		[{ payout: settlement }],
		[wooCommerceOrder('rest_simple_nl') as IDataObject],
		{ payoutForm: 'mollie', payoutField: 'payout', settle: 'openItems' },
	);
	expect(outputs[0]![0]!.json).toMatchObject({
		matched: [{ by: 'paymentId' }],
		draft: { salesLines: [{ invoiceNumber: '29', amount: 12.95 }] },
	});
});
