import { feeInEuro } from '../../../../bookkeeping/payments/fees';
import { statedFee } from '../../../../bookkeeping/shops/wooCommerce/fee';

type Json = Record<string, unknown>;

const meta = (key: string, value: unknown) => ({ key, value });

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the fee of the provider (PAY-102)', () => {
	const fee = (...meta_data: Json[]) => feeInEuro(statedFee({ meta_data }, ['my_fee']));

	test.each<[string, Json[], object]>([
		[
			'the field of the settings first',
			[meta('_stripe_fee', '1'), meta('my_fee', '0.29')],
			{ cents: 29 },
		],
		...[
			...['_stripe_fee', 'Stripe Fee', '_wcpay_transaction_fee', '_ppcp_paypal_fees'],
			...['PayPal Transaction Fee', '_paypal_fee', '_paypal_transaction_fee'],
		].map((field): [string, Json[], object] => [field, [meta(field, '0.305')], { cents: 31 }]),
		[
			'an empty field counts as none',
			[meta('my_fee', ''), meta('_stripe_fee', null), meta('_paypal_fee', 0)],
			{ cents: 0 },
		],
		[
			'of PayPal with its currency',
			[meta('_ppcp_paypal_fees', { paypal_fee: { currency_code: 'eur', value: '0.8' } })],
			{ cents: 80 },
		],
		[
			'in another currency',
			[meta('_ppcp_paypal_fees', { paypal_fee: { currency_code: 'USD', value: '0.8' } })],
			{ unknownBecause: 'the order states it in USD' },
		],
		[
			'with its currency beside',
			[meta('_stripe_fee', '0.3'), meta('_stripe_currency', ' usd ')],
			{ unknownBecause: 'the order states it in USD' },
		],
		[
			'in euro, said beside',
			[meta('_stripe_fee', '0.3'), meta('_stripe_currency', 'EUR')],
			{ cents: 30 },
		],
		[
			'the currency of another field',
			[meta('_paypal_fee', '0.3'), meta('_stripe_currency', 'USD')],
			{ cents: 30 },
		],
		[
			'a currency that is not a text',
			[meta('_stripe_fee', '0.3'), meta('_stripe_currency', 7)],
			{ cents: 30 },
		],
		['none', [meta('other', '1')], { unknownBecause: 'the order does not state it' }],
	])('%s', (_, meta_data, expected) => {
		expect(fee(...meta_data)).toEqual(expected);
	});

	test.each([['-0.01'], ['free'], [{ paypal_fee: { value: 'x' } }], [{}]])(
		'%j is not a fee',
		(value) => {
			expect(() => fee(meta('_stripe_fee', value))).toThrow(
				unreadable('PAYMENT_FEE_UNREADABLE', 'The field "_stripe_fee" holds no fee.'),
			);
		},
	);
});
