import { allocate } from '../money/allocate';
import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { reason } from '../codes/register';
import { Finding } from '../trade/findings';
import {
	divideRounded,
	sum,
	vatInside,
	vatOnTop,
	type Cents,
	roundingTolerance,
} from '../money/money';
import type { Settings } from '../settings/settings';
import { lineText } from '../vat/lineTexts';
import type { BasketShare } from '../vat/spread';
import { cutText } from '../trade/text';
import {
	addVat,
	isSamePlace,
	leftWithout,
	openRates,
	openTotal,
	titleOf,
	type OpenLine,
	type OpenRate,
	type OpenSale,
	type OpenVat,
} from './openSale';
import { isSameRate, missedVat } from '../documents/centPerLine';
import { rateRefund, type RatedRefund, type RefundPart } from './rateRefund';
import type { ShopRefund } from '../trade/refund';

/** What a credit note takes back; amounts as they were booked, so positive for a product. */
export interface Credit {
	lines: OpenLine[];
	vat: OpenVat[];
	/** The shop stated no VAT, or not in full. */
	estimated: boolean;
	/** Cents on a line, so that the lines make the amount: a distance sale takes no rounding account. */
	onLine?: Cents;
	notes: DraftText[];
}

/**
 * Decides what a refund takes back of what is left of the sale.
 *
 * - All that is left: the exact mirror of it, never recomputed (HC-11).
 * - Lines: each in proportion, with the shop's own net and VAT per rate (W043); discounts, shipping
 *   and fees on the accounts they were booked on (W044).
 * - An amount only: split over what is left per rate, VAT inside it (HC-09).
 *
 * Never more than is left: a cent too much is left out and noted, more is refused. Where an earlier
 * refund of an amount took at a rate what these lines take back, that counts for the other rates.
 *
 * @throws Finding when the refund does not fit the sale.
 */
export function creditOf(
	refund: ShopRefund,
	open: OpenSale,
	basket: readonly BasketShare[],
	settings: Settings,
): Credit {
	const left = openTotal(open);
	// What rounding to euro may have made of this refund and those before it.
	const { isLast = false, tolerance: drift = 0 } = refund.converted ?? {};
	if (refund.amount > left + 1 + drift || left <= 0) {
		throw new Finding('REFUND_EXCEEDS_ORDER', { case: 'total', refund: refund.amount, left });
	}
	const endsIt = isLast && Math.abs(refund.amount - left) <= 1 + drift;
	const amount = endsIt ? left : Math.min(refund.amount, left);
	const { lineLanguage: language } = settings;
	const notes =
		amount >= refund.amount
			? []
			: [draftText(language, 'lessOfOrder', { credited: amount, refunded: refund.amount })];
	if (refund.lines.length === 0) {
		return amount === left ? mirror(open, notes) : byAmount(amount, open, settings, notes);
	}
	const rated = rateRefund(refund, basket, settings);
	notes.push(...rated.notes);
	const ofLines = sum([...rated.parts.map(({ net }) => net), ...rated.vat.map((row) => row.cents)]);
	const tolerance = roundingTolerance(refund.lines.length);
	if (amount === left) {
		const isOfLines = Math.abs(refund.amount - ofLines) <= tolerance;
		// Lines of more than the amount name what went back before.
		if (ofLines <= amount + tolerance) checkEnds(rated, open, tolerance + drift);
		if (isOfLines) return mirror(open, notes);
		// Old versions of shops leave the shipping out of a full refund: nothing is left all the same.
		notes.push(draftText(language, 'allThatWasLeft', { lines: ofLines }));
		return { ...mirror(open, notes), estimated: rated.estimated };
	}
	if (Math.abs(refund.amount - ofLines) > tolerance) {
		return byAmountOfLines(amount, ofLines, rated, open, settings, notes);
	}
	const rounded = 1 + drift + roundedBefore(open);
	const tooMuch = takenByAmounts(rated, open, rounded);
	return (
		overOtherRates(amount, tooMuch, rated, open, settings, notes) ??
		byLines(refund.amount - ofLines, rated, open, settings, notes, rounded)
	);
}

/** Everything that is left, line by line as it was booked. */
export function mirror(open: OpenSale, notes: DraftText[]): Credit {
	const lines = open.lines.filter(({ cents }) => cents !== 0);
	const vat = open.vat.filter(({ cents }) => cents !== 0);
	return { lines, vat, estimated: false, notes };
}

