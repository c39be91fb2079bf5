import { transformRefund, unreadRefunds } from '../../../bookkeeping/refunds/transformRefund';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { programFault, told } from '../../support/codes';
import { draftOf, linesOf, settingsWith, vatOf, wooCommerceOrder } from '../support';
import { creditNoteOf, order, recorded, refund, refundOf, type Json } from './support';

/** 40 gross at 9 %, 60 and shipping of 5 gross at 21 % (HC-09). */
const mixed = () =>
	order([
		{ net: 3670, rate: 9, vat: 330 },
		{ net: 4959, rate: 21, vat: 1041 },
		{ role: 'shipping', net: 413, rate: 21, vat: 87 },
	]);

/** 10.00 at 21 %: 12.10. */
const sale = order([{ net: 1000, rate: 21 }]);

const [woo] = settingsWith().shops;

const settingsOf = (shop: Json) =>
	settingsWith({ shops: [{ ...woo!, ...shop }] as SettingsInput['shops'] });

/** An object that cannot be read: whatever is asked of this field breaks. */
const broken = (raw: Json, field: string): Json =>
	Object.defineProperty({ ...raw }, field, {
		enumerable: true,
		get: () => {
			throw new TypeError('broken');
		},
	});

describe('recorded refunds', () => {
	test('W056, one piece and the shipping: product before discount, discount and shipping in proportion (W043, W044)', () => {
		const input = {
			order: wooCommerceOrder('after_partial_refund'),
			refund: recorded('refund_partial_items'),
		};
		const draft = creditNoteOf(input);
		// 2 pieces were 21.40 before and 19.26 after discount; 9.63 is half: 10.70 less 1.07.
		expect(linesOf(draft)).toEqual([
			['product', '21 products', -10.7],
			['shipping', '21 shipping', -4.13],
			['discount', '21 discount', 1.07],
		]);
		// VAT as the shop refunded it: 2.02 + 0.87.
		expect(vatOf(draft)).toEqual({ 21: -2.89 });
		expect(draft).toMatchObject({
			document: 'creditNote',
			orderKey: 'test-client/woocommerce/28/refund/66',
			originalOrderKey: 'test-client/woocommerce/28',
			invoiceNumber: 'C66',
			originalInvoiceNumber: '28',
			description: 'Credit 28',
			invoiceAmount: -16.65,
			invoiceDate: '2026-11-22',
			estimated: false,
		});
		expect(draft.customer).toEqual(
			draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee')).customer,
		);
	});

	test('version 9.9.5 gives the same credit note', () => {
		const input = { order: wooCommerceOrder('after_partial_refund') };
		const [older] = recorded<Json[]>('refunds_995');
		const newer = creditNoteOf({ ...input, refund: recorded('refund_partial_items') });
		expect(creditNoteOf({ ...input, refund: older })).toEqual(newer);
	});

	test('six decimals give the same credit note', () => {
		const partial = recorded('refund_partial_items');
		const [a, b] = ['after_partial_refund', 'rest_mixed_dp6'].map((name) =>
			creditNoteOf({ order: wooCommerceOrder(name), refund: partial }),
		);
		expect(b).toEqual(a);
	});

	test.each([
		['fully_refunded_items', 'refund_full_items', 0],
		['refunded_by_status', 'refund_full_by_status', 0],
	])('%s: the exact mirror of the sale (HC-11, W052)', (name, file) => {
		const raw = recorded<Json | Json[]>(file);
		const original = wooCommerceOrder(name);
		const draft = creditNoteOf({ order: original, refund: Array.isArray(raw) ? raw[0] : raw });
		const sale = draftOf({ ...original, refunds: [] });
		expect(draft.invoiceAmount).toBe(-sale.invoiceAmount);
		expect(draft.lines.map(({ amount, ledgerAccountId }) => [amount, ledgerAccountId])).toEqual(
			sale.lines.map(({ amount, ledgerAccountId }) => [-amount, ledgerAccountId]),
		);
		expect(draft.vat).toEqual(sale.vat.map((row) => ({ ...row, amount: -row.amount })));
		expect(draft.estimated).toBe(false);
	});

	test('a part by lines, then the rest by status without lines', () => {
		const refunds = recorded<Json[]>('refunds_partial_then_status_refunded');
		// The recorded refunds belong to an order of 50.89: 2 x 12.95 at 21 % and 24.99 at 9 %.
		const sale = order([
			{ net: 2140, rate: 21, vat: 450, quantity: 2 },
			{ net: 2293, rate: 9, vat: 206 },
		]);
		const items = sale.line_items as Json[];
		Object.assign(sale, {
			status: 'refunded',
			refunds: refunds.map(({ id }) => ({ id })),
			line_items: [
				{ ...items[0], id: 12516, name: 'Koffiemok', taxes: [{ id: 1, total: '4.50' }] },
				items[1],
			],
			tax_lines: [
				{ rate_id: 1, rate_percent: 21, tax_total: '4.50', shipping_tax_total: '0.00' },
				{ rate_id: 9, rate_percent: 9, tax_total: '2.06', shipping_tax_total: '0.00' },
			],
		});
		// The shop gives the newest first, all of them in one list.
		const [last, first] = refunds.map((one) =>
			creditNoteOf({ order: sale, refund: one, earlierRefunds: refunds }),
		);
		expect(linesOf(first!)).toEqual([['product', '21 products', -10.7]]);
		expect(vatOf(first!)).toEqual({ 21: -2.25 });
		expect(linesOf(last!)).toEqual([
			['product', '21 products', -10.7],
			['product', '9 products', -22.93],
		]);
		expect(vatOf(last!)).toEqual({ 21: -2.25, 9: -2.06 });
		expect(last!.invoiceAmount).toBe(-37.94);
		expect(last!.estimated).toBe(false);
	});

	test('an amount on an order with a negative fee over two rates adds up', () => {
		const [amountOnly] = recorded<Json[]>('refunds_global_list').filter(({ id }) => id === 71);
		const original = wooCommerceOrder('rest_negative_fee_mixed');
		const draft = creditNoteOf({ order: original, refund: amountOnly });
		expect(draft.invoiceAmount).toBe(-7.37);
		expect(draft.estimated).toBe(true);
	});
});

