import { customerKeysOf, earlierRelation, latestFirst } from '../../../bookkeeping';

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

describe('J051: the card of earlier bookings', () => {
	const booked = (relationId: string, more: object = {}) => ({
		...{ relationId, buyerKey: '', contactKey: '', bookedAt: '2026-11-20T10:00:00.000Z', ...more },
	});
	const who = { buyerKey: 'b', contactKey: 'c' };

	test('is that of the first record of the same account or address', () => {
		const records = [
			booked('other', { buyerKey: 'x', contactKey: 'y' }),
			booked('by address', { contactKey: 'c' }),
			booked('by account', { buyerKey: 'b' }),
		];
		expect(earlierRelation(who, records)).toBe('by address');
		expect(earlierRelation({ ...who, contactKey: '' }, records)).toBe('by account');
	});

	test('is that of nobody where a key is not known, or nothing was booked before', () => {
		expect(earlierRelation({ buyerKey: '', contactKey: '' }, [booked('of a guest')])).toBe('');
		expect(earlierRelation(undefined, [booked('x', who)])).toBe('');
		expect(earlierRelation(who, [])).toBe('');
	});

	test('records of several look-ups: the latest first, of one moment as they came', () => {
		const later = { bookedAt: '2026-11-21T10:00:00.000Z' };
		const records = [booked('1'), booked('2', later), booked('3'), booked('4', { bookedAt: null })];
		expect(latestFirst(records).map(({ relationId }) => relationId)).toEqual(['2', '1', '3', '4']);
		expect(latestFirst([booked('a', later), booked('b', later)])[0]!.relationId).toBe('a');
	});
});
