import { randomFrom } from '../random';
import { readData, type Order } from '../orderStore';
import { dates } from './clock';
import { price, type Amount, type Basket, type Coupon, type Priced, type Rate } from './pricing';
import { brief, type Refund } from './refunds';
import { refundKinds, refundOf } from './seedRefund';

export interface SeedOptions {
	/** The first day, for example 2026-01-01. */
	from?: string;
	/** Over how many days the orders are spread. */
	days?: number;
	/** Which Dutch rates are sold, in percent. */
	rates?: readonly number[];
	/** How many in a hundred go abroad: German and Belgian consumers, a German company, the US. */
	abroad?: number;
	/** How many in a hundred of the paid ones are refunded: by line, by amount, or by status. */
	refunds?: number;
	/** Statuses of a plugin, such as wc-shipped; one paid order in ten has one of them. */
	customStatuses?: readonly string[];
	/** The id of the first order; refunds count on from one million higher. */
	firstId?: number;
}

export interface Seeded {
	orders: Order[];
	refunds: Refund[];
}

export const FIRST_SEEDED_ID = 1_000_001;
const DAY_MS = 86_400_000;
const REFUNDS_HIGHER = 1_000_000;
type Row = Record<string, unknown>;

interface Product {
	id: number;
	variation: number;
	name: string;
	sku: string;
	taxClass: string;
	cents: number;
	parentName: string | null;
}

const classes = { '': 'standard', 'reduced-rate': 'reduced-rate', 'zero-rate': 'zero-rate' };
const homeRates: Record<string, number> = { '': 21, 'reduced-rate': 9, 'zero-rate': 0 };
const coupons: Array<Coupon & Row> = [
	{ kind: 'percent', amount: 10, id: 24, code: 'korting10', nominal: 10 },
	{ kind: 'fixed_cart', amount: 500, id: 25, code: 'vijf', nominal: 5 },
];

/** The articles of the recorded shop that carry VAT. */
function readProducts(): Product[] {
	const products = (readData('woocommerce', 'products.json') as Row[])
		.filter(({ type, tax_status }) => type === 'simple' && tax_status === 'taxable')
		.map((row) => productOf(row, Number(row.id), 0, String(row.name), null));
	const variations = (readData('woocommerce', 'variations.json') as Row[]).map((row) => {
		const options = (row.attributes as Row[]).map(({ option }) => String(option)).join(', ');
		const name = `T-shirt - ${options}`;
		return productOf(row, Number(row.parent_id), Number(row.id), name, 'T-shirt');
	});
	return [...products, ...variations];
}

const productOf = (
	row: Row,
	id: number,
	variation: number,
	name: string,
	parentName: string | null,
): Product => ({
	id,
	variation,
	name,
	sku: String(row.sku),
	taxClass: String(row.tax_class),
	cents: Math.round(Number(row.price) * 100),
	parentName,
});

/** How an order went: which payment, which status, and when. */
interface Course {
	status: string;
	payment_method: string;
	payment_method_title: string;
	transaction_id?: string;
	paid?: Date;
	completed?: Date;
	/** When it was changed last; undefined when never. */
	changed?: Date;
}

interface Customer {
	country: 'NL' | 'DE' | 'BE' | 'US';
	/** Has a VAT number, so that the shop charges no VAT. */
	isExempt: boolean;
	shippingCents: number;
	address: Row;
}

const at = (country: string, street: string, postcode: string, city: string, state = ''): Row => ({
	address_1: street,
	address_2: '',
	city,
	state,
	postcode,
	country,
});
const places: Record<Customer['country'], Row[]> = {
	NL: [
		at('NL', 'Dorpsweg 12', '3511 AB', 'Utrecht'),
		at('NL', 'Kade 8', '3012 CA', 'Rotterdam'),
		at('NL', 'Hoofdstraat 1', '9711 AA', 'Groningen'),
	],
	DE: [at('DE', 'Hauptstraße 5', '10115', 'Berlin')],
	BE: [at('BE', 'Kerkstraat 3', '2000', 'Antwerpen')],
	US: [at('US', '1 Main Street', '10001', 'New York', 'NY')],
};
/** Excluding VAT: in the Netherlands, in the EU, elsewhere. */
const shippingTo = { NL: 413, DE: 990, BE: 990, US: 2_450 };

