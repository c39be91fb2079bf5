import { shopOf } from '../../../bookkeeping/settings/shopOf';
import { settingsWith } from '../support';

test('the shop of that name, letter for letter', () => {
	const settings = settingsWith();
	expect(shopOf('jouwweb', settings)).toMatchObject({ ...settings.shops[1] });
	expect(() => shopOf('JouwWeb', settings)).toThrow(
		expect.objectContaining({
			code: 'SHOP_NOT_IN_SETTINGS',
			message: 'The settings have no shop "JouwWeb".',
		}),
	);
});

test('with the fields that the settings name, made once', () => {
	const settings = settingsWith({ orderFields: { payments: ['my_credit'] } });
	const shop = shopOf('jouwweb', settings);
	expect(shop.orderFields).toBe(settings.orderFields);
	expect(shopOf('jouwweb', settings)).toBe(shop);
	const others = { ...settings, orderFields: { ...settings.orderFields, payments: [] } };
	expect(shopOf('jouwweb', others).orderFields.payments).toEqual([]);
});
