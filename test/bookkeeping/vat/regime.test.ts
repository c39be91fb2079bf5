import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { order, type Json, type Line } from '../refunds/support';
import {
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	wooCommerceOrder,
} from '../support';

function deliveredTo(order: Json, country: string, postalCode = ''): Json {
	const address = order.shippingAddress as Json;
	return { ...order, shippingAddress: { ...address, country, postalCode } };
}

const [woo, jouwWeb] = settingsWith().shops;

const shopWith = (changes: Json, more: Partial<SettingsInput> = {}) =>
	settingsWith({ shops: [{ ...woo!, ...changes }, jouwWeb!] as SettingsInput['shops'], ...more });

const administration = (
	...accounts: Array<{ id: string; vatKinds: Array<'none' | 'low' | 'high'> }>
) => ({
	administration: {
		name: 'Test',
		accounts: accounts.map((account) => ({ number: 8000, name: 'Omzet', ...account })),
		vatRates: [
			{
				vatKind: 'high' as const,
				percentage: 19,
				validFrom: '2001-01-01',
				validTo: '2012-09-30T00:00:00',
			},
			{
				vatKind: 'high' as const,
				percentage: 21,
				validFrom: '2012-10-01T00:00:00',
				validTo: '2400-12-31',
			},
		],
	},
});

describe('ICP: another EU country, no VAT, a VAT number (J063, J092)', () => {
	test('is booked on the ICP accounts without VAT rows', () => {
		const draft = draftOf(wooCommerceOrder('rest_icp_de_vat_exempt'));
		expect(draft).toMatchObject({ regime: 'icp', vat: [], invoiceAmount: 116.92 });
		expect(linesOf(draft)).toEqual([
			['product', 'icp products', 107.02],
			['shipping', 'icp shipping', 9.9],
		]);
		expect(draft.lines.every(({ vatKind }) => vatKind === 'none')).toBe(true);
		expect(draft.customer).toMatchObject({ kind: 'business', vatNumber: 'DE123456789' });
	});

	test('J044, D-J092: without a VAT number it needs attention, nothing is guessed', () => {
		expect(transform(jouwWebOrder(440013))).toMatchObject({
			outcome: 'attention',
			code: 'ICP_VAT_NUMBER_MISSING',
		});
	});

	test('J044: a VAT number of the wrong form needs attention, without repeating it', () => {
		const refused = transform(jouwWebOrder(440006, { taxNumber: 'DE12' }));
		expect(refused.code).toBe('ICP_VAT_NUMBER_INVALID');
		expect(JSON.stringify(refused)).not.toContain('DE12');
	});

	test('J070, J071: never on a fixed debtor, on which other orders always go', () => {
		const settings = settingsWith({ fixedDebtors: [{ paymentMethod: 'IDEAL', relationId: 'x' }] });
		expect(draftOf(jouwWebOrder(440006), settings).customer.kind).toBe('business');
		expect(draftOf(jouwWebOrder(440001), settings).customer).toEqual({
			kind: 'fixedDebtor',
			relationId: 'x',
		});
	});

	test('needs accounts in the settings', () => {
		const settings = settingsWith({ icp: undefined });
		expect(transform(jouwWebOrder(440006), settings).code).toBe('ICP_NOT_CONFIGURED');
	});
});

describe('export: outside the EU VAT area (J093)', () => {
	test('is booked on the international accounts', () => {
		const draft = draftOf(jouwWebOrder(440007));
		expect(draft).toMatchObject({ regime: 'export', vat: [] });
		expect(linesOf(draft)).toEqual([
			['product', 'export products', 30],
			['shipping', 'export shipping', 18.5],
		]);
	});

	test('J045: VAT charged outside the EU is refused', () => {
		expect(transform(deliveredTo(jouwWebOrder(440001), 'US')).code).toBe('EXPORT_WITH_VAT');
	});

	// HC-27, VAT-701: the Canary Islands, Ceuta, Büsingen and Livigno.
	test.each([
		['ES', '38001'],
		['ES', '51001'],
		['DE', '78266'],
		['IT', '23041'],
	])('%s %s lies outside the EU VAT area, though a VAT number is filled', (country, postcode) => {
		const draft = draftOf(deliveredTo(jouwWebOrder(440006), country, postcode));
		expect(draft.regime).toBe('export');
		expect(draft.regimeReason).toContain(postcode);
	});

	test('needs accounts in the settings', () => {
		const settings = settingsWith({ international: undefined });
		expect(transform(jouwWebOrder(440007), settings).code).toBe('EXPORT_NOT_CONFIGURED');
	});
});

