import { rowOfMethod } from '../settings/paymentMethodRow';
import type { Settings } from '../settings/settings';
import { groupBy } from '../trade/groupBy';
import type { ShopOrder } from '../trade/order';
import type { Outcome, TransformedOrder } from './transform';

/** A line of the set-up check: what was looked at, whether it is right, what was found, what to do. */
export interface Light {
	check: string;
	ok: boolean;
	found: string;
	tip: string;
}
/** An order as it would be booked; `order` is what was read of the raw one. */
export interface CheckedOrder {
	transformed: TransformedOrder;
	order?: ShopOrder;
}

/** Says that the settings lack a row, or an account in it, for a VAT rate; each message is its own. */
const MAPPING_CODES = ['NO_VAT_MAPPING', 'MAPPING_INCOMPLETE', 'UNKNOWN_VAT_RATE'];
/** Said by the light of the status. */
const STATUS_CODES = ['STATUS_NOT_YET', 'STATUS_SKIPPED'];
const EXAMPLES = 3;
const OUTCOMES: Record<Outcome, (count: string) => string> = {
	book: (count) => `${count} would be booked`,
	wait: (count) => `${count} would wait`,
	nothingToBook: (count) => `${count} would be skipped`,
	attention: (count) => `${count} would need attention`,
};

const ordersOf = (count: number): string => `${count} ${count === 1 ? 'order' : 'orders'}`;

/**
 * What recent orders of a shop would become with the settings as they are, as lights: every reason
 * why some would not be booked, once, with how many and what to do; every status in use and what it
 * does (W031); every payment method in use and whether its payments are booked, how many businesses
 * gave a VAT number, and what becomes of refunds (W083).
 */
export function orderLights(orders: readonly CheckedOrder[], settings: Settings): Light[] {
	const all = orders.map(({ transformed }) => transformed);
	return [
		...reasons(all),
		...statuses(all),
		...paymentMethods(orders, settings),
		...vatNumbers(orders),
		...refunds(orders, settings),
	];
}

function reasons(all: readonly TransformedOrder[]): Light[] {
	const isMapping = ({ code }: TransformedOrder) => MAPPING_CODES.includes(code);
	const told = all.filter(({ code }) => code !== '' && !STATUS_CODES.includes(code));
	const perReason = groupBy(told, (one) => `${one.code}\n${isMapping(one) ? one.message : ''}`);
	const lights = [...perReason.values()].map((same): Light => {
		const { code, message, tip, outcome } = same[0]!;
		const numbers = same
			.slice(0, EXAMPLES)
			.map(({ orderNumber, orderId }) => orderNumber || orderId);
		const more = same.length > EXAMPLES ? ' …' : '';
		return {
			check: isMapping(same[0]!) ? 'VAT rates of last month' : `Orders of last month: ${code}`,
			ok: outcome !== 'attention',
			found: `${ordersOf(same.length)} (${numbers.join(', ')}${more}): ${message}`,
			tip: outcome === 'attention' ? tip : '',
		};
	});
	const bookable = all.filter(({ outcome }) => outcome === 'book').length;
	if (bookable === 0) return lights;
	const found = `${bookable} of ${ordersOf(all.length)} would be booked`;
	return [...lights, { check: 'Orders of last month', ok: true, found, tip: '' }];
}

function statuses(all: readonly TransformedOrder[]): Light[] {
	return [...groupBy(all, ({ orderStatus }) => orderStatus)]
		.filter(([status]) => status !== '')
		.map(([status, same]) => ({
			check: `Status ${status}`,
			ok: true,
			found: [...groupBy(same, ({ outcome }) => outcome)]
				.map(([outcome, those]) => OUTCOMES[outcome](ordersOf(those.length)))
				.join(', '),
			tip: '',
		}));
}

/** Nothing where the client books no payments. */
function paymentMethods(orders: readonly CheckedOrder[], settings: Settings): Light[] {
	if (settings.paymentMethods.length === 0) return [];
	const paid = orders.flatMap(({ transformed, order }) =>
		transformed.outcome === 'book' && order && order.paymentMethod.code !== ''
			? [order.paymentMethod]
			: [],
	);
	return [...groupBy(paid, ({ code }) => code)].map(([code, same]) => {
		const rows = [...settings.paymentMethods, ...settings.fixedDebtors];
		const isSet = rowOfMethod(rows, same[0]!) !== undefined;
		return {
			check: `Payment method ${code}`,
			ok: true,
			found: `${ordersOf(same.length)}; ${isSet ? 'has a row in the settings' : 'stands in no row, so its invoices stay open'}`,
			tip: isSet ? '' : `Add ${code} to 'Payment Methods' when its payments are to be booked`,
		};
	});
}

/** Nothing where no order was read. */
function vatNumbers(orders: readonly CheckedOrder[]): Light[] {
	const read = orders.flatMap(({ transformed, order }) => (order ? [{ transformed, order }] : []));
	if (read.length === 0) return [];
	const withNumber = read.filter(({ order }) => order.vatNumber !== '');
	const icp = withNumber.filter(({ transformed }) => transformed.regime === 'icp');
	const found =
		withNumber.length === 0
			? 'No order has a VAT number'
			: `${ordersOf(withNumber.length)} with a VAT number, ${icp.length} of them without VAT to another EU country`;
	const tip =
		withNumber.length === 0
			? "If businesses in other EU countries buy here, name the field of their number at 'Fields of Orders'"
			: '';
	return [{ check: 'VAT numbers of businesses', ok: true, found, tip }];
}

/** Nothing where nothing was refunded. */
function refunds(orders: readonly CheckedOrder[], { ordersWithRefunds }: Settings): Light[] {
	const count = orders.filter(({ order }) => (order?.refundCount ?? 0) > 0).length;
	if (count === 0) return [];
	const ok = ordersWithRefunds === 'book';
	return [
		{
			check: 'Refund sync',
			ok,
			found: `${ordersOf(count)} with refunds; ${ok ? 'the sale is booked in full, and the refund sync credits what went back' : 'they would need attention'}`,
			tip: ok
				? ''
				: "Set 'Orders With Refunds' to Book the Sale, and publish Hourly refund sync WooCommerce",
		},
	];
}
