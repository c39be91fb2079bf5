import { explainPayout } from '../../../../bookkeeping/payments/payouts/explain';
import { payout } from '../support';

type Json = Record<string, unknown>;

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the general form: every cent is explained (PAY-601)', () => {
	const [line] = payout().entries;
	const entries = (...changes: Json[]) =>
		payout({ entries: changes.map((one) => ({ ...line!, ...one })) as never });

	test('everything, in cents', () => {
		expect(
			explainPayout(payout({ reference: ' A  B ', date: '2026-11-20T09:00:00Z', currency: 'eur' })),
		).toEqual({
			kept: [],
			provider: 'mollie',
			id: 'stl_1',
			reference: 'A B',
			date: '2026-11-20',
			net: 11_879,
			entries: [
				{
					place: 1,
					id: 'baltr_1',
					type: 'payment',
					paymentIds: ['tr_1'],
					orderId: '',
					description: '',
					gross: 12_100,
					fee: 221,
					feeVat: 0,
					net: 11_879,
					date: '2026-11-18',
				},
			],
		});
	});

	test('texts are cleaned, days are cut from moments', () => {
		const moment = { orderId: ' 101 ', description: 'A&amp;B', date: '2026-11-18T10:00:00Z' };
		expect(explainPayout(entries(moment)).entries[0]).toMatchObject({
			orderId: '101',
			description: 'A&B',
			date: '2026-11-18',
		});
	});

	test('a fee of its own costs what it takes, stated as an amount or as a fee', () => {
		const asAmount = { type: 'fee', gross: '-2.21', fee: 0, net: '-2.21' };
		const asFee = { type: 'fee', gross: 0, fee: '2.21', net: '-2.21' };
		for (const fee of [asAmount, asFee]) {
			const { entries: read } = explainPayout(
				payout({ net: '-2.21', entries: [{ ...line!, ...fee }] as never }),
			);
			expect(read[0]).toMatchObject({ gross: 0, fee: 221, net: -221 });
		}
	});

	test.each<[unknown, string, string]>([
		[null, 'PAYOUT_UNREADABLE', 'The payout cannot be read: its form.'],
		[{ ...payout(), id: '' }, 'PAYOUT_UNREADABLE', 'The payout cannot be read: id.'],
		[entries({ date: 'x' }), 'PAYOUT_UNREADABLE', 'The payout cannot be read: entries.0.date.'],
		[payout({ currency: 'usd' }), 'CURRENCY_NOT_EUR', 'The payout is in USD.'],
		[
			payout({ net: 'x' }),
			'PAYOUT_UNREADABLE',
			'What was paid out: this is not an amount in whole cents.',
		],
		...['gross', 'fee', 'feeVat', 'net'].map((field): [unknown, string, string] => [
			entries({}, { [field]: '0.001' }),
			'PAYOUT_UNREADABLE',
			`Line 2, ${field}: this is not an amount in whole cents.`,
		]),
		[
			entries({}, { fee: '2.20' }),
			'PAYOUT_NOT_EXPLAINED',
			'Line 2 has € 121.00 − fee € 2.20, but states € 118.79.',
		],
		[
			entries({}, {}),
			'PAYOUT_NOT_EXPLAINED',
			'The lines make € 237.58, paid out was € 118.79: a gap of € -118.79.',
		],
		[payout({ net: 0, entries: [] }), 'PAYOUT_NOT_EXPLAINED', 'The payout has no lines.'],
		[
			entries({ type: 'unknown' }),
			'PAYOUT_ENTRY_UNKNOWN',
			'Line 1 of € 118.79 is of an unknown kind.',
		],
	])('%j: %s', (raw, code, message) => {
		expect(() => explainPayout(raw)).toThrow(refused(code, message));
	});
});
