import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, jouwWebOrder, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const preview = async (items: IDataObject[], shop = 'woocommerce', more: object = {}) =>
	await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'previewOrders', shop, ...more },
		items,
		otherInputs: [[{ settings: completeSettings as unknown as IDataObject }]],
	});

const order = (name: string) => wooCommerceOrder(name) as IDataObject;

describe('Preview Orders', () => {
	it('gives the row that the manual shows', async () => {
		const page = readFileSync(path.join(__dirname, '../../../docs/transformer.md'), 'utf8');
		const shown = /```json\n(\{\n {2}"orderNumber"[^`]*)```/.exec(page)?.[1] ?? '';
		const { outputs, error } = await preview([order('store_cod')]);
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ json }) => json)).toEqual([JSON.parse(shown)]);
	});

	it('gives one row per order, linked to its item, also for orders that would not be booked', async () => {
		const { outputs } = await preview([
			order('rest_currency_usd'),
			order('rest_status_pending'),
			order('store_cod'),
			{ nothing: true },
		]);
		expect(outputs).toHaveLength(2);
		const rows = outputs[0]!;
		expect(rows.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(rows.map(({ json }) => [json.outcome, json.code, json.bookedTotal])).toEqual([
			['attention', 'CURRENCY_NOT_EUR', null],
			['wait', 'STATUS_NOT_YET', null],
			['book', '', 17.95],
			['attention', 'ORDER_UNREADABLE', null],
		]);
	});

	it('adds up per ledger account and box what would be booked', async () => {
		const { outputs } = await preview([order('store_cod'), order('rest_status_pending')]);
		const sums = outputs[1]!.map(({ json }) => json);
		// A mug of 10.70 and 4.13 of shipping at 21 %: VAT 2.25 and 0.87.
		expect(sums.filter(({ kind }) => kind === 'box')).toEqual([
			{ kind: 'box', name: '1a', orders: 1, amount: 14.83, vat: 3.12 },
		]);
		const accounts = sums.filter(({ kind }) => kind === 'account');
		expect(accounts.map(({ amount }) => amount).sort()).toEqual([10.7, 4.13]);
	});

	it('shows the orders that differ most when there are more than asked for', async () => {
		const items = [order('store_cod'), order('store_cod'), order('rest_status_pending')];
		const { outputs } = await preview(items, 'woocommerce', { mostToShow: 2 });
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	it('holds no personal data', async () => {
		const { outputs } = await preview([order('store_cod')]);
		const text = JSON.stringify(outputs[0]![0]!.json);
		for (const personal of [
			'Piet',
			'Jansen',
			'Dorpsweg',
			'3511',
			'gast@example.com',
			'0201234567',
		]) {
			expect(text).not.toContain(personal);
		}
	});

	it('shows VAT that the shop states for all rates together as such (J114, J120)', async () => {
		// The order of docs/transformer.md: 85.75 with VAT 10.20 over two rates.
		const { outputs } = await preview([jouwWebOrder(440003) as IDataObject], 'jouwweb');
		expect(outputs[0]![0]!.json).toMatchObject({
			shopTotal: 85.75,
			bookedTotal: 85.75,
			totalDifference: 0,
			shopVat: 'all: 10.20',
			vatDifference: 0,
		});
	});
});
