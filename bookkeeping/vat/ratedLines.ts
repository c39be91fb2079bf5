import type { Language, Place } from '../codes/facts';
import { Finding } from '../trade/findings';
import {
	MICROS_PER_CENT,
	roundToCents,
	vatOnTop,
	type Cents,
	type Micros,
	roundingTolerance,
} from '../money/money';
import type { ChargedVat, ShopLine, ShopOrder, SpreadAmount } from '../trade/order';
import {
	netByStoredVat,
	splitOverRates,
	storedVatNotReproduced,
	vatFits,
	type BasketShare,
	type NetShare,
} from './spread';
import { taxedNet, type IsPartlyTaxed, type VatOver } from './partlyTaxed';
import { addAtRate, sumByRate } from '../trade/vatRates';
import { lineText } from './lineTexts';

/** A line of the order at exactly one VAT rate, cents without VAT. */
export interface RatedLine {
	/** The shop's own id of the line it was made of; none for what belongs to the whole order. */
	shopLine?: string;
	role: 'product' | 'shipping' | 'discount' | 'fee';
	title: string;
	/** The shop's article number; empty for shipping, discounts and fees. */
	sku: string;
	/** Names of the product's categories; left out when the order does not state them. */
	categories?: string[];
	quantity: string;
	/** `null`: the shop put no VAT rate on it at all. */
	percentage: number | null;
	net: Cents;
	/** What the discount took off this line; 0 when it has a line of its own. */
	discount: Cents;
	/** After discount with the VAT the shop charged on this line, where it states that per line. */
	gross?: Cents;
	/** A gift card or store credit is sold here. */
	giftCard?: boolean;
	/** What is left without VAT of an amount of which the shop taxed a part: the whole amount. */
	restOf?: VatOver;
}

/** The order in cents, every line at one rate, with what the customer paid in VAT per rate. */
export interface RatedOrder {
	lines: RatedLine[];
	vat: Array<{ percentage: number; amount: Cents }>;
}

/**
 * Puts every amount of an order at one VAT rate. Lines keep the shop's own amounts; order-wide
 * shipping and discount are split over the rates of the products; VAT per rate is the shop's
 * (HC-01, D-WC-VAT).
 *
 * Rounding is done once per rate: where the shop's figures carry more than two decimals, the cent
 * that is left goes to the largest line of that rate, never to VAT (HC-01).
 *
 * @param language of lines that the shop gives no name.
 * @param isPartlyTaxed whether an amount is booked whose VAT misses its rate, the rest without VAT.
 * @param inForce the rates of the country of delivery on the day of the order.
 * @throws Finding when an amount cannot be put at a rate.
 */
export function rateLines(
	order: ShopOrder,
	language: Language,
	isPartlyTaxed: IsPartlyTaxed = () => false,
	inForce: () => readonly number[] = () => [],
): RatedOrder {
	const productLines = order.lines
		.filter(({ role }) => role === 'product')
		.flatMap((line) => taxedParts(line, isPartlyTaxed));
	const rated = productLines.map(rateProduct);
	// Most shops round every line to whole cents themselves: nothing is left to settle then.
	const isWhole = order.lines.every(({ net }) => net % MICROS_PER_CENT === 0);
	const products = isWhole ? rated : settleRounding(rated, productLines.map(netOf));
	// Few orders have an amount over several rates: what the products hold is asked for then only.
	const before = () => basket(productLines, products, (line) => line.net);
	const after = () => basket(productLines, products, (line) => line.net - line.discount);
	const chargeLines = order.lines.filter(({ role }) => role !== 'product');
	const charges = chargeLines.map((line) =>
		rateCharge(
			line,
			() =>
				line.net < 0 ? [...costBaskets(order.lines, line), after(), before()] : [after(), before()],
			isPartlyTaxed,
		),
	);
	const all = [...rated, ...charges.flat()];
	const settled = isWhole
		? all
		: settleRounding(all, [
				...productLines.map(netOf),
				...charges.flatMap((parts, index) => netsOf(chargeLines[index], parts)),
			]);
	const spread = order.spread.flatMap((amount) =>
		rateSpread(amount, before(), language, inForce()),
	);
	const lines = [...settled, ...spread.map(({ line }) => line)];
	const ownVat = new Map<number, Micros>();
	for (const line of order.lines) {
		for (const { percentage, amount } of line.vat) addAtRate(ownVat, percentage, amount);
	}
	for (const { line, vat } of spread) {
		addAtRate(ownVat, line.percentage ?? 0, vat * MICROS_PER_CENT);
	}
	if (order.vatPerRate.length === 0) return { lines, vat: asList(ownVat) };
	const stated = sumByRate(order.vatPerRate);
	checkStatedVat(stated, ownVat, order.lines.length);
	return { lines, vat: asList(stated) };
}

/**
 * Where the shop's amounts carry more than two decimals, the lines of a rate are rounded once
 * together; the cent that rounding each line missed goes to the largest line of that rate.
 *
 * @param nets what the shop states of each line, without VAT.
 */
