import { shopOf } from '../../../bookkeeping/settings/shopOf';
import { settingsWith } from '../support';

test('the shop of that name, letter for letter', () => {
	const settings = settingsWith();
	expect(shopOf('jouwweb', settings)).toBe(settings.shops[1]);
	expect(() => shopOf('JouwWeb', settings)).toThrow(
		expect.objectContaining({
			code: 'SHOP_NOT_IN_SETTINGS',
			message: 'The settings have no shop "JouwWeb".',
		}),
	);
});
