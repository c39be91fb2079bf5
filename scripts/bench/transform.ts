/**
 * `npm run bench:transform`: how long the bookkeeping core takes to turn orders of ten lines into
 * drafts, against what `JSON.parse` takes for the same orders' text, in one run. A ratio, so that it
 * says the same on every machine.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readSettings } from '../../bookkeeping/settings';
import { transformOrder } from '../../bookkeeping/transform';
import { ROOT } from '../setUp.js';

const ORDERS = 1_000;
const ROUNDS = 15;

const accounts = { productsAccountId: 'p', shippingAccountId: 's', discountAccountId: 'd' };
const settings = readSettings({
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
});

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
			total: '134.50',
		}),
	);
}

const milliseconds = (work: () => void): number => {
	const start = process.hrtime.bigint();
	work();
	return Number(process.hrtime.bigint() - start) / 1e6;
};

const median = (values: number[]): number =>
	values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function main(): void {
	if (!settings.ok) throw new Error(settings.complaints.join('\n'));
	const { settings: checked } = settings;
	const texts = orderTexts();
	const parsing: number[] = [];
	const transforming: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		let orders: unknown[] = [];
		parsing.push(milliseconds(() => (orders = texts.map((text) => JSON.parse(text) as unknown))));
		transforming.push(
			milliseconds(() => {
				for (const order of orders) {
					const { outcome, message } = transformOrder(order, 'shop', checked);
					if (outcome !== 'book') throw new Error(message);
				}
			}),
		);
	}
	const [parse, transform] = [median(parsing), median(transforming)];
	const each = (total: number) => `${((total * 1000) / ORDERS).toFixed(1)} µs`;
	console.log(`${ORDERS} orders of ten lines, median of ${ROUNDS} rounds`);
	console.log(`JSON.parse of the text   ${each(parse)} per order`);
	console.log(`transformed into drafts  ${each(transform)} per order`);
	console.log(`ratio                    ${(transform / parse).toFixed(2)}`);
}

main();