function settleRounding(lines: readonly RatedLine[], nets: readonly Micros[]): RatedLine[] {
	const settled = [...lines];
	for (const rate of new Set(lines.map(({ percentage }) => percentage))) {
		let exact: Micros = 0;
		let rounded: Cents = 0;
		let largest = -1;
		lines.forEach((line, index) => {
			if (line.percentage !== rate) return;
			exact += nets[index] ?? 0;
			rounded += chargedNet(line);
			const isLarger = Math.abs(chargedNet(line)) > Math.abs(chargedNet(lines[largest]));
			if (largest < 0 || isLarger) largest = index;
		});
		const missed = roundToCents(exact) - rounded;
		if (missed === 0) continue;
		const line = lines[largest];
		if (line) settled[largest] = { ...line, net: line.net + missed };
	}
	return settled;
}

function netOf({ net }: ShopLine): Micros {
	return net;
}

/** Parts of a charge over several rates are whole cents already. */
function netsOf(line: ShopLine | undefined, parts: readonly RatedLine[]): Micros[] {
	return line && parts.length === 1 ? [line.net] : parts.map(({ net }) => net * MICROS_PER_CENT);
}

function chargedNet(line: RatedLine | undefined): Cents {
	return line ? line.net - line.discount : 0;
}

/** A product, and what is left of it where the shop took VAT over a part only. */
interface ProductPart extends ShopLine {
	restOf?: VatOver;
}

function taxedParts(line: ShopLine, isPartlyTaxed: IsPartlyTaxed): ProductPart[] {
	const [percentage, ...others] = ratesOf(line.vat);
	if (percentage === undefined || others.length > 0 || line.giftCard) return [line];
	const charged = { percentage, net: roundToCents(line.net), vat: roundToCents(vatOf(line)) };
	if (!isPartlyTaxed(charged)) return [line];
	const rest = line.net - taxedNet(charged) * MICROS_PER_CENT;
	return [
		{ ...line, net: line.net - rest, netBeforeDiscount: line.netBeforeDiscount - rest },
		{
			...{ id: line.id, role: line.role, title: line.title, sku: '', quantity: '1' },
			...{ net: rest, netBeforeDiscount: rest, categories: [] },
			...{ vat: [{ percentage: 0, amount: 0 }], restOf: charged },
		},
	];
}

const isNearRate = ({ percentage, net, vat }: VatOver): boolean =>
	Math.abs(vat - vatOnTop(net, percentage)) <= 2;

/** A product keeps one rate (WC-504). */
function rateProduct(line: ProductPart): RatedLine {
	const rates = ratesOf(line.vat);
	if (rates.length > 1 && line.net !== 0) {
		throw new Finding('SEVERAL_RATES_ON_LINE', { rates });
	}
	const percentage = rates[0] ?? null;
	const net = roundToCents(line.netBeforeDiscount);
	const charged = roundToCents(line.net);
	const exactVat = vatOf(line);
	const vat = roundToCents(exactVat);
	if (percentage !== null && !isNearRate({ percentage, net: charged, vat })) {
		throw new Finding('RATE_CONTRADICTS_AMOUNTS', {
			case: 'product',
			rate: percentage,
			vat,
			net: charged,
		});
	}
	// Without conditional spreads, which took half of the time of a draft.
	return {
		shopLine: line.id,
		role: 'product',
		title: line.title,
		sku: line.sku,
		categories: line.categories,
		quantity: line.quantity,
		percentage,
		net,
		discount: net - charged,
		gross: roundToCents(line.net + exactVat),
		giftCard: line.giftCard,
		restOf: line.restOf,
	};
}

/** The rates at which VAT was charged; where none was, all that are named. */
function ratesOf(vat: readonly ChargedVat[]): number[] {
	if (vat.length === 1) return vat.map(({ percentage }) => percentage);
	const rates: number[] = [];
	const isTaxed = vat.some(({ amount }) => amount !== 0);
	for (const { percentage, amount } of vat) {
		if ((amount !== 0 || !isTaxed) && !rates.includes(percentage)) rates.push(percentage);
	}
	return rates;
}

function vatOf({ vat }: ShopLine): Micros {
	let total: Micros = 0;
	for (const { amount } of vat) total += amount;
	return total;
}

