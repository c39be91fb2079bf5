import { itemOf } from '../../../bookkeeping/documents/itemCode';
import { settingsWith } from '../support';

describe('the article of a line (J113, J180)', () => {
	const [woo, jouwWeb] = settingsWith().shops;

	test.each<[Parameters<typeof itemOf>[0]['role'], string, string, string, string]>([
		['product', 'M1', 'Mug', 'M1', 'Mug'],
		['product', 'M1', '', 'M1', 'M1'],
		['product', '', 'Mug', 'DELETED-21', 'Product without SKU (with VAT percentage 21 %)'],
		['shipping', 'X', 'Post', 'Shipping_21', 'Shipping VAT percentage 21'],
		['discount', 'X', 'Off', 'Discount_21', 'Discount (with VAT percentage 21 %)'],
		['fee', 'X', 'Gift', 'Fee_21', 'Fee (with VAT percentage 21 %)'],
	])('the article of a %s "%s"', (role, sku, title, code, description) => {
		const settings = settingsWith();
		expect(itemOf({ role, sku, title }, 21, woo!, settings)).toEqual({ code, description });
		if (code === 'DELETED-21') {
			expect(itemOf({ role, sku, title }, 21, jouwWeb!, settings).code).toBe('JOUWWEB-21');
		}
	});
});
