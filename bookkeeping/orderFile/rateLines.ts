import { divideRounded, roundingTolerance, roundToCents, sum, type Micros } from '../money/money';
import type { RawObject } from '../trade/fields';
import { complaint } from './complaint';
import { decimal, type FileOrder } from './fileOrder';
import { amountsAt, netAndVat, provenRate, type LineAmounts, type Stated } from './lineAmounts';

/**
 * The lines of an order with one row: one per VAT rate, from the columns of the rates, or one at the
 * rate that its total and VAT prove.
 *
 * @throws Complaint when the rates are not known or do not make the total
 */
export function rateLines(order: FileOrder): RawObject[] {
	const total = order.total();
	const perRate = ratesStated(order);
	const lines = perRate.length === 0 ? [onlyLine(order, total)] : amountsPerRate(perRate, total);
	const found = sum(lines.map(({ net, vat }) => net + vat));
	const tolerance = roundingTolerance(lines.length);
	if (Math.abs(roundToCents(found) - roundToCents(total)) > tolerance) {
		throw complaint(order.first.row, {
			...{ case: 'sum', number: order.number, total: roundToCents(total) },
			lines: roundToCents(found),
		});
	}
	const stated = order.totalVat();
	const vat = sum(lines.map((line) => line.vat));
	if (stated !== undefined && Math.abs(roundToCents(vat) - roundToCents(stated)) > tolerance) {
		throw complaint(order.first.row, {
			...{ case: 'vat', number: order.number, vat: roundToCents(stated) },
			lines: roundToCents(vat),
		});
	}
	return lines.map((line) => ({
		title: order.text('lineTitle') || `${line.rate / 100} %`,
		percentage: line.rate / 100,
		net: decimal(line.net),
		vat: decimal(line.vat),
	}));
}

interface AtRate extends Stated {
	rate: number;
}

/** What the columns of the rates hold; rates at which nothing was sold are left out. */
function ratesStated(order: FileOrder): AtRate[] {
	const byRate = new Map<number, AtRate>();
	for (const { percentage, holds, place } of order.columns.rates) {
		const amount = order.amountAt(order.first, place);
		if (amount === undefined) continue;
		const rate = Math.round(percentage * 100);
		byRate.set(rate, { ...(byRate.get(rate) ?? { rate }), [holds]: amount });
	}
	return [...byRate.values()].filter(({ gross, net, vat }) =>
		[gross, net, vat].some((amount) => (amount ?? 0) !== 0),
	);
}

/**
 * Where only the VAT of a rate is stated, its turnover is what that VAT belongs to; the cents that
 * rounding leaves open are settled by the total of the order, as far as rounding can explain them.
 */
function amountsPerRate(stated: readonly AtRate[], total: Micros): LineAmounts[] {
	const lines = stated.map((one) => {
		const { rate, vat = 0 } = one;
		const isVatOnly = one.net === undefined && one.gross === undefined && rate > 0;
		const line = isVatOnly
			? { rate, net: divideRounded(vat * 10_000, rate), vat }
			: wholeCents(amountsAt(rate, one)!, one);
		return { ...line, unsure: isVatOnly ? divideRounded(50_000_000, rate) + 10_000 : 0 };
	});
	const gap = total - sum(lines.map(({ net, vat }) => net + vat));
	const unsure = sum(lines.map((line) => line.unsure));
	const isExplained = unsure > 0 && Math.abs(gap) <= unsure;
	const widest = lines.reduce((most, line) => (line.unsure > most.unsure ? line : most), lines[0]!);
	return lines.map(({ rate, net, vat, ...line }) => ({
		rate,
		net: isExplained && line.unsure === widest.unsure && rate === widest.rate ? net + gap : net,
		vat,
	}));
}

/** VAT that is not stated is rounded to cents, as a shop does that states it per rate. */
function wholeCents(amounts: LineAmounts, stated: Stated): LineAmounts {
	if (netAndVat(stated)) return amounts;
	const vat = roundToCents(amounts.vat) * 10_000;
	return {
		...amounts,
		vat,
		net: amounts.net + (stated.gross === undefined ? 0 : amounts.vat - vat),
	};
}

function onlyLine(order: FileOrder, total: Micros): LineAmounts {
	const vat = order.totalVat();
	const stated = { gross: total, ...(vat !== undefined && { vat }) };
	const rate = provenRate(stated, order.rates);
	const amounts = rate === undefined ? undefined : amountsAt(rate, stated);
	if (amounts) return amounts;
	throw complaint(order.first.row, { case: 'rate', number: order.number });
}
