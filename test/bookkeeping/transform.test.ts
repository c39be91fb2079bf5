import fc from 'fast-check';

import { salesEntryDraftSchema } from '../../bookkeeping/documents/draft';
import { transformOrder } from '../../bookkeeping/orders/transform';
import { tips } from '../support/codes';
import {
	draftOf,
	generated,
	jouwWebOrder,
	settingsWith,
	transform,
	wooCommerceOrder,
} from './support';

const settings = settingsWith();

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

describe('W021, W027: every end is one of four, explained', () => {
	test('an unknown shop and an item that is no order', () => {
		expect(transformOrder({ id: 1 }, 'other', settings).code).toBe('SHOP_NOT_IN_SETTINGS');
		expect(transform({ hello: 'world' })).toMatchObject({
			outcome: 'attention',
			code: 'ORDER_UNREADABLE',
			orderKey: 'test-client/woocommerce/unreadable',
		});
	});

	test('gift cards on the order are not overlooked', () => {
		const order = wooCommerceOrder('rest_simple_nl', { gift_cards: [{ id: 1, amount: '5.00' }] });
		expect(transform(order).code).toBe('GIFT_CARD_ACCOUNT_MISSING');
		const other = wooCommerceOrder('rest_simple_nl', { vouchers: [], credit_total: '5.00' });
		expect(transform(other).code).toBe('UNEXPLAINED_AMOUNT');
	});

	test('a line that names a VAT rate the order does not describe', () => {
		const order = wooCommerceOrder('rest_simple_nl', { tax_lines: [] });
		expect(transform(order).code).toBe('TAX_LINE_MISSING');
	});

	test('VAT per rate that is not that of the lines', () => {
		const [taxLine] = wooCommerceOrder('rest_simple_nl').tax_lines as object[];
		const order = wooCommerceOrder('rest_simple_nl', {
			tax_lines: [{ ...taxLine, tax_total: '3.25' }],
			total: '13.95',
		});
		expect(transform(order).code).toBe('VAT_TOTAL_MISMATCH');
	});

	test('outside the draft nothing tells who the customer is (W071)', () => {
		for (const order of [wooCommerceOrder('rest_simple_nl'), jouwWebOrder(440013)]) {
			const shown = { ...transform(order), draft: undefined };
			expect(JSON.stringify(shown)).not.toMatch(/Piet|Jansen|example\.com|Dorpsweg/);
		}
	});

	test('the fingerprint shows what changed (J035)', () => {
		expect(transform(wooCommerceOrder('rest_mixed_coupon_ship_fee')).fingerprint).toBe(
			'EUR 62.30 | 21% 25.46+5.35 | 9% 20.63+1.86 | 0% 9.00+0.00',
		);
	});
});

test('whatever the JSON, no exception escapes and every draft holds', () => {
	const base = [wooCommerceOrder('rest_mixed_coupon_ship_fee'), jouwWebOrder(440003)];
	const anything = fc.oneof(
		fc.jsonValue(),
		fc.constantFrom('', '-1.00', '0.005', '99999999999999999999', null, [], {}, '&#xffffffff;'),
	);
	const mutated = fc
		.tuple(fc.constantFrom(...base), fc.nat(), anything, fc.boolean())
		.map(([order, place, value, inLine]) => {
			const copy = structuredClone(order);
			const lines = (copy.line_items ?? copy.orderLines) as Array<Record<string, unknown>>;
			const target = inLine ? lines[0]! : copy;
			const keys = Object.keys(target);
			target[keys[place % keys.length]!] = value;
			return copy;
		});
	fc.assert(
		fc.property(fc.oneof(mutated, fc.jsonValue()), (raw) => {
			const { outcome, code, draft } = transform(raw);
			if (outcome === 'book') {
				salesEntryDraftSchema.parse(draft);
				const parts = [...draft!.lines, ...draft!.vat];
				const total = parts.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
				expect(total).toBe(Math.round(draft!.invoiceAmount * 100));
			} else {
				expect(Object.keys(tips)).toContain(code);
				expect(code).not.toBe('CONTENT_UNREADABLE');
			}
		}),
		{ numRuns: generated(3000) },
	);
});
