import { order, type Json } from '../refunds/support';
import { draftOf, settingsWith, transform } from '../support';

const belgian = { country: 'BE', percentage: 21, vatKind: 'oss' as const, productsAccountId: 'BE' };
const home = { country: 'NL', percentage: 21, vatKind: 'high' as const, productsAccountId: 'NL' };
const settings = settingsWith({
	vatMapping: [home, belgian, { ...home, percentage: 0, vatKind: 'none' }],
	administration: {
		name: 'A',
		accounts: [],
		vatRates: [
			{ vatKind: 'high' as const, percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
		],
		foreignVatAccountId: 'oss',
	},
});
const sold = (rate: number, country: string, changes: Json): Json => ({
	...order([{ net: 10_000, rate }]),
	billing: { first_name: 'Ada', last_name: 'Test', country },
	...changes,
});
const meta = (key: string, value: unknown): Json => ({ meta_data: [{ id: 1, key, value }] });

test.each<[string, Json]>([
	['metadata', meta('_plugin_number', 'BE0403170701')],
	['metadata, as people write it', meta('_plugin_number', 'be 0403.170.701')],
	['a field that speaks of VAT, without the prefix', meta('_plugin_btw', '0403170701')],
	['a field within metadata', meta('_plugin', { vatNumber: '0403170701' })],
	['the address', { shipping: { country: 'BE', reg_no: 'BE0403170701' } }],
	['the top of the order', { reg_no: 'BE0403170701' }],
])('a VAT number in %s does not become an OSS consumer silently', (_, changes) => {
	const transformed = transform(sold(21, 'BE', changes), settings);
	expect(transformed).toMatchObject({ outcome: 'attention', code: 'VAT_NUMBER_ELSEWHERE' });
	expect(transformed.message).not.toContain('0403170701');
	expect(transformed.message).toMatch(/field "(_plugin\w*|vatNumber|reg_no)"/);
});

test('nor does a delivery without VAT lack its number: the field is named', () => {
	const raw = sold(0, 'BE', meta('_plugin_number', 'BE0403170701'));
	expect(transform(raw, settings).code).toBe('VAT_NUMBER_ELSEWHERE');
});

test('the settings say what the field is: a VAT number, or nothing of the kind', () => {
	const raw = sold(0, 'BE', meta('_plugin_number', 'BE0403170701'));
	const named = {
		...settings,
		orderFields: { ...settings.orderFields, vatNumber: ['_plugin_number'] },
	};
	expect(draftOf(raw, { ...named, icp: { productsAccountId: 'icp' } }).regime).toBe('icp');
	const ignored = {
		...settings,
		orderFields: { ...settings.orderFields, ignored: ['_plugin_number'] },
	};
	expect(draftOf(sold(21, 'BE', meta('_plugin_number', 'BE0403170701')), ignored)).toMatchObject({
		...{ regime: 'oss', notes: [] },
	});
});

test('where it makes no difference a note is enough', () => {
	expect(draftOf(sold(21, 'NL', meta('_plugin_number', 'NL004495445B01')), settings)).toMatchObject(
		{
			regime: 'domestic',
			notes: [
				'The field "_plugin_number" holds what looks like a VAT number; it makes no difference here and is not used.',
			],
		},
	);
});

test('at home it makes one where the settings know reverse charge', () => {
	const verlegd = {
		...settings,
		reverseCharge: { productsAccountId: 'verlegd' },
	} as typeof settings;
	const raw = sold(0, 'NL', meta('_plugin_number', 'NL004495445B01'));
	expect(transform(raw, verlegd).code).toBe('VAT_NUMBER_ELSEWHERE');
});

test.each<[string, Json]>([
	['digits in a field that says nothing of VAT', meta('customer_number', '0403170701')],
	['a number of another country', meta('_plugin_number', 'DE136695976')],
	['a payment id', { transaction_id: 'tr_0403170701' }],
	['a number that is none', meta('_plugin_btw', 'geen')],
	['a bank account', meta('iban', 'BE68539007547034')],
	['a text that is longer', meta('note', 'BE0403170701 heeft gebeld over de levering')],
])('%s is no VAT number', (_, changes) => {
	expect(draftOf(sold(21, 'BE', changes), settings)).toMatchObject({ regime: 'oss', notes: [] });
});