describe('an amount without lines, such as a price adjustment (HC-09, W013)', () => {
	test('is split over what is left per rate, VAT inside it', () => {
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [], 2000) });
		// 20 x 40/105 = 7.62, VAT 7.62 x 9/109 = 0.63; 20 x 65/105 = 12.38, VAT 12.38 x 21/121 = 2.15.
		expect(vatOf(draft)).toEqual({ 9: -0.63, 21: -2.15 });
		const at = (rate: number) =>
			draft.lines.filter((line) => line.percentage === rate).map(({ amount }) => amount);
		expect(at(9)).toEqual([-6.99]);
		// 10.23 over 49.59 goods and 4.13 shipping: 9.44 and 0.79.
		expect(at(21)).toEqual([-9.44, -0.79]);
		expect(draft.estimated).toBe(true);
		expect(draft.notes).toHaveLength(1);
	});

	test('over what earlier refunds left', () => {
		const nine = refund(2000, [{ net: 3670, rate: 9, vat: 330, of: 0 }]);
		const input = { order: mixed(), refund: refund(2001, [], 2000), earlierRefunds: [nine] };
		// Only 21 % is left: 20 x 21/121 = 3.47.
		expect(vatOf(creditNoteOf(input))).toEqual({ 21: -3.47 });
	});

	test('of all that is left is not an estimate', () => {
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [], 10500) });
		expect(draft.estimated).toBe(false);
		expect(vatOf(draft)).toEqual({ 9: -3.3, 21: -11.28 });
	});
});

