import { draftText, type DraftText, type DraftTextName } from '../codes/draftTexts';
import { Finding } from '../trade/findings';
import {
	divideRounded,
	roundToCents,
	sum,
	vatInside,
	vatOnTop,
	type Cents,
	roundingTolerance,
} from '../money/money';
import type { ChargedVat } from '../trade/order';
import type { Settings } from '../settings/settings';
import { isOffItsRate, taxedNet } from '../vat/partlyTaxed';
import { splitNetByStoredVat, type BasketShare } from '../vat/spread';
import { sumByRate } from '../trade/vatRates';
import type { RefundLine, ShopRefund } from '../trade/refund';

/** A refunded line at exactly one VAT rate, cents. */
export interface RefundPart {
	role: RefundLine['role'];
	title: string;
	quantity: string;
	/** The shop's own id of the line of the order that is refunded. */
	shopLine?: string;
	percentage: number;
	/** After discount. */
	net: Cents;
	/** The discount that the order gave on this part of the line. */
	discount: Cents;
	vat: Cents;
}

export interface RatedRefund {
	parts: RefundPart[];
	/** VAT per rate, the shop's own where it states it. */
	vat: Array<{ percentage: number; cents: Cents }>;
	estimated: boolean;
	notes: DraftText[];
}

/** Cents that the VAT of a refunded line may miss its rate by; more where both were turned into euro. */
const VAT_TOLERANCE: Cents = 2;
const CONVERTED_TOLERANCE: Cents = 4;

/** What the amount of a line without VAT is, where VAT was paid on it. */
type Untaxed = Settings['refundWithoutVat'] | 'withoutItsVat';

/**
 * Puts every refunded line at one VAT rate. Net and VAT per rate are the shop's own (W043); only a
 * line entered without VAT on which VAT was paid is read as an amount with VAT at its rate (HC-10),
 * unless the settings say that it counts as entered. Where neither makes the amount that went back,
 * but the lines and the VAT of their rates on top do, a plugin forgot the VAT of the lines.
 *
 * @param basket what the products of the order hold per rate, for a fee over several rates.
 * @throws Finding REFUND_LINE_UNCLEAR, VAT_TOTAL_MISMATCH or SPLIT_NOT_REPRODUCED.
 */
export function rateRefund(
	refund: ShopRefund,
	basket: readonly BasketShare[],
	settings: Settings,
): RatedRefund {
	const usual = rateLinesAs(settings.refundWithoutVat, refund, basket);
	const onTop =
		usual.untaxed === 0 || totalOf(usual.parts) === refund.amount
			? undefined
			: rateLinesAs('withoutItsVat', refund, basket);
	const isOnTop = onTop !== undefined && totalOf(onTop.parts) === refund.amount;
	const { parts, untaxed } = isOnTop ? onTop : usual;
	const estimated = untaxed > 0 && (isOnTop || settings.refundWithoutVat === 'gross');
	const own = sumByRate(parts.map(({ percentage, vat }) => ({ percentage, amount: vat })));
	const perRate = estimated ? own : statedVat(refund, own);
	return {
		parts,
		vat: [...perRate].map(([percentage, cents]) => ({ percentage, cents })),
		estimated,
		notes:
			untaxed === 0
				? []
				: [
						draftText(
							settings.lineLanguage,
							NOTES[isOnTop ? 'withoutItsVat' : settings.refundWithoutVat],
						),
					],
	};
}

const NOTES = {
	gross: 'refundedGross',
	asEntered: 'refundedAsEntered',
	withoutItsVat: 'refundedWithoutItsVat',
} as const satisfies Record<Untaxed, DraftTextName>;

function rateLinesAs(
	untaxed: Untaxed,
	{ lines, converted }: ShopRefund,
	basket: readonly BasketShare[],
): { parts: RefundPart[]; untaxed: number } {
	const tolerance = converted ? CONVERTED_TOLERANCE : VAT_TOLERANCE;
	const rated = lines.map((line) => rateLine(line, basket, tolerance, untaxed));
	return {
		parts: rated.flatMap((one) => one.parts),
		untaxed: rated.filter((one) => one.untaxed).length,
	};
}

function totalOf(parts: readonly RefundPart[]): Cents {
	return sum(parts.map(({ net, vat }) => net + vat));
}

/** The VAT the refund states per rate, when its lines agree with it apart from rounding. */
function statedVat(
	{ vatPerRate, lines }: ShopRefund,
	own: ReadonlyMap<number, Cents>,
): Map<number, Cents> {
	if (vatPerRate.length === 0) return new Map(own);
	const stated = new Map(
		[...sumByRate(vatPerRate)].map(([rate, micros]) => [rate, roundToCents(micros)]),
	);
	for (const rate of new Set([...stated.keys(), ...own.keys()])) {
		const ofRefund = stated.get(rate) ?? 0;
		const ofLines = own.get(rate) ?? 0;
		if (Math.abs(ofRefund - ofLines) > roundingTolerance(lines.length)) {
			throw new Finding('VAT_TOTAL_MISMATCH', {
				case: 'refundRate',
				rate,
				stated: ofRefund,
				ofLines,
			});
		}
	}
	return stated;
}

