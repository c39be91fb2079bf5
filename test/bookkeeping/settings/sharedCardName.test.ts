import { sharedCardName } from '../../../bookkeeping/settings/sharedCardName';

test('a row is named by whom it is for', () => {
	const row = { customers: 'consumers', relationId: 'r' } as const;
	expect(sharedCardName(row)).toBe(`'Shared Cards' "consumers"`);
	expect(sharedCardName({ ...row, country: 'DE', paymentMethod: 'cod' })).toBe(
		`'Shared Cards' "consumers, DE, cod"`,
	);
});
