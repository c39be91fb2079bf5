import { salesEntryDraftSchema } from '../../bookkeeping/documents/draft';
import { fc, runs } from '../support/property';
import { settingsWith, transform, vatOf } from './support';

/** More orders with `npm run test:properties`. */
const RUNS = runs(2_000);

// Fees of the generated orders take amounts off at 0 % too.
const settings = settingsWith({ negativeFeeWithoutVat: 'discount' });
const RATES = [
	{ id: 1, percent: 21 },
	{ id: 5, percent: 9 },
	{ id: 8, percent: 0 },
];

/** Half away from zero, by integers of any size: apart from the code under test. */
function divide(dividend: bigint, divisor: bigint): bigint {
	const magnitude = dividend < 0n ? -dividend : dividend;
	const rounded = (2n * magnitude + divisor) / (2n * divisor);
	return dividend < 0n ? -rounded : rounded;
}

const euro = (cents: bigint): string => {
	const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
	return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const item = fc.record({
	gross: fc.bigInt({ min: 1n, max: 500_000n }),
	quantity: fc.integer({ min: 1, max: 20 }),
	discount: fc.integer({ min: 0, max: 100 }),
	rate: fc.constantFrom(...RATES),
});
const charge = fc.record({
	gross: fc.bigInt({ min: -2_000n, max: 5_000n }),
	rate: fc.constantFrom(...RATES),
});
const basket = fc.record({
	items: fc.array(item, { minLength: 1, maxLength: 12 }),
	shipping: fc.option(charge, { nil: undefined }),
	fee: fc.option(charge, { nil: undefined }),
	rounding: fc.integer({ min: -2, max: 2 }),
});

interface Part {
	net: bigint;
	vat: bigint;
	rate: (typeof RATES)[number];
}

/** Prices with VAT, rounded per line as WooCommerce does: VAT inside, net = gross - VAT. */
function part(gross: bigint, rate: Part['rate']): Part {
	const vat = divide(gross * BigInt(rate.percent), BigInt(100 + rate.percent));
	return { net: gross - vat, vat, rate };
}

const taxes = ({ vat, rate }: Part) => [{ id: rate.id, total: euro(vat), subtotal: euro(vat) }];

/** A WooCommerce order, with the VAT per rate and the total it states. */
function orderOf({ items, shipping, fee, rounding }: ReturnType<typeof basketOf>) {
	const lines = items.map(({ gross, quantity, discount, rate }) => {
		const before = part(gross * BigInt(quantity), rate);
		const after = part(divide(gross * BigInt(quantity) * BigInt(100 - discount), 100n), rate);
		return { before, after, quantity };
	});
	const shippingPart =
		shipping && shipping.gross > 0n ? part(shipping.gross, shipping.rate) : undefined;
	const feePart = fee && fee.gross !== 0n ? part(fee.gross, fee.rate) : undefined;
	const parts = [...lines.map(({ after }) => after), shippingPart, feePart].filter(
		(entry): entry is Part => entry !== undefined,
	);
	const vat = new Map<number, bigint>();
	for (const { rate, vat: amount } of parts) vat.set(rate.id, (vat.get(rate.id) ?? 0n) + amount);
	const total = parts.reduce((sum, { net, vat: amount }) => sum + net + amount, BigInt(rounding));
	const raw = {
		id: 7,
		number: '7',
		status: 'processing',
		currency: 'EUR',
		date_created_gmt: '2026-11-22T12:00:00',
		total: euro(total),
		billing: { first_name: 'Jo', last_name: 'Bakker', country: 'NL', email: 'jo@example.com' },
		line_items: lines.map(({ before, after, quantity }, id) => ({
			id,
			name: `Product ${id}`,
			quantity,
			subtotal: euro(before.net),
			total: euro(after.net),
			total_tax: euro(after.vat),
			taxes: taxes(after),
		})),
		shipping_lines: shippingPart
			? [
					{
						id: 90,
						method_title: 'Post',
						total: euro(shippingPart.net),
						total_tax: euro(shippingPart.vat),
						taxes: taxes(shippingPart),
					},
				]
			: [],
		fee_lines: feePart
			? [
					{
						id: 91,
						name: 'Fee',
						total: euro(feePart.net),
						total_tax: euro(feePart.vat),
						taxes: taxes(feePart),
					},
				]
			: [],
		tax_lines: [...vat].map(([id, amount]) => ({
			rate_id: id,
			rate_percent: RATES.find((rate) => rate.id === id)?.percent,
			tax_total: euro(amount),
			shipping_tax_total: '0.00',
		})),
		refunds: [],
	};
	return { raw, vat, total };
}

const basketOf = (given: {
	items: Array<{ gross: bigint; quantity: number; discount: number; rate: (typeof RATES)[number] }>;
	shipping: { gross: bigint; rate: (typeof RATES)[number] } | undefined;
	fee: { gross: bigint; rate: (typeof RATES)[number] } | undefined;
	rounding: number;
}) => given;

test(`${RUNS} generated WooCommerce orders: exact to the cent, the shop's VAT per rate, no zero line`, () => {
	fc.assert(
		fc.property(basket, (given) => {
			const { raw, vat, total } = orderOf(basketOf(given));
			const transformed = transform(raw, settings);
			const { outcome, code, draft } = transformed;
			expect(transform(structuredClone(raw), settings)).toEqual(transformed);
			if (outcome !== 'book') {
				// Nothing else may stop such an order: nothing owed, or less than nothing.
				expect(['FREE_ORDER', 'TOTAL_MISMATCH', 'DRAFT_NOT_EXACT']).toContain(code);
				expect(total <= 0n || given.rounding !== 0).toBe(true);
				return;
			}
			salesEntryDraftSchema.parse(draft);
			const cents = (amount: number): bigint => BigInt(Math.round(amount * 100));
			const sum = [...draft!.lines, ...draft!.vat].reduce((a, { amount }) => a + cents(amount), 0n);
			expect(sum).toBe(total);
			expect(cents(draft!.invoiceAmount)).toBe(total);
			expect(draft!.lines.every(({ amount }) => amount !== 0)).toBe(true);
			const stated = [...vat].filter(([, amount]) => amount !== 0n);
			const expected = stated.map(([id, amount]) => [
				String(RATES.find((rate) => rate.id === id)?.percent),
				Number(amount) / 100,
			]);
			expect(vatOf(draft!)).toEqual(Object.fromEntries(expected));
		}),
		{ numRuns: RUNS },
	);
});