describe('the delivery country decides (J091)', () => {
	test('Northern Ireland waits for a person', () => {
		const order = deliveredTo(jouwWebOrder(440006), 'GB', 'BT1 5GS');
		expect(transform(order).code).toBe('TERRITORY_UNCLEAR');
	});

	test('Monaco counts as France', () => {
		expect(draftOf(deliveredTo(jouwWebOrder(440006), 'MC', '98000')).regime).toBe('icp');
	});

	test('the billing country counts when there is no shipping country', () => {
		expect(draftOf(deliveredTo(jouwWebOrder(440006), '')).regime).toBe('icp');
	});

	test('no country at all needs attention', () => {
		const order = { ...jouwWebOrder(440001), shippingAddress: {}, paymentAddress: {} };
		expect(transform(order).code).toBe('COUNTRY_MISSING');
	});

	test.each(['Duitsland', 'DEU', 'Deutschland'])('%s is Germany, never export', (country) => {
		const raw = wooCommerceOrder('rest_simple_nl');
		const address = { ...(raw.shipping as object), country };
		const german = { ...raw, billing: { ...(raw.billing as object), country }, shipping: address };
		expect(transform(german)).toMatchObject({ code: 'NO_VAT_MAPPING' });
		const dutch = { ...raw, shipping: { ...address, country: 'Nederland' } };
		expect(transform(dutch)).toMatchObject({ outcome: 'book', regime: 'domestic' });
	});

	test('what is not a country is named, never export', () => {
		const raw = wooCommerceOrder('rest_simple_nl');
		const shipping = { ...(raw.shipping as object), country: 'Atlantis' };
		expect(transform({ ...raw, shipping })).toMatchObject({
			...{ outcome: 'attention', code: 'COUNTRY_UNKNOWN' },
			message: 'The country of delivery is "Atlantis", which is not a two-letter country code.',
		});
	});

	test('picked up at the shop: the country of the shop', () => {
		const order = wooCommerceOrder('rest_simple_nl');
		const pickUp = {
			...order,
			shipping: { country: 'DE' },
			shipping_lines: [
				{ id: 1, method_id: 'local_pickup', total: '0.00', total_tax: '0.00', taxes: [] },
			],
		};
		expect(draftOf(pickUp).regime).toBe('domestic');
	});
});

