import {
	isRecordId,
	namedPicks,
	resolvePicks,
	withNumbersAsText,
} from '../../../bookkeeping/settings/namedPicks';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const accounts = [
	{ id: 'a1', number: 8000, name: 'Omzet hoog', inactive: false },
	{ id: 'a2', number: 8010, name: 'Omzet laag', inactive: false },
	{ id: 'a3', number: 8011, name: 'Omzet laag', inactive: false },
	{ id: 'a4', number: 8090, name: 'Oude omzet', inactive: true },
];
const journals = [
	{ id: 'j1', number: 3, name: 'Debiteuren', inactive: false, kind: 'Verkoop' },
	{ id: 'j2', number: 5, name: 'Memoriaal', inactive: false, kind: 'Memoriaal' },
];
const settings = (account: unknown, more: object = {}) => ({
	vatMapping: [{ country: 'NL', percentage: 21, vatKind: 'high', productsAccountId: account }],
	...more,
});
const resolved = (value: unknown, more: object = {}) =>
	resolvePicks(settings(value, more), { ledgerAccounts: accounts, journals });

test.each(['8000', ' omzet  HOOG ', '8000 Omzet hoog'])('"%s" is account 8000', (value) => {
	expect(resolved(value)).toMatchObject({
		settings: settings('a1'),
		found: [{ path: ['vatMapping', 0, 'productsAccountId'], record: { number: 8000 } }],
		complaints: [],
	});
});

test('ids and what is no record of the administration stay as they are', () => {
	expect(isRecordId(ID)).toBe(true);
	const given = settings(ID, { salesJournalId: '', costCentreId: undefined });
	expect(namedPicks(given)).toEqual([]);
	expect(resolvePicks(given, {}).settings).toEqual(given);
});

test('all that cannot be found is named at once', () => {
	const { settings: left, complaints } = resolved('Omzet laag', {
		roundingAccountId: 'Oude omzet',
		giftCardAccountId: '1550',
		costCentreId: 'Webwinkel',
	});
	expect(left).toMatchObject({ roundingAccountId: 'Oude omzet' });
	expect(complaints.map(({ path, words }) => `${path.join('.')}: ${words.en}`)).toEqual([
		'vatMapping.0.productsAccountId: several are called "Omzet laag": 8010 Omzet laag, 8011 Omzet laag; give its number or id',
		'roundingAccountId: "Oude omzet" is inactive in SnelStart (8090 Oude omzet)',
		'giftCardAccountId: the administration has no ledger account "1550"',
		'costCentreId: the administration has no cost centre "Webwinkel"',
	]);
});

test('a number means the record of that number, also where another one is called so', () => {
	const ledgerAccounts = [{ ...accounts[1]!, name: '8000' }, accounts[0]!];
	const { settings: left, complaints } = resolvePicks(settings('8000'), { ledgerAccounts });
	expect([left, complaints]).toEqual([settings('a1'), []]);
});

test('a journal is only one of the kind that the setting takes', () => {
	const rows = [{ paymentMethod: 'ideal', journalId: 'Memoriaal' }];
	expect(
		resolved('8000', { paymentMethods: rows, salesJournalId: 'Debiteuren' }).settings,
	).toMatchObject({ paymentMethods: [{ journalId: 'j2' }], salesJournalId: 'j1' });
	expect(resolved('8000', { salesJournalId: 'Memoriaal' }).complaints).toMatchObject([
		{ words: { en: 'the administration has no journal of the right kind "Memoriaal"' } },
	]);
});

test('a number may stand in the file without quotes', () => {
	expect(withNumbersAsText(settings(8000))).toEqual(settings('8000'));
	expect(withNumbersAsText(undefined)).toBeUndefined();
});
