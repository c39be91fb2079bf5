import { salesEntryDraftSchema } from '../../../bookkeeping/documents/draft';
import { transformOrder, transformUnchecked } from '../../../bookkeeping/orders/transform';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { programFault, tips, told } from '../../support/codes';
import { fc, runs } from '../../support/property';
import { order, type Json } from '../refunds/support';
import { jouwWebOrder, settingsWith, transform, wooCommerceOrder } from '../support';

const settings = settingsWith();

const [woo, jouwWeb] = settingsWith().shops;

const shopWith = (changes: Json, more: Partial<SettingsInput> = {}) =>
	settingsWith({ shops: [{ ...woo!, ...changes }, jouwWeb!] as SettingsInput['shops'], ...more });

describe('W021, W027: every end is one of four, explained', () => {
	test('an unknown shop and an item that is not an order', () => {
		expect(transformOrder({ id: 1 }, 'other', settings).code).toBe('SHOP_NOT_IN_SETTINGS');
		expect(transform({ hello: 'world' })).toMatchObject({
			outcome: 'attention',
			code: 'ORDER_UNREADABLE',
			orderKey: 'test-client/woocommerce/unreadable',
		});
	});

	test('gift cards on the order are not overlooked', () => {
		const order = wooCommerceOrder('rest_simple_nl', { gift_cards: [{ id: 1, amount: '5.00' }] });
		expect(transform(order).code).toBe('GIFT_CARD_ACCOUNT_MISSING');
		const total = { vouchers: [], credit_total: '5.00', total: '7.95' };
		const other = wooCommerceOrder('rest_simple_nl', total);
		expect(transform(other).code).toBe('UNEXPLAINED_AMOUNT');
	});

	test('a line that names a VAT rate the order does not describe', () => {
		const order = wooCommerceOrder('rest_simple_nl', { tax_lines: [] });
		expect(transform(order).code).toBe('TAX_LINE_MISSING');
	});

	test('VAT per rate that is not that of the lines', () => {
		const [taxLine] = wooCommerceOrder('rest_simple_nl').tax_lines as object[];
		const order = wooCommerceOrder('rest_simple_nl', {
			tax_lines: [{ ...taxLine, tax_total: '3.25' }],
			total: '13.95',
		});
		expect(transform(order).code).toBe('VAT_TOTAL_MISMATCH');
	});

	test('outside the draft nothing tells who the customer is (W071)', () => {
		for (const order of [wooCommerceOrder('rest_simple_nl'), jouwWebOrder(440013)]) {
			const shown = { ...transform(order), draft: undefined };
			expect(JSON.stringify(shown)).not.toMatch(/Piet|Jansen|example\.com|Dorpsweg/);
		}
	});

	test('the fingerprint shows what changed (J035)', () => {
		expect(transform(wooCommerceOrder('rest_mixed_coupon_ship_fee')).fingerprint).toBe(
			'EUR 62.30 | 21% 25.46+5.35 | 9% 20.63+1.86 | 0% 9.00+0.00 | to NL | no VAT number',
		);
	});
});

test('whatever the JSON, no exception escapes and every draft holds', () => {
	const base = [wooCommerceOrder('rest_mixed_coupon_ship_fee'), jouwWebOrder(440003)];
	const anything = fc.oneof(
		fc.jsonValue(),
		fc.constantFrom('', '-1.00', '0.005', '99999999999999999999', null, [], {}, '&#xffffffff;'),
	);
	const mutated = fc
		.tuple(fc.constantFrom(...base), fc.nat(), anything, fc.boolean())
		.map(([order, place, value, inLine]) => {
			const copy = structuredClone(order);
			const lines = (copy.line_items ?? copy.orderLines) as Array<Record<string, unknown>>;
			const target = inLine ? lines[0]! : copy;
			const keys = Object.keys(target);
			target[keys[place % keys.length]!] = value;
			return copy;
		});
	fc.assert(
		fc.property(fc.oneof(mutated, fc.jsonValue()), (raw) => {
			const { outcome, code, draft } = transform(raw);
			if (outcome === 'book') {
				salesEntryDraftSchema.parse(draft);
				const parts = [...draft!.lines, ...draft!.vat];
				const total = parts.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
				expect(total).toBe(Math.round(draft!.invoiceAmount * 100));
			} else {
				expect(Object.keys(tips)).toContain(code);
				expect(code).not.toBe('CONTENT_UNREADABLE');
			}
		}),
		{ numRuns: runs(3000) },
	);
});

