import { ossLines } from '../../../bookkeeping/vat/ossLines';
import type { RatedLine, RatedOrder } from '../../../bookkeeping/vat/ratedLines';
import type { RegimeDecision } from '../../../bookkeeping/vat/regime';
import { order } from '../refunds/support';
import { draftOf, linesOf, settingsWith, transform } from '../support';

const oss: RegimeDecision = {
	...{ regime: 'oss', country: 'DE', deliveryCountry: 'DE', date: '2026-03-01', reason: '' },
};
const gross = settingsWith({ ossChargeWithoutVat: 'gross' });

const line = (
	role: RatedLine['role'],
	net: number,
	percentage: number | null,
	more: Partial<RatedLine> = {},
): RatedLine => ({
	...{ role, title: role, sku: '', quantity: '1', percentage, net, discount: 0 },
	...more,
});
const goods: RatedOrder = {
	lines: [line('product', 10_000, 19), line('product', 5_000, 7)],
	vat: [
		{ percentage: 19, amount: 1_900 },
		{ percentage: 7, amount: 350 },
	],
};
const withLine = (...lines: RatedLine[]): RatedOrder => ({
	...goods,
	lines: [...goods.lines, ...lines],
});

test('an order with VAT on all lines, and any other regime, stays as it is', () => {
	expect(ossLines(goods, oss, gross)).toEqual({ rated: goods, notes: [] });
	const untaxed = withLine(line('shipping', 600, null));
	expect(ossLines(untaxed, { ...oss, regime: 'domestic' }, settingsWith())).toEqual({
		...{ rated: untaxed, notes: [] },
	});
});

// 6.00 over 100.00 and 50.00: 4.00 holds 0.64 at 19 % (4 × 19 / 119), 2.00 holds 0.13 at 7 %.
test('shipping without VAT includes it, over the rates of the goods', () => {
	const { rated, notes } = ossLines(withLine(line('shipping', 600, null)), oss, gross);
	expect(rated.lines.slice(2).map(({ percentage, net }) => [percentage, net])).toEqual([
		[19, 336],
		[7, 187],
	]);
	expect(rated.vat).toEqual([
		{ percentage: 19, amount: 1_964 },
		{ percentage: 7, amount: 363 },
	]);
	expect(notes).toEqual([
		'The shipping of € 6.00 bears no VAT, while the goods do; VAT of € 0.64 at 19 % and € 0.13 at 7 % inside it is booked, as the settings say.',
	]);
});

test('unless the settings want to look at it', () => {
	const { vat } = goods;
	const one = { vat, lines: [line('product', 10_000, 19), line('fee', 250, 0)] };
	expect(() => ossLines(one, oss, settingsWith())).toThrow(
		expect.objectContaining({
			code: 'OSS_LINE_WITHOUT_VAT',
			message: 'The order has VAT of DE (OSS), and a fee line of € 2.50 without VAT.',
		}),
	);
});

test('a fee below zero is a discount only when the settings say so', () => {
	const fee = withLine(line('fee', -300, null));
	expect(() => ossLines(fee, oss, gross)).toThrow(
		expect.objectContaining({ code: 'UNTAXED_NEGATIVE_FEE' }),
	);
	const settings = settingsWith({
		...{ ossChargeWithoutVat: 'gross', negativeFeeWithoutVat: 'discount' },
	});
	// -2.00 holds -0.32 at 19 %, -1.00 holds -0.07 at 7 %.
	expect(ossLines(fee, oss, settings).rated.vat.map(({ amount }) => amount)).toEqual([1_868, 343]);
});

test.each<[string, RatedLine, RegExp]>([
	['a gift card', line('product', 2_500, null, { giftCard: true }), /gift card .* of € 25\.00/],
	['an article', line('product', 2_500, 0), /articles of € 25\.00/],
	['a discount', line('discount', -100, 0), /articles of € -1\.00/],
])('%s without VAT has no place in it', (_, extra, message) => {
	expect(() => ossLines(withLine(extra), oss, gross)).toThrow(
		expect.objectContaining({
			code: 'OSS_LINE_WITHOUT_VAT',
			message: expect.stringMatching(message) as unknown,
		}),
	);
});

test('what is free is left out', () => {
	const free = withLine(line('product', 500, null, { discount: 500 }));
	expect(ossLines(free, oss, settingsWith())).toEqual({ rated: goods, notes: [] });
});

describe('an order', () => {
	const accounts = (name: string) => ({
		...{ productsAccountId: name, shippingAccountId: name, feesAccountId: name },
	});
	const settings = settingsWith({
		vatMapping: [{ country: 'DE', percentage: 19, vatKind: 'oss', ...accounts('de19') }],
		administration: { name: 'A', accounts: [], vatRates: [], foreignVatAccountId: 'foreign' },
		roundingAccountId: undefined,
		ossChargeWithoutVat: 'gross',
	});
	const german = (changes = {}) => ({
		...order([{ net: 10_000, rate: 19 }]),
		billing: { first_name: 'Ada', country: 'DE' },
		shipping: {},
		...changes,
	});
	const shipping = { method_title: 'Post', total: '6.00', total_tax: '0.00', taxes: [] };

	test('is booked with what was charged; what the shop charged is kept as it was', () => {
		const draft = draftOf(german({ total: '125.00', shipping_lines: [shipping] }), settings);
		// 6.00 holds 0.96 at 19 %.
		expect(linesOf(draft)).toEqual([
			['product', 'de19', 100],
			['shipping', 'de19', 5.04],
			['vat', 'foreign', 19.96],
		]);
		expect(draft.invoiceAmount).toBe(125);
		expect(draft.charged).toEqual([
			{ percentage: 19, net: 100, vat: 19 },
			{ percentage: null, net: 6, vat: 0 },
		]);
	});

	test('with a cent of rounding has it on its largest line (BOE-0061)', () => {
		const draft = draftOf(german({ total: '119.02' }), settings);
		expect(linesOf(draft)).toEqual([
			['product', 'de19', 100.02],
			['vat', 'foreign', 19],
		]);
		expect(draft.notes.join()).toMatch(/€ 0\.02 is booked on the line "/);
		expect(draft.movedCents).toEqual({ onLine: 0.02 });
		expect(transform(german({ total: '119.03' }), settings).code).toBe('TOTAL_MISMATCH');
	});

	test('whose lines have no place gets a tip that leads there', () => {
		const raw = german({ total: '125.00', shipping_lines: [shipping] });
		expect(transform(raw, { ...settings, ossChargeWithoutVat: 'attention' })).toMatchObject({
			code: 'OSS_LINE_WITHOUT_VAT',
			tip: expect.stringContaining("'OSS Charge Without VAT'") as unknown,
		});
	});

	test('with another rate whose row is not OSS gets a tip that leads there', () => {
		const both = german(
			order([
				{ net: 10_000, rate: 19 },
				{ net: 1_000, rate: 7 },
			]),
		);
		const low = { country: 'DE', percentage: 7, vatKind: 'low' as const, ...accounts('x') };
		const mapping = { ...settings, vatMapping: [...settings.vatMapping, low] };
		expect(transform({ ...both, billing: german().billing }, mapping)).toMatchObject({
			...{
				code: 'NO_VAT_MAPPING',
				tip: expect.stringContaining("Choose OSS as 'VAT Rate'") as unknown,
			},
		});
	});
});
