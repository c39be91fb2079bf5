import { paidAtProviderIn, paidText } from '../../../../bookkeeping/payments/atProvider/told';

const paid = { date: '2026-11-22', amount: 1295, id: 'tr_7UhSN1zuXS' };

test('what stands in the row of an order is read as it was written', () => {
	const rows = [
		{ orderKey: 'bloom/web/28/refund/7', paidAtProvider: '2026-11-20 1.00 tr_other' },
		{ orderKey: 'bloom/web/28', paidAtProvider: paidText(paid) },
	];
	expect(paidText(paid)).toBe('2026-11-22 12.95 tr_7UhSN1zuXS');
	expect(paidAtProviderIn(rows, 'bloom/web/28')).toEqual(paid);
	expect(paidAtProviderIn(rows, 'bloom/web/29')).toBeUndefined();
});

test.each([null, '', '2026-11-22', '2026-11-22 12.95', '2026-11-22 none tr_1'])(
	'%j tells nothing',
	(paidAtProvider) => {
		expect(paidAtProviderIn([{ orderKey: 'a', paidAtProvider }], 'a')).toBeUndefined();
	},
);