function byLines(
	gap: Cents,
	rated: RatedRefund,
	open: OpenSale,
	settings: Settings,
	notes: DraftText[],
	tolerance: Cents,
): Credit {
	const { net, vat } = cappedPerRate(rated, open, settings, notes, tolerance);
	const lines = withDiscountLines(net, open);
	return {
		lines: closed(lines, gap, open, settings, notes).filter(({ cents }) => cents !== 0),
		vat: vat.map(({ percentage, cents }) => vatRow(percentage, cents, open)),
		estimated: rated.estimated,
		...(open.oss && gap !== 0 && { onLine: gap }),
		notes,
	};
}

/** Net and VAT per rate, at most a cent less than the shop says where that much is not left. */
function cappedPerRate(
	{ parts, vat }: RatedRefund,
	open: OpenSale,
	{ lineLanguage: language }: Settings,
	notes: DraftText[],
	tolerance: Cents,
): { net: RefundPart[]; vat: Array<{ percentage: number; cents: Cents }> } {
	checkFits({ parts, vat }, open, tolerance);
	const net = [...parts];
	const cappedVat = vat.map((row) => ({ ...row }));
	for (const left of ratesIn(parts, vat, open)) {
		const tooMuchNet = excess(left.refunded.net, left.net);
		const tooMuchVat = excess(left.refunded.vat, left.vat);
		if (tooMuchNet > 0) {
			const ofRate = net.filter((part) => isSameRate(part.percentage, left.percentage));
			const largest = ofRate.reduce((a, b) => (b.net > a.net ? b : a));
			net[net.indexOf(largest)] = { ...largest, net: largest.net - tooMuchNet };
		}
		const row = cappedVat.find((one) => isSameRate(one.percentage, left.percentage));
		if (row) row.cents -= tooMuchVat;
		if (tooMuchNet + tooMuchVat > 0) {
			const refunded = left.refunded.net + left.refunded.vat;
			const credited = refunded - tooMuchNet - tooMuchVat;
			const facts = { rate: left.percentage, credited, refunded };
			notes.push(draftText(language, 'lessOfRate', facts));
		}
	}
	return { net, vat: cappedVat.filter(({ cents }) => cents !== 0) };
}

/**
 * The rates at which a refund takes back more than is left, and no more than that together with what
 * earlier refunds of an amount took at them. Those were spread over the rates because nobody said of
 * what they were (D-REFUND-SUM): now the lines tell that it was not of these.
 */
function takenByAmounts(
	{ parts, vat }: Pick<RatedRefund, 'parts' | 'vat'>,
	open: OpenSale,
	tolerance: Cents,
): number[] {
	// An amount of an order in two entries says which of them it is of.
	if (open.lines.some(({ beside }) => beside)) return [];
	return ratesIn(parts, vat, open).flatMap(({ percentage, net, vat: vatLeft, refunded }) => {
		const over = [excess(refunded.net, net), excess(refunded.vat, vatLeft)];
		const [, taken = 0] = [...open.byAmount].find(([rate]) => isSameRate(rate, percentage)) ?? [];
		return Math.max(...over) > tolerance && sum(over) <= taken + tolerance ? [percentage] : [];
	});
}

/**
 * All that is left at these rates, the other lines as they are, and the rest of the amount over what is
 * left at the other rates.
 *
 * @returns `undefined` where there is no such rate, or no such rest.
 */
function overOtherRates(
	amount: Cents,
	tooMuch: readonly number[],
	rated: RatedRefund,
	open: OpenSale,
	settings: Settings,
	notes: DraftText[],
): Credit | undefined {
	if (tooMuch.length === 0) return undefined;
	const isOver = ({ percentage }: { percentage: number }) =>
		tooMuch.some((rate) => isSameRate(rate, percentage));
	const others = {
		...rated,
		parts: rated.parts.filter((part) => !isOver(part)),
		vat: rated.vat.filter((row) => !isOver(row)),
	};
	const kept = cappedPerRate(others, open, settings, notes, 1);
	const taken = {
		lines: [...open.lines.filter(isOver), ...withDiscountLines(kept.net, open)],
		vat: [
			...open.vat.filter(isOver),
			...kept.vat.map(({ percentage, cents }) => vatRow(percentage, cents, open)),
		],
	};
	const rest = leftWithout(open, taken);
	const amountOver = amount - openTotal(taken);
	if (amountOver <= 0) return undefined;
	const rates = openRates(rest);
	const shares = sharesOf(amountOver, rates);
	const { lineLanguage: language } = settings;
	const facts = { rates: tooMuch, amount: amountOver };
	notes.push(draftText(language, 'overOtherRates', facts));
	const more = insideRates(
		rates.map(({ percentage }, index) => ({ percentage, gross: shares[index] ?? 0 })),
		rest,
		settings,
		notes,
	);
	return {
		...more,
		lines: [...taken.lines, ...more.lines].filter(({ cents }) => cents !== 0),
		vat: togetherPerRate([...taken.vat, ...more.vat]),
	};
}

