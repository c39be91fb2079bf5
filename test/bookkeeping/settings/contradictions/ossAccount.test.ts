import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { readSettings } from '../../../../bookkeeping/settings/readSettings';
import { completeSettings } from '../../support';

const accounts = (name: string) => ({
	...{ productsAccountId: `${name} products`, shippingAccountId: `${name} shipping` },
	...{ feesAccountId: `${name} fees`, discountAccountId: `${name} discount` },
});
const complaints = (
	ossAccountWithoutVatId: string | undefined,
	more: Partial<SettingsInput> = {},
) => {
	const read = readSettings({
		...completeSettings,
		vatMapping: [
			{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts('21') },
			{ country: 'NL', percentage: 0, vatKind: 'none', ...accounts('0') },
			{ country: 'BE', percentage: 21, vatKind: 'oss', ...accounts('oss') },
		],
		ossAccountWithoutVatId,
		...more,
	});
	return read.ok ? [] : read.complaints;
};
const tip = 'choose an account of turnover without VAT.';

test.each([
	['21 shipping', "of 'VAT Mapping' NL 21 %"],
	['oss products', "of 'VAT Mapping' BE 21 %"],
])('the account of what bears no VAT beside goods by OSS is not one with VAT: %s', (id, place) => {
	expect(complaints(id)).toEqual([
		`'OSS Account Without VAT' is an account ${place}, which bears VAT; ${tip}`,
	]);
});

test('nor one that SnelStart calls one with VAT', () => {
	const administration = {
		...{ name: 'A', vatRates: [] },
		accounts: [{ id: 'own', number: 8000, name: 'Omzet', vatKinds: ['high' as const] }],
	};
	expect(complaints('own', { administration })).toEqual([
		`'OSS Account Without VAT' is ledger account 8000 Omzet, which takes VAT (high); ${tip}`,
	]);
});

test('an account without VAT is fine, that of rate 0 too, and so is none', () => {
	for (const id of ['0 products', 'another', undefined]) expect(complaints(id)).toEqual([]);
});