describe('shapes that points of sale and people give a refund', () => {
	// 50.00 and 4.09 of shipping at 21 %: 65.45 with VAT 11.36. VAT inside 20.00: 20 × 21 / 121 = 3.47.
	const sold = order([
		{ net: 5_000, rate: 21 },
		{ role: 'shipping', net: 409, rate: 21 },
	]);
	const creditOf = (one: Json) => creditNoteOf({ order: sold, refund: one });

	test('an amount below zero goes back as well', () => {
		const below = creditOf(refund(2000, [], 2_000, { amount: '-20.00' }));
		expect([below.invoiceAmount, vatOf(below)]).toEqual([-20, { 21: -3.47 }]);
		const half = refund(2000, [{ net: 2_500, rate: 21, of: 0 }], undefined, { amount: '-30.25' });
		expect([creditOf(half).invoiceAmount, vatOf(creditOf(half))]).toEqual([-30.25, { 21: -5.25 }]);
	});

	test('lines that tell what comes back into stock only: the amount counts', () => {
		const stocked = (amount: number) => refund(2000, [{ net: 0, rate: 21, of: 0 }], amount);
		const part = creditOf(stocked(2_000));
		expect([part.invoiceAmount, vatOf(part), part.estimated]).toEqual([-20, { 21: -3.47 }, true]);
		const all = creditOf(stocked(6_545));
		expect([all.invoiceAmount, vatOf(all), all.notes]).toEqual([-65.45, { 21: -11.36 }, []]);
	});
});

describe('a line refunded without VAT (HC-10)', () => {
	const line = { net: 500, rate: 21, vat: 0, of: 1 };

	test('is an amount with VAT at its rate, marked as estimated', () => {
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [line]) });
		// 5.00 x 21/121 = 0.87.
		expect(vatOf(draft)).toEqual({ 21: -0.87 });
		expect(linesOf(draft)).toEqual([['product', '21 products', -4.13]]);
		expect(draft.estimated).toBe(true);
	});

	test("counts as entered when the settings say so ('Refunded Line Without VAT')", () => {
		const settings = settingsWith({ refundWithoutVat: 'asEntered' });
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [line]) }, settings);
		expect(vatOf(draft)).toEqual({});
		expect(linesOf(draft)).toEqual([['product', '21 products', -5]]);
		expect(draft.notes).toHaveLength(1);
	});
});

describe('lines that do not add up to the amount', () => {
	// As recorded: amount 5.00 with a line of 10.70 and VAT 2.25 (WC-603).
	const input = {
		order: order([{ net: 2140, rate: 21 }]),
		refund: refund(2000, [{ net: 1070, rate: 21, vat: 225, of: 0 }], 500),
	};

	test('need attention', () => {
		expect(refundOf(input)).toMatchObject({ outcome: 'attention', code: 'REFUND_AMOUNT_DIFFERS' });
	});

	test("count for the amount when the settings say so ('Refund Amount Differs From Its Lines')", () => {
		const draft = creditNoteOf(input, settingsWith({ refundAmountDiffers: 'book' }));
		expect(draft).toMatchObject({ invoiceAmount: -5, estimated: true });
		expect(vatOf(draft)).toEqual({ 21: -0.87 });
	});

	test('by a cent or two are closed with a rounding line (J040)', () => {
		const rounded = { ...input, refund: refund(2000, [{ net: 1070, rate: 21, of: 0 }], 1296) };
		expect(linesOf(creditNoteOf(rounded))).toEqual([
			['product', '21 products', -10.7],
			['rounding', 'rounding', -0.01],
		]);
		const without = settingsWith({ roundingAccountId: undefined });
		expect(refundOf(rounded, without).code).toBe('ROUNDING_ACCOUNT_MISSING');
	});
});

