import {
	administrationOf,
	checkAgainstAdministration,
} from '../../bookkeeping/settings/administrationCheck';
import type { AdministrationFacts } from '../../bookkeeping/settings/administrationCheck';
import { readSettings } from '../../bookkeeping/settings/readSettings';
import type { Settings, SettingsInput } from '../../bookkeeping/settings/settings';
import {
	completeSettings,
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from './support';

type Json = Record<string, unknown>;

const accounts = (row: string) => ({
	productsAccountId: `${row} products`,
	shippingAccountId: `${row} shipping`,
	discountAccountId: `${row} discount`,
	feesAccountId: `${row} fees`,
});

describe('OSS: SnelStart books foreign VAT in a way of its own (SS-420)', () => {
	const settings = settingsWith({
		vatMapping: [
			...completeSettings.vatMapping,
			{ country: 'DE', percentage: 19, vatKind: 'oss', ...accounts('de19') },
			{ country: 'DE', percentage: 7, vatKind: 'oss', ...accounts('de7') },
		],
		administration: { name: 'Test', foreignVatAccountId: 'foreign', accounts: [], vatRates: [] },
	});

	// Recorded: tax lines 4.07 + 1.88 at 19 % and 1.60 at 7 %, total 61.78.
	test('J062: lines without VAT, the VAT per rate as lines, no VAT rows', () => {
		const draft = draftOf(wooCommerceOrder('rest_oss_de_consumer'), settings);
		expect(draft).toMatchObject({ regime: 'oss', vat: [], invoiceAmount: 61.78 });
		expect(linesOf(draft).filter(([role]) => role === 'vat')).toEqual([
			['vat', 'foreign', 5.95],
			['vat', 'foreign', 1.6],
		]);
		expect(draft.lines.every(({ vatKind }) => vatKind === 'none')).toBe(true);
		expect(linesOf(draft).map(([, account]) => account)).toContain('de19 shipping');
	});

	test('needs OSS switched on in the administration', () => {
		const without = { ...settings, administration: undefined };
		expect(transform(wooCommerceOrder('rest_oss_de_consumer'), without).code).toBe(
			'OSS_NOT_AVAILABLE',
		);
	});

	test('is for consumers', () => {
		const order = wooCommerceOrder('rest_oss_de_consumer');
		const business = { ...order, vat_number: 'DE136695976' };
		expect(transform(business, settings).code).toBe('OSS_FOR_BUSINESS');
	});

	test('a rate of that country that has no OSS row is not mixed in', () => {
		const mapping = settings.vatMapping.filter((row) => row.percentage !== 7);
		const seven = { country: 'DE', percentage: 7, vatKind: 'low' as const, ...accounts('x') };
		const mixed = { ...settings, vatMapping: [...mapping, seven] };
		expect(transform(wooCommerceOrder('rest_oss_de_consumer'), mixed).code).toBe('NO_VAT_MAPPING');
	});

	test('never on a fixed debtor', () => {
		const fixedDebtors = [{ paymentMethod: 'iDEAL', relationId: 'x' }];
		const draft = draftOf(wooCommerceOrder('rest_oss_de_consumer'), { ...settings, fixedDebtors });
		expect(draft.customer.kind).toBe('consumer');
	});
});

describe('margin scheme (decision, J092)', () => {
	const [wooCommerce, jouwWeb] = completeSettings.shops;
	const settings = settingsWith({
		shops: [wooCommerce!, { ...jouwWeb!, marginScheme: true }],
		margin: accounts('margin'),
	});
	const shippedTo = (country: string) =>
		jouwWebOrder(440006, { shippingAddress: { country }, taxNumber: 'DE136695976' });

	test.each(['NL', 'DE'])('without VAT to %s it is margin, never ICP', (country) => {
		const draft = draftOf(shippedTo(country), settings);
		expect(draft.regime).toBe('margin');
		expect(linesOf(draft)).toEqual([['product', 'margin products', 288.8]]);
	});

	test('outside the EU it is export', () => {
		expect(draftOf(shippedTo('US'), settings).regime).toBe('export');
	});

	test('goods sold with VAT stay domestic', () => {
		expect(draftOf(jouwWebOrder(440001), settings).regime).toBe('domestic');
	});
});

describe('domestic reverse charge (btw verlegd)', () => {
	const settings = settingsWith({ reverseCharge: accounts('verlegd') });
	const order = jouwWebOrder(440006, {
		shippingAddress: { country: 'NL' },
		taxNumber: 'NL810755610B01',
	});

	test('is marked by a VAT row of 0, only when the settings say so (VAT-205)', () => {
		const draft = draftOf(order, settings);
		expect(draft.regime).toBe('reverseCharge');
		expect(draft.vat).toEqual([{ vatKind: 'reverseCharge', percentage: 0, amount: 0 }]);
		expect(draftOf(order).regime).toBe('domestic');
	});

	test('a consumer without VAT is not reverse charge', () => {
		expect(draftOf({ ...order, taxNumber: '' }, settings).regime).toBe('domestic');
	});
});

test('Northern Ireland: goods for a business with an XI number are ICP (VAT-204)', () => {
	const order = jouwWebOrder(440006, {
		shippingAddress: { country: 'GB', postalCode: 'BT1 5GS' },
		taxNumber: 'XI123456789',
	});
	expect(draftOf(order).regime).toBe('icp');
});

describe('products with an account of their own (W007, W048, W051)', () => {
	const settings = settingsWith({
		productAccounts: [
			{ sku: 'BON-*', accountId: 'gift cards' },
			{ sku: 'MOK-21', accountId: 'mugs', costCentreId: 'shop' },
		],
	});

	test('a gift card that is sold goes to its account without VAT (HC-08)', () => {
		const draft = draftOf(wooCommerceOrder('rest_giftcard_sale'), settings);
		expect(linesOf(draft)).toEqual([['product', 'gift cards', 25]]);
		expect(draft.vat).toEqual([]);
	});

	test('a taxed product keeps its VAT and takes the cost centre of its account', () => {
		const draft = draftOf(wooCommerceOrder('rest_simple_nl'), settings);
		expect(draft.lines[0]).toMatchObject({
			ledgerAccountId: 'mugs',
			vatKind: 'high',
			costCentreId: 'shop',
		});
		expect(vatOf(draft)).toEqual({ 21: 2.25 });
	});
});

describe('paid with a gift card (HC-08)', () => {
	// Recorded order 29 owes 12.95; a card of 5.00 leaves 7.95 on the order.
	const order = wooCommerceOrder('rest_simple_nl', {
		total: '7.95',
		gift_cards: [{ id: 1, code: 'x', amount: '5.00' }],
	});

	test('the order is booked in full, the card is a payment', () => {
		const draft = draftOf(order, settingsWith({ giftCardAccountId: 'gift cards' }));
		expect(draft).toMatchObject({
			invoiceAmount: 12.95,
			giftCard: { amount: 5, ledgerAccountId: 'gift cards' },
		});
		expect(vatOf(draft)).toEqual({ 21: 2.25 });
	});

	test('an order of 0.00 with a card behind it is not free', () => {
		const whole = { ...order, total: '0.00', gift_cards: [{ amount: '12.95' }] };
		const draft = draftOf(whole, settingsWith({ giftCardAccountId: 'gift cards' }));
		expect(draft.invoiceAmount).toBe(12.95);
	});

	test('store credit in the metadata counts too', () => {
		const meta_data = [{ key: '_store_credit_used', value: '5.00' }];
		const credit = { ...order, gift_cards: undefined, meta_data };
		const draft = draftOf(credit, settingsWith({ giftCardAccountId: 'gift cards' }));
		expect(draft.invoiceAmount).toBe(12.95);
	});

	test('needs the account of gift cards', () => {
		expect(transform(order).code).toBe('GIFT_CARD_ACCOUNT_MISSING');
	});

	test('a gap that no card explains needs attention', () => {
		const unexplained = wooCommerceOrder('rest_simple_nl', { total: '7.95' });
		expect(transform(unexplained).code).toBe('TOTAL_MISMATCH');
	});
});

describe('W087: a phased go-live', () => {
	const [shop, ...others] = completeSettings.shops;
	const phased = (changes: object) =>
		settingsWith({ shops: [{ ...shop!, ...changes }, ...others] });
	const order = wooCommerceOrder('rest_simple_nl');

	test('orders before the first day are left alone', () => {
		expect(transform(order, phased({ bookFrom: '2026-11-23' }))).toMatchObject({
			outcome: 'nothingToBook',
			code: 'BEFORE_FIRST_DATE',
		});
		expect(transform(order, phased({ bookFrom: '2026-11-22' })).outcome).toBe('book');
	});

	test('only orders with the chosen payment methods are booked', () => {
		const klarna = phased({ paymentMethodsToBook: ['klarna'] });
		expect(transform(order, klarna).code).toBe('PAYMENT_METHOD_NOT_LIVE');
		expect(transform(order, phased({ paymentMethodsToBook: ['IDEAL'] })).outcome).toBe('book');
	});
});

describe('numbers and texts', () => {
	const [shop, ...others] = completeSettings.shops;

	test('the invoice number may come from the metadata of the shop', () => {
		const settings = settingsWith({
			shops: [{ ...shop!, invoiceNumberField: '_wcpdf_invoice_number' }, ...others],
		});
		const meta_data = [{ key: '_wcpdf_invoice_number', value: '2026-0042' }];
		expect(draftOf(wooCommerceOrder('rest_simple_nl', { meta_data }), settings)).toMatchObject({
			invoiceNumber: '2026-0042',
			description: '29 / 2026-0042 / iDEAL',
		});
		expect(transform(wooCommerceOrder('rest_simple_nl'), settings).code).toBe(
			'INVOICE_NUMBER_MISSING',
		);
	});

	test('the description follows the pattern', () => {
		const settings = settingsWith({
			descriptionPattern: '{shop}: {orderNumber} ({paymentMethod}) {x}',
		});
		expect(draftOf(wooCommerceOrder('rest_simple_nl'), settings).description).toBe(
			'woocommerce: 29 (iDEAL) {x}',
		);
	});
});

describe('any other shop: the documented form (W075)', () => {
	const settings = settingsWith({
		shops: [{ shop: 'woocommerce', kind: 'other', statusesToBook: ['paid'] }],
	});
	// 2 x 10.00 at 21 % = 4.20, 5.00 at 9 % = 0.45, shipping 4.13 at 21 % = 0.87: 34.65.
	const order = {
		id: 'A-1',
		number: '1001',
		status: 'paid',
		date: '2026-11-22T12:00:00+01:00',
		paymentMethod: 'ideal',
		total: '34.65',
		lines: [
			{ title: 'Mug', sku: 'M', quantity: 2, percentage: 21, net: '20.00', vat: '4.20' },
			{ title: 'Book', percentage: 9, net: 5, vat: 0.45 },
			{ kind: 'shipping', title: 'Post', percentage: 21, net: '4.13', vat: '0.87' },
		],
		billing: { firstName: 'Jo', lastName: 'Bakker', country: 'NL' },
		customer: { email: 'jo@example.com' },
	};

	test('is booked like any order', () => {
		const draft = draftOf(order, settings);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 20],
			['product', '9 products', 5],
			['shipping', '21 shipping', 4.13],
		]);
		expect(vatOf(draft)).toEqual({ 21: 5.07, 9: 0.45 });
	});

	test.each<[string, Json]>([
		['an amount that is none', { total: 'abc' }],
		['a kind that does not exist', { lines: [{ kind: 'x', net: 1 }] }],
		['VAT without a percentage', { lines: [{ net: 1, vat: 0.21 }] }],
		['a percentage that is none', { lines: [{ net: 1, percentage: 'high' }] }],
	])('%s is refused and named', (_, changes) => {
		expect(transform({ ...order, ...changes }, settings).code).toBe('ORDER_UNREADABLE');
	});

	test('an amount in a field that is not part of the form is not overlooked', () => {
		expect(transform({ ...order, shippingCost: 4, total: 38.65 }, settings).code).toBe(
			'UNEXPLAINED_AMOUNT',
		);
	});
});

