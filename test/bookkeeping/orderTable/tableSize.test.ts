import { tableSize, USUAL_LIMIT_MB } from '../../../bookkeeping/orderTable/tableSize';

it('warns from 70 percent of what n8n holds', () => {
	// 864 bytes for an order with its record; 200 MB are 209,715,200 bytes, of which 70 % are
	// 146,800,640: 169,908.1 orders.
	const of = (rows: number, limitMb = USUAL_LIMIT_MB) =>
		tableSize({ orders: rows, records: rows }, limitMb);
	expect(of(169_908)).toEqual({ usedMb: 140, percent: 69, isFilling: false });
	expect(of(169_909)).toEqual({ usedMb: 140, percent: 70, isFilling: true });
	expect(of(245_000)).toMatchObject({ percent: 100, isFilling: true });
	expect(of(245_000, 1024)).toMatchObject({ usedMb: 202, percent: 19, isFilling: false });
	expect(of(0)).toEqual({ usedMb: 0, percent: 0, isFilling: false });
});

it('counts both tables', () => {
	expect(tableSize({ orders: 300_000, records: 0 }, 100)).toMatchObject({ usedMb: 128 });
	expect(tableSize({ orders: 0, records: 300_000 }, 100)).toMatchObject({ usedMb: 119 });
});
