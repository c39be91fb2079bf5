import { allocate } from '../money/allocate';
import { roundingTolerance, roundToCents, sum, type Micros } from '../money/money';
import type { RawObject } from '../trade/fields';
import { complaint } from './complaint';
import { decimal, type FileOrder } from './fileOrder';
import { amountsAt, provenRate, times, type LineAmounts, type Stated } from './lineAmounts';
import { hasLine, textIn, type FileRow } from './record';

/** How prices, shipping and discount are to be taken whose columns do not say it. */
interface Reading {
	prices: 'gross' | 'net';
	/** Whether the discount of the order is in its lines already. */
	discountInLines: boolean;
}

const READINGS: readonly Reading[] = [
	{ prices: 'gross', discountInLines: true },
	{ prices: 'gross', discountInLines: false },
	{ prices: 'net', discountInLines: true },
	{ prices: 'net', discountInLines: false },
];

interface Line extends LineAmounts {
	kind: 'product' | 'shipping';
	title: string;
	sku: string;
	quantity: string;
	netBeforeDiscount?: Micros;
}

/**
 * The lines of an order with a row per line. Whether prices are with VAT, and whether the discount is
 * in them, is decided by what makes the total and the VAT of the order; nothing is taken for granted.
 *
 * @throws Complaint when no reading makes the total
 */
export function orderLines(order: FileOrder): RawObject[] {
	const total = order.total();
	const vat = order.totalVat();
	const tried = READINGS.map((reading) => attempt(() => linesBy(reading, order)));
	const all = tried.flatMap(({ lines }) => (lines ? [lines] : []));
	const fitting =
		all.find((lines) => fits(lines, total, vat)) ?? all.find((one) => fits(one, total));
	if (!fitting) {
		throw (
			tried[0]?.why ??
			complaint(order.first.row, {
				...{ case: 'sum', number: order.number, total: roundToCents(total) },
				lines: roundToCents(sum((all[0] ?? []).map(({ net, vat: tax }) => net + tax))),
			})
		);
	}
	if (vat === undefined || fits(fitting, total, vat)) return fitting.map(asRaw);
	throw complaint(order.first.row, {
		...{ case: 'vat', number: order.number, vat: roundToCents(vat) },
		lines: roundToCents(sum(fitting.map((line) => line.vat))),
	});
}

/** A way to read the lines that the rates rule out is not the only way. */
function attempt(read: () => Line[]): { lines?: Line[]; why?: unknown } {
	try {
		return { lines: read() };
	} catch (why) {
		return { why };
	}
}

function fits(lines: readonly Line[], total: Micros, vat?: Micros): boolean {
	const tolerance = roundingTolerance(lines.length);
	const isNear = (found: Micros, stated: Micros) =>
		Math.abs(roundToCents(found) - roundToCents(stated)) <= tolerance;
	const found = sum(lines.map((line) => line.vat));
	return (
		isNear(sum(lines.map(({ net }) => net)) + found, total) &&
		(vat === undefined || isNear(found, vat))
	);
}

function linesBy(reading: Reading, order: FileOrder): Line[] {
	const products = order.rows
		.filter((row) => hasLine(row, order.columns))
		.map((row) => productLine(row, reading, order));
	const discount = order.amount('discount') ?? 0;
	const lines =
		discount === 0 || reading.discountInLines
			? products
			: withDiscount(products, Math.abs(discount), reading);
	const shipping = shippingLine(lines, reading, order);
	return shipping ? [...lines, shipping] : lines;
}

function productLine(row: FileRow, { prices }: Reading, order: FileOrder): Line {
	const pieces = order.amountIn(row, 'lineQuantity') ?? 1_000_000;
	const whole = (field: 'linePrice' | 'linePriceGross' | 'linePriceNet') => {
		const price = order.amountIn(row, field);
		return price === undefined ? undefined : times(price, pieces);
	};
	const price = whole('linePrice');
	const stated = statedBy({
		gross:
			order.amountIn(row, 'lineGross') ??
			whole('linePriceGross') ??
			(prices === 'gross' ? price : undefined),
		net:
			order.amountIn(row, 'lineNet') ??
			whole('linePriceNet') ??
			(prices === 'net' ? price : undefined),
		vat: order.amountIn(row, 'lineVat'),
	});
	const rate =
		order.percentageIn(row, 'linePercentage') ??
		provenRate(stated, order.rates) ??
		rateOfOrder(order);
	const amounts = rate === undefined ? undefined : amountsAt(rate, stated);
	if (!amounts) throw complaint(row.row, { case: 'rate', number: order.number });
	return {
		kind: 'product',
		title: textIn(row, order.columns, 'lineTitle'),
		sku: textIn(row, order.columns, 'lineSku'),
		quantity: decimal(pieces).replace(/\.00$/, ''),
		...amounts,
	};
}

