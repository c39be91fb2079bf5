import type { Order } from '../orderStore';

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

/** Mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Orders whose lines add up to the cent; ids from one million on. */
export function seededOrders({ count, seed, from }: SeedOptions): Order[] {
	const random = randomFrom(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	const firstMs = Date.parse(`${from}T08:00:00Z`);
	return Array.from({ length: count }, (_, index) => {
		const lines = Array.from({ length: 1 + below(3) }, () => {
			const taxPercentage = below(4) === 0 ? 9 : 21;
			const quantity = 1 + below(3);
			const gross = quantity * (199 + below(6_000));
			const vat = Math.round((gross * taxPercentage) / (100 + taxPercentage));
			return { title: articles[below(articles.length)], quantity, gross, vat, taxPercentage };
		});
		const gross = lines.reduce((sum, line) => sum + line.gross, 0);
		const vat = lines.reduce((sum, line) => sum + line.vat, 0);
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
			discountAmount: 0,
			discountTaxAmount: 0,
			shippingCost: 0,
			shippingTaxAmount: 0,
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
