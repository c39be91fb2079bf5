/** Which row is meant is one rule, wherever a payment method of an order is looked for. */
import { transformOrder } from '../../../bookkeeping/orders/transform';
import { readPayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import {
	comesInPayouts,
	namesMethod,
	rowOfMethod,
} from '../../../bookkeeping/settings/paymentMethodRow';
import { ideal, paymentDraftOf, paymentSettings } from '../payments/support';
import { completeSettings, draftOf, settingsWith, wooCommerceOrder } from '../support';

const method = { code: 'mollie_ideal', title: 'iDEAL' };
const rows = (...names: string[]) => names.map((paymentMethod) => ({ paymentMethod }));

test.each<[string, string[], string | undefined]>([
	['its code', ['other', 'mollie_ideal'], 'mollie_ideal'],
	['its title', ['other', 'iDEAL'], 'iDEAL'],
	['its code in capitals', ['MOLLIE_IDEAL'], 'MOLLIE_IDEAL'],
	['its title in small letters', ['ideal'], 'ideal'],
	['its code before its title', ['iDEAL', 'mollie_ideal'], 'mollie_ideal'],
	['its code, also when that comes first', ['mollie_ideal', 'iDEAL'], 'mollie_ideal'],
	['nothing when only a part is the same', ['mollie', 'deal'], undefined],
])('means %s', (_, names, meant) => {
	expect(rowOfMethod(rows(...names), method)?.paymentMethod).toBe(meant);
	expect(namesMethod(names, method)).toBe(meant !== undefined);
});

test('what is paid on the clearing account of a provider comes in its payouts', () => {
	const settings = {
		payoutProviders: [{ clearingAccountId: 'mollie' }, { clearingAccountId: '' }],
	};
	const comes = (account: string | undefined) => comesInPayouts(account, settings as never);
	expect(['mollie', 'bank', '', undefined].map(comes)).toEqual([true, false, false, false]);
});

describe('one order, paid by a method whose title another row bears', () => {
	const order = wooCommerceOrder('rest_simple_nl', {
		payment_method: 'mollie_wc_gateway_ideal',
		payment_method_title: 'iDEAL',
	});
	const both = [
		{ ...ideal, paymentMethod: 'iDEAL', clearingAccountId: 'of the title' },
		{ ...ideal, paymentMethod: 'mollie_wc_gateway_ideal', clearingAccountId: 'of the code' },
	];

	test.each([
		['as declared', both],
		['the other way round', [...both].reverse()],
	])('payments and payouts use the same account (%s)', (_, paymentMethods) => {
		const settings = paymentSettings({ paymentMethods });
		expect(JSON.stringify(paymentDraftOf(order, settings))).toContain('of the code');
		expect(readPayoutOrder(order, 'woocommerce', settings)).toMatchObject({
			clearingAccountId: 'of the code',
		});
	});

	test.each([
		['as declared', ['iDEAL', 'mollie_wc_gateway_ideal']],
		['the other way round', ['mollie_wc_gateway_ideal', 'iDEAL']],
	])('a fixed debtor is that of the code (%s)', (_, names) => {
		const fixedDebtors = names.map((paymentMethod) => ({
			paymentMethod,
			relationId: paymentMethod,
		}));
		expect(draftOf(order, settingsWith({ fixedDebtors })).customer).toEqual({
			kind: 'fixedDebtor',
			relationId: 'mollie_wc_gateway_ideal',
		});
	});

	test.each([['IDEAL'], ['MOLLIE_WC_GATEWAY_IDEAL']])('goes live as %s (W087)', (name) => {
		const [shop, ...others] = completeSettings.shops;
		const outcome = (paymentMethodsToBook: string[]) =>
			transformOrder(
				order,
				'woocommerce',
				settingsWith({ shops: [{ ...shop!, paymentMethodsToBook }, ...others] }),
			).outcome;
		expect([outcome([name]), outcome(['klarna'])]).toEqual(['book', 'nothingToBook']);
	});
});