/** Of a file that states the rate of no line: the one that the total and the VAT of the order prove. */
function rateOfOrder(order: FileOrder): number | undefined {
	if (order.columns.fields.linePercentage !== undefined) return undefined;
	return provenRate(
		statedBy({ gross: order.total(), net: undefined, vat: order.totalVat() }),
		order.rates,
	);
}

/** What is stated of a line once: an amount for all pieces takes precedence over the price of one. */
function statedBy({
	gross,
	net,
	vat,
}: { [Part in keyof Stated]: Stated[Part] | undefined }): Stated {
	return {
		...(gross !== undefined && { gross }),
		...(net !== undefined && { net }),
		...(vat !== undefined && { vat }),
	};
}

/** Takes a discount of the whole order off its products, in the share of what they cost. */
function withDiscount(lines: readonly Line[], discount: Micros, { prices }: Reading): Line[] {
	const price = ({ net, vat }: Line) => (prices === 'gross' ? net + vat : net);
	const weights = lines.map((line) => Math.max(0, roundToCents(price(line))));
	if (weights.length === 0) return [];
	const parts = allocate(roundToCents(discount), weights);
	return lines.map((line, index) => {
		const less = price(line) - parts[index]! * 10_000;
		const amounts = amountsAt(line.rate, prices === 'gross' ? { gross: less } : { net: less })!;
		return { ...line, ...amounts, netBeforeDiscount: line.net };
	});
}

function shippingLine(
	lines: readonly Line[],
	{ prices }: Reading,
	order: FileOrder,
): Line | undefined {
	const some = order.amount('shipping');
	const stated = statedBy({
		gross: order.amount('shippingGross') ?? (prices === 'gross' ? some : undefined),
		net: order.amount('shippingNet') ?? (prices === 'net' ? some : undefined),
		vat: order.amount('shippingVat'),
	});
	if ([stated.gross, stated.net].every((amount) => (amount ?? 0) === 0)) return undefined;
	const rate = shippingRate(lines, stated, order);
	if (rate === undefined) {
		throw complaint(order.first.row, { case: 'rate', number: order.number });
	}
	const amounts = amountsAt(rate, stated)!;
	return { kind: 'shipping', title: order.heading('shipping'), sku: '', quantity: '1', ...amounts };
}

/** As stated; as its own amounts prove; that of all goods; or the one that makes the VAT of the order. */
function shippingRate(
	lines: readonly Line[],
	stated: Stated,
	order: FileOrder,
): number | undefined {
	const said = order.percentageIn(order.first, 'shippingPercentage');
	const proven = said ?? provenRate(stated, order.rates);
	if (proven !== undefined) return proven;
	const rates = [...new Set(lines.map(({ rate }) => rate))];
	if (rates.length === 1) return rates[0];
	const vat = order.totalVat();
	if (vat === undefined) return undefined;
	const left = vat - sum(lines.map((line) => line.vat));
	const fitting = rates.filter(
		(rate) =>
			Math.abs(amountsAt(rate, stated)!.vat - left) <= roundingTolerance(lines.length) * 10_000,
	);
	return fitting.length === 1 ? fitting[0] : undefined;
}

function asRaw({ kind, title, sku, quantity, rate, net, vat, netBeforeDiscount }: Line): RawObject {
	return {
		...(kind !== 'product' && { kind }),
		title,
		...(sku !== '' && { sku }),
		quantity,
		percentage: rate / 100,
		net: decimal(net),
		vat: decimal(vat),
		...(netBeforeDiscount !== undefined && { netBeforeDiscount: decimal(netBeforeDiscount) }),
	};
}
