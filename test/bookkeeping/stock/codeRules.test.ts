import { codeRefusal } from '../../../bookkeeping/stock/codeRules';
import { readShopItems, type ShopItem } from '../../../bookkeeping/stock/shopItem';
import { product } from './support';

const only = (row: object): ShopItem => readShopItems([row])[0]!;

describe('codes that the administration takes (J057)', () => {
	const mug = (sku: string) => only(product(7, sku));

	test.each<[string, string, number, string | undefined]>([
		['12345', 'Numeriek', 5, undefined],
		['123456', 'Numeriek', 5, '"123456" has 6 characters, the administration takes 5.'],
		['123456', 'Numeriek', 0, undefined],
		['A1', 'Numeriek', 5, '"A1" is not a number, as the administration wants.'],
		['1A', 'Numeriek', 5, '"1A" is not a number, as the administration wants.'],
		['A1', 'Alfanumeriek', 5, undefined],
	])(
		'%s in an administration of %s, %d (ART-0003, ART-0004)',
		(sku, itemCodeKind, itemCodeMaxLength, found) => {
			expect(codeRefusal(mug(sku), { itemCodeKind, itemCodeMaxLength })?.found).toBe(found);
		},
	);
});