describe('never more than what is left (HC-11)', () => {
	const sale = order([
		{ net: 1000, rate: 21 },
		{ net: 1000, rate: 9 },
	]);

	test('a cent too much on the order is left out and noted', () => {
		// 12.10 + 10.90 = 23.00 is left.
		const draft = creditNoteOf({ order: sale, refund: refund(2000, [], 2301) });
		expect(draft.invoiceAmount).toBe(-23);
		expect(draft.notes[0]).toContain('€ 23.00 of € 23.01');
	});

	test('a cent too much at one rate is left out and noted', () => {
		const lines = [{ net: 1001, rate: 21, vat: 210, of: 0 }];
		const draft = creditNoteOf({ order: sale, refund: refund(2000, lines) });
		expect(draft.invoiceAmount).toBe(-12.1);
		expect(draft.notes).toHaveLength(1);
	});

	test.each([
		['on the order', refund(2000, [], 2302)],
		['at one rate', refund(2000, [{ net: 1100, rate: 21, of: 0 }])],
	])('more %s needs attention', (_, tooMuch) => {
		const result = refundOf({ order: sale, refund: tooMuch });
		expect(result).toMatchObject({ outcome: 'attention', code: 'REFUND_EXCEEDS_ORDER' });
		expect(result.tip).not.toBe('');
	});
});

describe('what is not a credit note (yet)', () => {
	const sale = order([{ net: 1000, rate: 21 }]);

	test.each<[string, string, Json, Json]>([
		['nothingToBook', 'REFUND_EMPTY', sale, refund(2000, [], 0)],
		['wait', 'REFUND_ORDER_NOT_BOOKED', { ...sale, status: 'pending' }, refund(2000, [], 100)],
		['nothingToBook', 'REFUND_ORDER_SKIPPED', { ...sale, status: 'failed' }, refund(2000, [], 100)],
		[
			'attention',
			'REFUND_ORDER_SKIPPED',
			{ ...sale, status: 'cancelled', date_paid_gmt: '2026-03-01T11:00:00' },
			refund(2000, [], 100),
		],
		['attention', 'REFUND_EXCEEDS_ORDER', order([{ net: 0, rate: 21 }]), refund(2000, [], 100)],
		['attention', 'CURRENCY_NOT_EUR', { ...sale, currency: 'USD' }, refund(2000, [], 100)],
		[
			'attention',
			'NO_VAT_MAPPING',
			order([{ net: 1000, rate: 6 }], { date_created_gmt: '2018-03-01T11:00:00' }),
			refund(2000, [], 100),
		],
		['attention', 'REFUND_UNREADABLE', sale, { amount: '1.00' }],
		['attention', 'ORDER_UNREADABLE', {}, refund(2000, [], 100)],
		['attention', 'ORDER_UNREADABLE', sale, { ...refund(2000, [], 100), amount: 'x' }],
		[
			'attention',
			'REFUNDS_INCOMPLETE',
			{ ...sale, refunds: [{ id: 1999 }] },
			refund(2000, [], 100),
		],
	])('%s %s', (outcome, code, original, one) => {
		expect(refundOf({ order: original, refund: one })).toMatchObject({ outcome, code });
	});

	test('a sale that is known to be booked is credited, whatever its status is by now', () => {
		const input = { order: { ...sale, status: 'cancelled' }, refund: refund(2000, [], 100) };
		expect(refundOf(input).code).toBe('REFUND_ORDER_SKIPPED');
		expect(refundOf({ ...input, saleState: 'booked' })).toMatchObject({
			outcome: 'book',
			total: -1,
		});
		expect(refundOf({ ...input, saleState: 'credited' })).toMatchObject({
			outcome: 'nothingToBook',
			code: 'CREDITED_IN_FULL',
		});
	});

	test.each([
		// The order is of 1 March, the refund of 1 April 2026.
		['nothingToBook', 'BEFORE_FIRST_DATE', { bookFrom: '2026-05-01' }],
		['attention', 'REFUND_OF_EARLIER_ORDER', { bookFrom: '2026-03-15' }],
		['nothingToBook', 'PAYMENT_METHOD_NOT_LIVE', { paymentMethodsToBook: ['paypal'] }],
	])('%s %s: the order was left alone (W087)', (outcome, code, changes) => {
		const [shop] = settingsWith().shops;
		const settings = settingsWith({ shops: [{ ...shop!, ...changes }] });
		const input = { order: sale, refund: refund(2000, [], 100) };
		expect(refundOf(input, settings)).toMatchObject({ outcome, code });
	});

	test('a client who books sales orders credits the invoice in SnelStart', () => {
		const revenueGroups = (['none', 'low', 'high'] as const).map((vatKind) => ({
			vatKind,
			revenueGroupId: vatKind,
		}));
		const settings = settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups } });
		const input = { order: sale, refund: refund(2000, [], 100) };
		expect(refundOf(input, settings).code).toBe('CREDIT_OF_SALES_ORDER');
	});

	test('an earlier refund that is not clear holds up the later one', () => {
		const unclear = refund(1999, [{ net: 500, rate: 21, of: 0 }], 300);
		const input = { order: sale, refund: refund(2000, [], 100), earlierRefunds: [unclear] };
		expect(refundOf(input).code).toBe('EARLIER_REFUND_UNCLEAR');
	});

	test('JouwWeb sends no refunds (J003)', async () => {
		const { transformRefund } = await import('../../../bookkeeping/refunds/transformRefund');
		const input = { order: { id: 1, orderNumber: '1' }, refund: refund(2000, [], 100) };
		expect(transformRefund(input, 'jouwweb', settingsWith()).code).toBe('REFUNDS_NOT_OFFERED');
	});
});

