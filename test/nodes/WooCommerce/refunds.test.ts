import type { IDataObject } from 'n8n-workflow';

import recorded from '../../fixtures/woocommerce/refunds_global_list.json';
import recordedOfOrder from '../../fixtures/woocommerce/refunds_995.json';
import { NOW, useShop } from './support';

const shop = useShop();
const orderOf = (id: number): IDataObject =>
	shop.sandbox.orders.find((order) => order.id === id) as unknown as IDataObject;

describe('reading refunds', () => {
	beforeEach(() => shop.sandbox.playRecordedRefunds());

	it('reads all refunds of the shop as recorded, each with its order', async () => {
		const { rows } = await shop.run({ resource: 'refund', operation: 'getMany', returnAll: true });
		expect(rows).toEqual([...recorded].sort((a, b) => a.id - b.id));
		expect(rows.map(({ id, parent_id }) => [id, parent_id])).toEqual([
			[66, 28],
			[67, 33],
			[68, 29],
			[69, 35],
			[71, 38],
			[72, 43],
			[73, 55],
		]);
	});

	it('reads the newest when there is a limit, over small pages without one', async () => {
		const many = { resource: 'refund', operation: 'getMany' };
		const { rows: newest } = await shop.run({ ...many, returnAll: false, limit: 2 });
		expect(newest.map(({ id }) => id)).toEqual([73, 72]);
		const options = { pageSize: 2, inFlight: 3 };
		const { rows: all } = await shop.run({ ...many, returnAll: true, options });
		expect(all.map(({ id }) => id)).toEqual([66, 67, 68, 69, 71, 72, 73]);
	});

	it('reads what was refunded from a moment on, in one order or the shop', async () => {
		const many = { resource: 'refund', operation: 'getMany', returnAll: true };
		const filters = { createdAfter: '2026-11-22T01:52:53+01:00', overlap: 0 };
		const { rows: late } = await shop.run({ ...many, filters });
		expect(late.map(({ id }) => id)).toEqual([72, 73]);
		const { rows: ofItems } = await shop.run(
			{ ...many, scope: 'order', orderId: '={{ $json.order }}', simplify: true },
			[{ order: 28 }, { order: 30 }, { order: 29 }],
		);
		expect(ofItems).toEqual([
			{
				id: 66,
				orderId: 28,
				createdAt: '2026-11-22T00:52:50Z',
				amount: '16.65',
				reason: '1 mok retour + verzending',
				paidBack: false,
			},
			expect.objectContaining({ id: 68, orderId: 29, amount: '12.95' }),
		]);
	});

	it('reads single refunds and goes on when one is not there', async () => {
		const { outputs } = await shop.run(
			{
				resource: 'refund',
				operation: 'get',
				orderId: '={{ $json.order }}',
				refundId: '={{ $json.refund }}',
			},
			[
				{ order: 28, refund: 66 },
				{ order: 28, refund: 67 },
				{ order: 33, refund: 67 },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { id: 66, parent_id: 28 }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'The shop has no such refund',
					details: { code: 'woocommerce_rest_shop_order_refund_invalid_id' },
				},
				pairedItem: { item: 1 },
			},
			{ json: { id: 67, parent_id: 33, amount: '10.00' }, pairedItem: { item: 2 } },
		]);
	});

	it('takes the refunds of an older WooCommerce as they are', async () => {
		for (const refund of recordedOfOrder) {
			shop.sandbox.putRefund({ ...refund, parent_id: 28 } as never);
		}
		const { rows } = await shop.run({
			resource: 'refund',
			operation: 'getMany',
			scope: 'order',
			orderId: '28',
			returnAll: true,
		});
		expect(rows).toEqual(recordedOfOrder.map((refund) => ({ ...refund, parent_id: 28 })));
	});

	it('finds refunds that were deleted, which leaves no other trace (W: deleted refunds)', async () => {
		const before = orderOf(28).date_modified_gmt;
		shop.sandbox.removeRefund(66);
		expect(orderOf(28)).toMatchObject({ date_modified_gmt: before, refunds: [] });
		const { rows } = await shop.run(
			{ resource: 'refund', operation: 'findDeleted', knownIds: '={{ $json.known }}' },
			[{ known: [66, 67, 68, 66] }, { known: [67] }, { known: [] }],
		);
		expect(rows).toEqual([{ id: 66, deleted: true }]);
	});

	it('asks only for the refunds it knows, however many the shop has', async () => {
		await shop.run({ resource: 'refund', operation: 'findDeleted', knownIds: '66, 71' });
		const asked = shop.sandbox.journal.entries
			.filter(({ path }) => path.endsWith('/refunds'))
			.map(({ query }) => [query.include, query.per_page]);
		expect(asked).toEqual([['66,71', '2']]);
	});

	it('fails on an order whose list of refunds lacks one that the order names', async () => {
		const { outputs } = await shop.run(
			{
				resource: 'refund',
				operation: 'getMany',
				scope: 'order',
				returnAll: true,
				orderId: '={{ $json.order }}',
				expectedIds: '={{ $json.ids }}',
			},
			[
				{ order: 28, ids: [66, 9066] },
				{ order: 29, ids: [68] },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]!.map(({ json }) => json)).toMatchObject([
			{
				error: 'The shop did not give refund 9066',
				details: { code: 'SHOP_REFUNDS_MISSING' },
			},
			{ id: 68, parent_id: 29 },
		]);
	});
});

