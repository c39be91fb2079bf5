import { descriptionOf, invoiceNumberOf } from '../../../bookkeeping/documents/salesEntry';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { readWooCommerceOrder } from '../../../bookkeeping/shops/wooCommerce/order';
import { told } from '../../support/codes';
import { order, type Json } from '../refunds/support';
import { draftOf, linesOf, settingsWith, transform, vatOf, wooCommerceOrder } from '../support';

const [woo, jouwWeb] = settingsWith().shops;

const shopWith = (changes: Json, more: Partial<SettingsInput> = {}) =>
	settingsWith({ shops: [{ ...woo!, ...changes }, jouwWeb!] as SettingsInput['shops'], ...more });

const settings = settingsWith();

describe('the sales entry (J140-J147)', () => {
	const sale = order([
		{ net: 900, discount: 100, rate: 21, quantity: 2 },
		{ net: 1800, discount: 200, rate: 9 },
		{ net: 450, discount: 50, rate: 21 },
		{ role: 'fee', net: 100, rate: 21 },
		{ role: 'shipping', net: 500, rate: 21 },
		{ role: 'shipping', net: 0, rate: 21 },
	]);

	test('products, discounts per rate, shipping, fees; what is free is left out (BOE-0028)', () => {
		const draft = draftOf(sale);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 10],
			['product', '9 products', 20],
			['product', '21 products', 5],
			['discount', '21 discount', -1.5],
			['discount', '9 discount', -2],
			['shipping', '21 shipping', 5],
			['fee', '21 fees', 1],
		]);
		expect(draft.lines.map(({ description }) => description)).toEqual([
			'2 x Line 0',
			'Line 1',
			'Line 2',
			'Discount (with VAT percentage 21 %)',
			'Discount (with VAT percentage 9 %)',
			'Line 4',
			'Line 3',
		]);
		// 19.50 at 21 % and 18.00 at 9 %: 1.89 + 0.945... per line: 1.89, 0.95, 1.05, 0.21 = 4.10 and 1.62.
		expect(vatOf(draft)).toEqual({ 21: 4.1, 9: 1.62 });
		expect(draft).toMatchObject({ paymentTermDays: 14, description: '1000 / iDEAL', notes: [] });
	});

	test('a rate without discount account has its products after discount (W041)', () => {
		const vatMapping = settingsWith().vatMapping.map((row) =>
			row.percentage === 9 ? { ...row, discountAccountId: undefined } : row,
		);
		expect(linesOf(draftOf(sale, { ...settingsWith(), vatMapping })).slice(0, 4)).toEqual([
			['product', '21 products', 10],
			['product', '9 products', 18],
			['product', '21 products', 5],
			['discount', '21 discount', -1.5],
		]);
	});

	test('the cost centre of the settings, unless a product has its own', () => {
		const settings = settingsWith({
			costCentreId: 'shop',
			productAccounts: [{ sku: 'X', accountId: 'own', costCentreId: 'own' }],
		});
		const [first] = sale.line_items as Json[];
		const raw = {
			...sale,
			line_items: [{ ...first, sku: 'X' }, ...(sale.line_items as Json[]).slice(1)],
		};
		const centres = draftOf(raw, settings).lines.map(({ costCentreId }) => costCentreId);
		expect(centres).toEqual(['own', 'shop', 'shop', 'shop', 'shop', 'shop', 'shop']);
		expect(draftOf(sale).lines.every((line) => !('costCentreId' in line))).toBe(true);
	});

	const one = order([{ net: 1000, rate: 21 }]);
	const total = (value: string, more: Json = {}) => ({ ...one, total: value, ...more });

	test.each([
		[
			'12.12',
			0.02,
			'Lines and VAT make € 12.10, the total is € 12.12; € 0.02 is booked as a rounding difference.',
		],
		[
			'12.08',
			-0.02,
			'Lines and VAT make € 12.10, the total is € 12.08; € -0.02 is booked as a rounding difference.',
		],
	])('a total of %s: a rounding line of %d (J040)', (value, amount, note) => {
		const draft = draftOf(total(value), settingsWith({ costCentreId: 'shop' }));
		expect(draft.lines[1]).toEqual({
			...{ role: 'rounding', description: 'Rounding difference', ledgerAccountId: 'rounding' },
			...{
				amount,
				vatKind: 'none',
				percentage: 0,
				costCentreId: 'shop',
				reason: "'Rounding Account'",
			},
		});
		expect(draft.notes).toEqual([note]);
		expect(draftOf(total(value)).lines[1]).not.toHaveProperty('costCentreId');
	});

	test.each<[string, Json, ReturnType<typeof settingsWith>, string, string]>([
		[
			'three cents too many',
			total('12.13'),
			settingsWith(),
			'TOTAL_MISMATCH',
			'Lines and VAT make € 12.10, the total is € 12.13: a gap of € 0.03.',
		],
		[
			'three cents too few',
			total('12.07'),
			settingsWith(),
			'TOTAL_MISMATCH',
			'Lines and VAT make € 12.10, the total is € 12.07: a gap of € -0.03, perhaps paid in part with a gift card or store credit.',
		],
		[
			'a cent without an account for it',
			total('12.11'),
			settingsWith({ roundingAccountId: undefined }),
			'ROUNDING_ACCOUNT_MISSING',
			'Lines and VAT make € 12.10, the total is € 12.11: a gap of € 0.01.',
		],
		[
			'no lines at all',
			total('0.01', { line_items: [], tax_lines: [] }),
			settingsWith({ roundingAccountId: undefined }),
			'ROUNDING_ACCOUNT_MISSING',
			'Lines and VAT make € 0.00, the total is € 0.01: a gap of € 0.01.',
		],
		[
			'a gift card without an account (HC-08)',
			total('7.10', { gift_cards: [{ amount: '5.00' }] }),
			settingsWith(),
			'GIFT_CARD_ACCOUNT_MISSING',
			'A gift card covered € 5.00 of the order.',
		],
		[
			'an invoice number from a field that is empty',
			one,
			shopWith({ invoiceNumberField: '_invoice' }),
			'INVOICE_NUMBER_MISSING',
			'The field "_invoice" that holds the number is empty.',
		],
		[
			'no number',
			{ ...one, number: '' },
			settingsWith(),
			'INVOICE_NUMBER_MISSING',
			'The field "number" that holds the number is empty.',
		],
		[
			'a number of 26 characters',
			{ ...one, number: '1'.repeat(26) },
			settingsWith(),
			'INVOICE_NUMBER_TOO_LONG',
			'The invoice number "11111111111111111111111111" has 26 characters.',
		],
	])('%s', (_, raw, settings, code, message) => {
		expect(transform(raw, settings)).toMatchObject({
			outcome: 'attention',
			...told(code, message),
		});
	});

	test('25 characters fit', () => {
		expect(draftOf({ ...one, number: '1'.repeat(25) }).invoiceNumber).toHaveLength(25);
	});

	test('a gift card is a payment (HC-08)', () => {
		const raw = total('7.10', { gift_cards: [{ amount: '5.00' }] });
		expect(draftOf(raw, settingsWith({ giftCardAccountId: 'cards' }))).toMatchObject({
			invoiceAmount: 12.1,
			giftCard: { amount: 5, ledgerAccountId: 'cards' },
			notes: ['A gift card or store credit covered € 5.00: a payment, not a discount.'],
		});
	});

	test('the description: numbers and method, or the pattern of the settings (J143)', () => {
		const shop = { ...woo!, invoiceNumberPrefix: 'W' };
		const identity = { id: '1', number: '1000', status: 'processing' };
		const read = readWooCommerceOrder(identity, one, shop, settingsWith().orderFields);
		const number = invoiceNumberOf(read, shop);
		const describe_ = (descriptionPattern?: string) =>
			descriptionOf(read, number, shop, settingsWith({ descriptionPattern }));
		expect(describe_()).toBe('1000 / W1000 / iDEAL');
		expect(describe_('{shop}: {orderNumber}, {invoiceNumber} by {paymentMethod} {other}')).toBe(
			'woocommerce: 1000, W1000 by iDEAL {other}',
		);
		expect(describe_('x'.repeat(300))).toHaveLength(250);
	});

	test('VAT where the settings say none', () => {
		const vatMapping = settingsWith().vatMapping.map((row) =>
			row.percentage === 21 ? { ...row, vatKind: 'none' as const } : row,
		);
		expect(transform(one, { ...settingsWith(), vatMapping })).toMatchObject(
			told('VAT_CHARGED_ON_ZERO_RATE', 'The shop charged € 2.10 VAT where the settings say none.'),
		);
	});
});

