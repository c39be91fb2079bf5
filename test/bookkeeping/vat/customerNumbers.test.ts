import { order, type Json } from '../refunds/support';
import { draftOf, settingsWith, transform } from '../support';

const sold = (rate: number, meta: Record<string, string>, changes: Json = {}): Json => ({
	...order([{ net: 10_000, rate }]),
	meta_data: Object.entries(meta).map(([key, value], id) => ({ id, key, value })),
	...changes,
});
const cardOf = (raw: Json) => {
	const { customer, notes } = draftOf(raw);
	return { customer, notes };
};
const JUNK =
	'What the customer filled in as VAT number does not have the form of one. VAT was charged, so it is left off.';

test.each(['n.v.t.', 'geen', 'NL12345678B01', '123', 'GB123456789'])(
	'%s as VAT number is left off an order whose VAT was charged: a note, a consumer',
	(value) => {
		expect(cardOf(sold(21, { _billing_vat_number: value }))).toMatchObject({
			...{ customer: { kind: 'consumer', vatNumber: '' }, notes: [JUNK] },
		});
	},
);

test('junk does not make a business of an OSS consumer', () => {
	const row = { country: 'BE', percentage: 21, vatKind: 'oss' as const, productsAccountId: 'BE' };
	const settings = settingsWith({
		vatMapping: [row],
		administration: { name: 'A', accounts: [], vatRates: [], foreignVatAccountId: 'oss' },
	});
	const billing = { first_name: 'Ada', last_name: 'Test', country: 'BE' };
	const raw = sold(21, { _billing_vat_number: 'geen' }, { billing });
	expect(draftOf(raw, settings)).toMatchObject({ regime: 'oss', notes: [JUNK] });
});

test('a number of the right form stays, and without VAT junk is refused as before', () => {
	expect(cardOf(sold(21, { _billing_vat_number: 'NL004495445B01' }))).toMatchObject({
		...{ customer: { kind: 'business', vatNumber: 'NL004495445B01' }, notes: [] },
	});
	const billing = { company: 'Test GmbH', country: 'DE' };
	const icp = sold(0, { _billing_vat_number: 'n.v.t.' }, { billing });
	expect(transform(icp).code).toBe('ICP_VAT_NUMBER_INVALID');
});

test('a KvK number is never cut: spaces go, and what is too long is left off with a note', () => {
	const kvk = (value: string) => {
		const { customer, notes } = cardOf(sold(21, { billing_kvk: value }));
		return [customer.kind !== 'fixedDebtor' && customer.chamberOfCommerceNumber, notes];
	};
	expect(kvk('12345678')).toEqual(['12345678', []]);
	expect(kvk('1234 5678 0001')).toEqual(['123456780001', []]);
	expect(kvk('1234 5678')).toEqual(['12345678', []]);
	expect(kvk('KvK Utrecht 12345678')).toEqual(['12345678', []]);
	expect(kvk('HRB 12345678')).toEqual(['HRB 12345678', []]);
	expect(kvk('1234567800011')).toEqual([
		'',
		[
			'What the customer filled in as KvK number is longer than the 12 characters that SnelStart takes, and is left off.',
		],
	]);
});

test.each(['n.v.t.', '-', 'geen'])('%s as KvK number makes no business of a consumer', (value) => {
	expect(cardOf(sold(21, { billing_kvk: value }))).toMatchObject({
		customer: { kind: 'consumer', name: 'Ada Test', chamberOfCommerceNumber: '' },
		notes: ['What the customer filled in as KvK number holds no digit, and is left off.'],
	});
});

test('a company of "n.v.t." is the person, and no business', () => {
	const billing = { first_name: 'Ada', last_name: 'Test', company: 'n.v.t.', country: 'NL' };
	expect(cardOf(sold(21, {}, { billing }))).toMatchObject({
		...{ customer: { kind: 'consumer', name: 'Ada Test' }, notes: [] },
	});
});

test('the settings name the fields of numbers, in the metadata or at the top of the order', () => {
	const orderFields = { vatNumber: ['own_vat', 'tax_code'], chamberOfCommerce: ['own_kvk'] };
	const settings = settingsWith({ orderFields });
	const numbers = (raw: Json) => {
		const { customer } = draftOf(raw, settings);
		return (
			customer.kind !== 'fixedDebtor' && [customer.vatNumber, customer.chamberOfCommerceNumber]
		);
	};
	const usual = { _billing_vat_number: 'NL001234567B01', billing_kvk: '11111111' };
	const named = { ...usual, own_vat: 'NL004495445B01', own_kvk: '22222222' };
	expect(numbers(sold(21, usual))).toEqual(['NL001234567B01', '11111111']);
	expect(numbers(sold(21, named))).toEqual(['NL004495445B01', '22222222']);
	expect(numbers(sold(21, {}, { tax_code: 'NL004495445B01' }))).toEqual(['NL004495445B01', '']);
});