describe('making refunds', () => {
	const create = { resource: 'refund', operation: 'create', orderId: '={{ $json.order }}' };

	it('refunds lines with their VAT, as the recorded partial refund did', async () => {
		const { rows, error } = await shop.run(
			{
				...create,
				amount: '16.65',
				additionalFields: {
					reason: '1 mok retour + verzending',
					lines: {
						line: [
							{ lineId: '1', quantity: 1, total: '9.63', taxes: '1: 2.02' },
							{ lineId: '4', quantity: 0, total: '4.13', taxes: '1: 0.87' },
						],
					},
				},
			},
			[{ order: 28 }],
		);
		expect(error).toBeUndefined();
		expect(rows[0]).toMatchObject({
			parent_id: 28,
			amount: '16.65',
			date_created_gmt: NOW,
			line_items: [{ quantity: -1, total: '-9.63', total_tax: '-2.02', price: 9.63 }],
			shipping_lines: [{ total: '-4.13', total_tax: '-0.87' }],
			tax_lines: [{ rate_percent: 21, tax_total: '-2.02', shipping_tax_total: '-0.87' }],
		});
		expect(orderOf(28)).toMatchObject({
			status: 'processing',
			date_modified_gmt: NOW,
			refunds: [{ id: rows[0]!.id, total: '-16.65' }],
		});
	});

	it('sets the order to refunded when nothing is left, and refuses more than is left', async () => {
		const { outputs } = await shop.run(
			{ ...create, amount: '={{ $json.amount }}' },
			[
				{ order: 29, amount: '12.00' },
				{ order: 29, amount: '1.00' },
				{ order: 29, amount: '0.95' },
				{ order: 29, amount: '1,00' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { amount: '12.00', line_items: [], tax_lines: [] }, pairedItem: { item: 0 } },
			{
				json: { details: { code: 'woocommerce_rest_cannot_create_order_refund' } },
				pairedItem: { item: 1 },
			},
			{ json: { amount: '0.95' }, pairedItem: { item: 2 } },
			{ json: { error: "'Amount' is not an amount", details: { code: 'INPUT_AMOUNT' } } },
		]);
		expect(orderOf(29)).toMatchObject({ status: 'refunded', total: '12.95' });
	});

	it.each(['504-after-commit', 'reset-after-commit', 'cut'] as const)(
		'never refunds twice when the answer is lost (%s)',
		async (kind) => {
			shop.sandbox.faults.add({ kind, shape: 'POST orders' });
			const { rows, error } = await shop.run({ ...create, amount: '5.00' }, [{ order: 28 }]);
			expect(error).toBeUndefined();
			expect(rows).toMatchObject([{ amount: '5.00' }]);
			expect(orderOf(28).refunds).toHaveLength(1);
		},
	);

	it('says so when nobody knows whether the refund was made', async () => {
		shop.sandbox.faults.add({ kind: '504', shape: 'POST orders' });
		const { error } = await shop.run({ ...create, amount: '5.00' }, [{ order: 28 }]);
		expect(error?.context).toMatchObject({ code: 'SHOP_WRITE_UNKNOWN', itemIndex: 0 });
		expect(orderOf(28).refunds).toEqual([]);
	});

	it('says that a key may only read', async () => {
		const { url, readOnly } = shop.sandbox;
		const { error } = await shop.run({ ...create, amount: '5.00' }, [{ order: 28 }], {
			credentials: { wooCommerceStoreApi: { url, ...readOnly } },
		});
		expect(error?.message).toBe('The key of the shop may only read');
		expect(error?.context).toMatchObject({ code: 'SHOP_KEY_READ_ONLY' });
	});
});
