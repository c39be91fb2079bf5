import { MICROS_PER_CENT, sum, type Cents, type Micros } from '../money/money';
import type { ChargedVat, ShopLine, ShopOrder, SpreadAmount } from '../trade/order';
import type { RefundLine, ShopRefund } from '../trade/refund';
import { sumByRate } from '../trade/vatRates';
import { centsOf, inEuro, type ExchangeRate } from '../money/exchangeRate';
import { share } from './share';

type Convert = (foreign: Micros) => Cents;

/**
 * An order of another currency as an order in euro (HC-13). Its total is rounded once, and so
 * is the VAT per rate; what the total leaves for the amounts without VAT is split over the VAT
 * rates and then over their lines. So the order adds up to the cent wherever it did in its own currency,
 * and a gap that it had there remains one.
 */
export function orderInEuro(order: ShopOrder, rate: ExchangeRate): ShopOrder {
	const convert: Convert = (foreign) => centsOf(foreign, rate);
	const total = inEuro(order.total, rate);
	const { lines, spread, vatPerRate } = partsInEuro(order, order.total, total, convert);
	return {
		...order,
		currency: 'EUR',
		foreign: {
			currency: order.currency,
			total: order.total,
			rate: rate.stated,
			quoted: rate.quoted,
		},
		total,
		paidByGiftCard: inEuro(order.paidByGiftCard, rate),
		...(order.creditAsDiscount && { creditAsDiscount: inEuro(order.creditAsDiscount, rate) }),
		lines: lines.map((line, index) => withDiscount(line, order.lines[index], convert)),
		spread,
		vatPerRate,
		...(order.statedVat !== undefined && { statedVat: inEuro(order.statedVat, rate) }),
	};
}

/**
 * A refund in the currency of its order as one in euro, at the rate of the order. The amounts of all
 * refunds together are rounded, and this one gets what it adds: so a full set of refunds makes the
 * order to the cent.
 *
 * @param before what was refunded earlier, in the foreign currency; `whole` is the order's total.
 * @param count how many refunds were made until this one.
 */
export function refundInEuro(
	refund: ShopRefund,
	rate: ExchangeRate,
	{ before, whole, count }: { before: Cents; whole: Cents; count: number },
): ShopRefund {
	const convert: Convert = (foreign) => centsOf(foreign, rate);
	const amount = addedInEuro(before, refund.amount, rate);
	const { lines, vatPerRate } = partsInEuro(
		{ ...refund, spread: [] },
		refund.amount,
		amount,
		convert,
	);
	return {
		...refund,
		amount,
		lines: lines.map(({ original, ...line }) => ({
			...line,
			...(original && { original: lineInEuro(original, convert) }),
		})),
		vatPerRate,
		converted: { isLast: before + refund.amount === whole, tolerance: count },
	};
}

/** What an amount adds to those before it, in euro cents: the sum of all of them is rounded once. */
export function addedInEuro(before: Cents, amount: Cents, rate: ExchangeRate): Cents {
	return inEuro(before + amount, rate) - inEuro(before, rate);
}

interface Parts<Line> {
	lines: readonly Line[];
	spread: readonly SpreadAmount[];
	/** As the document states it; empty when only its lines do. */
	vatPerRate: readonly ChargedVat[];
}

/**
 * The amounts of a document in whole cents that make its total, but for the gap it had before.
 *
 * @param foreignTotal in the foreign currency; `total` is the same in euro cents.
 */
