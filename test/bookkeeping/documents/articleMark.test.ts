import { articleMark } from '../../../bookkeeping/documents/articleMark';
import { isSameFingerprint } from '../../../bookkeeping/orderTable/fingerprints';
import type { Settings } from '../../../bookkeeping/settings/settings';
import type { RatedLine } from '../../../bookkeeping/vat/ratedLines';
import { settingsWith } from '../support';

const settings = settingsWith();

describe('by which accounts its articles are posted', () => {
	const sold = (sku: string, net: number, more: Partial<RatedLine> = {}) =>
		({
			percentage: 21,
			net,
			discount: 0,
			role: 'product',
			sku,
			categories: [],
			...more,
		}) as RatedLine;
	const of = (by: Settings, ...lines: RatedLine[]) =>
		['EUR 60.50 | 21% 50.00+10.50 | no VAT number', ...articleMark({ lines, vat: [] }, by)].join(
			' | ',
		);
	const account = { accountId: 'account 8010' };
	const bySku = settingsWith({ productAccounts: [{ ...account, sku: 'BOOK*' }] });
	const byCategory = settingsWith({
		productAccounts: [{ ...account, sku: '', category: 'Books' }],
	});
	const mug = sold('MUG', 2000);

	test('an article that becomes one with an account of its own', () => {
		const before = of(bySku, mug, sold('BOOK-1', 3000));
		expect(isSameFingerprint(before, of(bySku, sold('BOOK-2', 3000), mug))).toBe(true);
		expect(isSameFingerprint(before, of(bySku, mug, sold('PEN', 3000)))).toBe(false);
		expect(isSameFingerprint(before, of(bySku, sold('BOOK-1', 2000), sold('MUG', 3000)))).toBe(
			false,
		);
		expect(before).toMatch(/ \| articles [0-9a-f]{4}-[0-9a-f]{4}$/);
	});

	test('by account and by what is left after discounts, in whatever order the lines come', () => {
		const by = settingsWith({
			productAccounts: [
				{ ...account, sku: 'BOOK*' },
				{ accountId: 'account 8020', sku: 'PEN*' },
			],
		});
		const [book, pen] = [sold('BOOK-1', 3000), sold('PEN-1', 1000)];
		expect(of(by, pen, book)).toBe(of(by, book, pen));
		expect(of(by, sold('BOOK-1', 3500, { discount: 500 }), pen)).toBe(of(by, book, pen));
		const shipping = sold('BOOK-2', 500, { role: 'shipping' });
		expect(of(by, book, pen, shipping)).toBe(of(by, book, pen));
	});

	test('says nothing where no rule goes by articles', () => {
		expect(of(settings, sold('BOOK-1', 5000))).toBe(of(settings, sold('PEN', 5000)));
		expect(of(settings, mug)).toMatch(/no VAT number$/);
		const card = of(settings, sold('MUG', 2000, { giftCard: true }));
		expect(isSameFingerprint(card, of(settings, mug))).toBe(false);
	});

	test('a category, unless the order was read without', () => {
		const book = of(byCategory, sold('1', 5000, { categories: ['books'] }));
		expect(isSameFingerprint(book, of(byCategory, sold('1', 5000)))).toBe(false);
		const unread = of(byCategory, sold('1', 5000, { categories: undefined }));
		expect(isSameFingerprint(book, unread)).toBe(true);
		expect(isSameFingerprint(unread, book)).toBe(true);
		const partlyRead = of(byCategory, mug, sold('1', 5000, { categories: undefined }));
		expect(isSameFingerprint(book, partlyRead)).toBe(true);
		expect(of(byCategory, sold('', 5000))).toMatch(/-0$/);
	});

	test('an exempt article', () => {
		const exempt = settingsWith({ exempt: { skus: ['LES*'], productsAccountId: 'account 8010' } });
		expect(isSameFingerprint(of(exempt, sold('LES-1', 5000)), of(exempt, mug))).toBe(false);
		expect(of(exempt, mug)).toMatch(/-0$/);
	});

	test('the article and its pieces, of sales orders', () => {
		const revenueGroups = (['none', 'low', 'high'] as const).map((vatKind) => ({
			...{ vatKind, revenueGroupId: `group ${vatKind}` },
		}));
		const by = settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups } });
		const one = of(by, sold('PEN', 5000, { quantity: '1' }));
		expect(isSameFingerprint(one, of(by, sold('MUG', 5000, { quantity: '1' })))).toBe(false);
		expect(isSameFingerprint(one, of(by, sold('PEN', 5000, { quantity: '2' })))).toBe(false);
	});

	test('other settings are no change of the order', () => {
		const now = of(bySku, sold('BOOK-1', 5000));
		for (const before of [of(settings, sold('BOOK-1', 5000)), of(byCategory, mug)]) {
			expect(before).not.toBe(now);
			expect(isSameFingerprint(before, now)).toBe(true);
		}
	});
});
