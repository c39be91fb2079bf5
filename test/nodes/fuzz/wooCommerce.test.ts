import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { settingsWith, transform } from '../../bookkeeping/support';
import { fc, runs } from '../../support/property';
import { faultOf, runBare } from './bareNode';
import { damage, damaged } from './damage';
import { lostOrDoubled, otherThanTheShops } from './orders';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const RECORDED = path.join(__dirname, '..', '..', 'fixtures', 'woocommerce');
const orders = readdirSync(RECORDED)
	.filter((file) => file.startsWith('order_'))
	.map((file) => JSON.parse(readFileSync(path.join(RECORDED, file), 'utf8')) as IDataObject)
	.filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
	.sort((a, b) => Number(a.id) - Number(b.id));
const settings = settingsWith();

it('whatever a WooCommerce answers, every order is read once and drafted for what it says, or an error says why', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(orders.length - 1), { minLength: 1, maxLength: 6 }),
			fc.integer({ min: 2, max: 5 }),
			fc.array(damage, { minLength: 1, maxLength: 2 }),
			async (picked, pageSize, damages) => {
				const shop = orders.filter((_, index) => picked.includes(index));
				const delivered: unknown[] = [];
				let calls = 0;
				const given = await runBare({
					node: new WooCommerce(),
					parameters: {
						resource: 'order',
						operation: 'getMany',
						returnAll: true,
						simplify: false,
						options: { pageSize },
					},
					credential: { url: 'https://shop.example', consumerKey: 'ck', consumerSecret: 'cs' },
					answer: ({ qs }) => {
						const { offset, per_page: size } = qs as { offset: number; per_page: number };
						const whole = {
							status: 200,
							headers: { 'x-wp-total': String(shop.length) },
							body: shop.slice(offset, offset + size),
						};
						const how = damages[calls++];
						const answer = how ? damaged(whole, how) : whole;
						if (answer.status >= 200 && answer.status < 300) delivered.push(answer.body);
						return answer;
					},
				});
				if ('error' in given) return expect(faultOf(given.error)).toBeUndefined();
				expect(lostOrDoubled(delivered, given.rows)).toEqual([]);
				for (const row of given.rows) {
					const found = transform({ ...row, orderNumber: undefined }, settings);
					expect(otherThanTheShops(row.total, found)).toBeUndefined();
				}
			},
		),
		{ numRuns: runs(500) },
	);
});

it('an order with an empty field of a plugin is read with the others', async () => {
	const odd = { ...orders[0], meta_data: [null, { key: '_wc_order_attribution_utm_source' }] };
	const given = await runBare({
		node: new WooCommerce(),
		parameters: { resource: 'order', operation: 'getMany', returnAll: true, simplify: false },
		credential: { url: 'https://shop.example', consumerKey: 'ck', consumerSecret: 'cs' },
		answer: () => ({ status: 200, headers: { 'x-wp-total': '1' }, body: [odd] }),
	});
	expect(given).toMatchObject({ rows: [{ id: orders[0]!.id, meta_data: [null] }] });
});
