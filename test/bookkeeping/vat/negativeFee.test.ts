import type { ShopLine } from '../../../bookkeeping/trade/order';
import { rateLines } from '../../../bookkeeping/vat/ratedLines';
import { fc, runs } from '../../support/property';
import { order } from '../refunds/support';
import { draftOf, linesOf, vatOf } from '../support';

type Line = { role: ShopLine['role']; net: number; rate: number | null };

const micros = (cents: number) => cents * 10_000;
/** Half away from zero, as WooCommerce rounds tax. */
const rounded = (amount: number) => Math.sign(amount) * Math.round(Math.abs(amount) + 1e-9);

/**
 * What WooCommerce does with a negative fee (`WC_Order_Item_Fee::calculate_taxes` and
 * `get_tax_class_costs`): a part of it per tax class, in proportion to what goods, shipping and fees
 * cost at that class; tax on each part but the one that is not taxable.
 *
 * @param inherits shipping counts at the class of the first taxable product.
 */
function taxesOfFee(fee: number, lines: readonly Line[], inherits: boolean): Map<number, number> {
	const inherited = lines.find(({ rate }) => rate !== null)?.rate ?? null;
	const classOf = ({ role, rate }: Line) =>
		role === 'shipping' && inherits && rate !== null ? inherited : rate;
	const costs = new Map<number | null, number>();
	for (const line of lines) {
		if (line.net < 0) continue;
		costs.set(classOf(line), (costs.get(classOf(line)) ?? 0) + line.net);
	}
	const total = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
	return new Map(
		[...costs].flatMap(
			([rate, cost]): Array<[number, number]> =>
				rate === null ? [] : [[rate, rounded((fee * (cost / total) * rate) / 100)]],
		),
	);
}

const shopLine = ({ role, net, rate }: Line, vat?: ShopLine['vat']): ShopLine => ({
	...{
		role,
		title: role,
		sku: '',
		quantity: '1',
		net: micros(net),
		netBeforeDiscount: micros(net),
	},
	vat:
		vat ??
		(rate === null ? [] : [{ percentage: rate, amount: micros(rounded((net * rate) / 100)) }]),
});

test('a negative fee is spread as WooCommerce does, at the rates of every country', () => {
	const rates = fc.constantFrom([21, 9, 0], [21, 12, 6, 0], [20, 10, 5.5, 2.1], [19, 7, 0]);
	const cases = rates.chain((own) =>
		fc.record({
			goods: fc.array(
				fc.record({
					role: fc.constant('product' as const),
					net: fc.integer({ min: 200, max: 50_000 }),
					rate: fc.constantFrom<number | null>(...own, null),
				}),
				{ minLength: 1, maxLength: 4 },
			),
			shipping: fc.option(fc.integer({ min: 100, max: 2_000 })),
			payment: fc.option(fc.integer({ min: 10, max: 300 })),
			share: fc.integer({ min: 1, max: 90 }),
			inherits: fc.boolean(),
		}),
	);
	fc.assert(
		fc.property(cases, ({ goods, shipping, payment, share, inherits }) => {
			const taxed = goods.map(({ rate }) => rate ?? 0).filter((rate) => rate > 0);
			// Taxes of shipping are those of the first class that is not 0.
			const charged = taxed[0] ?? null;
			const lines: Line[] = [
				...goods,
				...(shipping === null ? [] : [{ role: 'shipping' as const, net: shipping, rate: charged }]),
				...(payment === null ? [] : [{ role: 'fee' as const, net: payment, rate: null }]),
			];
			const whole = lines.reduce((sum, { net }) => sum + net, 0);
			const net = -Math.max(1, Math.floor((whole * share) / 100));
			const vat = [...taxesOfFee(net, lines, inherits)].map(([percentage, cents]) => ({
				percentage,
				amount: micros(cents),
			}));
			const fee = shopLine({ role: 'fee', net, rate: null }, vat);
			const parts = partsOf(lines, fee);
			expect(parts.reduce((sum, [, part]) => sum + part, 0)).toBe(net);
			for (const { percentage, amount } of vat) {
				const ofRate = parts.filter(([rate]) => rate === percentage);
				const base = ofRate.reduce((sum, [, part]) => sum + part, 0);
				// A cent of VAT, and what rounding the VAT and the amount itself leaves.
				expect(Math.abs(base * percentage - (amount / 10_000) * 100)).toBeLessThanOrEqual(151);
			}
		}),
		{ numRuns: runs(2_000) },
	);
});