describe('what is said of an order', () => {
	const one = order([{ net: 1000, rate: 21 }]);
	const known = {
		orderKey: 'test-client/woocommerce/1000',
		client: 'test-client',
		shop: 'woocommerce',
		orderId: '1000',
		orderNumber: '1000',
		orderStatus: 'processing',
		orderDate: '2026-03-01',
		total: 12.1,
		paymentIds: '',
		paymentMethod: 'iDEAL',
	};
	const fingerprint = 'EUR 12.10 | 21% 10.00+2.10 | to NL | no VAT number';

	test('that is booked', () => {
		const { draft, ...said } = transform(one);
		expect(said).toEqual({
			...known,
			...{
				outcome: 'book',
				vat: 2.1,
				regime: 'domestic',
				fingerprint,
				code: '',
				message: '',
				tip: '',
				facts: {},
			},
		});
		expect(draft!.document).toBe('salesEntry');
	});

	const unread = { vat: null, regime: '', fingerprint: '' };
	const read = { vat: 2.1, regime: '', fingerprint };
	const category = (...names: string[]) => ({
		...one,
		line_items: names.map((name) => ({
			...(one.line_items as Json[])[0],
			...(name === '' ? {} : { categories: [{ name }] }),
		})),
	});
	test.each<[string, string, string, Json, ReturnType<typeof settingsWith>, Json]>([
		[
			'wait',
			'STATUS_NOT_YET',
			'The status is "pending"; booked from processing, completed, refunded, on-hold.',
			{ ...one, status: 'pending' },
			settingsWith(),
			{ ...unread, orderStatus: 'pending', paymentMethod: '' },
		],
		[
			'nothingToBook',
			'STATUS_SKIPPED',
			'The status is "failed", which is not booked.',
			{ ...one, status: 'failed' },
			settingsWith(),
			{ ...unread, orderStatus: 'failed', paymentMethod: '' },
		],
		[
			'nothingToBook',
			'BEFORE_FIRST_DATE',
			'The order is of 2026-03-01; orders are booked from 2026-03-02.',
			one,
			shopWith({ bookFrom: '2026-03-02' }),
			unread,
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_LIVE',
			'The payment method is "ideal"; booked are cod, bacs.',
			one,
			shopWith({ paymentMethodsToBook: ['cod', 'bacs'] }),
			unread,
		],
		[
			'nothingToBook',
			'CATEGORY_NOT_LIVE',
			'No product is in a category that is booked; booked are Books, Toys.',
			category('Mugs'),
			shopWith({ categoriesToBook: ['Books', 'Toys'] }),
			unread,
		],
		[
			'attention',
			'CATEGORY_PARTLY_LIVE',
			'1 of 2 products are in a category that is booked; booked are Books.',
			category('Mugs', 'books'),
			shopWith({ categoriesToBook: ['Books'] }),
			unread,
		],
		[
			'attention',
			'CATEGORIES_NOT_STATED',
			"A product of the order states no categories, but 'Categories to Book' is filled.",
			category('books', ''),
			shopWith({ categoriesToBook: ['Books'] }),
			unread,
		],
		[
			'attention',
			'ORDER_HAS_REFUNDS',
			'The order has 2 refund(s).',
			{ ...one, refunds: [{ id: 1 }, { id: 2 }] },
			settingsWith(),
			unread,
		],
		[
			'nothingToBook',
			'FREE_ORDER',
			'The order is free.',
			order([{ net: 0, discount: 1000, rate: 21 }]),
			settingsWith(),
			{
				vat: 0,
				regime: '',
				fingerprint: 'EUR 0.00 | 21% 0.00+0.00 | to NL | no VAT number',
				total: 0,
			},
		],
		[
			'attention',
			'COUNTRY_MISSING',
			'Neither the shipping nor the billing address has a country.',
			{ ...one, billing: {} },
			settingsWith(),
			{ ...read, fingerprint: 'EUR 12.10 | 21% 10.00+2.10 | no VAT number' },
		],
	])('%s %s: %s', (outcome, code, message, raw, settings, expected) => {
		expect(transform(raw, settings)).toEqual({
			...known,
			...expected,
			outcome,
			...told(code, message),
		});
	});

	test('its day is that of the shop where it is not read in full, and empty where it states none', () => {
		const held = { ...one, status: 'pending', date_created_gmt: '2026-03-01T23:30:00' };
		// Half past midnight in Amsterdam.
		expect(transform(held).orderDate).toBe('2026-03-02');
		const undated = { ...held, date_created: '', date_created_gmt: 'soon' };
		expect(transform(undated)).toMatchObject({ outcome: 'wait', orderDate: '' });
		expect(transform({ ...undated, status: 'processing' })).toMatchObject({
			...{ outcome: 'attention', code: 'DATE_UNREADABLE', orderDate: '' },
		});
		expect(transform('no order').orderDate).toBe('');
	});

	test.each<[string, Json]>([
		['the first date itself', { bookFrom: '2026-03-01' }],
		['a method by its code', { paymentMethodsToBook: ['IDEAL'] }],
		['a category', { categoriesToBook: ['Mugs'] }],
	])('%s is live (W087)', (_, shop) => {
		expect(transform(category('mugs'), shopWith(shop)).outcome).toBe('book');
	});

	test('a method by its title', () => {
		const raw = { ...one, payment_method: 'x', payment_method_title: 'Cash' };
		expect(transform(raw, shopWith({ paymentMethodsToBook: ['cash'] })).outcome).toBe('book');
	});

	test('an order with refunds is booked when the settings say so', () => {
		const raw = { ...one, refunds: [{ id: 1 }] };
		expect(transform(raw, settingsWith({ ordersWithRefunds: 'book' })).outcome).toBe('book');
	});

	test('nothing free: lines that make up for each other, or a total', () => {
		const even = order([
			{ net: 1000, rate: 21 },
			{ role: 'fee', net: -1000, rate: 21 },
		]);
		expect(transform(even).outcome).toBe('book');
		expect(transform({ ...order([{ net: 0, rate: 21 }]), total: '5.00' }).code).not.toBe(
			'FREE_ORDER',
		);
	});

	test('the VAT total of the shop has to be that of the lines, within two cents (J086)', () => {
		const jouw = jouwWebOrder(440001);
		const stated = Number(jouw.totalTaxAmount);
		expect(transform({ ...jouw, totalTaxAmount: (stated + 0.02).toFixed(2) }).outcome).toBe('book');
		const { code, message } = transform({ ...jouw, totalTaxAmount: (stated + 0.03).toFixed(2) });
		expect(code).toBe('VAT_TOTAL_MISMATCH');
		expect(message).toBe(
			`The order states VAT € ${(stated + 0.03).toFixed(2)}, its lines € ${stated.toFixed(2)}.`,
		);
	});

	test('an order that is not read in full: the total that the shop states', () => {
		const pending = (changes: Json) => transform({ ...one, status: 'pending', ...changes });
		expect(pending({}).total).toBe(12.1);
		expect(pending({ currency: '' }).total).toBe(12.1);
		const jouwWeb = jouwWebOrder(440001, { status: 'new', totalPrice: '5.00' });
		expect(transform(jouwWeb).total).toBe(5);
		expect(transform({ ...jouwWeb, totalPrice: undefined, price: { total: 6 } }).total).toBe(6);
		expect(pending({ total: 'x' }).total).toBeNull();
		const foreign = pending({ currency: 'usd' });
		expect(foreign.total).toBeNull();
		expect(foreign.message).toMatch(/ The total is USD 12\.10\.$/);
		const odd = pending({ currency: 'dollars' });
		expect([odd.total, odd.message.includes('The total is')]).toEqual([null, false]);
		expect(transform(null).total).toBeNull();
	});

	test('an order that cannot be read at all, of a shop nobody knows, or that breaks', () => {
		expect(transform({})).toMatchObject({
			...{
				orderKey: 'test-client/woocommerce/unreadable',
				orderId: '',
				orderNumber: '',
				orderStatus: '',
			},
			...told('ORDER_UNREADABLE', 'The item is not an order: it has no field "id".'),
		});
		expect(transformOrder(one, 'third', settingsWith())).toMatchObject(
			told('SHOP_NOT_IN_SETTINGS', 'The settings have no shop "third".'),
		);
		const broken = Object.defineProperty({ ...one }, 'tax_lines', {
			enumerable: true,
			get: () => {
				throw new TypeError('broken');
			},
		});
		expect(transform(broken)).toMatchObject({
			outcome: 'attention',
			...programFault('TypeError'),
		});
	});

	test('the fingerprint: rates from high to low, lines without any rate last (J035)', () => {
		const settings = settingsWith({ productAccounts: [{ sku: 'GIFT', accountId: '0 products' }] });
		const raw = order([
			{ net: 500, rate: 0 },
			{ net: 1000, discount: 100, rate: 21 },
			{ net: 2000, rate: 9 },
		]);
		const gift = {
			id: 5,
			name: 'Gift card',
			sku: 'GIFT',
			quantity: 1,
			subtotal: '25.00',
			total: '25.00',
			taxes: [],
		};
		const all = { ...raw, line_items: [gift, ...(raw.line_items as Json[])], total: '63.90' };
		expect(transform(all, settings).fingerprint).toBe(
			'EUR 63.90 | 21% 10.00+2.10 | 9% 20.00+1.80 | 0% 5.00+0.00 | untaxed 25.00+0.00 | to NL | no VAT number | articles ed53-5193',
		);
	});

	test('the number that VIES is to be asked about (J044)', () => {
		const vies = settingsWith({ vatNumberCheck: { use: 'vies' } });
		const found = transformUnchecked(jouwWebOrder(440006), 'jouwweb', vies);
		expect(found).toMatchObject({ vatNumber: 'DE136695976', toCheck: ['DE136695976'] });
		expect(found.transformed.code).toBe('VAT_NUMBER_NOT_CHECKED');
		expect(transformUnchecked(one, 'woocommerce', vies)).toMatchObject({
			vatNumber: '',
			toCheck: [],
		});
	});
});

test('an order that was paid in test mode says so', () => {
	const raw = wooCommerceOrder('rest_simple_nl', {
		meta_data: [{ id: 1, key: '_mollie_payment_mode', value: 'test' }],
	});
	expect(transform(raw).draft?.notes).toContain(
		'The field "_mollie_payment_mode" says that the order was paid in test mode: no money comes in. Was it a test, cancel it in the shop.',
	);
});
