import { readSettings } from '../../bookkeeping/settings/readSettings';
import type { Settings, SettingsInput } from '../../bookkeeping/settings/settings';
import { transformOrder } from '../../bookkeeping/orders/transform';
import { completeSettings, wooCommerceOrder } from './support';

const [shop, ...otherShops] = completeSettings.shops;
const settingsWith = (changes: Partial<SettingsInput>): Settings => {
	const read = readSettings({ ...completeSettings, ...changes });
	if (!read.ok) throw new Error(read.complaints.join('\n'));
	return read.settings;
};

/** Recorded order of one mug, its product line repeated with these categories. */
const orderIn = (...categories: unknown[]) => {
	const order = wooCommerceOrder('rest_simple_nl');
	const [line] = order.line_items as object[];
	return { ...order, line_items: categories.map((list) => ({ ...line, categories: list })) };
};
const one = (categories: unknown) => orderIn(categories);
const outcomeOf = (order: unknown, settings: Settings) => {
	const { outcome, code } = transformOrder(order, 'woocommerce', settings);
	return code === '' ? outcome : `${outcome} ${code}`;
};

describe('accounts per product category (W051)', () => {
	const settings = settingsWith({
		productAccounts: [
			{ category: 'Gifts', accountId: 'gifts' },
			{ category: 'Mugs', accountId: 'mugs' },
		],
	});
	const accountOf = (order: unknown, by = settings) =>
		transformOrder(order, 'woocommerce', by).draft?.lines.map((line) =>
			'ledgerAccountId' in line ? [line.ledgerAccountId, line.reason] : [],
		)[0];

	test.each([
		['names', ['mugs'], ['mugs', "'Product Accounts' category Mugs"]],
		[
			'objects with a name',
			[{ id: 7, name: 'Mugs' }],
			['mugs', "'Product Accounts' category Mugs"],
		],
		['the first row that fits', ['Mugs', 'Gifts'], ['gifts', "'Product Accounts' category Gifts"]],
		['another category', ['Books'], ['21 products', "'VAT Mapping' NL 21 %, Products Account"]],
		['no category', [], ['21 products', "'VAT Mapping' NL 21 %, Products Account"]],
	])('%s', (_, categories, expected) => {
		expect(accountOf(one(categories))).toEqual(expected);
	});

	test('a row by SKU goes before one by category, and needs none', () => {
		const both = settingsWith({
			productAccounts: [
				{ category: 'Mugs', accountId: 'mugs' },
				{ sku: 'MOK-*', accountId: 'own' },
			],
		});
		expect(accountOf(one(['Mugs']), both)?.[0]).toBe('own');
		expect(accountOf(one(undefined), both)?.[0]).toBe('own');
	});

	test('nothing is guessed when the order states no categories', () => {
		expect(outcomeOf(one(undefined), settings)).toBe('attention CATEGORIES_NOT_STATED');
		expect(outcomeOf(one(undefined), settingsWith({}))).toBe('book');
	});
});

describe('go-live by product category (W087)', () => {
	const phased = settingsWith({ shops: [{ ...shop!, categoriesToBook: ['Mugs'] }, ...otherShops] });

	test.each([
		['all products are in one', one(['mugs', 'Gifts']), 'book'],
		['no product is', one(['Gifts']), 'nothingToBook CATEGORY_NOT_LIVE'],
		['a product without any', one([]), 'nothingToBook CATEGORY_NOT_LIVE'],
		['some products are', orderIn(['Mugs'], ['Gifts']), 'attention CATEGORY_PARTLY_LIVE'],
		['not stated', one(undefined), 'attention CATEGORIES_NOT_STATED'],
	])('%s', (_, order, expected) => {
		expect(outcomeOf(order, phased)).toBe(expected);
	});
});

test('contradictions are refused with both settings named', () => {
	const complaints = (productAccounts: SettingsInput['productAccounts']) => {
		const read = readSettings({ ...completeSettings, productAccounts });
		return read.ok ? '' : read.complaints.join('\n');
	};
	expect(complaints([{ accountId: '1' }])).toMatch(/neither 'SKU' nor 'Category'/);
	expect(complaints([{ sku: 'A', category: 'B', accountId: '1' }])).toMatch(
		/both 'SKU' "A" and 'Category'/,
	);
	const twice = ['B', 'b'].map((category) => ({ category, accountId: '1' }));
	expect(complaints(twice)).toMatch(/category "b" twice/);
});
