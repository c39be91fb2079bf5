import {
	transformPayout,
	type PayoutOptions,
} from '../../../../bookkeeping/payments/payouts/transformPayout';
import { programFault, told } from '../../../support/codes';
import { mollie, order, paymentSettings, payout, payoutOptions } from '../support';

const run = (
	raw: unknown = payout(),
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });

const line = (type: string, gross: string, fee = '0', changes: object = {}) => ({
	id: `${type} ${gross}`,
	type,
	gross,
	fee,
	net: ((Number(gross) * 100 - Number(fee) * 100) / 100).toFixed(2),
	date: '2026-11-18',
	...changes,
});

type Json = Record<string, unknown>;

const transformed = (
	raw: unknown,
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });

const entryOf = (type: string, gross: string, more: Json = {}) => ({
	...{ id: `${type} line`, type, gross, net: gross, date: '2026-11-18', ...more },
});

/** A payout of some lines; their net amounts in cents make what was paid out. */
const of = (...entries: Array<ReturnType<typeof entryOf>>) => {
	const cents = entries.reduce((all, { net }) => all + Math.round(Number(net) * 100), 0);
	return payout({ net: (cents / 100).toFixed(2), entries: entries as never });
};

const provider = (changes: Json) =>
	paymentSettings({ payoutProviders: [{ ...mollie, ...changes }] });

const codes = (code: string, message: string) => ({
	...{ outcome: 'attention', ...told(code, message) },
});

describe('a payout that is not booked', () => {
	const [entry] = payout().entries;
	test.each<[string, unknown, string, RegExp]>([
		[
			'the lines do not make the payout',
			payout({ net: '118.80' }),
			'PAYOUT_NOT_EXPLAINED',
			/a gap of € 0\.01/,
		],
		[
			'a line does not add up',
			payout({ entries: [{ ...entry!, fee: '2.20' }] }),
			'PAYOUT_NOT_EXPLAINED',
			/Line 1 has € 121\.00 − fee € 2\.20, but states € 118\.79/,
		],
		['it has no lines', payout({ net: 0, entries: [] }), 'PAYOUT_NOT_EXPLAINED', /no lines/],
		[
			'a line is of an unknown kind',
			payout({ entries: [{ ...entry!, type: 'unknown' }] }),
			'PAYOUT_ENTRY_UNKNOWN',
			/Line 1 of € 118\.79/,
		],
		['HC-13: another currency', payout({ currency: 'USD' }), 'CURRENCY_NOT_EUR', /USD/],
		['a fraction of a cent', payout({ net: '118.795' }), 'PAYOUT_UNREADABLE', /whole cents/],
		['no provider', payout({ provider: '' }), 'PAYOUT_UNREADABLE', /provider/],
		['an unknown provider', payout({ provider: 'x' }), 'PAYOUT_PROVIDER_NOT_CONFIGURED', /x/],
		['no payout at all', 'text', 'PAYOUT_UNREADABLE', /no payout/],
	])('%s', (_, raw, code, message) => {
		const found = run(raw);
		expect(found).toMatchObject({ outcome: 'attention', code });
		expect(found.message).toMatch(message);
		expect(found.draft).toBeUndefined();
	});

	test('it is named all the same, so that each refused payout has a key of its own', () => {
		expect(run(payout({ net: '118.80' }))).toMatchObject({
			payoutKey: `test-client/payout/mollie/${payout().id}`,
			payoutId: payout().id,
		});
		expect(run('text').payoutKey).toBe('test-client/payout/unreadable');
	});

	test('a reserve without an account for it', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, reserveAccountId: '' }] });
		const entries = [line('reserve', '-5.00')] as never;
		expect(run(payout({ net: '-5.00', entries }), [], {}, settings)).toMatchObject({
			code: 'PAYOUT_SETTING_MISSING',
			message: expect.stringMatching(/'Reserve Account' of 'Payout Providers' "mollie"/),
		});
	});

	test('with unmatched lines when they are to be held', () => {
		const held = run(payout(), [], { unmatched: 'hold' });
		expect(held).toMatchObject({ outcome: 'attention', code: 'PAYOUT_UNMATCHED_HELD' });
		expect(held.unmatched).toHaveLength(1);
	});
});

