import { readAddress } from '../../../bookkeeping/shops/address';

const fields = {
	...{ firstName: 'first', lastName: 'last', company: 'company', postcode: 'zip', city: 'town' },
	...{ country: 'land', street: ['line1', 'line2'] },
};

test('J132: every part by its name in the shop, cleaned, the street of two fields as one', () => {
	expect(
		readAddress(
			{
				...{ first: ' Ada ', last: 'Test', company: 'Test &amp; Zn', zip: '1234 AB' },
				...{ town: 'Utrecht', land: 'nl', line1: 'Dorpsstraat', line2: '12' },
			},
			fields,
		),
	).toEqual({
		...{ firstName: 'Ada', lastName: 'Test', company: 'Test & Zn', postcode: '1234 AB' },
		...{ city: 'Utrecht', country: 'NL', street: 'Dorpsstraat 12' },
	});
});

test('what is missing is empty; half a street has no space behind it', () => {
	const empty = { firstName: '', lastName: '', company: '', postcode: '', city: '' };
	expect(readAddress({}, fields)).toEqual({ ...empty, street: '', country: '' });
	expect(readAddress({ line2: '12', zip: 1234 }, fields)).toMatchObject({
		...{ street: '12', postcode: '1234' },
	});
});

test.each(['-', 'n.v.t.', 'Particulier', 'privé', 'Private'])(
	'"%s" in the field for a company is no company',
	(company) => {
		expect(readAddress({ company }, fields).company).toBe('');
	},
);

test.each(['Private Label B.V.', 'Geen Stijl', 'X'])('"%s" is a company', (company) => {
	expect(readAddress({ company }, fields).company).toBe(company);
});
