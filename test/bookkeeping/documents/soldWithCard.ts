import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { order, type Json, type Line } from '../refunds/support';
import { settingsWith } from '../support';

const accounts = (name: string) => ({
	...{ productsAccountId: name, shippingAccountId: name },
	...{ feesAccountId: name, discountAccountId: name },
});
/** Goods by OSS to Belgium, and an account for gift cards. */
export const settings = (changes: Partial<SettingsInput> = {}) =>
	settingsWith({
		vatMapping: [
			{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts('21') },
			{ country: 'BE', percentage: 21, vatKind: 'oss', ...accounts('oss') },
		],
		giftCardAccountId: 'gift cards',
		administration: {
			...{ name: 'A', accounts: [], foreignVatAccountId: 'foreign' },
			vatRates: [
				{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			],
		},
		paymentMethods: [
			{
				paymentMethod: 'ideal',
				entryKind: 'memorial',
				journalId: 'memorial',
				clearingAccountId: 'clearing',
			},
		],
		...changes,
	});
export const billing = {
	...{ first_name: 'Ada', last_name: 'Test', email: 'ada@mail.example', country: 'BE' },
	...{ address_1: 'Straat 1', postcode: '1000', city: 'Brussel' },
};
export const card = {
	...{ id: 900, name: 'Cadeaubon', sku: '', quantity: 1, taxes: [] },
	...{ subtotal: '25.00', subtotal_tax: '0.00', total: '25.00', total_tax: '0.00' },
	meta_data: [{ id: 1, key: '_ywgc_gift_card_code', value: ['TEST-1'] }],
};
/** 50.00 at 21 % of Belgium and a gift card of 25.00: 85.50. */
export const sold = (changes: Json = {}) => {
	const goods = order([{ net: 5000, rate: 21 } as Line], { billing });
	const lines = goods.line_items as object[];
	return { ...goods, total: '85.50', line_items: [...lines, card], ...changes };
};

/** The line of a refund of so much of the gift card. */
export const cardBack = (amount = '25.00') => ({
	...{ id: 990, name: 'Cadeaubon', quantity: -1, taxes: [] },
	...{ subtotal: `-${amount}`, total: `-${amount}`, total_tax: '0.00' },
	meta_data: [{ key: '_refunded_item_id', value: '900' }],
});