describe('VAT mapping per country and percentage (J062, J066)', () => {
	test('a rate that is in force but not mapped needs attention', () => {
		expect(transform(jouwWebOrder(440014))).toMatchObject({
			code: 'NO_VAT_MAPPING',
			message: expect.stringContaining('19 % delivered in DE'),
		});
	});

	test('a rate that exists nowhere is told apart from one that is not mapped', () => {
		const line = { type: 'article', title: 'x', quantity: 1 };
		const order = jouwWebOrder(440001, {
			totalPrice: 117,
			price: { total: 117 },
			totalTaxAmount: 17,
			orderLines: [{ ...line, totalPrice: 117, totalTaxAmount: 17, taxPercentage: 17 }],
		});
		expect(transform(order).code).toBe('UNKNOWN_VAT_RATE');
	});

	test('W060: an account that is missing is named', () => {
		const settings = settingsWith();
		const [high, ...others] = settings.vatMapping;
		const vatMapping = [{ ...high!, shippingAccountId: undefined }, ...others];
		expect(transform(wooCommerceOrder('store_cod'), { ...settings, vatMapping })).toMatchObject({
			code: 'MAPPING_INCOMPLETE',
			message: expect.stringContaining("'Shipping Account' of 'VAT Mapping' NL 21 %"),
		});
	});

	test('an EU consumer below the threshold pays Dutch VAT, by the row of that country', () => {
		const settings = settingsWith();
		const [high] = settings.vatMapping;
		const belgium = { ...high!, country: 'BE', productsAccountId: 'be' };
		const draft = draftOf(deliveredTo(jouwWebOrder(440001), 'BE', '2000'), {
			...settings,
			vatMapping: [...settings.vatMapping, belgium],
		});
		expect(linesOf(draft)).toEqual([['product', 'be', 28.88]]);
	});

	test('W061: a line without any VAT rate at home is not taken for zero-rated', () => {
		expect(transform(wooCommerceOrder('rest_giftcard_sale')).code).toBe('UNTAXED_DOMESTIC_LINE');
	});

	test('a fee stored without tax stays without tax (HC-07)', () => {
		const draft = draftOf(
			wooCommerceOrder('store_negative_fee'),
			settingsWith({ negativeFeeWithoutVat: 'discount' }),
		);
		expect(linesOf(draft)).toContainEqual(['fee', '0 fees', -5]);
		expect(draft.invoiceAmount).toBe(62.93);
	});

	test('a negative fee over two rates reproduces the stored VAT per rate', () => {
		// -5.00 over 10.70 and 45.85: -0.95 and -4.05, whose VAT is -0.20 and -0.36 as stored.
		const draft = draftOf(wooCommerceOrder('rest_negative_fee_mixed'));
		expect(linesOf(draft)).toContainEqual(['fee', '21 fees', -0.95]);
		expect(linesOf(draft)).toContainEqual(['fee', '9 fees', -4.05]);
	});
});

