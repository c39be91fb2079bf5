import { explainPayout } from '../../../../bookkeeping/payments/payouts/explain';
import { payoutParts } from '../../../../bookkeeping/payments/payouts/payoutParts';

test('every cent of a payout is in one of its parts', () => {
	const line = (type: string, gross: number, fee: number) => ({
		...{ type, gross, fee, net: Number((gross - fee).toFixed(2)), date: '2026-11-24' },
	});
	const entries = [
		...[line('payment', 100.1, 1.25), line('payment', 50, 0.35), line('refund', -20.05, 0.1)],
		...[line('chargeback', -10, 15), line('fee', 0, 2.5), line('reserve', -7.77, 0)],
	];
	// 100.10 + 50.00 − 20.05 − 10.00 − 7.77 − 19.20, by hand.
	const payout = {
		provider: 'mollie',
		id: 'stl_1',
		date: '2026-11-24',
		currency: 'EUR',
		net: 93.08,
	};
	const parts = payoutParts(explainPayout({ ...payout, entries }));
	expect(parts).toEqual({
		...{ payments: 150.1, refunds: -20.05, chargebacks: -10, fees: -19.2, other: -7.77 },
	});
});
