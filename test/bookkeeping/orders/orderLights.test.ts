import { orderLights } from '../../../bookkeeping/orders/orderLights';
import { transformOrder, transformUnchecked } from '../../../bookkeeping/orders/transform';
import { settingsWith, wooCommerceOrder } from '../support';

const settings = settingsWith({
	lineLanguage: 'en',
	paymentMethods: [{ paymentMethod: 'cod', journalId: 'memorial', clearingAccountId: 'clearing' }],
});
type Raw = Record<string, unknown>;
const raw = (name: string, changes: Raw = {}): Raw => ({
	...(wooCommerceOrder(name) as Raw),
	...changes,
});
const checked = (order: Raw) => ({
	transformed: transformOrder(order, 'woocommerce', settings),
	order: transformUnchecked(order, 'woocommerce', settings).order,
});
const lightsOf = (orders: Raw[], own = settings) => orderLights(orders.map(checked), own);
const named = (lights: ReturnType<typeof lightsOf>, check: string) =>
	lights.filter((light) => light.check === check);

test('a Dutch client is told in Dutch', () => {
	const orders = [raw('rest_currency_usd'), raw('store_cod'), raw('rest_status_pending')];
	const dutch = settingsWith({ ...settings, lineLanguage: 'nl' });
	const said = (own: typeof settings) =>
		lightsOf(orders, own).flatMap(({ check, found, tip }) => [check, found, tip]);
	const both = said(settings).filter((text) => text !== '' && said(dutch).includes(text));
	expect(both.filter((text) => !text.startsWith('Status '))).toEqual([]);
});

test('and what a setting in it is called in Dutch, since n8n shows its English name', () => {
	const dutch = settingsWith({ ...settings, lineLanguage: 'nl' });
	const tips = lightsOf([raw('store_cod', { payment_method: 'bacs' })], dutch).map(
		({ tip }) => tip,
	);
	expect(tips.filter((tip) => tip.includes("'Payment Methods'"))).toEqual([
		"Voeg bacs toe aan 'Payment Methods' (Betaalmethoden) als de betalingen geboekt moeten worden",
	]);
});

test('every reason is one light, with how many orders, some of their numbers and what to do', () => {
	const dollars = [1, 2, 3, 4].map((id) => raw('rest_currency_usd', { id, number: `${id}` }));
	const lights = lightsOf([...dollars, raw('store_cod')]);
	expect(named(lights, 'Orders of last month: CURRENCY_NOT_EUR')).toEqual([
		{
			check: 'Orders of last month: CURRENCY_NOT_EUR',
			ok: false,
			found: expect.stringMatching(/^4 orders \(1, 2, 3 …\): The order is in USD/),
			tip: expect.stringMatching(/./),
		},
	]);
	expect(named(lights, 'Orders of last month')).toEqual([
		{ check: 'Orders of last month', ok: true, found: '1 of 5 orders would be booked', tip: '' },
	]);
});

test('W031: every status in use says what becomes of its orders; waiting is no fault', () => {
	const lights = lightsOf([raw('rest_status_pending'), raw('store_cod'), raw('rest_currency_usd')]);
	const statuses = lights.filter(({ check }) => check.startsWith('Status '));
	expect(statuses.map(({ check, ok, found }) => [check, ok, found])).toEqual([
		['Status pending', true, '1 order would wait'],
		['Status processing', true, '1 order would be booked, 1 order would need attention'],
	]);
	expect(lights.some(({ check }) => check.includes('STATUS_'))).toBe(false);
});

test('W083: a payment method without a row is named, where payments are booked at all', () => {
	const order = raw('store_cod');
	const other = raw('store_cod', { id: 7, number: '7', payment_method: 'bacs' });
	const methods = (lights: ReturnType<typeof lightsOf>) =>
		lights
			.filter(({ check }) => check.startsWith('Payment method'))
			.map(({ check, found, tip }) => [check, found, tip]);
	expect(methods(lightsOf([order, other]))).toEqual([
		['Payment method cod', '1 order; has a row in the settings', ''],
		[
			'Payment method bacs',
			'1 order; stands in no row, so its invoices stay open',
			"Add bacs to 'Payment Methods' when its payments are to be booked",
		],
	]);
	expect(
		methods(lightsOf([order, other], settingsWith({ lineLanguage: 'en', paymentMethods: [] }))),
	).toEqual([]);
});

test('W083: the VAT numbers of businesses are counted; none is said with what to look at', () => {
	const light = (orders: Raw[]) => named(lightsOf(orders), 'VAT numbers of businesses')[0]!;
	expect(light([raw('rest_icp_de_vat_exempt'), raw('store_cod')])).toMatchObject({
		ok: true,
		found: '1 order with a VAT number, 1 of them without VAT to another EU country',
		tip: '',
	});
	expect(light([raw('store_cod')])).toMatchObject({
		found: 'No order has a VAT number',
		tip: expect.stringContaining("'Fields of Orders'"),
	});
});

test('W083: refunds are red as long as orders with them would be stuck', () => {
	const refunded = raw('after_partial_refund');
	expect(named(lightsOf([refunded]), 'Refund sync')).toMatchObject([
		{ ok: false, found: '1 order with refunds; they would need attention' },
	]);
	const booking = settingsWith({ lineLanguage: 'en', ordersWithRefunds: 'book' });
	expect(named(lightsOf([refunded], booking), 'Refund sync')).toMatchObject([
		{ ok: true, tip: '' },
	]);
	expect(named(lightsOf([raw('store_cod')]), 'Refund sync')).toEqual([]);
});

test('of no orders nothing is said', () => {
	expect(lightsOf([])).toEqual([]);
});