/** Shipping and fees: one rate as charged, or split so that the stored VAT per rate comes out. */
function rateCharge(
	line: ShopLine,
	baskets: () => NetShare[][],
	isPartlyTaxed: IsPartlyTaxed,
): RatedLine[] {
	const role = line.role === 'shipping' ? 'shipping' : 'fee';
	const place: Place = role === 'shipping' ? 'shipping' : `fee ${line.title}`;
	const net = roundToCents(line.net);
	const rated = (percentage: number | null, amount: Cents): RatedLine => ({
		shopLine: line.id,
		role,
		title: line.title,
		sku: '',
		quantity: '1',
		percentage,
		net: amount,
		discount: 0,
	});
	const stored = line.vat.map(({ percentage, amount }) => ({
		percentage,
		vat: roundToCents(amount),
	}));
	const taxed = stored.filter(({ vat }) => vat !== 0);
	const [only] = taxed.length > 0 ? taxed : stored;
	if (!only) return [rated(null, net)];
	const { percentage, vat } = only;
	if (taxed.length <= 1 && vatFits({ percentage, net, vat })) return [rated(percentage, net)];
	const parts = netByStoredVat(net, stored, baskets());
	if (parts) return parts.map((part) => rated(part.percentage, part.net));
	const charged = { percentage, net, vat };
	if (taxed.length > 1 || !isPartlyTaxed(charged)) throw storedVatNotReproduced(net, place);
	const over = taxedNet(charged);
	return [rated(percentage, over), { ...rated(0, net - over), restOf: charged }];
}

/**
 * What WooCommerce spreads a negative fee over (`get_tax_class_costs`): goods, shipping and fees
 * that are not negative themselves, after discount, by tax class. What inherits its class, as shipping
 * does, counts at the class of the first article, whatever rate it bears itself and even where that
 * article is not taxed: each rate is tried for it. A fee that is not taxed stays so.
 *
 * @param fee the negative fee: it may bear a rate that nothing else does.
 */
function costBaskets(lines: readonly ShopLine[], fee: ShopLine): NetShare[][] {
	const costs = lines.filter(({ net }) => net > 0);
	const rateOf = ({ vat }: ShopLine): number | null => ratesOf(vat)[0] ?? null;
	const rates = [...new Set([...costs, fee].flatMap(({ vat }) => ratesOf(vat)))];
	const inheriting = [
		({ role }: ShopLine) => role === 'shipping',
		(line: ShopLine) => line.role !== 'product' && rateOf(line) !== null,
	];
	const basketAt = (inherits: (line: ShopLine) => boolean, rate: number): NetShare[] =>
		costs.map((line) => ({
			percentage: inherits(line) ? rate : rateOf(line),
			net: roundToCents(line.net),
		}));
	return [
		basketAt(() => false, 0),
		...inheriting.flatMap((inherits) => rates.map((rate) => basketAt(inherits, rate))),
	];
}

/**
 * Order-wide shipping and discount, described as in the manual (J112, J123). Shipping without VAT on
 * goods that bear it stays as it was charged; a note tells.
 */
function rateSpread(
	{ role, gross, vat }: SpreadAmount,
	before: readonly BasketShare[],
	language: Language,
	inForce: readonly number[],
): Array<{ line: RatedLine; vat: Cents }> {
	const isUntaxed = role === 'shipping' && vat === 0 && before.some((share) => share.vat > 0);
	const parts = isUntaxed
		? [{ percentage: 0, net: gross, vat }]
		: splitOverRates(gross, vat, before, role, inForce);
	return parts.map((part) => ({
		vat: part.vat,
		line: {
			role,
			title: lineText(role, language, part.percentage),
			sku: '',
			quantity: '1',
			percentage: part.percentage,
			net: part.net,
			discount: 0,
			gross: part.net + part.vat,
		},
	}));
}

/** What the products hold per rate: the weights of every split. */
function basket(
	shopLines: readonly ShopLine[],
	products: readonly RatedLine[],
	netOf: (line: RatedLine) => Cents,
): BasketShare[] {
	const nets = new Map<number, Cents>();
	const vats = new Map<number, Cents>();
	products.forEach((line, index) => {
		const shopLine = shopLines[index];
		addAtRate(nets, line.percentage ?? 0, netOf(line));
		addAtRate(vats, line.percentage ?? 0, shopLine ? roundToCents(vatOf(shopLine)) : 0);
	});
	return [...nets].map(([percentage, net]) => ({
		percentage,
		net,
		vat: vats.get(percentage) ?? 0,
	}));
}

/** The order's VAT per rate must be that of its lines, apart from rounding per line. */
function checkStatedVat(
	stated: ReadonlyMap<number, Micros>,
	own: ReadonlyMap<number, Micros>,
	lineCount: number,
): void {
	const tolerance = roundingTolerance(lineCount);
	for (const rate of [...stated.keys(), ...own.keys()]) {
		const ofOrder = roundToCents(stated.get(rate) ?? 0);
		const ofLines = roundToCents(own.get(rate) ?? 0);
		if (Math.abs(ofOrder - ofLines) > tolerance) {
			throw new Finding('VAT_TOTAL_MISMATCH', {
				case: 'orderRate',
				rate,
				stated: ofOrder,
				ofLines,
			});
		}
	}
}

/** VAT per rate, rounded once (HC-01); highest rate first. */
function asList(vat: ReadonlyMap<number, Micros>): RatedOrder['vat'] {
	return [...vat]
		.map(([percentage, amount]) => ({ percentage, amount: roundToCents(amount) }))
		.sort((a, b) => b.percentage - a.percentage);
}
