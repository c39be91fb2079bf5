import {
	completeSettings,
	draftOf,
	linesOf,
	settingsWith,
	vatOf,
	wooCommerceOrder,
} from '../support';

const accounts = (row: string) => ({
	productsAccountId: `${row} products`,
	shippingAccountId: `${row} shipping`,
});

describe('the account of the regime wins over Product Accounts', () => {
	const settings = settingsWith({ productAccounts: [{ sku: 'MOK-*', accountId: 'mugs' }] });

	// Recorded: mugs of 107.02 and shipping of 9.90 to a German business, 116.92.
	test('ICP goods stay in box 3b', () => {
		expect(linesOf(draftOf(wooCommerceOrder('rest_icp_de_vat_exempt'), settings))).toEqual([
			['product', 'icp products', 107.02],
			['shipping', 'icp shipping', 9.9],
		]);
	});

	// Recorded: 21.40 + 22.93 and shipping of 24.50 to the United States, 68.83.
	test('export stays in box 3a', () => {
		expect(linesOf(draftOf(wooCommerceOrder('rest_export_us'), settings))).toEqual([
			['product', 'export products', 21.4],
			['product', 'export products', 22.93],
			['shipping', 'export shipping', 24.5],
		]);
	});

	test('at home the product has its own account', () => {
		const order = wooCommerceOrder('rest_simple_nl');
		const [, account] = linesOf(
			draftOf(order, settingsWith({ productAccounts: [{ sku: '*', accountId: 'own' }] })),
		)[0]!;
		expect(account).toBe('own');
	});

	test('a category decides nothing abroad, so the order need not state any', () => {
		const byCategory = settingsWith({ productAccounts: [{ category: 'Mugs', accountId: 'mugs' }] });
		const draft = draftOf(wooCommerceOrder('rest_export_us'), byCategory);
		expect(draft.lines[0]!.ledgerAccountId).toBe('export products');
	});

	test('what is owed to holders of gift cards is not turnover in any regime', () => {
		const giftCards = settingsWith({
			giftCardAccountId: 'liability',
			productAccounts: [{ sku: 'BOEK-09', accountId: 'liability' }],
		});
		expect(linesOf(draftOf(wooCommerceOrder('rest_export_us'), giftCards))).toEqual([
			['product', 'export products', 21.4],
			['product', 'liability', 22.93],
			['shipping', 'export shipping', 24.5],
		]);
	});
});

describe('a margin shop with a mixed order', () => {
	const [shop, ...others] = completeSettings.shops;
	const settings = settingsWith({
		shops: [{ ...shop!, marginScheme: true }, ...others],
		margin: accounts('margin'),
	});
	const line = (net: string, vat: string, taxes: unknown[]) => ({
		id: Number.parseInt(net, 10),
		name: 'Chair',
		quantity: 1,
		sku: 'CHAIR',
		subtotal: net,
		subtotal_tax: vat,
		total: net,
		total_tax: vat,
		taxes,
		meta_data: [],
	});
	// A second-hand chair of 150.00 under the margin scheme and a new one of 100.00 + 21.00.
	const mixed = wooCommerceOrder('rest_simple_nl', {
		total: '271.00',
		total_tax: '21.00',
		cart_tax: '21.00',
		shipping_total: '0.00',
		shipping_tax: '0.00',
		discount_total: '0.00',
		discount_tax: '0.00',
		line_items: [
			line('150.00', '0.00', []),
			line('100.00', '21.00', [{ id: 1, total: '21', subtotal: '21' }]),
		],
		shipping_lines: [],
		fee_lines: [],
		coupon_lines: [],
		refunds: [],
		tax_lines: [
			{
				id: 9,
				rate_code: 'NL-BTW-1',
				rate_id: 1,
				label: 'BTW',
				compound: false,
				tax_total: '21.00',
				shipping_tax_total: '0.00',
				rate_percent: 21,
				meta_data: [],
			},
		],
	});

	test('the margin goods keep the margin accounts, the others their rate', () => {
		const draft = draftOf(mixed, settings);
		expect(linesOf(draft)).toEqual([
			['product', 'margin products', 150],
			['product', '21 products', 100],
		]);
		expect(draft.lines.map(({ vatKind }) => vatKind)).toEqual(['none', 'high']);
		expect(vatOf(draft)).toEqual({ 21: 21 });
		expect(draft.invoiceAmount).toBe(271);
	});

	test.each([
		['of sales at home, for the goods that bear VAT alone', 'domestic', 'margin products'],
		['of all sales, for the margin goods too', 'all', 'own'],
	] as const)('a product account %s', (_, regime, ofMarginGoods) => {
		const own = { ...settings, productAccounts: [{ sku: 'CHAIR', accountId: 'own', regime }] };
		expect(linesOf(draftOf(mixed, own))).toEqual([
			['product', ofMarginGoods, 150],
			['product', 'own', 100],
		]);
	});
});
