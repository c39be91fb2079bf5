type Json = Record<string, unknown>;

const address = {
	...{ first_name: 'Jan', last_name: 'Voorbeeld', company: '', address_1: 'Teststraat 1' },
	...{ address_2: '', city: 'Utrecht', postcode: '3511AA', country: 'NL' },
	email: 'jan@voorbeeld.test',
};

/** A WooCommerce order of 50.00 and 10.50 VAT, of which the shop says that `total` is left to pay. */
export function cardOrder(total: string, changes: Json = {}): Json {
	return {
		...{ id: 830, number: '830', parent_id: 0, status: 'processing', currency: 'EUR' },
		...{ date_created: '2026-09-14T11:05:00', date_created_gmt: '2026-09-14T09:05:00' },
		...{ date_paid: '2026-09-14T11:06:00', date_paid_gmt: '2026-09-14T09:06:00' },
		...{ total, total_tax: '10.50', cart_tax: '10.50', prices_include_tax: true },
		...{ payment_method: 'ideal', payment_method_title: 'iDEAL', transaction_id: 'tr_test1' },
		...{ billing: address, shipping: address, meta_data: [], refunds: [] },
		line_items: [
			{
				...{ id: 1, name: 'Product', sku: 'ART-1', quantity: 1, meta_data: [] },
				...{ subtotal: '50.00', subtotal_tax: '10.50', total: '50.00', total_tax: '10.50' },
				taxes: [{ id: 1, total: '10.50', subtotal: '10.50' }],
			},
		],
		tax_lines: [
			{
				...{ id: 901, rate_id: 1, rate_code: 'NL-BTW 21%-1', rate_percent: 21 },
				...{ tax_total: '10.50', shipping_tax_total: '0.00' },
			},
		],
		...{ shipping_lines: [], fee_lines: [], coupon_lines: [] },
		...changes,
	};
}

/** An untaxed fee line of a WooCommerce order. */
export const fee = (name: string, total: string, meta: Json[] = [], changes: Json = {}): Json => ({
	...{ id: 2, name, tax_class: '', tax_status: 'none', amount: total, total },
	...{ total_tax: '0.00', taxes: [], meta_data: meta },
	...changes,
});

export const meta = (key: string, value: unknown): Json => ({ id: 9, key, value });

const text = (cents: number) => (cents / 100).toFixed(2);
/** Half away from zero, as WooCommerce rounds tax. */
export const vatOn = (net: number) => Math.round((net * 21) / 100 + 1e-9);

/** A line of goods of `net` cents at 21 %. */
export const goodsLine = (id: number, net: number): Json => ({
	...{ id, name: `Product ${id}`, sku: `ART-${id}`, quantity: 1, meta_data: [] },
	...{ subtotal: text(net), subtotal_tax: text(vatOn(net)) },
	...{ total: text(net), total_tax: text(vatOn(net)) },
	taxes: [{ id: 1, total: text(vatOn(net)), subtotal: text(vatOn(net)) }],
});

/** How a plugin says that a card paid this much, in cents. */
export const cardForms: Array<(amount: number) => Json> = [
	(amount) => ({ gift_cards: [{ id: 1, code: 'A', amount: text(amount) }] }),
	(amount) => ({ pw_gift_cards_redeemed: [{ number: 'A', amount: text(amount) }] }),
	(amount) => ({ meta_data: [meta('_ywgc_applied_gift_cards', { A: text(amount) })] }),
	(amount) => ({ meta_data: [meta('_order_funds', text(amount))] }),
	(amount) => ({
		meta_data: [meta('_ywgc_applied_gift_cards_totals', text(amount))],
		fee_lines: [
			{ id: 900, name: 'Gift Card (A)', total: text(-amount), total_tax: '0.00', taxes: [] },
		],
	}),
];

/** A refund of `money` cents that takes back `net` cents of a line, through the provider. */
export const refundOfLine = (id: number, money: number, net: number, item: number): Json => ({
	...{ id, amount: text(money), refunded_payment: true, date_created_gmt: '2026-10-01T09:00:00' },
	...{ shipping_lines: [], fee_lines: [], tax_lines: [] },
	line_items: [
		{
			...{ id: id * 10, name: `Product ${item}`, quantity: -1, total: text(-net) },
			...{ total_tax: text(-vatOn(net)), taxes: [{ id: 1, total: text(-vatOn(net)) }] },
			meta_data: [{ key: '_refunded_item_id', value: String(item) }],
		},
	],
});

