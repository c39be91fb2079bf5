import { readMicros, type Cents } from '../money/money';
import { cutText } from '../trade/text';

const DESCRIPTION_LENGTH = 250;
const MICROS = 1_000_000;
/** SnelStart keeps two decimals of a quantity, unless the administration says otherwise. */
const MICROS_PER_HUNDREDTH = MICROS / 100;

/** Quantity, unit price and description of a line whose product is exactly its total. */
export interface UnitPriced {
	quantity: number;
	/** Never negative (J159). */
	unitPrice: Cents;
	description: string;
}

/**
 * The unit price (stuksprijs) of a line, discount inside (J157), such that unit price × quantity is
 * the line total exactly. Where a price in whole cents would round away from it, the line becomes
 * one piece at the line total and the real quantity goes into the description: 103.31 for 100 pieces
 * is no 1.03 each (HC-03). A negative amount is a negative quantity at a positive price
 * (J159); a free line keeps its quantity at price 0 (HC-12).
 *
 * @param total cents, with or without VAT as the document says.
 * @param quantity as the shop writes it; what is not a quantity of two decimals counts as one
 * piece.
 */
export function priceByUnit(total: Cents, quantity: string, title: string): UnitPriced {
	const micros = Math.abs(readMicros(quantity) ?? 0);
	const sign = total < 0 ? -1 : 1;
	const unitPrice = (Math.abs(total) * MICROS) / micros;
	const isExact =
		micros !== 0 && micros % MICROS_PER_HUNDREDTH === 0 && Number.isSafeInteger(unitPrice);
	if (isExact) {
		const pieces = micros / MICROS;
		return { quantity: sign * pieces, unitPrice, description: cutText(title, DESCRIPTION_LENGTH) };
	}
	return {
		quantity: sign,
		unitPrice: Math.abs(total),
		description: cutText(micros === 0 ? title : `${quantity} x ${title}`, DESCRIPTION_LENGTH),
	};
}

/**
 * The same line with as many pieces as were sold. Where the price does not divide by them, some go a
 * cent dearer than the others: 107.02 for 10 pieces is 8 at 10.70 and 2 at 10.71. A quantity that is
 * no whole number cannot be divided like that and is priced as `priceByUnit` does.
 */
export function pricePieces(total: Cents, quantity: string, title: string): UnitPriced[] {
	const whole = priceByUnit(total, quantity, title);
	const pieces = Math.abs(readMicros(quantity) ?? 0) / MICROS;
	if (Math.abs(whole.quantity) === pieces || !Number.isInteger(pieces) || pieces === 0) {
		return [whole];
	}
	const sign = total < 0 ? -1 : 1;
	const cheap = Math.floor(Math.abs(total) / pieces);
	const dearer = Math.abs(total) - cheap * pieces;
	const description = cutText(title, DESCRIPTION_LENGTH);
	return [
		{ quantity: sign * (pieces - dearer), unitPrice: cheap, description },
		{ quantity: sign * dearer, unitPrice: cheap + 1, description },
	];
}
