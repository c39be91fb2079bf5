import { papers } from '../../../../bookkeeping/settings/contradictions/papers';
import { settingsWith } from '../../support';

const said = (shop: object, more: object = {}) => {
	const settings = settingsWith();
	const shops = [{ ...settings.shops[0]!, ...shop }];
	return papers({ ...settings, ...more, shops } as never).map(({ en }) => en);
};

test('what a shop can give is taken', () => {
	expect(said({ paper: 'none', kind: 'other' })).toEqual([]);
	expect(said({ paper: 'invoice' })).toEqual([]);
	expect(said({ paper: 'orderSheet', kind: 'jouwWeb' })).toEqual([]);
});

test('what a shop cannot give, and sales orders, are told', () => {
	expect(said({ paper: 'invoice', kind: 'jouwWeb' })).toEqual([
		expect.stringContaining('from WooCommerce only') as string,
	]);
	for (const kind of ['other', 'shopify']) {
		expect(said({ paper: 'orderSheet', kind })).toEqual([
			expect.stringContaining('read again') as string,
		]);
	}
	expect(said({ paper: 'orderSheet' }, { document: 'salesOrder' })).toEqual([
		expect.stringContaining("'Document' makes sales orders") as string,
	]);
});
