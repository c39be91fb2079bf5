import type { IDataObject } from 'n8n-workflow';

import type { BookResult } from '../../../nodes/SnelStart/booking/bookResult';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import {
	recordedOrders,
	settingsWith,
	transform,
	wooCommerceOrder,
} from '../../bookkeeping/support';
import { bookParameters, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const group = (number: number) => guidFor('artikelomzetgroepen', number);
const revenueGroups = [
	{ vatKind: 'high' as const, revenueGroupId: group(1) },
	{ vatKind: 'low' as const, revenueGroupId: group(2) },
	{ vatKind: 'none' as const, revenueGroupId: group(4) },
];

/** Every recorded order that becomes a sales order, each with a number of its own, domestic first. */
function drafts(vatEntry: 'exclusive' | 'inclusive'): IDataObject[] {
	const settings = settingsWith({
		document: 'salesOrder',
		salesOrders: { vatEntry, revenueGroups },
	});
	return recordedOrders
		.flatMap((name, index) => {
			const raw = wooCommerceOrder(name, { id: 9000 + index, number: String(9000 + index) });
			const { draft } = transform(raw, settings);
			return draft ? [draft] : [];
		})
		.sort((a, b) => (a.regime === 'domestic' ? 0 : 1) - (b.regime === 'domestic' ? 0 : 1))
		.map((draft) => ({ draft }) as unknown as IDataObject);
}

async function bookAll(items: IDataObject[]): Promise<BookResult[]> {
	const { outputs, error } = await run(sandbox, bookParameters, { items });
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0]) as unknown as BookResult[];
}

it.each(['exclusive', 'inclusive'] as const)(
	'every recorded order ends as one sales order, or is told why not; prices %s',
	async (vatEntry) => {
		const items = drafts(vatEntry);
		expect(items.length).toBeGreaterThan(10);
		const results = await bookAll(items);
		expect(results.filter(({ state }) => state !== 'booked')).toEqual([]);
		const { salesOrders, articles } = sandbox.snelStart.books.summary();
		expect(salesOrders).toHaveLength(items.length);
		expect(new Set(articles.map(({ artikelcode }) => artikelcode)).size).toBe(articles.length);
		for (const [index, result] of results.entries()) {
			const { draft } = items[index] as { draft: { invoiceAmount: number } };
			const made = salesOrders.find(({ id }) => id === result.salesOrderId)!;
			const isSame = made.totaalInclusiefBtw === draft.invoiceAmount;
			if (!isSame) expect(result.code).toBe('SALES_ORDER_TOTAL_DIFFERS');
			if (vatEntry === 'inclusive') expect(isSame).toBe(true);
			expect(Math.abs(made.totaalInclusiefBtw - draft.invoiceAmount)).toBeLessThan(0.05);
		}
		const again = await bookAll(items);
		expect(again.every(({ alreadyThere }) => alreadyThere)).toBe(true);
		expect(sandbox.snelStart.books.summary().salesOrders).toHaveLength(items.length);
	},
);