describe('the number and the date', () => {
	test('the refund has its own date in the zone of the shop (HC-19)', () => {
		// 2026-03-31T22:30Z is 1 April in Amsterdam.
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [], 100) });
		expect(draft.invoiceDate).toBe('2026-04-01');
	});

	test('the prefixes of the shop stand before the number of the refund, the invoice is named (W043, W063)', () => {
		const [shop] = settingsWith().shops;
		const settings = settingsWith({
			shops: [{ ...shop!, invoiceNumberPrefix: 'W-', creditNoteNumberPrefix: 'CR' }],
		});
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [], 100) }, settings);
		expect(draft).toMatchObject({ invoiceNumber: 'CRW-2000', description: 'Credit W-1000 / 1000' });
	});

	test('more than 25 characters are refused', () => {
		const [shop] = settingsWith().shops;
		const settings = settingsWith({
			shops: [{ ...shop!, invoiceNumberPrefix: 'W'.repeat(20), creditNoteNumberPrefix: 'CR' }],
		});
		const result = refundOf({ order: mixed(), refund: refund(2000, [], 100) }, settings);
		expect(result.code).toBe('INVOICE_NUMBER_TOO_LONG');
	});

	test('the cost centre is that of the sale', () => {
		const settings = settingsWith({ costCentreId: 'centre' });
		const draft = creditNoteOf({ order: mixed(), refund: refund(2000, [], 2000) }, settings);
		expect(draft.lines.every(({ costCentreId }) => costCentreId === 'centre')).toBe(true);
	});
});

describe('what was kept when it was booked', () => {
	test('is credited on its own accounts, whatever the settings say now', () => {
		const original = wooCommerceOrder('after_partial_refund');
		const bookedDraft = JSON.stringify(draftOf({ ...original, refunds: [] }));
		const moved = settingsWith().vatMapping.map((row) => ({ ...row, productsAccountId: 'moved' }));
		const input = { order: original, refund: recorded('refund_partial_items') };
		const settings = settingsWith({ vatMapping: moved });
		expect(linesOf(creditNoteOf({ ...input, bookedDraft }, settings))[0]?.[1]).toBe('21 products');
		expect(linesOf(creditNoteOf(input, settings))[0]?.[1]).toBe('moved');
	});

	test('earlier credit notes count instead of earlier refunds', () => {
		const first = creditNoteOf({ order: mixed(), refund: refund(2000, [], 2000) });
		const input = { order: mixed(), refund: refund(2001, [], 8500) };
		const kept = creditNoteOf({ ...input, earlierCreditNotes: JSON.stringify([first]) });
		const again = creditNoteOf({ ...input, earlierRefunds: [refund(2000, [], 2000)] });
		expect(kept).toEqual(again);
	});

	test('a refund that has its credit note already gets the same one again', () => {
		const input = { order: mixed(), refund: refund(2000, [], 2000) };
		const first = creditNoteOf(input);
		expect(creditNoteOf({ ...input, earlierCreditNotes: [first] })).toEqual(first);
	});

	test('a draft of another order is refused', () => {
		const bookedDraft = { ...draftOf(mixed()), orderKey: 'test-client/woocommerce/1' };
		const input = { order: mixed(), refund: refund(2000, [], 100), bookedDraft };
		expect(refundOf(input).code).toBe('BOOKED_DRAFT_INVALID');
		expect(refundOf({ ...input, bookedDraft: 'x' }).code).toBe('BOOKED_DRAFT_INVALID');
	});

	test('a cancelled order that was booked is credited', () => {
		const original = { ...mixed(), status: 'cancelled' };
		const input = {
			order: original,
			refund: refund(2000, [], 10500),
			bookedDraft: draftOf(mixed()),
		};
		expect(creditNoteOf(input).invoiceAmount).toBe(-105);
	});
});