/** One row of VAT per rate. */
function togetherPerRate(rows: readonly OpenVat[]): OpenVat[] {
	const together: OpenVat[] = [];
	for (const row of rows) addVat(together, row);
	return together.filter(({ cents }) => cents !== 0);
}

/** @throws Finding REFUND_EXCEEDS_ORDER when more than the tolerance is not left at a rate. */
function checkFits(
	{ parts, vat }: Pick<RatedRefund, 'parts' | 'vat'>,
	open: OpenSale,
	tolerance: Cents,
): void {
	for (const rate of ratesIn(parts, vat, open)) {
		const over = [excess(rate.refunded.net, rate.net), excess(rate.refunded.vat, rate.vat)];
		if (Math.max(...over) > tolerance) throw exceedsRate(rate);
	}
}

/**
 * Of a refund after which nothing is left only what it takes back at a rate counts, net and VAT
 * together: what earlier refunds rounded up of one they left of the other.
 *
 * @throws Finding REFUND_EXCEEDS_ORDER.
 */
function checkEnds({ parts, vat }: RatedRefund, open: OpenSale, tolerance: Cents): void {
	const taken = takenByAmounts({ parts, vat }, open, tolerance);
	for (const rate of ratesIn(parts, vat, open)) {
		if (taken.includes(rate.percentage)) continue;
		const { refunded, net, vat: vatLeft } = rate;
		if (excess(refunded.net + refunded.vat, net + vatLeft) > tolerance) throw exceedsRate(rate);
	}
}

const exceedsRate = ({ percentage, net, vat, refunded }: RefundedRate): Finding =>
	new Finding('REFUND_EXCEEDS_ORDER', {
		...{ case: 'rate', rate: percentage, net: refunded.net, vat: refunded.vat },
		...{ netLeft: net, vatLeft: vat },
	});

/** What rounding each line of earlier refunds by itself may have made: half a cent of every one. */
const roundedBefore = ({ creditedLines = 0 }: OpenSale): Cents => Math.floor(creditedLines / 2);

/** What there is to take back at a rate, and what a refund takes. */
interface RefundedRate extends OpenRate {
	refunded: { net: Cents; vat: Cents };
}

function ratesIn(
	parts: readonly RefundPart[],
	vat: RatedRefund['vat'],
	open: OpenSale,
): RefundedRate[] {
	const left = openRates(open);
	const percentages = [...parts, ...vat].map(({ percentage }) => percentage);
	const distinct = percentages.filter(
		(one, index) => percentages.findIndex((other) => isSameRate(one, other)) === index,
	);
	return distinct.map((percentage) => {
		const at = <T extends { percentage: number }>(rows: readonly T[]) =>
			rows.filter((row) => isSameRate(row.percentage, percentage));
		const rate = at(left)[0] ?? { percentage, net: 0, vat: 0 };
		const lowered = loweredBy(at(open.lines));
		return {
			percentage: rate.percentage,
			net: rate.net + lowered,
			vat: rate.vat === 0 ? 0 : rate.vat + vatOnTop(lowered, percentage),
			refunded: {
				net: sum(at(parts).map(({ net }) => net)),
				vat: sum(at(vat).map(({ cents }) => cents)),
			},
		};
	});
}

/**
 * What fees below zero made less of the other lines: those may go back without the fee. A discount of
 * the goods is in their own amounts.
 */
const loweredBy = (lines: readonly OpenLine[]): Cents =>
	-sum(lines.filter(({ role, cents }) => role === 'fee' && cents < 0).map(({ cents }) => cents));

/** How much more is taken back than is left; taking back a negative fee adds to what is left. */
function excess(refunded: Cents, left: Cents): Cents {
	return Math.max(0, refunded - Math.max(0, left));
}

/**
 * The lines of the credit note: a product before discount and the discount apart where the sale was
 * booked so, else the product after discount.
 */
function withDiscountLines(parts: readonly RefundPart[], open: OpenSale): OpenLine[] {
	const discounts: OpenLine[] = [];
	const lines = parts.map((part) => {
		const place = placeOf(part, open);
		const booked = open.lines.find(
			(line) => line.role === 'discount' && isSameRate(line.percentage, part.percentage),
		);
		if (!booked || part.role !== 'product' || part.discount === 0) {
			return { ...place, cents: part.net };
		}
		const same = discounts.find((line) => isSamePlace(line, booked));
		if (same) same.cents -= part.discount;
		else discounts.push({ ...booked, cents: -part.discount });
		return { ...place, cents: part.net + part.discount };
	});
	return [...lines, ...discounts];
}

