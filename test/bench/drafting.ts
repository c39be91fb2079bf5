/**
 * What it costs to turn WooCommerce orders of ten lines into drafts.
 *
 * 1. The money rules alone, against what `JSON.parse` takes for the same orders' text.
 * 2. The node in n8n's engine, against the money rules alone.
 * 3. The heap over many orders.
 *
 * Ratios, so that they say the same on every machine. Runs the JavaScript of `dist/`, which is what
 * n8n loads: translating on the fly wraps functions and would be measured with them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

import { runNode } from '../support/engine';
import { exactly, sampleOf } from './row';
import type { Row, Sample } from './row';

const ROOT = path.join(__dirname, '..', '..');
const built = createRequire(path.join(ROOT, 'dist', 'index.js'));
const { readSettings } = built(
	'./bookkeeping/settings/readSettings.js',
) as typeof import('../../bookkeeping/settings/readSettings');
const { transformOrder } = built(
	'./bookkeeping/orders/transform.js',
) as typeof import('../../bookkeeping/orders/transform');
const { WebshopTransformer } = built(
	'./nodes/WebshopTransformer/WebshopTransformer.node.js',
) as typeof import('../../nodes/WebshopTransformer/WebshopTransformer.node');

const ORDERS = 1_000;
const WARM_UP = 10;
const ROUNDS = 31;
const HEAP_ORDERS = 100_000;
const HEAP_STEP = 20_000;
const MEGABYTE = 1024 * 1024;

const accounts = { productsAccountId: 'p', shippingAccountId: 's', discountAccountId: 'd' };
const settingsItem = {
	client: 'bench',
	shops: [{ shop: 'shop', kind: 'wooCommerce' }],
	vatMapping: [
		{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts },
		{ country: 'NL', percentage: 9, vatKind: 'low', ...accounts },
	],
	administration: {
		name: 'Bench',
		accounts: [
			{ id: 'p', number: 8000, name: 'Omzet', vatKinds: ['high', 'low'] },
			{ id: 's', number: 8300, name: 'Verzendkosten', vatKinds: ['high', 'low'] },
		],
		vatRates: [
			{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01', validTo: '2400-12-31' },
		],
	},
};

/** Recorded order 60 (a mug of 10.70 + 2.25 and shipping) with ten mugs of different names. */
function orderTexts(): string[] {
	const file = path.join(ROOT, 'test', 'fixtures', 'woocommerce', 'order_store_cod.json');
	const order = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	const [line] = order.line_items as object[];
	const [taxLine] = order.tax_lines as object[];
	const tenLines = Array.from({ length: 10 }, (_, id) => ({
		...line,
		id,
		name: `Koffiemok ${id}`,
	}));
	return Array.from({ length: ORDERS }, (_, id) =>
		JSON.stringify({
			...order,
			id,
			number: String(id),
			line_items: tenLines,
			tax_lines: [{ ...taxLine, tax_total: '22.50' }],
			// Ten times 10.70 + 2.25, and shipping of 4.13 + 0.87.
			cart_tax: '22.50',
			total_tax: '23.37',
			total: '134.50',
		}),
	);
}

const collectGarbage = (): void => {
	if (!globalThis.gc) throw new Error('Run this with node --expose-gc.');
	globalThis.gc();
};

async function milliseconds(work: () => unknown): Promise<number> {
	const start = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - start) / 1e6;
}

const perOrder = (milliseconds: number[]): Sample =>
	sampleOf(milliseconds.map((total) => (total * 1000) / ORDERS));

/** @throws Error without `--expose-gc` */
export async function drafting(): Promise<Row[]> {
	const read = readSettings(settingsItem);
	if (!read.ok) throw new Error(read.complaints.join('\n'));
	const texts = orderTexts();
	const parseAll = () => texts.map((text) => JSON.parse(text) as Record<string, unknown>);
	const transformAll = (orders: unknown[]) =>
		orders.map((order) => {
			const transformed = transformOrder(order, 'shop', read.settings);
			if (transformed.outcome !== 'book') throw new Error(transformed.message);
			return transformed;
		});
	const runInEngine = async (items: INodeExecutionData[]) => {
		const { outputs, error } = await runNode({
			node: new WebshopTransformer(),
			parameters: { resource: 'order', operation: 'transformOrders', shop: 'shop' },
			items,
			otherInputs: [[{ json: settingsItem }]],
		});
		if (error || outputs[0]?.length !== ORDERS) throw error ?? new Error('Not all were booked.');
	};

	const times = { parse: [] as number[], transform: [] as number[], engine: [] as number[] };
	for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
		const orders = parseAll();
		const items = orders.map((order): INodeExecutionData => ({ json: order as never }));
		const parse = await milliseconds(parseAll);
		const transform = await milliseconds(() => transformAll(orders));
		const engine = await milliseconds(() => runInEngine(items));
		if (round < WARM_UP) continue;
		times.parse.push(parse);
		times.transform.push(transform);
		times.engine.push(engine);
	}
	let first: number | undefined;
	let last = 0;
	for (let done = ORDERS; done <= HEAP_ORDERS; done += ORDERS) {
		transformAll(parseAll());
		if (done % HEAP_STEP !== 0) continue;
		collectGarbage();
		const heap = process.memoryUsage().heapUsed;
		first ??= heap;
		last = heap;
	}
	const rows = `${ORDERS} WooCommerce orders of ten lines`;
	const [parse, transform, engine] = [times.parse, times.transform, times.engine].map(perOrder);
	return [
		{
			what: `drafting, ${rows}`,
			against: 'JSON.parse of the same text',
			unit: 'µs per order',
			ours: transform!,
			theirs: parse!,
			aim: 0.8,
		},
		{
			what: `Transform Orders in n8n's engine, ${rows}`,
			against: 'the rules alone',
			unit: 'µs per order',
			ours: engine!,
			theirs: transform!,
			aim: 1.15,
		},
		{
			what: `heap after drafting ${HEAP_ORDERS} orders`,
			against: `after ${HEAP_STEP}`,
			unit: 'MB',
			ours: exactly(last / MEGABYTE),
			theirs: exactly(first! / MEGABYTE),
			aim: 1.01,
		},
	];
}
