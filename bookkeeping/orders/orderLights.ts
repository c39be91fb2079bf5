import type { Language } from '../codes/facts';
import { lightText } from '../codes/lightTexts';
import { retell } from '../codes/register';
import { explainedIn } from '../settings/dutchNames';
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
const OUTCOMES = {
	book: 'wouldBook',
	wait: 'wouldWait',
	nothingToBook: 'wouldSkip',
	attention: 'wouldNeed',
} as const satisfies Record<Outcome, string>;

const ordersOf = (count: number, language: Language): string =>
	count === 1 ? lightText(language, 'oneOrder') : lightText(language, 'orders', { count });

/**
 * What recent orders of a shop would become with the settings as they are, as lights: every reason
 * why some would not be booked, once, with how many and what to do; every status in use and what it
 * does (W031); every payment method in use and whether its payments are booked, how many businesses
 * gave a VAT number, and what becomes of refunds (W083). In the language of the client.
 */
export function orderLights(orders: readonly CheckedOrder[], settings: Settings): Light[] {
	const all = orders.map(({ transformed }) => transformed);
	const { lineLanguage: language } = settings;
	const lights = [
		...reasons(all, language),
		...statuses(all, language),
		...paymentMethods(orders, settings),
		...vatNumbers(orders, language),
		...refunds(orders, settings),
	];
	return lights.map((light) => ({
		...light,
		found: explainedIn(language, light.found),
		tip: explainedIn(language, light.tip),
	}));
}

function reasons(all: readonly TransformedOrder[], language: Language): Light[] {
	const isMapping = ({ code }: TransformedOrder) => MAPPING_CODES.includes(code);
	const told = all.filter(({ code }) => code !== '' && !STATUS_CODES.includes(code));
	const perReason = groupBy(told, (one) => `${one.code}\n${isMapping(one) ? one.message : ''}`);
	const lights = [...perReason.values()].map((same): Light => {
		const { code, outcome, facts, ...known } = same[0]!;
		const { message, tip } = retell(code, facts, language) ?? known;
		const numbers = same
			.slice(0, EXAMPLES)
			.map(({ orderNumber, orderId }) => orderNumber || orderId);
		const more = same.length > EXAMPLES ? ' …' : '';
		return {
			check: isMapping(same[0]!)
				? lightText(language, 'ratesOfMonth')
				: `${lightText(language, 'ordersOfMonth')}: ${code}`,
			ok: outcome !== 'attention',
			found: `${ordersOf(same.length, language)} (${numbers.join(', ')}${more}): ${message}`,
			tip: outcome === 'attention' ? tip : '',
		};
	});
	const bookable = all.filter(({ outcome }) => outcome === 'book').length;
	if (bookable === 0) return lights;
	const orders = ordersOf(all.length, language);
	const found = lightText(language, 'bookable', { count: bookable, orders });
	return [...lights, { check: lightText(language, 'ordersOfMonth'), ok: true, found, tip: '' }];
}

function statuses(all: readonly TransformedOrder[], language: Language): Light[] {
	return [...groupBy(all, ({ orderStatus }) => orderStatus)]
		.filter(([status]) => status !== '')
		.map(([status, same]) => ({
			check: lightText(language, 'status', { status }),
			ok: true,
			found: [...groupBy(same, ({ outcome }) => outcome)]
				.map(([outcome, those]) =>
					lightText(language, OUTCOMES[outcome], { orders: ordersOf(those.length, language) }),
				)
				.join(', '),
			tip: '',
		}));
}

/** Nothing where the client books no payments. */
function paymentMethods(orders: readonly CheckedOrder[], settings: Settings): Light[] {
	if (settings.paymentMethods.length === 0) return [];
	const { lineLanguage: language } = settings;
	const paid = orders.flatMap(({ transformed, order }) =>
		transformed.outcome === 'book' && order && order.paymentMethod.code !== ''
			? [order.paymentMethod]
			: [],
	);
	return [...groupBy(paid, ({ code }) => code)].map(([code, same]) => {
		const rows = [...settings.paymentMethods, ...settings.fixedDebtors];
		const isSet = rowOfMethod(rows, same[0]!) !== undefined;
		const stated = { orders: ordersOf(same.length, language) };
		return {
			check: lightText(language, 'method', { method: code }),
			ok: true,
			found: lightText(language, isSet ? 'methodSet' : 'methodUnset', stated),
			tip: isSet ? '' : lightText(language, 'methodTip', { method: code }),
		};
	});
}

/** Nothing where no order was read. */
function vatNumbers(orders: readonly CheckedOrder[], language: Language): Light[] {
	const read = orders.flatMap(({ transformed, order }) => (order ? [{ transformed, order }] : []));
	if (read.length === 0) return [];
	const withNumber = read.filter(({ order }) => order.vatNumber !== '');
	const icp = withNumber.filter(({ transformed }) => transformed.regime === 'icp');
	const found =
		withNumber.length === 0
			? lightText(language, 'noVatNumber')
			: lightText(language, 'withVatNumber', {
					orders: ordersOf(withNumber.length, language),
					icp: icp.length,
				});
	const tip = withNumber.length === 0 ? lightText(language, 'vatNumberTip') : '';
	return [{ check: lightText(language, 'vatNumbers'), ok: true, found, tip }];
}

/** Nothing where nothing was refunded. */
function refunds(
	orders: readonly CheckedOrder[],
	{ ordersWithRefunds, lineLanguage: language }: Settings,
): Light[] {
	const count = orders.filter(({ order }) => (order?.refundCount ?? 0) > 0).length;
	if (count === 0) return [];
	const ok = ordersWithRefunds === 'book';
	return [
		{
			check: lightText(language, 'refunds'),
			ok,
			found: lightText(language, ok ? 'refundsBooked' : 'refundsWait', {
				orders: ordersOf(count, language),
			}),
			tip: ok ? '' : lightText(language, 'refundsTip'),
		},
	];
}