/**
 * Where a refunded line was booked: its own line by the shop's id or by title, else its role, else any
 * of its rate, but never what stands in the entry beside the order's own.
 */
function placeOf(part: RefundPart, open: OpenSale): OpenLine {
	const { role, title, quantity, percentage, shopLine } = part;
	const ofRate = open.lines.filter((line) => isSameRate(line.percentage, percentage));
	const ofOrder = ofRate.filter(({ beside }) => !beside);
	const place =
		ofRate.find((line) => shopLine !== undefined && line.shopLine === shopLine) ??
		ofRate.find((line) => line.role !== 'discount' && titleOf(line.description) === title) ??
		ofOrder.find((line) => line.role === role) ??
		ofOrder.find((line) => line.role === 'product') ??
		ofOrder[0];
	if (!place) {
		throw new Finding('REFUND_EXCEEDS_ORDER', { case: 'noLine', part: role, rate: percentage });
	}
	const description = quantity === '1' ? title : `${quantity} x ${title}`;
	return { ...place, description: cutText(description || place.description, 250) };
}

function byAmount(amount: Cents, open: OpenSale, settings: Settings, notes: DraftText[]): Credit {
	const rates = openRates(open);
	const parts = sharesOf(amount, rates);
	notes.push(draftText(settings.lineLanguage, 'noVatStated'));
	return insideRates(
		rates.map((rate, index) => ({ percentage: rate.percentage, gross: parts[index] ?? 0 })),
		open,
		settings,
		notes,
	);
}

/** At most so much net is no turnover that VAT can be told of: it goes back whole, or not at all. */
const TOO_LITTLE: Cents = 5;

/** An amount over what is left per rate. */
function sharesOf(amount: Cents, rates: readonly OpenRate[]): Cents[] {
	const left = rates.map(({ net, vat }) => Math.max(0, net + vat));
	const shares = allocate(amount, left);
	const largest = left.indexOf(Math.max(...left));
	for (const [index, { net }] of rates.entries()) {
		const [share = 0, all = 0] = [shares[index], left[index]];
		if (index === largest || net > TOO_LITTLE || share === 0) continue;
		const whole = 2 * share < all ? 0 : all;
		const [moved, ofLargest = 0] = [share - whole, shares[largest]];
		if (ofLargest + moved < 0 || ofLargest + moved > (left[largest] ?? 0)) continue;
		shares[index] = whole;
		shares[largest] = ofLargest + moved;
	}
	return shares;
}

/** The amount counts, over the rates of the lines (D-REFUND-SUM). */
function byAmountOfLines(
	amount: Cents,
	ofLines: Cents,
	rated: RatedRefund,
	open: OpenSale,
	settings: Settings,
	notes: DraftText[],
): Credit {
	const differs = reason('REFUND_AMOUNT_DIFFERS', { amount, ofLines });
	if (settings.refundAmountDiffers === 'attention') {
		throw new Finding(differs);
	}
	const { lineLanguage: language } = settings;
	notes.push(draftText(language, 'amountCredited', { why: differs }));
	if (amount === openTotal(open)) return { ...mirror(open, notes), estimated: true };
	const rates = ratesIn(rated.parts, rated.vat, open);
	const parts = allocate(
		amount,
		rates.map(({ refunded }) => Math.max(0, refunded.net + refunded.vat)),
	);
	const wanted = rates.map(({ percentage, net, vat }, index) => {
		const gross = parts[index] ?? 0;
		const over = excess(gross, net + vat);
		if (over > 1) {
			throw new Finding('REFUND_EXCEEDS_ORDER', {
				case: 'amount',
				rate: percentage,
				gross,
				left: net + vat,
			});
		}
		if (over > 0) {
			const facts = { rate: percentage, credited: gross - over, refunded: gross };
			notes.push(draftText(language, 'lessOfRate', facts));
		}
		return { percentage, gross: gross - over };
	});
	return insideRates(wanted, open, settings, notes);
}

