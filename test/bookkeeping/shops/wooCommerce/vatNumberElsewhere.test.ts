import { vatNumberElsewhere } from '../../../../bookkeeping/shops/wooCommerce/vatNumberElsewhere';

const found = (raw: Record<string, unknown>, countries: string[], ignored: string[] = []) =>
	vatNumberElsewhere(raw, countries, { ignored });

test('the first field with the form of a number of one of the countries, normalised', () => {
	const raw = { a: 'DE136695976', b: 'be 0403.170.701' };
	expect(found(raw, ['BE'])).toEqual({ field: 'b', vatNumber: 'BE0403170701' });
	expect(found(raw, ['BE', 'DE'])).toEqual({ field: 'a', vatNumber: 'DE136695976' });
	expect(found(raw, ['', 'FR'])).toBeUndefined();
	expect(found(raw, ['BE'], ['b'])).toBeUndefined();
});

test('without a prefix only where a word of the name speaks of VAT', () => {
	for (const field of ['vat', 'billing_vat_no', 'billingVat', '_my-btw', 'USt-IdNr', 'uid']) {
		expect([field, found({ [field]: '136695976' }, ['DE'])?.vatNumber]).toEqual([
			field,
			'DE136695976',
		]);
	}
	for (const field of ['private', 'customer', 'activation', 'number', 'pickup_code']) {
		expect([field, found({ [field]: '136695976' }, ['DE'])]).toEqual([field, undefined]);
	}
});

test('Greece writes EL', () => {
	expect(found({ x: 'EL123456789' }, ['GR'])?.vatNumber).toBe('EL123456789');
});
