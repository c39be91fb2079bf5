import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { ideal } from '../../bookkeeping/payments/support';
import { completeSettings, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const settings = {
	...completeSettings,
	paymentMethods: [ideal, { ...ideal, paymentMethod: 'cod' }],
} as unknown as IDataObject;

const run = (items: IDataObject[], settingsItem: IDataObject = { settings }, more = {}) =>
	runNode({
		node: new WebshopTransformer(),
		parameters: {
			resource: 'payment',
			operation: 'draftPayments',
			shop: 'woocommerce',
			orderField: '',
			...more,
		},
		items,
		otherInputs: [[settingsItem]],
	});

const paid = (changes = {}) => wooCommerceOrder('rest_simple_nl', changes) as IDataObject;

test('J160: every payment leaves on exactly one output, linked to its order', async () => {
	const { outputs } = await run([
		wooCommerceOrder('store_cod') as IDataObject,
		paid(),
		paid({ payment_method: 'bacs', payment_method_title: 'Bank' }),
		{ nonsense: true },
	]);
	const [book, wait, nothing, attention] = outputs;
	expect(book).toHaveLength(1);
	expect(book![0]).toMatchObject({
		json: {
			outcome: 'book',
			paymentMethod: 'iDEAL',
			amount: 12.95,
			draft: { document: 'payment' },
		},
		pairedItem: { item: 1 },
	});
	expect(wait![0]).toMatchObject({ json: { code: 'PAYMENT_NOT_YET' }, pairedItem: { item: 0 } });
	expect(nothing![0]).toMatchObject({
		json: { code: 'PAYMENT_METHOD_NOT_CONFIGURED' },
		pairedItem: { item: 2 },
	});
	expect(attention![0]).toMatchObject({
		json: { code: 'ORDER_UNREADABLE', tip: expect.stringMatching(/./) },
		pairedItem: { item: 3 },
	});
});

test('W004: two payments of one order are two items of the same order', async () => {
	const part = (id: string, amount: string) => ({ id, amount, paidAt: '2026-11-22T10:00:00Z' });
	const { outputs } = await run([paid({ payments: [part('a', '5.00'), part('b', '7.95')] })]);
	expect(outputs[0]!.map(({ json, pairedItem }) => [json.amount, pairedItem])).toEqual([
		[5, { item: 0 }],
		[7.95, { item: 0 }],
	]);
});

test('no personal data outside the draft (W071)', async () => {
	const { outputs } = await run([paid()]);
	const { draft, ...rest } = outputs[0]![0]!.json;
	expect(draft).toBeDefined();
	expect(JSON.stringify(rest)).not.toMatch(/@/);
});

test('wrong settings stop the node', async () => {
	const { error } = await run([paid()], { settings: { shops: [] } });
	expect(error?.message).toMatch(/The settings are not valid/);
});

test('J163: an order that was undone and booked again is paid on its newest entry, and on no other', async () => {
	const { outputs } = await run([paid()], { settings }, { entryVersion: 2 });
	expect(outputs[0]![0]!.json.draft).toMatchObject({
		openItem: { invoiceNumber: '29-2', email: '' },
		salesLines: [{ invoiceNumber: '29-2', amount: 12.95 }],
	});
	const first = await run([paid()], { settings }, { entryVersion: 1 });
	expect(first.outputs[0]![0]!.json.draft).toMatchObject({
		salesLines: [{ invoiceNumber: '29' }],
		openItem: { email: expect.stringContaining('@') },
	});
});

test('undone bookings leave with what settles them; without a Set-Off Journal none does', async () => {
	const settle = async (how: object) => {
		const { outputs } = await runNode({
			node: new WebshopTransformer(),
			parameters: { resource: 'payment', operation: 'settleUndone' },
			items: [
				{
					...{ parentKey: 'test-client/woocommerce/28', client: 'test-client', total: -5 },
					...{ originalInvoiceNumber: '28', snelStartNumber: 'C28', orderDate: '2026-05-04' },
				},
			],
			otherInputs: [[{ settings: { ...settings, ...how } as IDataObject }]],
		});
		return outputs;
	};
	expect(await settle({ setOffJournalId: 'memorial' })).toMatchObject([
		[{ json: { paymentKey: 'test-client/woocommerce/28/set-off-C28' }, pairedItem: { item: 0 } }],
	]);
	expect(await settle({})).toEqual([[]]);
});
