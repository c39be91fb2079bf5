import {
	oldInvoiceEntry,
	oldInvoiceOf,
	oldInvoicesOf,
} from '../../../bookkeeping/settings/oldInvoices';

const shop = { oldInvoices: ['4102=2026-0901', ' 4103 = 2026=0902 ', '4104'] };

it('reads an order and its invoice, in which a sign of equality may stand', () => {
	const entries = oldInvoicesOf(shop);
	expect(entries).toEqual([
		{ order: '4102', invoice: '2026-0901' },
		{ order: '4103', invoice: '2026=0902' },
		{ order: '4104', invoice: '' },
	]);
	expect(entries.slice(0, 2).map(oldInvoiceEntry)).toEqual(['4102=2026-0901', '4103=2026=0902']);
});

it('knows an order by its whole number, and no other', () => {
	expect(['4102', '4103', '410', '4199'].map((order) => oldInvoiceOf(order, shop))).toEqual([
		...['2026-0901', '2026=0902'],
		...[undefined, undefined],
	]);
	expect(oldInvoiceOf('4102', { oldInvoices: [] })).toBeUndefined();
});

it('reads the settings once, however many orders are asked about', () => {
	const entries = Array.from({ length: 50 }, (_, index) => `${index}=F${index}`);
	let reads = 0;
	const oldInvoices = new Proxy(entries, {
		get(all, name: string) {
			if (name === '0') reads += 1;
			return Reflect.get(all, name) as unknown;
		},
	});
	expect(entries.map((_, index) => oldInvoiceOf(`${index}`, { oldInvoices }))).toEqual(
		entries.map((_, index) => `F${index}`),
	);
	expect(reads).toBe(1);
});
