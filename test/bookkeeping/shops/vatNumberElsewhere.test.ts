import { shops, type ShopKind } from '../../../bookkeeping/shops';
import type { RawObject } from '../../../bookkeeping/trade/fields';
import { vatNumberElsewhere } from '../../../bookkeeping/shops/vatNumberElsewhere';

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

test('Greece writes EL, Monaco FR, and people write points and words between', () => {
	expect(found({ x: 'EL123456789' }, ['GR'])?.vatNumber).toBe('EL123456789');
	expect(found({ x: 'gr 123.456.789' }, ['GR'])?.vatNumber).toBe('EL123456789');
	expect(found({ x: 'FR 40 303 265 045' }, ['MC'])?.vatNumber).toBe('FR40303265045');
	expect(found({ x: 'VAT B.E. 403170701' }, ['BE'])?.vatNumber).toBe('BE0403170701');
});

describe('in an order of every shop', () => {
	const reading = { zone: 'Europe/Amsterdam', country: 'NL', paidStatuses: [] };
	const named = { vatNumber: [], chamberOfCommerce: [], payments: [], pickUpMethods: [] };
	const day = '2026-11-05T10:00:00Z';
	const address = { country: 'BE' };
	const orders: Array<[ShopKind, object, object]> = [
		['jouwWeb', { createdAt: day, totalPrice: 0, paymentAddress: address }, { customer: {} }],
		['other', { date: day, total: 0, billing: address }, { customer: {} }],
		[
			'shopify',
			{ processed_at: day, total_price: '0', billing_address: { country_code: 'BE' } },
			{ note_attributes: [] },
		],
	];
	const read = (kind: ShopKind, raw: object, fields: object = {}) =>
		shops[kind].order({ id: '1', number: '1', status: '' }, raw as RawObject, reading, {
			...{ ignored: [], ...named, ...fields },
		});

	test.each(orders)('%s', (kind, raw, empty) => {
		const [place] = Object.keys(empty);
		const value = 'BE 0403.170.701';
		const at = (field: string) =>
			place === 'note_attributes' ? [{ name: field, value }] : { [field]: value };
		const held = { ...raw, [place!]: at('company_nr') };
		expect(read(kind, held)).toMatchObject({
			...{ vatNumber: '', vatNumberElsewhere: { field: 'company_nr' } },
		});
		expect(read(kind, held, { ignored: ['company_nr'] })).not.toHaveProperty('vatNumberElsewhere');
		expect(read(kind, held, { vatNumber: ['company_nr'] }).vatNumber).toBe('BE0403170701');
		expect(read(kind, { ...raw, coc: '12345678' }, { chamberOfCommerce: ['coc'] })).toMatchObject({
			chamberOfCommerceNumber: '12345678',
		});
	});
});