const euro = (cents: number): string => (cents / 100).toFixed(2);
const total = (amounts: readonly Amount[]): Amount => ({
	net: amounts.reduce((sum, { net }) => sum + net, 0),
	tax: amounts.reduce((sum, { tax }) => sum + tax, 0),
});

/**
 * Orders of a shop from a seed, with the sums of WooCommerce and every transaction id once. The same
 * seed and options give the same orders and refunds, whenever they are made.
 */
export function makeOrders(
	seed: number,
	count: number,
	{
		from = '2026-01-01',
		days = 30,
		rates: sold = [21, 9, 0],
		abroad = 0,
		refunds: refundShare = 0,
		customStatuses = [],
		firstId = FIRST_SEEDED_ID,
	}: SeedOptions = {},
): Seeded {
	const random = randomFrom(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
	const inHundred = (share: number): boolean => random() * 100 < share;
	const rateRows = readData('woocommerce', 'tax_rates.json') as Row[];
	const products = readProducts().filter(({ taxClass }) => sold.includes(homeRates[taxClass]!));
	const startMs = Date.parse(`${from}T00:00:00Z`);
	const endMs = startMs + days * DAY_MS - 1_000;
	const usedTransactions = new Set<string>();
	const orders: Order[] = [];
	const refunds: Refund[] = [];
	let lineId = firstId * 10;

	const rateRowFor = ({ country, isExempt }: Customer, taxClass: string): Row | undefined =>
		isExempt
			? undefined
			: rateRows.find(
					(row) =>
						row.country === country && row.class === classes[taxClass as keyof typeof classes],
				);
	const rateOf = (row: Row | undefined): Rate | undefined =>
		row && { id: Number(row.id), percent: Number(row.rate) };

	/** An id as Mollie makes them; never twice. */
	const transaction = (): string => {
		const signs = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
		for (;;) {
			const id = `tr_${Array.from({ length: 10 }, () => pick([...signs])).join('')}`;
			if (usedTransactions.has(id)) continue;
			usedTransactions.add(id);
			return id;
		}
	};

	const customerOf = (): Customer => {
		const kind = inHundred(abroad) ? pick(['DE', 'BE', 'B2B', 'US'] as const) : 'NL';
		const country = kind === 'B2B' ? 'DE' : kind;
		return {
			country,
			isExempt: kind === 'B2B',
			shippingCents: shippingTo[country],
			address: {
				first_name: pick(['Piet', 'Anna', 'Jan', 'Sanne', 'Kees']),
				last_name: pick(['Jansen', 'de Vries', 'Bakker', 'Visser', 'Smit']),
				company: kind === 'B2B' ? 'Muster GmbH' : '',
				...pick(places[country]),
			},
		};
	};

	const basketOf = (customer: Customer): { basket: Basket; chosen: Product[] } => {
		const chosen = Array.from({ length: 1 + below(4) }, () => pick(products));
		const lines = chosen.map((product) => ({
			article: { cents: product.cents, homeRate: homeRates[product.taxClass]! },
			quantity: 1 + below(3),
			rate: rateOf(rateRowFor(customer, product.taxClass)),
		}));
		const worth = lines.reduce((sum, line) => sum + line.article.cents * line.quantity, 0);
		// How a discount falls on prices without Dutch VAT was never recorded.
		const mayDiscount = customer.country === 'NL' && worth > 1_000;
		const basket = {
			lines,
			coupons: mayDiscount ? coupons.filter(() => inHundred(12)) : [],
			shippingCents: inHundred(70) ? customer.shippingCents : 0,
			feeCents: customer.country === 'NL' && inHundred(8) ? 207 : 0,
		};
		return { basket, chosen };
	};

	const taxes = (rate: Rate | undefined, tax: number, before?: number): Row[] =>
		rate === undefined
			? []
			: [
					{
						id: rate.id,
						total: euro(tax),
						subtotal: before === undefined ? '' : euro(before),
					},
				];

	const lineRows = ({ basket, chosen }: ReturnType<typeof basketOf>, priced: Priced): Row[] =>
		priced.lines.map(({ before, after, netMillionths }, index) => {
			const { quantity, rate } = basket.lines[index]!;
			const product = chosen[index]!;
			return {
				id: ++lineId,
				name: product.name,
				product_id: product.id,
				variation_id: product.variation,
				quantity,
				tax_class: product.taxClass,
				subtotal: euro(before.net),
				subtotal_tax: euro(before.tax),
				total: euro(after.net),
				total_tax: euro(after.tax),
				taxes: taxes(rate, after.tax, before.tax),
				meta_data: [],
				sku: product.sku,
				global_unique_id: '',
				price: netMillionths / 1_000_000 / quantity,
				image: { id: '', src: '' },
				parent_name: product.parentName,
			};
		});

	const taxLineRows = (basket: Basket, priced: Priced): Row[] => {
		const { extraRate, shipping, fee } = priced;
		const ids = [...new Set(basket.lines.flatMap(({ rate }) => rate?.id ?? []))];
		return ids.map((id) => {
			const row = rateRows.find((one) => one.id === id)!;
			const ofLines = priced.lines
				.filter((_, index) => basket.lines[index]!.rate?.id === id)
				.reduce((sum, { after }) => sum + after.tax, 0);
			const isExtra = extraRate?.id === id;
			return {
				id: ++lineId,
				rate_code: `${String(row.country)}-${String(row.name).toUpperCase()}-1`,
				rate_id: id,
				label: row.name,
				compound: false,
				tax_total: euro(ofLines + (isExtra ? fee.tax : 0)),
				shipping_tax_total: euro(isExtra ? shipping.tax : 0),
				rate_percent: Number(row.rate),
				meta_data: [],
			};
		});
	};

	const couponRows = (basket: Basket, priced: Priced): Row[] =>
		priced.coupons.map(({ net, tax }, index) => {
			const { id, code, kind, nominal } = basket.coupons[index] as (typeof coupons)[number];
			const value = JSON.stringify([id, code, kind === 'percent' ? kind : null, nominal]);
			return {
				id: ++lineId,
				code,
				discount: euro(net),
				discount_tax: euro(tax),
				meta_data: [
					{
						id: lineId,
						key: 'coupon_info',
						value,
						display_key: 'coupon_info',
						display_value: value,
					},
				],
				discount_type: kind,
				nominal_amount: nominal,
				free_shipping: false,
			};
		});

	const extraRow = (own: Row, { net, tax }: Amount, rate: Rate | undefined): Row[] =>
		net === 0
			? []
			: [
					{
						id: ++lineId,
						...own,
						total: euro(net),
						total_tax: euro(tax),
						taxes: taxes(rate, tax),
						tax_status: 'taxable',
						meta_data: [],
					},
				];

	const courseOf = (createdMs: number): Course => {
		const until = (ms: number): Date => new Date(Math.min(ms, endMs));
		const chance = below(100);
		const isTransfer = chance % 10 === 0;
		const paidMs = createdMs + (isTransfer ? (1 + below(3)) * DAY_MS : 60_000 + below(240) * 1_000);
		const method = isTransfer
			? { payment_method: 'bacs', payment_method_title: 'Bankoverschrijving' }
			: { payment_method: 'mollie_wc_gateway_ideal', payment_method_title: 'iDEAL' };
		const unpaid = ['pending', 'cancelled', 'failed'][chance - 91];
		if (isTransfer && chance >= 60) return { ...method, status: 'on-hold' };
		if (unpaid !== undefined) {
			return { ...method, status: unpaid, changed: until(createdMs + 3_600_000) };
		}
		const isCompleted = chance < 60;
		const custom = customStatuses.length > 0 && inHundred(10) ? pick(customStatuses) : undefined;
		const paid = until(paidMs);
		const completed = isCompleted && custom === undefined ? until(paidMs + DAY_MS) : undefined;
		return {
			...method,
			status: custom?.replace(/^wc-/, '') ?? (isCompleted ? 'completed' : 'processing'),
			paid,
			...(completed && { completed }),
			changed: completed ?? paid,
			transaction_id: isTransfer ? '' : transaction(),
		};
	};

	for (let index = 0; index < count; index++) {
		const id = firstId + index;
		const createdMs =
			Math.floor((startMs + ((index + random()) / count) * (endMs - startMs)) / 1_000) * 1_000;
		const created = new Date(createdMs);
		const customer = customerOf();
		const goods = basketOf(customer);
		const { basket } = goods;
		const priced = price(basket);
		const { paid, completed, changed, ...course } = courseOf(createdMs);
		const before = total(priced.lines.map((line) => line.before));
		const after = total(priced.lines.map((line) => line.after));
		const all = total([after, priced.shipping, priced.fee]);
		const key = `wc_order_seed${seed}x${id}`;
		const taxLines = taxLineRows(basket, priced);
		const order: Order = {
			id,
			parent_id: 0,
			currency: 'EUR',
			version: '10.5.0',
			prices_include_tax: true,
			...dates('date_created', created),
			...dates('date_modified', changed ?? created),
			discount_total: euro(before.net - after.net),
			discount_tax: euro(before.tax - after.tax),
			shipping_total: euro(priced.shipping.net),
			shipping_tax: euro(priced.shipping.tax),
			cart_tax: euro(after.tax + priced.fee.tax),
			total: euro(all.net + all.tax),
			total_tax: euro(all.tax),
			customer_id: 0,
			order_key: key,
			billing: {
				...customer.address,
				email: `klant${id}@example.com`,
				phone: '0201234567',
			},
			shipping: { ...customer.address, phone: '' },
			transaction_id: '',
			...course,
			customer_ip_address: '192.0.2.10',
			customer_user_agent: 'Mozilla/5.0',
			created_via: 'store-api',
			customer_note: '',
			...(completed ? dates('date_completed', completed) : none('date_completed')),
			...(paid ? dates('date_paid', paid) : none('date_paid')),
			cart_hash: '',
			number: String(id),
			meta_data: exemption(customer, () => ++lineId),
			line_items: lineRows(goods, priced),
			tax_lines: taxLines,
			shipping_lines: extraRow(
				{ method_title: 'Verzending Nederland', method_id: 'flat_rate', instance_id: '1' },
				priced.shipping,
				priced.extraRate,
			),
			fee_lines: extraRow(
				{ name: 'Cadeauverpakking', tax_class: '', amount: euro(priced.fee.net) },
				priced.fee,
				priced.extraRate,
			),
			coupon_lines: couponRows(basket, priced),
			refunds: [],
			payment_url: `https://winkel.example/checkout/order-pay/${id}/?pay_for_order=true&key=${key}`,
			is_editable: ['pending', 'on-hold'].includes(course.status),
			needs_payment: ['pending', 'failed'].includes(course.status),
			needs_processing: true,
			currency_symbol: '€',
			_links: {
				self: [{ href: `https://winkel.example/wp-json/wc/v3/orders/${id}` }],
				collection: [{ href: 'https://winkel.example/wp-json/wc/v3/orders' }],
			},
		};
		if (!paid || !inHundred(refundShare)) {
			orders.push(order);
			continue;
		}
		const moment = new Date(Math.min((changed ?? paid).getTime() + DAY_MS, endMs));
		const refundId = firstId + REFUNDS_HIGHER + refunds.length;
		const refund = refundOf(order, pick(refundKinds), refundId, moment, () => ++lineId);
		refunds.push(refund);
		orders.push({
			...order,
			...(refund.amount === order.total && { status: 'refunded' }),
			...dates('date_modified', moment),
			refunds: [brief(refund)],
		});
	}
	return { orders, refunds };
}

const none = (name: string): Row => ({ [name]: null, [`${name}_gmt`]: null });

function exemption({ isExempt }: Customer, nextId: () => number): Row[] {
	const meta: Array<[string, string]> = isExempt
		? [
				['is_vat_exempt', 'yes'],
				['_billing_vat_number', 'DE123456789'],
				['_vat_number_is_validated', 'yes'],
				['_vat_number_is_valid', 'yes'],
			]
		: [['is_vat_exempt', 'no']];
	return meta.map(([key, value]) => ({ id: nextId(), key, value }));
}
