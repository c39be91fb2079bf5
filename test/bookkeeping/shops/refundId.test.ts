import { readRefundId } from '../../../bookkeeping/shops/refundId';

test.each([
	[7, '7'],
	['000123', '000123'],
	[999_999_999_999_999, '999999999999999'],
])('the refund %p', (given, id) => {
	const raw = { id: given };
	expect(readRefundId(raw)).toEqual({ id, raw });
});

test.each([
	undefined,
	null,
	[],
	'x',
	{},
	{ id: '' },
	{ id: 'R7' },
	{ id: 1.5 },
	{ id: -1 },
	{ id: '1234567890123456' },
])('%j is not a refund', (raw) => {
	expect(() => readRefundId(raw)).toThrow(expect.objectContaining({ code: 'REFUND_UNREADABLE' }));
});
