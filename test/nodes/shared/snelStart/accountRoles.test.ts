import { accountRoles } from '../../../../nodes/shared/snelStart/accountRoles';

/** Each function with its box of the VAT return, as SnelStart's own list has them (SS-250, VAT-301). */
test.each([
	['DagboekVerkoop', 'none', 'receivable'],
	['VerkopenOmzetHoog', '1a', 'turnover'],
	['VerkopenOmzetLaag', '1b', 'turnover'],
	['VerkopenOmzetOverig', '1c', 'turnover'],
	['VerkopenOmzetOnbelastVerlegd', '1e', 'turnover'],
	['VerkopenBtwVrij', 'none', 'turnover'],
	['VerkopenExportBuitenEU', '3a', 'turnover'],
	['VerkopenExportBinnenEU', '3b', 'turnover'],
	['InstallatieTeleverkoopBinnenEUgeen', 'oss', 'turnover'],
	// SnelStart works the VAT of margin sales out per period (SS-251).
	['VerkoopGlobalisatieHoog', 'none', 'turnover'],
	['VerkoopGlobalisatieLaag', 'none', 'turnover'],
	['VerkoopGlobalisatieOverig', 'none', 'turnover'],
	['BtwAfTeDragenHoog', '1a', 'vat'],
	['BtwAfteDragenLaag', '1b', 'vat'],
	['BtwAfTeDragenOverig', '1c', 'vat'],
	['BtwAfTeDragenVerlegdVerkopen', '1e', 'vat'],
	['TussenrekeningBetalingen', 'none', 'other'],
	['InkopenKostenHoog', 'none', 'other'],
	['Diversen', 'none', 'other'],
])('an account of function %s: box %s, %s', (purpose, box, holds) => {
	expect(accountRoles([{ id: 'a', function: purpose }], undefined)('a')).toEqual({ box, holds });
});

test('services to businesses in the EU stand in the box of the goods, apart in the ICP statement', () => {
	const roleOf = accountRoles([{ id: 'a', function: 'DienstverleningBinnenEU' }], undefined);
	expect(roleOf('a')).toEqual({ box: '3b', holds: 'turnover', services: true });
});

test('the account for foreign VAT holds the VAT of OSS sales, whatever its function', () => {
	const accounts = [{ id: 'foreign', function: 'Diversen' }];
	expect(accountRoles(accounts, 'foreign')('foreign')).toEqual({ box: 'oss', holds: 'vat' });
	expect(accountRoles(accounts, undefined)('foreign')).toEqual({ box: 'none', holds: 'other' });
});

test('an account that nobody knows is in no box', () => {
	expect(accountRoles([], 'foreign')('gone')).toEqual({ box: 'none', holds: 'other' });
});
