import { readWholeList } from '../../../nodes/WooCommerce/wholeList';

it('a list that claims to be endless costs a few calls, and no memory', async () => {
	const ids = Array.from({ length: 7 }, (_, index) => ({ id: index + 1 }));
	let calls = 0;
	const rows = await readWholeList({
		readPart: async (offset, size) => {
			calls += 1;
			return { offset, size, rows: ids.slice(offset, offset + size), total: 1e9 };
		},
		pageSize: 3,
		inFlight: 4,
		notWhole: () => new Error('not whole'),
	});
	expect(rows).toEqual(ids);
	expect(calls).toBeLessThan(20);
});