describe('settings of these regimes', () => {
	const complaints = (changes: Partial<SettingsInput>): string => {
		const result = readSettings({ ...completeSettings, ...changes });
		return result.ok ? '' : result.complaints.join('\n');
	};
	const [row] = completeSettings.vatMapping;
	const [shop] = completeSettings.shops;

	test('contradictions name both settings', () => {
		expect(complaints({ vatMapping: [{ ...row!, vatKind: 'oss' }] })).toMatch(
			/'VAT Rate' OSS .* 'Shops'/,
		);
		expect(complaints({ shops: [{ ...shop!, marginScheme: true }] })).toMatch(
			/'Margin Scheme' on, but/,
		);
		expect(
			complaints({
				productAccounts: [
					{ sku: 'a', accountId: '1' },
					{ sku: 'a', accountId: '2' },
				],
			}),
		).toMatch(/"a" twice/);
	});

	test('OSS rows need OSS switched on and accounts with a rate code', () => {
		const account = {
			id: 'oss',
			number: 8180,
			name: 'OSS',
			inactive: false,
			vatKinds: ['none' as const],
			function: 'InstallatieTeleverkoopBinnenEUgeen',
			costCentreRequired: false,
			vatRateCode: 'SR',
		};
		const facts: AdministrationFacts = {
			name: 'Test',
			foreignVatAccountId: 'foreign',
			accounts: [account],
			vatRates: [],
			journals: [],
			costCentres: [],
			salesOrderTemplates: [],
			relationIds: [],
		};
		const settings: Settings = {
			...settingsWith(),
			vatMapping: [
				{ country: 'DE', percentage: 19, vatKind: 'oss', productsAccountId: 'oss' },
			] as Settings['vatMapping'],
			icp: undefined,
			international: undefined,
			roundingAccountId: undefined,
		};
		const check = (changes: Partial<AdministrationFacts>) =>
			checkAgainstAdministration(settings, { ...facts, ...changes }, '2026-11-22').map(
				({ en }) => en,
			);
		expect(check({})).toEqual([]);
		expect(check({ foreignVatAccountId: '' })[0]).toMatch(/OSS .* is switched off/);
		expect(check({ accounts: [{ ...account, vatRateCode: '' }] })[0]).toMatch(/no OSS rate code/);
		expect(check({ accounts: [{ ...account, function: 'Diversen' }] })[0]).toMatch(/wrong box/);
		expect(administrationOf(settings, facts).foreignVatAccountId).toBe('foreign');
	});
});
