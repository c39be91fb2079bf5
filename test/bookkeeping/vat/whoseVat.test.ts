import { order, type Json } from '../refunds/support';
import { draftOf, settingsWith, transform } from '../support';

const accounts = (row: string) => ({
	...{ productsAccountId: `${row} products`, shippingAccountId: `${row} shipping` },
	...{ discountAccountId: `${row} discount`, feesAccountId: `${row} fees` },
});
const home = { country: 'NL', percentage: 21, vatKind: 'high' as const, ...accounts('NL') };
const belgian = (vatKind: 'oss' | 'high') => ({
	...{ country: 'BE', percentage: 21, vatKind, ...accounts(vatKind) },
});
const administration = {
	...{
		name: 'A',
		accounts: [],
		vatRates: [
			{ vatKind: 'high' as const, percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
		],
		foreignVatAccountId: 'oss vat',
	},
};
const oss = settingsWith({ vatMapping: [home, belgian('oss')], administration });
const belowThreshold = settingsWith({ vatMapping: [home, belgian('high')] });

/** 100.00 and VAT 21.00 charged by a rate with this code. */
const sold = (rateCode: string, country: string, changes: Json = {}): Json => ({
	...order([{ net: 10_000, rate: 21 }]),
	billing: { first_name: 'Ada', last_name: 'Test', country, email: 'ada@mail.example' },
	tax_lines: [{ rate_id: 21, rate_code: rateCode, rate_percent: 21, tax_total: '21.00' }],
	...changes,
});
const by = (methodId: string) => ({
	shipping_lines: [{ id: 5, method_title: 'Winkel', method_id: methodId, total: '0', taxes: [] }],
});

test('rate, address and settings agree: OSS, or VAT at home', () => {
	expect(draftOf(sold('BE-BTW 21%-1', 'BE'), oss).regime).toBe('oss');
	expect(draftOf(sold('NL-BTW 21%-1', 'NL'), oss)).toMatchObject({ regime: 'domestic', notes: [] });
	expect(draftOf(sold('BTW-1', 'BE'), oss).regime).toBe('oss');
	expect(draftOf(sold('EU-BTW-1', 'BE'), oss).regime).toBe('oss');
});

test('a Dutch rate on an order to Belgium is no Belgian OSS: all four facts are told', () => {
	expect(transform(sold('NL-BTW 21%-1', 'BE'), oss)).toMatchObject({
		...{ outcome: 'attention', code: 'VAT_OF_OTHER_COUNTRY' },
		message:
			'VAT of € 21.00 at 21 % was charged by a rate of NL, but the goods go to BE and are not picked up, so that it would be VAT of BE.',
	});
});

test('a Belgian rate on an order at home or picked up', () => {
	expect(transform(sold('BE-BTW 21%-1', 'NL'), oss).message).toBe(
		'VAT of € 21.00 at 21 % was charged by a rate of BE, but the goods go to NL and are not picked up, so that it would be VAT of NL.',
	);
	expect(transform(sold('BE-BTW 21%-1', 'BE', by('local_pickup')), oss).message).toBe(
		'VAT of € 21.00 at 21 % was charged by a rate of BE, but the customer (address in BE) picks the goods up at the shop, so that it would be VAT of NL.',
	);
});

test.each(['local_pickup', 'pickup_location', 'local_pickup_plus', 'wc_pickup_store'])(
	'picked up (%s) by a customer from Belgium: VAT at home',
	(method) => {
		expect(draftOf(sold('NL-BTW 21%-1', 'BE', by(method)), oss)).toMatchObject({
			...{ regime: 'domestic', vat: [{ vatKind: 'high', percentage: 21, amount: 21 }] },
		});
	},
);

test('a pick-up method of the client is a setting', () => {
	const counter = sold('NL-BTW 21%-1', 'BE', by('own_counter'));
	expect(transform(counter, oss).code).toBe('VAT_OF_OTHER_COUNTRY');
	const orderFields = { pickUpMethods: ['own_counter'] };
	expect(draftOf(counter, settingsWith({ orderFields })).regime).toBe('domestic');
});

test('below the threshold of OSS the settings say that the VAT of Belgian orders is Dutch', () => {
	expect(draftOf(sold('NL-BTW 21%-1', 'BE'), belowThreshold).notes).toEqual([]);
	expect(draftOf(sold('BE-BTW 21%-1', 'BE'), belowThreshold)).toMatchObject({
		regime: 'domestic',
		notes: [
			"The VAT was charged by a rate of BE; it is booked as VAT of NL, as the row of 'VAT Mapping' says.",
		],
	});
});

test('a rate of a third country is never right', () => {
	expect(transform(sold('DE-MWST-1', 'BE'), belowThreshold).code).toBe('VAT_OF_OTHER_COUNTRY');
	expect(transform(sold('DE-MWST-1', 'BE'), oss).code).toBe('VAT_OF_OTHER_COUNTRY');
});

test('a German rate on an order to Austria with a German postcode: the postcode says why', () => {
	const austrian = { ...belgian('oss'), country: 'AT', percentage: 19 };
	const settings = settingsWith({ vatMapping: [home, austrian], administration });
	const billing = { last_name: 'Test', country: 'DE', postcode: '87569', city: 'Mittelberg' };
	const raw = {
		...order([{ net: 10_000, rate: 19 }]),
		billing,
		tax_lines: [{ rate_id: 19, rate_code: 'DE-MWST-1', rate_percent: 19, tax_total: '19.00' }],
	};
	expect(transform(raw, settings).message).toBe(
		'VAT of € 19.00 at 19 % was charged by a rate of DE, but the goods go to DE 87569 and are not picked up, so that it would be VAT of AT.',
	);
});

test('a registration of its own abroad takes rates of that country alone', () => {
	const own = { ...belgian('high'), vatKind: 'ownRegistration' as const, vatAccountId: 'BE vat' };
	const settings = settingsWith({ vatMapping: [home, own] });
	expect(draftOf(sold('BE-BTW 21%-1', 'BE'), settings).regime).toBe('ownRegistration');
	expect(transform(sold('NL-BTW 21%-1', 'BE'), settings).code).toBe('VAT_OF_OTHER_COUNTRY');
});

test('a rate that charged nothing says nothing', () => {
	const raw = sold('BE-BTW-1', 'NL');
	const zero = { rate_id: 7, rate_code: 'DE-MWST-1', rate_percent: 19, tax_total: '0.00' };
	const [line] = raw.tax_lines as Json[];
	const tax_lines = [{ ...line, rate_code: 'NL-BTW-1' }, zero];
	expect(draftOf({ ...raw, tax_lines }, oss).regime).toBe('domestic');
});
