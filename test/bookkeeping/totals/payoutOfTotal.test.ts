import { payoutOfTotal } from '../../../bookkeeping/totals/payoutOfTotal';

const key = 'my-client/payout/mollie/stl_1%2F2';

test('what a payout is made of stands in its booking record', () => {
	const record = {
		notes: JSON.stringify({ fees: ['costs', 75, 0], parts: [5_000, -300, 0, -75, 10] }),
	};
	expect(payoutOfTotal(key, record)).toEqual({
		name: 'mollie stl_1/2',
		parts: { payments: 5_000, refunds: -300, chargebacks: 0, fees: -75, other: 10 },
	});
});

test.each([undefined, {}, { notes: '' }, { notes: '{"parts":[1,2]}' }, { notes: 'x' }])(
	'a record that does not say so says nothing: %j',
	(record) => {
		expect(payoutOfTotal(key, record)).toEqual({ name: 'mollie stl_1/2' });
	},
);
