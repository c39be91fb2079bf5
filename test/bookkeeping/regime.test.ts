import {
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	wooCommerceOrder,
} from './support';

type Json = Record<string, unknown>;

function deliveredTo(order: Json, country: string, postalCode = ''): Json {
	const address = order.shippingAddress as Json;
	return { ...order, shippingAddress: { ...address, country, postalCode } };
}

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
		const draft = draftOf(wooCommerceOrder('store_negative_fee'));
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