/** The parts of a negative fee beside some lines, as `[rate, cents]`. */
function partsOf(lines: readonly Line[], fee: ShopLine): Array<[number | null, number]> {
	const rated = rateLines(
		{
			...{ id: '1', number: '1', invoiceNumber: '1', status: '', currency: 'EUR', total: 0 },
			...{ date: '2026-03-01', paymentMethod: { code: '', title: '' }, paidByGiftCard: 0 },
			lines: [...lines.map((line) => shopLine(line)), fee],
			...{ spread: [], vatPerRate: [], pickUp: false, email: '', phone: '', vatNumber: '' },
			...{ chamberOfCommerceNumber: '', refundCount: 0 },
			...{ billing: nobody, shipping: nobody },
		},
		'en',
	);
	const parts = rated.lines.filter((line) => line.role === 'fee' && line.net < 0);
	return parts.map(({ percentage, net }) => [percentage, net]);
}
const vatOfFee = (parts: Record<number, number>): ShopLine['vat'] =>
	Object.entries(parts).map(([rate, cents]) => ({
		percentage: Number(rate),
		amount: micros(cents),
	}));

// 205.93 in all: 170.10 + 5.56 of shipping at 7 % take 70.26 of 82.37, 29.64 at 19 % take 11.86.
test('shipping counts at the class of the first article, a fee without VAT stays without', () => {
	const fee = { role: 'fee' as const, net: -8237, rate: null };
	const parts = partsOf(
		[
			{ role: 'product', net: 17_010, rate: 7 },
			{ role: 'product', net: 2_964, rate: 19 },
			{ role: 'shipping', net: 556, rate: 19 },
			{ role: 'fee', net: 63, rate: null },
		],
		shopLine(fee, vatOfFee({ 7: -492, 19: -225 })),
	);
	expect(parts).toEqual([
		[7, -7026],
		[19, -1186],
		[null, -25],
	]);
});

// A card of 100.00 comes first: 10.00 of shipping counts at its class of 21 %, that nothing bears.
test('shipping may count at the class of an article that is not taxed', () => {
	const fee = { role: 'fee' as const, net: -3_200, rate: null };
	const parts = partsOf(
		[
			{ role: 'product', net: 10_000, rate: null },
			{ role: 'product', net: 5_000, rate: 9 },
			{ role: 'shipping', net: 1_000, rate: 9 },
		],
		// 10.00 at 9 %, 2.00 at 21 %, 20.00 without.
		shopLine(fee, vatOfFee({ 9: -90, 21: -42 })),
	);
	expect(Object.fromEntries(parts)).toEqual({ 9: -1_000, 21: -200, null: -2_000 });
});

const nobody = {
	...{
		firstName: '',
		lastName: '',
		company: '',
		street: '',
		postcode: '',
		city: '',
		country: 'NL',
	},
};

test('in an order: 10.00 off 60.00 at 21 %, 30.00 at 9 % and 10.00 of shipping at 21 %', () => {
	const raw = order(
		[
			{ net: 6000, rate: 21 },
			{ net: 3000, rate: 9 },
			{ role: 'shipping', net: 1000, rate: 21 },
		],
		{},
	);
	const fee = {
		...{ id: 190, name: 'Loyalty', total: '-10.00', total_tax: '-1.74' },
		// 7.00 at 21 % and 3.00 at 9 %.
		taxes: [
			{ id: idOf(raw, 21), total: '-1.47' },
			{ id: idOf(raw, 9), total: '-0.27' },
		],
	};
	const taxLines = (raw.tax_lines as Json[]).map((row) => ({
		...row,
		tax_total: row.rate_percent === 21 ? '11.13' : '2.43',
		shipping_tax_total: row.rate_percent === 21 ? '2.10' : '0.00',
	}));
	const changed = { ...raw, fee_lines: [fee], tax_lines: taxLines, total: '105.66' };
	const draft = draftOf(changed);
	expect(linesOf(draft).filter(([role]) => role === 'fee')).toEqual([
		['fee', '21 fees', -7],
		['fee', '9 fees', -3],
	]);
	expect(vatOf(draft)).toEqual({ 21: 13.23, 9: 2.43 });
});

type Json = Record<string, unknown>;
const idOf = (raw: Json, rate: number) =>
	(raw.tax_lines as Json[]).find((row) => Number(row.rate_percent) === rate)?.rate_id;
