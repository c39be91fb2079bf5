import { isExemptProduct } from '../../../bookkeeping/vat/exemptProduct';
import { settingsWith } from '../support';

const settings = settingsWith({ exempt: { productsAccountId: 'exempt', skus: ['COURSE-*'] } });

test.each([
	['product', 'COURSE-1', true],
	['product', 'MUG', false],
	['shipping', 'COURSE-1', false],
])('a %s line "%s": %s', (role, sku, exempt) => {
	expect(isExemptProduct({ role, sku }, settings)).toBe(exempt);
});

test('without the setting nothing is exempt', () => {
	expect(isExemptProduct({ role: 'product', sku: 'COURSE-1' }, settingsWith())).toBe(false);
});
