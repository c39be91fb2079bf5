import { customerKeysOf } from '../../../bookkeeping';

/** Shows what is hashed. */
const shown = (text: string) => `#${text}`;
const keys = (changes: object = {}, customer: object = {}) =>
	customerKeysOf(
		{
			document: 'salesEntry',
			customerId: '7',
			customer: { kind: 'consumer', email: ' Ada@Mail.example ', name: 'Ada', ...customer },
			...changes,
		},
		'c/s',
		shown,
	);

test('a customer is found by his account in the shop and by his e-mail address', () => {
	expect(keys()).toEqual({
		buyerKey: '#["c/s","consumer","","id","7"]',
		contactKey: '#["c/s","consumer","","email","ada@mail.example"]',
	});
});

test('a guest has no account, and who states no address has no key of it', () => {
	expect(keys({ customerId: undefined })).toMatchObject({ buyerKey: '' });
	expect(keys({}, { email: '' })).toMatchObject({ contactKey: '' });
});

test('W062: business and consumer are two customers, and so are two countries of distance sales', () => {
	const usual = keys();
	expect(keys({}, { kind: 'business' })).not.toEqual(usual);
	expect(keys({ regime: 'oss', deliveryCountry: 'BE' })).not.toEqual(usual);
	expect(keys({ regime: 'oss', deliveryCountry: 'BE' })).not.toEqual(
		keys({ regime: 'oss', deliveryCountry: 'DE' }),
	);
	expect(keys({ regime: 'domestic', deliveryCountry: 'NL' })).toEqual(usual);
});

test('a fixed debtor and a payment have none', () => {
	expect(keys({}, { kind: 'fixedDebtor' })).toBeUndefined();
	expect(customerKeysOf({ document: 'payment' }, 'c/s', shown)).toBeUndefined();
});
