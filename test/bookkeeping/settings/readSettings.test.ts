import { readSettings } from '../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings, settingsWith } from '../support';

function complaints(changes: Partial<SettingsInput>): string[] {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
}

describe('settings by themselves', () => {
	test('defaults come from the manuals: 14 days (J142), Amsterdam time', () => {
		const settings = settingsWith();
		expect(settings.paymentTermDays).toBe(14);
		expect(settings.shops[0]).toMatchObject({ country: 'NL', zone: 'Europe/Amsterdam' });
	});

	test('a WooCommerce shop without statuses gets the usual ones (decision)', () => {
		const shops: SettingsInput['shops'] = [{ shop: 'a', kind: 'wooCommerce' }];
		expect(settingsWith({ shops }).shops[0]).toMatchObject({
			statusesToBook: ['processing', 'completed', 'refunded'],
			statusesToSkip: ['cancelled', 'failed', 'trash'],
		});
	});

	const [shop] = completeSettings.shops;
	const [row] = completeSettings.vatMapping;
	test.each<[string, Partial<SettingsInput>, RegExp]>([
		[
			'a status on both lists',
			{ shops: [{ ...shop!, statusesToSkip: ['processing'] }] },
			/"processing" stands both in 'Statuses to Book' and in 'Statuses to Skip'/,
		],
		[
			'no status to book',
			{ shops: [{ ...shop!, kind: 'jouwWeb', statusesToBook: [] }] },
			/'Statuses to Book' of shop "woocommerce" is empty/,
		],
		['a shop twice', { shops: [shop!, shop!] }, /"woocommerce" twice/],
		[
			'one prefix for two shops that number their orders alike (HC-16)',
			{ shops: [shop!, { ...shop!, shop: 'second' }] },
			/'Invoice Number Prefix' of shop "second" and of shop "woocommerce" can give the same/,
		],
		[
			'a prefix that only adds a digit',
			{
				shops: [
					{ ...shop!, invoiceNumberPrefix: 'W' },
					{ ...shop!, shop: 'second', invoiceNumberPrefix: 'W2' },
				],
			},
			/'Invoice Number Prefix' of shop "second"/,
		],
		['a country and percentage twice', { vatMapping: [row!, row!] }, /two rows for NL 21 %/],
		[
			'0 % with a VAT rate',
			{ vatMapping: [{ ...row!, percentage: 0 }] },
			/'Percentage' and 'VAT Rate' contradict/,
		],
		[
			'a payment method twice',
			{
				fixedDebtors: [
					{ paymentMethod: 'a', relationId: '1' },
					{ paymentMethod: 'a', relationId: '2' },
				],
			},
			/"a" twice/,
		],
		['a client name with spaces', { client: 'My client' }, /client: Use small letters/],
		['no shops', { shops: [] }, /shops: Add at least one shop/],
		[
			'VAT settings that were removed to start over',
			{ vatMapping: [] },
			/vatMapping: Add at least one row/,
		],
		['a term of 1000 days', { paymentTermDays: 1000 }, /paymentTermDays/],
	])('%s is refused in a sentence', (_, changes, sentence) => {
		expect(complaints(changes).join('\n')).toMatch(sentence);
	});

	test('every complaint is given at once', () => {
		const twice = { shop: shop!.shop, invoiceNumberPrefix: 'B' };
		const shops = [shop!, { ...shop!, ...twice }];
		expect(complaints({ shops, vatMapping: [row!, row!] })).toHaveLength(2);
	});

	test.each([[undefined], [null], ['text'], [[]]])('%p is not a settings', (input) => {
		expect(readSettings(input).ok).toBe(false);
	});
});
