/**
 * The sums of a WooCommerce 10.5 shop with prices including Dutch VAT, rounding per line and shipping
 * tax class "inherit" (WC-501, WC-508). Amounts are whole cents, or millionths where WooCommerce
 * itself stores six decimals.
 */

export interface Article {
	/** Including Dutch VAT. */
	cents: number;
	/** The Dutch rate, in percent. */
	homeRate: number;
}

export interface Rate {
	id: number;
	percent: number;
}

export interface BasketLine {
	article: Article;
	quantity: number;
	/** The rate of the destination; undefined where no rate counts, as for an export. */
	rate: Rate | undefined;
}

export interface Coupon {
	kind: 'percent' | 'fixed_cart';
	/** Percent, or cents. */
	amount: number;
}

export interface Basket {
	lines: readonly BasketLine[];
	coupons: readonly Coupon[];
	/** Excluding VAT. */
	shippingCents: number;
	/** A fee excluding VAT. */
	feeCents: number;
}

export interface Amount {
	net: number;
	tax: number;
}

export interface Priced {
	/** Per line before and after discounts, and the net after discounts in millionths. */
	lines: Array<{ before: Amount; after: Amount; netMillionths: number }>;
	/** Per coupon; may differ a cent from the discount of the lines. */
	coupons: Amount[];
	shipping: Amount;
	fee: Amount;
	/** The rate of shipping and fee: that of the line with the highest one. */
	extraRate: Rate | undefined;
}

const MILLIONTHS = 10_000;
/** Half up and half down to whole cents; halves down is what WooCommerce does with VAT here. */
const centsUp = (millionths: number): number => Math.floor(millionths / MILLIONTHS + 0.5);
const centsDown = (millionths: number): number => -Math.floor(0.5 - millionths / MILLIONTHS) || 0;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Net and VAT in millionths of an amount that includes Dutch VAT, for the rate of the destination. */
function split(cents: number, { article, rate }: BasketLine): Amount {
	const gross = cents * MILLIONTHS;
	const net = Math.round((gross * 100) / (100 + article.homeRate));
	if (rate === undefined) return { net, tax: 0 };
	const isHome = rate.percent === article.homeRate;
	return { net, tax: isHome ? gross - net : Math.round((net * rate.percent) / 100) };
}

const toCents = ({ net, tax }: Amount): Amount => ({ net: centsUp(net), tax: centsDown(tax) });

/** What one coupon takes off each line, in cents; the dearest article comes first with what is left. */
function discounts(
	coupon: Coupon,
	lines: readonly BasketLine[],
	left: readonly number[],
): number[] {
	const dearest = lines
		.map((_, index) => index)
		.sort((a, b) => lines[b]!.article.cents - lines[a]!.article.cents);
	const given = lines.map(() => 0);
	const one = (index: number, cents: number): number => {
		const taken = Math.min(cents, left[index]! - given[index]!);
		given[index] = given[index]! + taken;
		return taken;
	};
	const cents = (line: BasketLine): number => line.article.cents * line.quantity;
	const wanted =
		coupon.kind === 'percent'
			? Math.ceil((sum(lines.map(cents)) * coupon.amount) / 100 - 0.5)
			: coupon.amount;
	const pieces = sum(lines.map(({ quantity }) => quantity));
	const each = Math.floor(wanted / pieces);
	for (const [index, line] of lines.entries()) {
		const share =
			coupon.kind === 'percent'
				? Math.floor((cents(line) * coupon.amount) / 100)
				: each * line.quantity;
		one(index, share);
	}
	let rest = wanted - sum(given);
	for (const index of dearest) {
		for (let piece = 0; piece < lines[index]!.quantity && rest > 0; piece++) rest -= one(index, 1);
	}
	return given;
}

export function price({ lines, coupons, shippingCents, feeCents }: Basket): Priced {
	const before = lines.map(({ article, quantity }) => article.cents * quantity);
	const after = [...before];
	const perCoupon = coupons.map((coupon) => {
		const given = discounts(coupon, lines, after);
		for (const [index, cents] of given.entries()) after[index] = after[index]! - cents;
		const parts = given.map((cents, index) => split(cents, lines[index]!));
		return {
			net: centsUp(sum(parts.map(({ net }) => net))),
			tax: centsUp(sum(parts.map(({ tax }) => tax))),
		};
	});
	const rates = lines.flatMap(({ rate }) => rate ?? []);
	const extraRate = rates.length === 0 ? undefined : rates.reduce(higher);
	const extra = (net: number): Amount => ({
		net,
		tax: centsDown((net * MILLIONTHS * (extraRate?.percent ?? 0)) / 100),
	});
	return {
		lines: lines.map((line, index) => {
			const whole = split(before[index]!, line);
			const discount = split(before[index]! - after[index]!, line);
			const rest = { net: whole.net - discount.net, tax: whole.tax - discount.tax };
			return { before: toCents(whole), after: toCents(rest), netMillionths: rest.net };
		}),
		coupons: perCoupon,
		shipping: extra(shippingCents),
		fee: extra(feeCents),
		extraRate,
	};
}

const higher = (a: Rate, b: Rate): Rate => (b.percent > a.percent ? b : a);
