import { expectedOfRecord, readRecords } from '../../../bookkeeping/reconciliation/records';

const sale = {
	...{ documentKey: 'c/s/28', kind: 'order', parentKey: '', document: 'salesEntry' },
	...{ number: 'W28', documentDate: '2026-11-05', regime: 'domestic', relationId: 'r' },
	charged: '{"21":[10000,2100],"9":[5000,450],"none":[700,0]}',
	notes: '{"rounding":-1}',
	creditedAt: new Date('2026-12-01T10:00:00Z'),
};
const credit = {
	...{ documentKey: 'c/s/28/credit/1', kind: 'refund', parentKey: 'c/s/28' },
	...{ document: 'creditNote', number: 'CW28', documentDate: '2026-12-01', regime: 'domestic' },
	charged: '{"21":[-10000,-2100]}',
};
const boxesOf = (row: object) =>
	Object.fromEntries(
		[...readRecords([row as never]).all[0]!.perBox].map(([box, { turnover, vat }]) => [
			box,
			[turnover, vat],
		]),
	);

test('what was charged per rate tells total and boxes', () => {
	const [record] = readRecords([sale]).all;
	expect(record).toMatchObject({
		...{ number: 'W28', date: '2026-11-05', creditedOn: '2026-12-01', relationId: 'r' },
		// 100.00 + 21.00 + 50.00 + 4.50 + 7.00 − 0.01
		total: 18_249,
	});
	expect(boxesOf(sale)).toEqual({
		...{ '1a': [10_000, 2100], '1b': [5000, 450], '1e': [700, 0], none: [-1, 0] },
	});
});

test.each([
	['export', '{"none":[5000,0]}', { '3a': [5000, 0] }],
	['icp', '{"0":[5000,0]}', { '3b': [5000, 0] }],
	['oss', '{"19":[10000,1900]}', { oss: [10_000, 1900] }],
	['another', '{"19":[10000,1900]}', { none: [10_000, 1900] }],
])('regime %s', (regime, charged, boxes) => {
	expect(boxesOf({ ...sale, regime, charged, notes: '' })).toEqual(boxes);
});

test('records are found by document and by order', () => {
	const records = readRecords([sale, credit, { kind: 'order' }]);
	expect(records.all).toHaveLength(2);
	expect(records.of('c/s/28/credit/1')?.number).toBe('CW28');
	expect(records.creditsOn('c/s/28').map(({ number }) => number)).toEqual(['CW28']);
	expect(records.creditsOn('c/s/29')).toEqual([]);
});

test('a record that does not say what was charged is as the books have it', () => {
	const [record] = readRecords([{ ...sale, charged: 'x', notes: '' }]).all;
	expect(expectedOfRecord(record!, 500)).toMatchObject({
		...{ orderKey: 'c/s/28', orderNumber: '28', invoiceNumber: 'W28', total: 500 },
	});
	expect(expectedOfRecord(readRecords([sale]).all[0]!, 500).total).toBe(18_249);
});
