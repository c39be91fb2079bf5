import { makeSettlement } from '../../sandbox/payments/mollieSettlement';

const paid = (paymentId: string, cents: number) => ({
	...{ paymentId, cents, description: 'Order 1', moment: '2026-11-20T10:00:00+00:00' },
});

test('a settlement pays out its payments less refunds and costs, to the cent', () => {
	const { settlements, contents } = makeSettlement({
		reference: '1234567.2611.01',
		payments: [paid('tr_a', 5_497), paid('tr_b', 10_875), paid('tr_c', 995)],
		refunds: [paid('tr_b', 2_195)],
		settledAt: '2026-11-24T08:12:00+00:00',
	});
	const [settlement] = settlements;
	// 54.97 + 108.75 + 9.95 = 173.67; back 21.95: 151.72. Costs with 21 % VAT: 3 × 0.3872 = 1.1616
	// and 0.3025, together 1.4641: 1.46. 151.72 − 1.46 = 150.26.
	expect(settlement).toMatchObject({
		status: 'paidout',
		amount: { currency: 'EUR', value: '150.26' },
		periods: {
			'2026': {
				'11': {
					revenue: [
						{ count: 3, amountGross: { value: '173.6700' } },
						{ count: 1, amountGross: { value: '-21.9500' } },
					],
					costs: [{ amountGross: { value: '1.1616' } }, { amountGross: { value: '0.3025' } }],
				},
			},
		},
	});
	const { payments, refunds } = contents[settlement!.id]!;
	expect(payments!.map(({ id }) => id)).toEqual(['tr_a', 'tr_b', 'tr_c']);
	expect(refunds).toMatchObject([{ paymentId: 'tr_b', settlementAmount: { value: '-21.95' } }]);
});

test('a settlement without refunds has no costs of them', () => {
	const { settlements } = makeSettlement({
		reference: '1234567.2611.02',
		payments: [paid('tr_a', 100)],
		refunds: [],
		settledAt: '2026-11-24T08:12:00+00:00',
	});
	const periods = settlements[0]!.periods as Record<string, Record<string, { costs: unknown[] }>>;
	expect(periods['2026']!['11']!.costs).toHaveLength(1);
	expect(settlements[0]!.amount).toMatchObject({ value: '0.61' });
});