/** VAT inside an amount per rate, the rest over what is left on the accounts of that rate. */
function insideRates(
	wanted: ReadonlyArray<{ percentage: number; gross: Cents }>,
	open: OpenSale,
	{ lineLanguage }: Settings,
	notes: DraftText[],
): Credit {
	const credit: Credit = { lines: [], vat: [], estimated: true, notes };
	for (const { percentage, gross } of wanted) {
		const at = (rates: readonly OpenRate[]) =>
			rates.find((rate) => isSameRate(rate.percentage, percentage));
		const left = at(openRates(open));
		if (!left || gross === 0) continue;
		const vat = vatOfPart(gross, left, at(open.sold) ?? left);
		const ofRate = open.lines.filter((line) => isSameRate(line.percentage, percentage));
		credit.lines.push(...overPlaces(gross - vat, ofRate, percentage, lineLanguage));
		if (vat !== 0) credit.vat.push(vatRow(percentage, vat, open));
	}
	return credit;
}

/**
 * The VAT inside a part of what is left at a rate: the share that the sale itself bears, whose VAT may
 * have been rounded line by line. What stays behind carries the VAT of its own share to the cent,
 * however small the parts are. SnelStart takes no VAT that misses the rate by more than a cent per
 * line (BOE-0069), and the part may become one line.
 */
function vatOfPart(gross: Cents, left: OpenRate, sold: OpenRate): Cents {
	const rest = left.net + left.vat - gross;
	if (rest <= 0) return Math.max(0, gross - left.net);
	const whole = sold.net + sold.vat;
	const inside = vatInside(gross, left.percentage);
	let vat = whole > 0 ? left.vat - divideRounded(sold.vat * rest, whole) : inside;
	while (vat !== inside && missedVat(gross - vat, vat, left.percentage) > 100) {
		vat += Math.sign(inside - vat);
	}
	// A cent of net stays behind, and one goes with the part.
	return Math.max(0, Math.min(Math.max(vat, gross - left.net + 1), left.vat, gross - 1));
}

/** Splits a net amount over accounts in proportion to what is left on each, discounts included. */
function overPlaces(
	net: Cents,
	lines: readonly OpenLine[],
	percentage: number,
	language: Language,
): OpenLine[] {
	const places: OpenLine[] = [];
	for (const line of lines) {
		const same = places.find((place) => isSamePlace(place, line));
		if (same) same.cents += line.cents;
		else {
			const place = { ...line };
			// An amount is of no line in particular.
			delete place.shopLine;
			places.push(place);
		}
	}
	const booked = places.filter(({ cents }) => cents > 0);
	const lowered = places.filter(({ cents }) => cents < 0);
	const off = -sum(lowered.map(({ cents }) => cents));
	const left = sum(booked.map(({ cents }) => cents)) - off;
	const ofLowered = left > 0 ? divideRounded(net * off, left) : 0;
	const share = (amount: Cents, of: readonly OpenLine[]): OpenLine[] => {
		if (of.length === 0) return [];
		const parts = allocate(
			amount,
			of.map(({ cents }) => Math.abs(cents)),
		);
		return of.map((place, index) => ({
			...place,
			description: lineText('refundOfAmount', language, percentage, place.role),
			cents: parts[index] ?? 0,
		}));
	};
	return [...share(net + ofLowered, booked), ...share(-ofLowered, lowered)].filter(
		({ cents }) => cents !== 0,
	);
}

function vatRow(percentage: number, cents: Cents, open: OpenSale): OpenVat {
	const row = open.vat.find((one) => isSameRate(one.percentage, percentage));
	if (!row) {
		throw new Finding('REFUND_EXCEEDS_ORDER', { case: 'noVat', rate: percentage });
	}
	return { ...row, cents };
}

/** The lines with the cents between them and the amount of the refund (D-J040). */
function closed(
	lines: readonly OpenLine[],
	gap: Cents,
	{ oss }: OpenSale,
	{ roundingAccountId, costCentreId, lineLanguage }: Settings,
	notes: DraftText[],
): OpenLine[] {
	if (gap === 0) return [...lines];
	const ofGoods = lines.filter(({ beside }) => !beside);
	const [largest] = (ofGoods.length > 0 ? ofGoods : lines).toSorted(
		(a, b) => Math.abs(b.cents) - Math.abs(a.cents),
	);
	if (oss && largest) {
		notes.push(draftText(lineLanguage, 'refundGapOnLine', { gap, line: largest.description }));
		return lines.map((line) => (line === largest ? { ...line, cents: line.cents + gap } : line));
	}
	if (!roundingAccountId) throw new Finding('ROUNDING_ACCOUNT_MISSING', { case: 'refund', gap });
	notes.push(draftText(lineLanguage, 'refundGapRounded', { gap }));
	const line: OpenLine = {
		role: 'rounding',
		description: lineText('rounding', lineLanguage),
		ledgerAccountId: roundingAccountId,
		...(costCentreId && { costCentreId }),
		vatKind: 'none',
		percentage: 0,
		cents: gap,
	};
	return [...lines, line];
}