function rateLine(
	line: RefundLine,
	basket: readonly BasketShare[],
	tolerance: Cents,
	as: Untaxed,
): { parts: RefundPart[]; untaxed: boolean } {
	const net = roundToCents(line.net);
	const stated = line.vat.map(({ percentage, amount }) => ({
		percentage,
		vat: roundToCents(amount),
	}));
	const taxed = stated.filter(({ vat }) => vat !== 0);
	const paid = ratesOf(line.original?.vat ?? []);
	if (net === 0 && taxed.length === 0) return { parts: [], untaxed: false };
	if (taxed.length === 0 && paid.taxed.length > 0) {
		return { parts: [untaxedPart(line, net, paid.taxed, as)], untaxed: true };
	}
	if (taxed.length > 1) {
		const parts = splitNetByStoredVat(net, stored(stated), [basket], `refunded ${line.role}`);
		return {
			parts: parts.map((one) => part(line, { ...one, percentage: one.percentage ?? 0 })),
			untaxed: false,
		};
	}
	const percentage = (taxed[0] ?? stated[0])?.percentage ?? paid.all[0] ?? 0;
	const vat = taxed[0]?.vat ?? 0;
	const isOffRate = Math.abs(vat - vatOnTop(net, percentage)) > tolerance;
	if (isOffRate && vat !== 0 && isPartlyTaxed(line)) {
		const over = taxedNet({ percentage, vat });
		const rest = part(line, { percentage: 0, net: net - over, vat: 0 });
		return {
			parts: [part(line, { percentage, net: over, vat }), { ...rest, discount: 0 }],
			untaxed: false,
		};
	}
	if (isOffRate && net === 0 && !isWhole(line)) {
		throw new Finding('REFUND_LINE_UNCLEAR', {
			...{ case: 'vatAlone', part: line.role, rate: percentage, vat },
		});
	}
	if (isOffRate && !isWhole(line)) {
		throw new Finding('REFUND_LINE_UNCLEAR', {
			case: 'vat',
			part: line.role,
			rate: percentage,
			vat,
			net,
		});
	}
	return { parts: [part(line, { percentage, net, vat })], untaxed: false };
}

function untaxedPart(
	line: RefundLine,
	entered: Cents,
	rates: readonly number[],
	as: Untaxed,
): RefundPart {
	const [percentage = 0, ...others] = rates;
	if (others.length > 0) {
		throw new Finding('REFUND_LINE_UNCLEAR', { case: 'untaxed', part: line.role, rates });
	}
	if (as === 'withoutItsVat') {
		return part(line, { percentage, net: entered, vat: vatOnTop(entered, percentage) });
	}
	const vat = as === 'gross' ? vatInside(entered, percentage) : 0;
	return part(line, { percentage, net: entered - vat, vat });
}

function part(
	line: RefundLine,
	{ percentage, net, vat }: { percentage: number; net: Cents; vat: Cents },
): RefundPart {
	const { role, title, quantity, original } = line;
	return {
		role,
		title,
		quantity,
		...(original?.id && { shopLine: original.id }),
		percentage,
		net,
		vat,
		discount: discountOn(net, original),
	};
}

/** The share of the original line's discount that belongs to a refunded net amount (W044). */
function discountOn(net: Cents, original: RefundLine['original']): Cents {
	if (!original) return 0;
	const charged = roundToCents(original.net);
	const discount = roundToCents(original.netBeforeDiscount) - charged;
	return charged <= 0 || discount === 0 ? 0 : divideRounded(net * discount, charged);
}

function ratesOf(vat: readonly ChargedVat[]): { all: number[]; taxed: number[] } {
	const rates = (list: readonly ChargedVat[]) => [
		...new Set(list.map(({ percentage }) => percentage)),
	];
	return { all: rates(vat), taxed: rates(vat.filter(({ amount }) => amount !== 0)) };
}

/** A line that goes back whole was found right when its order was booked. */
function isWhole({ net, vat, original }: RefundLine): boolean {
	const total = (list: readonly ChargedVat[]) => roundToCents(sum(list.map((one) => one.amount)));
	return (
		original !== undefined &&
		roundToCents(original.net) === roundToCents(net) &&
		total(original.vat) === total(vat)
	);
}

/** The line that was sold bore VAT over a part only, and was booked so: its rest has no VAT. */
function isPartlyTaxed({ original }: RefundLine): boolean {
	if (!original) return false;
	const [percentage, ...others] = ratesOf(original.vat).taxed;
	if (percentage === undefined || others.length > 0) return false;
	const vat = roundToCents(sum(original.vat.map(({ amount }) => amount)));
	return isOffItsRate({ percentage, net: roundToCents(original.net), vat });
}

/** Rates without VAT take no part in the split of a line that is taxed at several rates. */
function stored(parts: ReadonlyArray<{ percentage: number; vat: Cents }>) {
	return parts.filter(({ percentage, vat }) => percentage === 0 || vat !== 0);
}
