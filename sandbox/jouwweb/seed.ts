import type { Order } from '../orderStore';
import { randomFrom } from '../random';

export interface SeedOptions {
	count: number;
	/** The same seed gives the same orders. */
	seed: number;
	/** The day of the first order, for example 2026-01-01; 200 orders a day follow. */
	from: string;
}

const ORDERS_A_DAY = 200;
const FIRST_ID = 1_000_000;
const articles = ['Kom van klei', 'Kaars', 'Linnen tas', 'Notitieboek', 'Thee'];

/** The VAT in an amount that includes it, in cents. */
const vatIn = (gross: number, rate: number): number => Math.round((gross * rate) / (100 + rate));

/**
 * Orders that add up to the cent; ids from one million on. Those with one rate have shipping and
 * discounts too: how JouwWeb divides their VAT over several rates is not known.
 */
export function seededOrders({ count, seed, from }: SeedOptions): Order[] {
	const random = randomFrom(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	const firstMs = Date.parse(`${from}T08:00:00Z`);
	return Array.from({ length: count }, (_, index) => {
		const lines = Array.from({ length: 1 + below(3) }, () => {
			const taxPercentage = below(4) === 0 ? 9 : 21;
			const quantity = 1 + below(3);
			const gross = quantity * (199 + below(6_000));
			const vat = vatIn(gross, taxPercentage);
			return { title: articles[below(articles.length)], quantity, gross, vat, taxPercentage };
		});
		const ofLines = lines.reduce((sum, line) => sum + line.gross, 0);
		const rates = new Set(lines.map(({ taxPercentage }) => taxPercentage));
		const rate = lines[0]!.taxPercentage;
		const shipping = rates.size === 1 && below(2) === 0 ? 495 : 0;
		const discount = rates.size === 1 && below(6) === 0 ? Math.round(ofLines / 10) : 0;
		const gross = ofLines + shipping - discount;
		const vat =
			lines.reduce((sum, line) => sum + line.vat, 0) +
			vatIn(shipping, rate) -
			vatIn(discount, rate);
		const day = Math.floor(index / ORDERS_A_DAY);
		const moment = new Date(firstMs + day * 86_400_000 + (index % ORDERS_A_DAY) * 60_000);
		const address = {
			firstName: 'Test',
			lastName: `Klant ${index + 1}`,
			companyName: '',
			streetAddress: `Kade ${1 + below(200)}`,
			postalCode: '3012 CA',
			city: 'Rotterdam',
			country: 'NL',
		};
		return {
			id: FIRST_ID + index,
			orderNumber: `S${seed}-${index + 1}`,
			createdAt: moment.toISOString(),
			updatedAt: moment.toISOString(),
			status: below(10) === 0 ? 'new' : 'processed',
			paymentMethod: below(3) === 0 ? 'paypal' : 'ideal',
			totalPrice: gross / 100,
			totalTaxAmount: vat / 100,
			discountAmount: -discount / 100,
			discountTaxAmount: -vatIn(discount, rate) / 100,
			shippingCost: shipping / 100,
			shippingTaxAmount: vatIn(shipping, rate) / 100,
			shippingAddress: address,
			paymentAddress: address,
			emailAddress: `klant${index + 1}@example.com`,
			taxNumber: null,
			orderLines: lines.map((line) => ({
				type: 'article',
				title: line.title,
				quantity: line.quantity,
				totalPrice: line.gross / 100,
				totalTaxAmount: line.vat / 100,
				taxPercentage: line.taxPercentage,
			})),
		};
	});
}