/** Every form in which WooCommerce's plugins say that a card or a credit paid 25.00 of 60.50. */
export const forms: Record<string, Json> = {
	'Gift Cards of WooCommerce itself': { gift_cards: [{ id: 1, code: 'TEST', amount: '25.00' }] },
	'PW Gift Cards': { pw_gift_cards_redeemed: [{ number: 'TEST-1', amount: '25.00' }] },
	'PW Gift Cards, two cards': {
		pw_gift_cards_redeemed: [
			{ number: 'TEST-1', amount: '20.00' },
			{ number: 'TEST-2', amount: 5 },
		],
	},
	'YITH, in the metadata': {
		meta_data: [
			meta('_ywgc_applied_gift_cards', { 'TEST-1': 25 }),
			meta('_ywgc_applied_gift_cards_totals', '25'),
		],
	},
	'YITH, per card only': {
		meta_data: [meta('_ywgc_applied_gift_cards', { 'TEST-1': 20, 'TEST-2': '5.00' })],
	},
	'YITH, turned into a fee afterwards: counted once': {
		meta_data: [
			meta('_ywgc_applied_gift_cards', { 'TEST-1': 25 }),
			meta('_ywgc_applied_gift_cards_totals', '25'),
			meta('ywgc_gift_card_updated_as_fee', '1'),
		],
		fee_lines: [fee('Gift Card (TEST-1)', '-25.00')],
	},
	'Smart Coupons, by their contribution': {
		meta_data: [meta('smart_coupons_contribution', { tegoed: 25 })],
		coupon_lines: [
			{ id: 7, code: 'tegoed', discount: '25', discount_tax: '0', discount_type: 'smart_coupon' },
		],
	},
	'Smart Coupons, by the coupon alone': {
		coupon_lines: [
			{ id: 7, code: 'tegoed', discount: '25', discount_tax: '0', discount_type: 'smart_coupon' },
		],
	},
	'Smart Coupons, by the data of the coupon in older versions': {
		coupon_lines: [
			{
				...{ id: 7, code: 'tegoed', discount: '25', discount_tax: '0' },
				meta_data: [meta('coupon_data', { discount_type: 'smart_coupon', amount: '100' })],
			},
		],
	},
	'WooCommerce Store Credit, after VAT': {
		meta_data: [meta('_store_credit_used', { tegoed: '20.5', bon: '4.5' })],
		coupon_lines: [
			{ id: 7, code: 'tegoed', discount: '20.5', discount_tax: '0', discount_type: 'store_credit' },
			{ id: 8, code: 'bon', discount: '4.5', discount_tax: '0', discount_type: 'store_credit' },
		],
	},
	'Advanced Coupons': {
		meta_data: [
			meta('acfw_store_credits_order_paid', {
				...{ amount: 25, raw_amount: 25, cart_total: '60.50', currency: 'EUR' },
			}),
			meta('acfw_store_credits_version', '4.6'),
		],
	},
	'Account Funds': { meta_data: [meta('_funds_used', '25')] },
	'funds of YITH': { meta_data: [meta('_order_funds', '25')] },
	TeraWallet: {
		fee_lines: [fee('Betaald', '-25.00', [meta('_legacy_fee_key', '_via_wallet_partial_payment')])],
	},
	'TeraWallet, by its name': { fee_lines: [fee('Via wallet', '-25.00')] },
	'Germanized voucher': { fee_lines: [fee('Korting', '-25.00', [meta('_is_voucher', 'yes')])] },
	'a fee that nothing but its name marks': { fee_lines: [fee('Gift card XXXX-1234', '-25.00')] },
	'a Dutch fee': { fee_lines: [fee('Cadeaubon 1234', '-25.00')] },
	'a deposit that was paid before': { fee_lines: [fee('Aanbetaling', '-25.00')] },
};
