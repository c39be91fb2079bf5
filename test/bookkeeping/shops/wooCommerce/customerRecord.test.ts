import {
	customerToRead,
	withCustomerRecord,
} from '../../../../bookkeeping/shops/wooCommerce/customerRecord';
import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { order, type Line } from '../../refunds/support';
import { draftOf, settingsWith, transform } from '../../support';

const accounts = {
	...{ productsAccountId: 'oss', shippingAccountId: 'oss' },
	...{ feesAccountId: 'oss', discountAccountId: 'oss' },
};
const settings = (changes: Partial<SettingsInput> = {}) =>
	settingsWith({
		vatMapping: [
			{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts },
			{ country: 'BE', percentage: 21, vatKind: 'oss', ...accounts },
		],
		administration: {
			...{ name: 'A', accounts: [], foreignVatAccountId: 'foreign' },
			vatRates: [
				{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			],
		},
		...changes,
	});
const billing = {
	...{ first_name: 'Ada', last_name: 'Test', company: 'Bakkerij', email: 'ada@mail.example' },
	...{ address_1: 'Straat 1', postcode: '1000', city: 'Brussel', country: 'BE' },
};
const sold = (rate: number, changes: object = {}) =>
	order([{ net: 10_000, rate } as Line], {
		...{ billing, customer_id: 7, total_tax: rate === 0 ? '0.00' : '21.00' },
		...changes,
	});
const record = (key: string, value: unknown, more: object = {}) => ({
	record: { id: 7, meta_data: [{ key, value }], ...more },
});

test.each<[string, object]>([
	['as the plugins call it on an account', record('billing_eu_vat', 'BE 0123.456.749')],
	['as on an order', record('_billing_vat_number', 'be0123456749')],
	['in the address', record('x', 'y', { billing: { vat_number: 'BE0123456749' } })],
	['at the top', record('x', 'y', { vat_number: 'BE0123456749' })],
])("ICP with the VAT number of the customer's record, %s", (_, answer) => {
	const draft = draftOf(withCustomerRecord(sold(0), answer as never), settings());
	expect(draft.regime).toBe('icp');
	expect(draft.customer).toMatchObject({ vatNumber: 'BE0123456749' });
	expect(draft.notes).toContain(
		"The VAT number is not on the order; it is that of the shop's record of the customer.",
	);
});

test('a field that the settings name holds it too', () => {
	const named = settings({ orderFields: { vatNumber: ['ondernemingsnr'] } } as never);
	const raw = withCustomerRecord(sold(0), record('ondernemingsnr', 'BE0123456749'));
	expect(draftOf(raw, named).customer).toMatchObject({ vatNumber: 'BE0123456749' });
});

test('the number on the order goes first', () => {
	const meta_data = [{ key: '_billing_vat_number', value: 'BE0403019261' }];
	const raw = withCustomerRecord(sold(0, { meta_data }), record('vat_number', 'BE0123456749'));
	const { customer, notes } = draftOf(raw, settings());
	expect(customer).toMatchObject({ vatNumber: 'BE0403019261' });
	expect(notes.join()).not.toContain('record of the customer');
});

test('a business that was charged VAT of its country is no consumer', () => {
	const raw = withCustomerRecord(sold(21), record('billing_vat', 'BE0123456749'));
	expect(transform(raw, settings())).toMatchObject({
		...{ outcome: 'attention', code: 'OSS_FOR_BUSINESS' },
	});
	// A field of the record that nobody knows.
	const unknown = withCustomerRecord(sold(21), record('acme_number', 'BE0123456749'));
	expect(transform(unknown, settings())).toMatchObject({
		...{ outcome: 'attention', code: 'VAT_NUMBER_ELSEWHERE', facts: { field: 'acme_number' } },
	});
});

test('what is no VAT number is dropped with a note where VAT was charged', () => {
	const raw = withCustomerRecord(sold(21), record('billing_vat', 'nvt 1'));
	const { regime, notes } = draftOf(raw, settings());
	expect(regime).toBe('oss');
	expect(notes).toEqual([
		'What the customer filled in as VAT number does not have the form of one. VAT was charged, so it is left off.',
	]);
});

describe('a record that could not be read', () => {
	const notRead = { notRead: 'woocommerce_rest_cannot_view' };

	test('stops what would be sold to a consumer by the name of a company', () => {
		expect(transform(withCustomerRecord(sold(21), notRead), settings())).toMatchObject({
			...{ outcome: 'attention', code: 'CUSTOMER_NOT_READ' },
			facts: { country: 'BE', answer: 'woocommerce_rest_cannot_view' },
		});
	});

	test('is what may be wrong with an order without VAT and without a number', () => {
		expect(transform(withCustomerRecord(sold(0), notRead), settings())).toMatchObject({
			...{ outcome: 'attention', code: 'CUSTOMER_NOT_READ' },
			facts: { case: 'noVat', country: 'BE', answer: 'woocommerce_rest_cannot_view' },
		});
	});

	test('is told where it changes nothing', () => {
		const home = { ...billing, country: 'NL' };
		const raw = withCustomerRecord(sold(21, { billing: home }), notRead);
		expect(draftOf(raw, settings()).notes).toEqual([
			"The shop's record of the customer could not be read (woocommerce_rest_cannot_view); a VAT number there would not be known.",
		]);
	});
});

describe('a customer whose account was deleted', () => {
	const note =
		"The customer's account was deleted in the shop; if a VAT number stood there, it is not known. The order counts as one without.";

	test('has no number that could still be read: the order of a company is booked, and says so', () => {
		const draft = draftOf(withCustomerRecord(sold(21), { gone: true }), settings());
		expect([draft.regime, draft.notes]).toEqual(['oss', [note]]);
		const home = { ...billing, country: 'NL' };
		const raw = withCustomerRecord(sold(21, { billing: home }), { gone: true });
		expect(draftOf(raw, settings()).notes).toEqual([note]);
	});

	test('leaves an order without VAT without the number that it needs, which nobody waits for', () => {
		expect(transform(withCustomerRecord(sold(0), { gone: true }), settings())).toMatchObject({
			...{ outcome: 'attention', code: 'ICP_VAT_NUMBER_MISSING' },
		});
	});

	test('counts by the number on the order, where one stands there', () => {
		const meta_data = [{ key: '_billing_vat_number', value: 'BE0403019261' }];
		const raw = withCustomerRecord(sold(0, { meta_data }), { gone: true });
		expect(draftOf(raw, settings())).toMatchObject({ regime: 'icp' });
		expect(draftOf(raw, settings()).notes).not.toContain(note);
	});
});

test('an order whose customer was not asked for is as before', () => {
	expect(draftOf(sold(21), settings())).toMatchObject({ regime: 'oss', notes: [] });
});

test.each<[string, object, string | undefined]>([
	['a company in another member state', {}, '7'],
	[
		'a company at the address of delivery',
		{ billing: { ...billing, company: '' }, shipping: billing },
		'7',
	],
	['no VAT was charged', { billing: { ...billing, company: '' }, total_tax: '0.00' }, '7'],
	['a consumer who was charged VAT', { billing: { ...billing, company: '' } }, undefined],
	['a guest', { customer_id: 0 }, undefined],
	['delivered at home', { shipping: { country: 'NL' } }, undefined],
	['delivered outside the EU', { shipping: { country: 'US' } }, undefined],
	[
		'delivered to the Canary Islands',
		{ shipping: { country: 'ES', postcode: '35001' } },
		undefined,
	],
	['delivered to Northern Ireland', { shipping: { country: 'GB', postcode: 'BT1 1AA' } }, '7'],
])('whose record may make a difference: %s', (_, changes, id) => {
	expect(customerToRead(sold(21, changes), ['NL'])).toBe(id);
});

test('of two shops in two countries, each is abroad for the other', () => {
	expect(customerToRead(sold(21), ['BE'])).toBeUndefined();
	expect(customerToRead(sold(21), ['BE', 'NL'])).toBe('7');
});

test('of the record nothing is kept but what may be a VAT number', () => {
	const answer = {
		record: {
			...{ id: 7, email: 'ada@mail.example', first_name: 'Ada', username: 'ada1' },
			billing: { ...billing, phone: '0123456789' },
			meta_data: [
				{ key: 'a', value: 'BE0123456749' },
				{ key: 'b', value: 'a text of more than 24 characters with a 1' },
				{ key: 'c', value: { inner: 1 } },
				{ key: 'd', value: 'none' },
			],
		},
	};
	expect(withCustomerRecord({ id: 1 }, answer)).toEqual({
		id: 1,
		customer_record: { billing: {}, meta_data: [{ key: 'a', value: 'BE0123456749' }] },
	});
});