describe('rounding at subtotal: the total counts (decision)', () => {
	// Recorded: net 99.10 + VAT 9.35 + 0.87 + 4.54 = 113.86 against a total of 113.85.
	test('the cent goes to the rounding account and is reported', () => {
		const draft = draftOf(wooCommerceOrder('store_rsub_yes_a'));
		expect(draft.lines.at(-1)).toMatchObject({
			role: 'rounding',
			ledgerAccountId: 'rounding',
			amount: -0.01,
			vatKind: 'none',
		});
		expect(draft.notes[0]).toContain('113.86');
	});

	test('without a rounding account it needs attention', () => {
		const without = settingsWith({ roundingAccountId: undefined });
		expect(transform(wooCommerceOrder('store_rsub_yes_a'), without).code).toBe(
			'ROUNDING_ACCOUNT_MISSING',
		);
	});
});

describe('numbers', () => {
	test('the prefix keeps the numbers of shops apart (HC-16)', () => {
		const [first, ...others] = settings.shops;
		const shops = [{ ...first!, invoiceNumberPrefix: 'W' }, ...others];
		const draft = draftOf(wooCommerceOrder('rest_simple_nl'), { ...settings, shops });
		expect(draft).toMatchObject({ invoiceNumber: 'W29', description: '29 / W29 / iDEAL' });
	});

	test.each([
		['1'.repeat(26), 'INVOICE_NUMBER_TOO_LONG'],
		['', 'INVOICE_NUMBER_MISSING'],
	])('number "%s" is refused', (number, code) => {
		expect(transform(wooCommerceOrder('rest_simple_nl', { number })).code).toBe(code);
	});
});