function partsInEuro<Line extends Pick<ShopLine, 'net' | 'vat'>>(
	{ lines, spread, vatPerRate }: Parts<Line>,
	foreignTotal: Cents,
	total: Cents,
	convert: Convert,
): { lines: Line[]; spread: SpreadAmount[]; vatPerRate: ChargedVat[] } {
	const ofLines = vatByRate(
		lines.map(({ vat }) => vat),
		convert,
	);
	const [stated] = vatByRate([vatPerRate], convert);
	const spreadVat = spread.map(({ vat }) => convert(vat * MICROS_PER_CENT));
	const booked = vatPerRate.length > 0 ? [stated ?? []] : ofLines;
	const foreignVat = vatPerRate.length > 0 ? vatPerRate : lines.flatMap(({ vat }) => vat);
	const gap =
		foreignTotal * MICROS_PER_CENT -
		sum(lines.map(({ net }) => net)) -
		sum(foreignVat.map(({ amount }) => amount)) -
		sum(spread.map(({ gross }) => gross * MICROS_PER_CENT));
	const vat = sum(booked.flat().map(({ amount }) => amount)) / MICROS_PER_CENT + sum(spreadVat);
	// One group of lines per VAT rate, and each amount for the whole order by itself.
	const groups = [...groupsOf(lines).values()];
	const nets = share(
		total - convert(gap) - vat,
		[
			...groups.map((group) => sum(group.map((index) => lines[index]?.net ?? 0))),
			...spread.map(({ gross, vat: inside }) => (gross - inside) * MICROS_PER_CENT),
		],
		convert,
	);
	const lineNets = new Map<number, Cents>();
	groups.forEach((group, at) => {
		const foreign = group.map((index) => lines[index]?.net ?? 0);
		const parts = share(nets[at] ?? 0, foreign, convert);
		group.forEach((index, place) => lineNets.set(index, parts[place] ?? 0));
	});
	return {
		lines: lines.map((line, index) => ({
			...line,
			net: (lineNets.get(index) ?? 0) * MICROS_PER_CENT,
			vat: ofLines[index] ?? [],
		})),
		spread: spread.map((amount, index) => {
			const inside = spreadVat[index] ?? 0;
			return { ...amount, gross: (nets[groups.length + index] ?? 0) + inside, vat: inside };
		}),
		vatPerRate: stated ?? [],
	};
}

/** Lists of VAT in whole cents: rounded once per rate over all lists, then split over them. */
function vatByRate(lists: ReadonlyArray<readonly ChargedVat[]>, convert: Convert): ChargedVat[][] {
	const all = lists.flat().map(({ percentage, amount }) => ({ percentage, amount }));
	for (const [percentage, foreign] of sumByRate(all)) {
		const ofRate = all.filter((one) => sumByRate([one]).has(percentage));
		const parts = share(
			convert(foreign),
			ofRate.map(({ amount }) => amount),
			convert,
		);
		ofRate.forEach((one, index) => {
			one.amount = (parts[index] ?? 0) * MICROS_PER_CENT;
		});
	}
	let place = 0;
	return lists.map(({ length }) => all.slice(place, (place += length)));
}

/** Places of the lines per VAT rate; lines with several rates, or none, are groups of their own. */
function groupsOf(lines: ReadonlyArray<Pick<ShopLine, 'vat'>>): Map<string, number[]> {
	const groups = new Map<string, number[]>();
	lines.forEach(({ vat }, index) => {
		const taxed = vat.filter(({ amount }) => amount !== 0);
		const key = (taxed.length > 0 ? taxed : vat).map(({ percentage }) => percentage).join(' ');
		groups.set(key, [...(groups.get(key) ?? []), index]);
	});
	return groups;
}

function withDiscount(line: ShopLine, foreign: ShopLine | undefined, convert: Convert): ShopLine {
	const discount = foreign ? convert(foreign.netBeforeDiscount - foreign.net) : 0;
	return { ...line, netBeforeDiscount: line.net + discount * MICROS_PER_CENT };
}

/** A line by itself, each amount rounded. */
function lineInEuro(
	line: NonNullable<RefundLine['original']>,
	convert: Convert,
): NonNullable<RefundLine['original']> {
	const rounded = (foreign: Micros): Micros => convert(foreign) * MICROS_PER_CENT;
	return {
		...line,
		net: rounded(line.net),
		netBeforeDiscount: rounded(line.netBeforeDiscount),
		vat: line.vat.map(({ percentage, amount }) => ({ percentage, amount: rounded(amount) })),
	};
}