test('a VAT-free export keeps its account (W053)', () => {
	const original = wooCommerceOrder('rest_export_us');
	const total = Math.round(Number(original.total) * 100);
	const draft = creditNoteOf({ order: original, refund: refund(5000, [], total - 100) });
	expect(draft).toMatchObject({ regime: 'export', vat: [] });
	expect(new Set(draft.lines.map(({ ledgerAccountId }) => ledgerAccountId.split(' ')[0]))).toEqual(
		new Set(['export']),
	);
});

test('findings hold no personal data', () => {
	const result = refundOf({ order: mixed(), refund: refund(2000, [], 99999) });
	expect(JSON.stringify(result)).not.toMatch(/Ada|mail\.example/);
});

describe('what is said of a refund', () => {
	const known = {
		orderKey: 'test-client/woocommerce/1000/refund/2000',
		originalOrderKey: 'test-client/woocommerce/1000',
		client: 'test-client',
		shop: 'woocommerce',
		orderId: '1000',
		orderNumber: '1000',
		orderStatus: 'processing',
		orderDate: '2026-04-01',
		refundId: '2000',
	};
	const unknown = { total: null, vat: null, regime: '', fingerprint: '', estimated: false };

	test('that is booked', () => {
		const { draft, ...said } = refundOf({
			order: sale,
			refund: refund(2000, [{ net: 500, rate: 21, of: 0 }]),
		});
		expect(said).toEqual({
			...known,
			outcome: 'book',
			total: -6.05,
			vat: -1.05,
			regime: 'domestic',
			fingerprint: 'EUR -6.05 | 21% -5.00+-1.05',
			estimated: false,
			code: '',
			message: '',
			tip: '',
			facts: {},
		});
		expect(draft!.lines[0]).toMatchObject({ reason: 'As in the booking of 1000' });
	});

	test.each<[string, string, string, Json, Json]>([
		['nothingToBook', 'REFUND_EMPTY', 'The refund is € 0.00.', {}, refund(2000, [], 0)],
		[
			'wait',
			'REFUND_ORDER_NOT_BOOKED',
			'The status of the order is "pending", which is not booked.',
			{ status: 'pending' },
			refund(2000, [], 100),
		],
		[
			'nothingToBook',
			'REFUND_ORDER_SKIPPED',
			'The status of the order is "failed", which is not booked.',
			{ status: 'failed' },
			refund(2000, [], 100),
		],
		...['date_paid', 'date_paid_gmt'].map((field): [string, string, string, Json, Json] => [
			'attention',
			'REFUND_ORDER_SKIPPED',
			'The status of the order is "failed", which is not booked. It was paid, so it may have been booked before.',
			{ status: 'failed', [field]: '2026-03-01T11:00:00' },
			refund(2000, [], 100),
		]),
		[
			'attention',
			'REFUND_EXCEEDS_ORDER',
			'The refund is € 1.00, the order is free.',
			{ total: '0.00', line_items: [], tax_lines: [] },
			refund(2000, [], 100),
		],
		[
			'attention',
			'REFUNDS_INCOMPLETE',
			'The order names refund 1998, 1999, which was not handed over.',
			{ refunds: [{ id: 1998 }, { id: 1999 }, { id: 2000 }, { id: 2001 }] },
			refund(2000, [], 100),
		],
	])('%s %s', (outcome, code, message, changes, one) => {
		const raw = { ...sale, ...changes };
		expect(refundOf({ order: raw, refund: one })).toEqual({
			...known,
			...unknown,
			orderStatus: raw.status,
			outcome,
			...told(code, message),
		});
	});

	test('of a sale that is credited in full in the books', () => {
		const input = { order: sale, refund: refund(2000, [], 100), saleState: 'credited' as const };
		expect(refundOf(input)).toEqual({
			...known,
			...unknown,
			outcome: 'nothingToBook',
			...told('CREDITED_IN_FULL', 'The whole order is credited in the books.'),
		});
	});

	test.each<[string, string, string, Json]>([
		// The order is of 2026-03-01, the refund of 2026-04-01 (W087).
		[
			'attention',
			'REFUND_OF_EARLIER_ORDER',
			'The order is of 2026-03-01; orders are booked from 2026-04-01. The refund is of 2026-04-01.',
			{ bookFrom: '2026-04-01' },
		],
		[
			'nothingToBook',
			'BEFORE_FIRST_DATE',
			'The order is of 2026-03-01; orders are booked from 2026-04-02.',
			{ bookFrom: '2026-04-02' },
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_LIVE',
			'The payment method is "ideal"; booked are cod.',
			{ bookFrom: '2026-01-01', paymentMethodsToBook: ['cod'] },
		],
	])('%s %s: of an order that is not booked', (outcome, code, message, shop) => {
		const input = { order: sale, refund: refund(2000, [], 100) };
		expect(refundOf(input, settingsOf(shop))).toMatchObject({ outcome, ...told(code, message) });
	});

	test('of a shop that sends none (J003)', () => {
		const input = { order: { id: 1, orderNumber: '7' }, refund: refund(2000, [], 100) };
		expect(transformRefund(input, 'jouwweb', settingsWith())).toMatchObject({
			outcome: 'attention',
			orderKey: 'test-client/jouwweb/1/refund/unreadable',
			refundId: '',
			...told('REFUNDS_NOT_OFFERED', 'The shop "jouwweb" sends no refunds.'),
		});
	});

	test('that breaks', () => {
		expect(refundOf({ order: broken(sale, 'tax_lines'), refund: refund(2000, [], 100) })).toEqual({
			...known,
			...unknown,
			orderDate: '',
			outcome: 'attention',
			...programFault('TypeError'),
		});
		expect(refundOf({ order: null, refund: null })).toMatchObject({
			orderKey: 'test-client/woocommerce/unreadable/refund/unreadable',
			originalOrderKey: 'test-client/woocommerce/unreadable',
			...{ orderId: '', orderNumber: '', orderStatus: '', refundId: '' },
		});
	});

	test('of an order that a gift card paid in part, without lines (HC-08)', () => {
		const bookedDraft = { ...draftOf(sale), giftCard: { amount: 5, ledgerAccountId: 'cards' } };
		expect(refundOf({ order: sale, refund: refund(2000, [], 100), bookedDraft })).toMatchObject(
			told(
				'REFUND_GIFT_CARD',
				'A gift card paid a part of the order, and the refund has no lines.',
			),
		);
	});

	test('that an earlier one makes unclear: the earlier one is named', () => {
		const unclear = refund(1999, [{ net: 500, rate: 21, of: 0 }], 300);
		expect(
			refundOf({ order: sale, refund: refund(2000, [], 100), earlierRefunds: [unclear] }),
		).toMatchObject(
			told(
				'EARLIER_REFUND_UNCLEAR',
				'Refund 1999 came before. The amount of the refund is € 3.00, its lines make € 6.05.',
			),
		);
		const unread = broken(refund(1999, [], 100), 'amount');
		expect(
			refundOf({ order: sale, refund: refund(2000, [], 100), earlierRefunds: [unread] }),
		).toMatchObject({
			code: 'EARLIER_REFUND_UNCLEAR',
			message: expect.stringMatching(
				/^Refund 1999 came before\. The program failed: TypeError in .+ \(bookkeeping\/.+\)\.$/,
			),
			facts: { refund: '1999', why: { code: 'CONTENT_UNREADABLE' } },
		});
	});

	test('earlier refunds count by their numbers, not by their letters; an empty one takes nothing', () => {
		// 900 came before 1000: 12.10 less 10.00 leaves 2.10 for 1000; 999 is empty.
		const earlierRefunds = [refund(999, [], 0), refund(1001, [], 100), refund(900, [], 1000)];
		expect(refundOf({ order: sale, refund: refund(1000, [], 210), earlierRefunds })).toMatchObject({
			outcome: 'book',
			estimated: false,
		});
		expect(refundOf({ order: sale, refund: refund(1000, [], 212), earlierRefunds })).toMatchObject(
			told('REFUND_EXCEEDS_ORDER', 'The refund is € 2.12, left of the order is € 2.10.'),
		);
	});

	test('each earlier refund takes from what the ones before it left, oldest first', () => {
		// 8.00 of 12.10, then 4.10 with a cent too much: only after the first one is that too much.
		const earlierRefunds = [refund(1999, [], 410), refund(900, [], 800)];
		expect(refundOf({ order: sale, refund: refund(2000, [], 1), earlierRefunds })).toMatchObject(
			told('REFUND_EXCEEDS_ORDER', 'The refund is € 0.01, left of the order is € 0.00.'),
		);
	});

	test('kept credit notes: not this one, nor one that a correction took back', () => {
		const input = { order: sale, refund: refund(2000, [], 1210) };
		const own = creditNoteOf(input);
		const other = creditNoteOf({ order: sale, refund: refund(1999, [], 210) });
		const reversal = { ...other, orderKey: 'test-client/woocommerce/1000/credit/1' };
		const former = { ...reversal, originalInvoiceNumber: '999' };
		const total = (earlierCreditNotes: unknown) => refundOf({ ...input, earlierCreditNotes }).code;
		expect(total([own])).toBe('');
		expect(total([former])).toBe('');
		expect(total([other])).toBe('REFUND_EXCEEDS_ORDER');
		expect(total([reversal])).toBe('REFUND_EXCEEDS_ORDER');
		expect(total(other)).toBe('REFUND_EXCEEDS_ORDER');
	});
});