describe('what is said of a payout', () => {
	test('that is booked', () => {
		const { draft, ...said } = transformed(payout());
		expect(said).toEqual({
			...{ outcome: 'book', payoutKey: 'test-client/payout/mollie/stl_1', provider: 'mollie' },
			...{ payoutId: 'stl_1', reference: '1234567.2611.01', net: 118.79, date: '2026-11-20' },
			matched: [
				{
					...{ entryId: 'baltr_1', orderKey: 'test-client/woocommerce/101' },
					...{ by: 'paymentId', gross: 121 },
				},
			],
			...{ unmatched: [], code: '', message: '', tip: '', facts: {} },
		});
		expect(draft).toMatchObject({
			...{ payoutKey: said.payoutKey, provider: 'mollie', payoutId: 'stl_1' },
			notes: ['The fees of € 2.21 are costs; their VAT is not deducted.'],
			...{ reference: '1234567.2611.01', salesLines: [] },
		});
	});

	test('without a reference the id tells it', () => {
		expect(transformed(payout({ reference: '' })).draft!.description).toBe('Payout mollie stl_1');
	});

	test('that cannot be read', () => {
		expect(transformed('text')).toEqual({
			...{ payoutKey: 'test-client/payout/unreadable', provider: '', payoutId: '', reference: '' },
			...{ net: null, date: '', matched: [], unmatched: [] },
			...codes('PAYOUT_UNREADABLE', 'The item holds no payout.'),
		});
		const broken = Object.defineProperty({}, 'amount', {
			get: () => {
				throw new TypeError('broken');
			},
		});
		expect(transformed(broken, [], { form: 'mollie' })).toMatchObject(programFault('TypeError'));
	});

	test.each<
		[string, unknown, ReturnType<typeof paymentSettings>, Partial<PayoutOptions>, string, string]
	>([
		[
			'a provider without settings',
			payout({ provider: 'other' }),
			paymentSettings(),
			{},
			'PAYOUT_PROVIDER_NOT_CONFIGURED',
			"'Payout Providers' has no row for other.",
		],
		[
			'two lines without order',
			of(entryOf('payment', '5.00'), entryOf('refund', '-1.00')),
			paymentSettings(),
			{ unmatched: 'hold' },
			'PAYOUT_UNMATCHED_HELD',
			'2 line(s) have no order.',
		],
		[
			'fees without an account',
			payout(),
			{ ...paymentSettings(), paymentCostsAccountId: undefined },
			{},
			'PAYOUT_SETTING_MISSING',
			"'Payment Costs Account' is empty.",
		],
		...(
			[
				['reserve', 'reserveAccountId', 'Reserve Account'],
				['exchange', 'exchangeAccountId', 'Exchange Account'],
				['transfer', 'transferAccountId', 'Transfer Account'],
			] as const
		).map(
			([type, field, name]): [
				...[string, unknown, ReturnType<typeof paymentSettings>],
				...[Partial<PayoutOptions>, string, string],
			] => [
				`${type} without an account`,
				of(entryOf(type, '-5.00')),
				provider({ [field]: '' }),
				{},
				'PAYOUT_SETTING_MISSING',
				`The payout needs '${name}' of 'Payout Providers' "mollie", which is empty.`,
			],
		),
	])('%s', (_, raw, settings, options, code, message) => {
		const found = transformed(raw, [], options, settings);
		expect(found).toMatchObject(codes(code, message));
		expect(found.draft).toBeUndefined();
	});

	test('the name of a provider in any capitals', () => {
		expect(transformed(payout({ provider: 'Mollie' }))).toMatchObject({
			...{ outcome: 'book', payoutKey: 'test-client/payout/Mollie/stl_1' },
		});
	});

	test('unmatched lines are listed with what they are', () => {
		const found = transformed(of(entryOf('payment', '5.00', { paymentIds: ['a', 'b'] })), [], {
			unmatched: 'hold',
		});
		expect(found.unmatched).toEqual([
			{
				...{ payoutKey: 'test-client/payout/mollie/stl_1', payoutId: 'stl_1', type: 'payment' },
				...{
					provider: 'mollie',
					entryId: 'payment line',
					paymentIds: ['a', 'b'],
					gross: 5,
					date: '2026-11-18',
				},
				why: 'No order carries its payment id, order id or number.',
				reason: { code: 'ENTRY_WITHOUT_ORDER', facts: { case: 'none' } },
			},
		]);
	});
});
