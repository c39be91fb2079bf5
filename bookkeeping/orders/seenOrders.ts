import { readIdentity, shops, type ShopKind } from '../shops';
import { countryCode, deliveryArea } from '../trade/countries';
import type { ShopOrder } from '../trade/order';
import { isObject } from '../trade/fields';
import { settingsFields } from '../settings/declared';
import type { ShopSettings } from '../settings/settings';

/** A rate of VAT that was charged to customers in a country. */
export interface SeenRate {
	/** Of delivery; that of the shop when the goods are picked up. */
	country: string;
	percentage: number;
	orders: number;
	/** In how many of them the shop's own rates say that it is VAT of the country of delivery. */
	ownVat: number;
}

/** Something that orders have, and how many of them. */
export interface Counted {
	name: string;
	orders: number;
}

/** What recent orders of a shop show of how it sells: the ground for a proposal of settings. */
export interface SeenOrders {
	/** Orders that could be read, and those that could not. */
	read: number;
	unread: number;
	/** First and last day, yyyy-MM-dd; empty without orders. */
	from: string;
	to: string;
	rates: SeenRate[];
	/** Without VAT to businesses with a VAT number in other member states. */
	icp: number;
	outsideEu: number;
	statuses: Counted[];
	paymentMethods: Array<Counted & { title: string }>;
	/** Other than euro. */
	currencies: Counted[];
	/** Fields that nobody knows and that hold what looks like a VAT number. */
	vatNumberFields: Counted[];
	giftCards: number;
	refunds: number;
	discounts: number;
	fees: number;
}

const fields = settingsFields.orderFields.schema.parse({});

/**
 * Looks at raw orders of a shop.
 *
 * @param home two-letter code of the country of the shop
 */
export function seenOrders(
	kind: ShopKind,
	raws: readonly unknown[],
	{ country: home, zone, paidStatuses }: Pick<ShopSettings, 'country' | 'paidStatuses' | 'zone'>,
): SeenOrders {
	const orders: ShopOrder[] = [];
	const statuses: string[] = [];
	for (const raw of raws) {
		if (!isObject(raw)) continue;
		try {
			const identity = readIdentity(kind, raw);
			statuses.push(identity.status);
			orders.push(shops[kind].order(identity, raw, { country: home, zone, paidStatuses }, fields));
		} catch {
			// What cannot be read is counted: the set-up check says why of each.
		}
	}
	const days = orders.map(({ date }) => date).sort();
	const abroad = orders.map((order) => ({ order, ...placeOf(order, home) }));
	return {
		read: orders.length,
		unread: raws.length - orders.length,
		from: days[0] ?? '',
		to: days.at(-1) ?? '',
		rates: ratesOf(abroad),
		icp: abroad.filter(
			({ order, area, country }) =>
				area === 'eu' && country !== home && order.vatNumber !== '' && charged(order).length === 0,
		).length,
		outsideEu: abroad.filter(({ area }) => area === 'outsideEu').length,
		statuses: counted(statuses),
		paymentMethods: methodsOf(orders),
		currencies: counted(orders.map(({ currency }) => currency).filter((one) => one !== 'EUR')),
		vatNumberFields: counted(
			orders.flatMap(({ vatNumberElsewhere }) => vatNumberElsewhere?.field ?? []),
		),
		giftCards: orders.filter(
			({ paidByGiftCard, lines }) => paidByGiftCard > 0 || lines.some(({ giftCard }) => giftCard),
		).length,
		refunds: orders.filter(({ refundCount }) => refundCount > 0).length,
		discounts: orders.filter(hasDiscount).length,
		fees: orders.filter(({ lines }) => lines.some(({ role, net }) => role === 'fee' && net > 0))
			.length,
	};
}

function placeOf({ pickUp, shipping, billing }: ShopOrder, home: string) {
	if (pickUp) return deliveryArea(home, '');
	const { country, postcode, city } = shipping.country === '' ? billing : shipping;
	return deliveryArea(countryCode(country) || home, postcode, city);
}

function charged({ lines, vatPerRate }: ShopOrder): number[] {
	const all = vatPerRate.length > 0 ? vatPerRate : lines.flatMap(({ vat }) => vat);
	return [...new Set(all.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage))];
}

type Placed = { order: ShopOrder } & ReturnType<typeof placeOf>;

function ratesOf(orders: readonly Placed[]): SeenRate[] {
	const rates = new Map<string, SeenRate>();
	for (const { order, country, area } of orders) {
		if (area !== 'eu') continue;
		for (const percentage of charged(order)) {
			const key = `${country} ${percentage}`;
			const rate = rates.get(key) ?? { country, percentage, orders: 0, ownVat: 0 };
			rate.orders += 1;
			if (order.chargedBy?.some((one) => countryCode(one) === country)) rate.ownVat += 1;
			rates.set(key, rate);
		}
	}
	return [...rates.values()].sort(
		(a, b) => a.country.localeCompare(b.country) || b.percentage - a.percentage,
	);
}

function methodsOf(orders: readonly ShopOrder[]): SeenOrders['paymentMethods'] {
	const codes = counted(
		orders.map(({ paymentMethod }) => paymentMethod.code).filter((code) => code !== ''),
	);
	return codes.map((one) => {
		const order = orders.find(({ paymentMethod }) => paymentMethod.code === one.name);
		return { ...one, title: order?.paymentMethod.title ?? one.name };
	});
}

const hasDiscount = ({ lines, spread }: ShopOrder): boolean =>
	lines.some(({ net, netBeforeDiscount }) => netBeforeDiscount > net) ||
	spread.some(({ role, gross }) => role === 'discount' && gross !== 0);

/** Most frequent first. */
function counted(names: readonly string[]): Counted[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.map(([name, orders]) => ({ name, orders }))
		.sort((a, b) => b.orders - a.orders || a.name.localeCompare(b.name));
}