describe('refunds that the shop did not give', () => {
	const unread = (changes: Json, shop = 'woocommerce') =>
		unreadRefunds({ ...sale, ...changes }, 'SHOP_UNAVAILABLE', shop, settingsWith());

	test('each that the order names waits, with the answer and without amounts', () => {
		expect(unread({ refunds: [{ id: 66, total: '-1.00' }] })).toEqual([
			{
				outcome: 'wait',
				orderKey: 'test-client/woocommerce/1000/refund/66',
				originalOrderKey: 'test-client/woocommerce/1000',
				client: 'test-client',
				shop: 'woocommerce',
				orderId: '1000',
				orderNumber: '1000',
				orderStatus: 'processing',
				orderDate: '',
				refundId: '66',
				total: null,
				vat: null,
				regime: '',
				fingerprint: '',
				estimated: false,
				...told(
					'REFUND_NOT_READ',
					'The order names this refund, but the shop did not give it (SHOP_UNAVAILABLE).',
				),
			},
		]);
		expect(unread({ refunds: [] })).toEqual([]);
	});

	test('an order that cannot be read, or a shop that is not known, is told', () => {
		expect(unread({ id: '' })).toMatchObject([{ outcome: 'attention', code: 'ORDER_UNREADABLE' }]);
		expect(unread({}, 'other')).toMatchObject([{ outcome: 'attention' }]);
	});
});