describe('what the administration says, when it was saved with the settings', () => {
	const administration = {
		name: 'Test',
		accounts: [
			{ id: '21 products', number: 8000, name: 'Omzet hoog', vatKinds: ['high' as const] },
		],
		vatRates: [
			{ vatKind: 'high' as const, percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			{ vatKind: 'low' as const, percentage: 6, validFrom: '1986-10-01', validTo: '2018-12-31' },
		],
	};

	test('lines explain the rule and the account', () => {
		const [line] = draftOf(jouwWebOrder(440001), settingsWith({ administration })).lines;
		expect(line?.reason).toBe("'VAT Mapping' NL 21 %, Products Account → 8000 Omzet hoog");
	});

	test('J042: an account that does not take the VAT is refused before SnelStart does (BOE-0082)', () => {
		const accounts = [{ ...administration.accounts[0]!, vatKinds: ['low' as const] }];
		const settings = settingsWith({ administration: { ...administration, accounts } });
		expect(transform(jouwWebOrder(440001), settings).code).toBe('LEDGER_ACCOUNT_REFUSES_VAT');
	});

	test('J042: a VAT rate with another percentage on the day of the order is refused', () => {
		const settings = settingsWith({ administration });
		expect(transform(jouwWebOrder(440012), settings)).toMatchObject({
			code: 'VAT_RATE_DIFFERS',
			message: expect.stringContaining('9 %'),
		});
	});
});

describe('how an order is treated for VAT (J091-J093)', () => {
	const taxed: Line[] = [{ net: 1000, rate: 21 }];
	const untaxed: Line[] = [{ net: 1000, rate: 0 }];
	const to = (country: string, lines = taxed, more: Json = {}) => {
		const billing = {
			first_name: 'Ada',
			last_name: 'Test',
			country: 'NL',
			...((more.billing ?? {}) as Json),
		};
		return order(lines, {
			...more,
			billing,
			shipping: { first_name: 'Ada', country, ...((more.shipping ?? {}) as Json) },
		});
	};
	const number = (vat_number: string) => ({ vat_number });
	const decided = (raw: Json, settings = settingsWith()) => {
		const { draft, code, message } = transform(raw, settings);
		return draft ? [draft.regime, draft.regimeReason] : [code, message];
	};
	const rows = settingsWith().vatMapping;
	const with_ = (changes: Partial<SettingsInput>) => settingsWith(changes);
	const belgium = { ...rows[0]!, country: 'BE' };
	const oss = { ...rows[0]!, country: 'DE', percentage: 19, vatKind: 'oss' as const };

	test.each<[string, Json, ReturnType<typeof settingsWith>, string, string]>([
		[
			'at home',
			to('NL'),
			with_({}),
			'domestic',
			'Delivered in NL, the country of the shop: domestic.',
		],
		[
			'at home without VAT',
			to('NL', untaxed),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'abroad with VAT',
			to('BE'),
			with_({ vatMapping: [...rows, belgium] }),
			'domestic',
			'Delivered in BE with VAT charged: the row of BE in the VAT mapping applies.',
		],
		[
			'abroad without VAT',
			to('BE', untaxed, number('BE0123456789')),
			with_({}),
			'icp',
			'Delivered to BE without VAT to a business with a VAT number: ICP.',
		],
		[
			'to Monaco',
			to('MC', untaxed, number('FR40303265045')),
			with_({}),
			'icp',
			'Delivered to FR without VAT to a business with a VAT number: ICP (Monaco counts as France).',
		],
		[
			'outside the EU',
			to('US', untaxed),
			with_({}),
			'export',
			'Delivered to US, outside the EU VAT area, without VAT: export.',
		],
		[
			'to a place outside the EU VAT area',
			to('ES', untaxed, { shipping: { postcode: '35001' } }),
			with_({}),
			'export',
			'Delivered to ES, outside the EU VAT area, without VAT: export (postcode 35001 in ES lies outside the EU VAT area).',
		],
		[
			'to Northern Ireland',
			to('GB', untaxed, { ...number('XI123456789'), shipping: { postcode: 'BT1 5GS' } }),
			with_({}),
			'icp',
			'Delivered to XI without VAT to a business with a VAT number: ICP (the postcode is in Northern Ireland).',
		],
		[
			'the margin scheme, never ICP (J092)',
			to('BE', untaxed, number('BE0123456789')),
			shopWith({ marginScheme: true }, { margin: { productsAccountId: 'm' } }),
			'margin',
			'Delivered to BE without VAT by a shop under the margin scheme: margin.',
		],
		[
			'reverse charge',
			to('NL', untaxed, number('NL123456789B01')),
			with_({ reverseCharge: { productsAccountId: 'r' } }),
			'reverseCharge',
			'Delivered in NL without VAT to a business with a VAT number: reverse charge, as the settings say.',
		],
		[
			'reverse charge is for businesses',
			to('NL', untaxed),
			with_({ reverseCharge: { productsAccountId: 'r' } }),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		...['NVT', 'NL12345', 'DE136695976', 'BE0403170701'].map(
			(written): [string, Json, ReturnType<typeof settingsWith>, string, string] => [
				`reverse charge asks for a number of the country itself, not ${written}`,
				to('NL', untaxed, number(written)),
				with_({ reverseCharge: { productsAccountId: 'r' } }),
				'domestic',
				'Delivered in NL, without VAT: domestic.',
			],
		),
		[
			'reverse charge is for those who have it in the settings',
			to('NL', untaxed, number('NL123456789B01')),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'no delivery country: that of the billing address',
			to('', untaxed),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'a shop elsewhere has its home there',
			to('BE', taxed, { billing: { country: 'BE' } }),
			shopWith({ country: 'BE' }, { vatMapping: [belgium] }),
			'domestic',
			'Delivered in BE, the country of the shop: domestic.',
		],
		[
			'no country',
			to('', taxed, { billing: { country: '' } }),
			with_({}),
			'COUNTRY_MISSING',
			'Neither the shipping nor the billing address has a country.',
		],
		[
			'VAT outside the EU (J045)',
			to('US', [...taxed, { net: 500, rate: 9 }]),
			with_({}),
			'EXPORT_WITH_VAT',
			'VAT at 21 % and 9 % on a delivery to US.',
		],
		[
			'VAT to Northern Ireland',
			to('XI', taxed, number('XI123456789')),
			with_({}),
			'TERRITORY_UNCLEAR',
			'Delivered to Northern Ireland (the postcode is in Northern Ireland).',
		],
		[
			'a British number in Northern Ireland',
			to('XI', untaxed, number('GB123456789')),
			with_({}),
			'TERRITORY_UNCLEAR',
			'Delivered to Northern Ireland (the postcode is in Northern Ireland).',
		],
		[
			'a rate of nowhere',
			to('BE', [{ net: 1000, rate: 17 }]),
			with_({}),
			'UNKNOWN_VAT_RATE',
			'VAT at 17 %: no such rate was in force in BE or NL on 2026-03-01, but in BE 21 %, 12 % and 6 % and in NL 21 % and 9 %.',
		],
		[
			'OSS with a VAT number',
			to('DE', [{ net: 1000, rate: 19 }], { ...number('DE136695976'), billing: { country: 'DE' } }),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_FOR_BUSINESS',
			'VAT of DE was charged to a customer with a VAT number.',
		],
		[
			'OSS without an account for foreign VAT',
			to('DE', [{ net: 1000, rate: 19 }], { billing: { country: 'DE' } }),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_NOT_AVAILABLE',
			'The order has VAT of DE that is booked by OSS.',
		],
	])('%s', (_, raw, settings, one, other) => {
		expect(decided(raw, settings)).toEqual([one, other]);
	});

	test('OSS: no VAT rows, the foreign VAT is a line of its own (SS-420)', () => {
		const settings = settingsWith({
			vatMapping: [...rows, oss],
			administration: { ...administration().administration, foreignVatAccountId: 'foreign' },
		});
		const draft = draftOf(
			to('DE', [{ net: 1000, rate: 19 }], { billing: { country: 'DE' } }),
			settings,
		);
		expect(draft).toMatchObject({
			...{ regime: 'oss', vat: [], invoiceAmount: 11.9 },
			regimeReason: 'Delivered to a consumer in DE with VAT of that country: OSS.',
		});
		expect(draft.lines[1]).toEqual({
			...{ role: 'vat', description: 'VAT 19 % DE', ledgerAccountId: 'foreign', amount: 1.9 },
			...{ vatKind: 'none', percentage: 19 },
			reason: 'Account for foreign VAT of the administration (OSS)',
		});
	});

	const withOss = (country: string) =>
		settingsWith({
			vatMapping: [...rows, { ...oss, country }],
			administration: { ...administration().administration, foreignVatAccountId: 'foreign' },
		});

	test('VAT-701: a German postcode of the Kleinwalsertal is Austria, at its 19 %', () => {
		const place = { country: 'DE', postcode: '87567', city: 'Riezlern' };
		const raw = to('DE', [{ net: 1000, rate: 19 }], { billing: place, shipping: place });
		expect(draftOf(raw, withOss('AT'))).toMatchObject({
			...{ regime: 'oss', deliveryCountry: 'AT', invoiceAmount: 11.9 },
			customer: { address: { country: 'AT', postcode: '87567' } },
		});
		expect(transform(raw, withOss('DE')).code).toBe('NO_VAT_MAPPING');
	});

	test('a VAT number in the customer’s note is one in a field that nobody named', () => {
		const raw = to('DE', [{ net: 1000, rate: 19 }], { billing: { country: 'DE' } });
		expect(transform(raw, withOss('DE'))).toMatchObject({ outcome: 'book', regime: 'oss' });
		expect(transform({ ...raw, customer_note: 'DE136695976' }, withOss('DE'))).toMatchObject({
			...{ outcome: 'attention', code: 'VAT_NUMBER_ELSEWHERE' },
			message: expect.stringContaining('"customer_note"'),
		});
	});

	test('reverse charge is marked by a row of nothing', () => {
		const settings = settingsWith({ reverseCharge: { productsAccountId: 'r' } });
		expect(draftOf(to('NL', untaxed, number('NL123456789B01')), settings).vat).toEqual([
			{ vatKind: 'reverseCharge', percentage: 0, amount: 0 },
		]);
	});
});
