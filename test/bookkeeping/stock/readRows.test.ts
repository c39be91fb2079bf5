import { readShopItems } from '../../../bookkeeping/stock/shopItem';
import { product } from './support';

test('a row that is not a product is named', () => {
	expect(() => readShopItems([product(1, 'MUG'), { id: 'x' }])).toThrow(/Row 2 .*"id"/);
});
