import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { transformOrder } from '../../../bookkeeping/orders/transform';
import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { settingsWith } from '../../bookkeeping/support';
import { fc, runs } from '../../support/property';
import { faultOf, runBare } from './bareNode';
import { damage, damaged } from './damage';
import { lostOrDoubled, otherThanTheShops } from './orders';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const FOLDER = path.join(__dirname, '..', '..', '..', 'sandbox', 'data', 'jouwweb', 'orders');
const orders = readdirSync(FOLDER).map(
	(file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as IDataObject,
);
const settings = settingsWith();
const PAGE = 3;

/** The list in an answer, where this layout has it. */
const listOf = (body: unknown): unknown =>
	Array.isArray(body) ? body : (body as { data?: unknown } | null)?.data;

const totalOf = ({ totalPrice, price }: IDataObject): unknown =>
	totalPrice ?? (price as IDataObject | null | undefined)?.total;

it('whatever JouwWeb answers, every order is read once and drafted for what it says, or an error says why', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: orders.length }),
			fc.constantFrom('data', 'list'),
			fc.array(damage, { minLength: 1, maxLength: 2 }),
			async (count, layout, damages) => {
				const shop = orders.slice(0, count);
				const delivered: unknown[] = [];
				let calls = 0;
				const given = await runBare({
					node: new JouwWeb(),
					parameters: {
						resource: 'order',
						operation: 'getMany',
						website: { __rl: true, mode: 'id', value: '1' },
						returnAll: true,
						simplify: false,
					},
					credential: { baseUrl: 'https://api.example/v1', token: 'token' },
					answer: ({ url }) => {
						const page = Number(new URL(url).searchParams.get('page') ?? 1);
						const part = shop.slice((page - 1) * PAGE, page * PAGE);
						const meta = { current_page: page, last_page: Math.ceil(shop.length / PAGE) };
						const body = layout === 'data' ? { data: part, meta } : part;
						const whole = { status: 200, headers: {}, body };
						const how = damages[calls++];
						const answer = how ? damaged(whole, how) : whole;
						if (answer.status === 200) delivered.push(listOf(answer.body));
						return answer;
					},
				});
				if ('error' in given) return expect(faultOf(given.error)).toBeUndefined();
				expect(lostOrDoubled(delivered, given.rows)).toEqual([]);
				for (const row of given.rows) {
					const found = transformOrder(row, 'jouwweb', settings);
					expect(otherThanTheShops(totalOf(row), found)).toBeUndefined();
				}
			},
		),
		{
			numRuns: runs(500),
			// An order that stands twice on one page.
			examples: [
				[
					1,
					'list',
					[
						{
							edits: [{ place: 0, to: 'twice' }],
							wire: 'whole',
							status: undefined,
							header: undefined,
						},
					],
				],
			],
		},
	);
});
