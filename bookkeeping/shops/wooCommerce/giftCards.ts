import { Finding } from '../../trade/findings';
import { readMicros, roundToCents, roundingTolerance, sum, type Cents } from '../../money/money';
import {
	cents,
	isObject,
	object,
	objectIn,
	objects,
	objectsIn,
	optionalCents,
	optionalMicros,
	type RawObject,
} from '../../trade/fields';
import { cleanText } from '../../trade/text';
import { isPaymentName } from '../paymentName';

/** What gift cards, store credit and wallets did to an order (WC-921). */
export interface Cards {
	/** What they paid: money, not turnover. */
	paid: Cents;
	/** What store credit took off the lines before VAT, as a discount: part of the lines already. */
	asDiscount: Cents;
	/** The fee lines that are no payments. */
	fees: readonly RawObject[];
}

/** Lists at the top of an order: the official plugin, PW Gift Cards. */
export const CARD_LISTS = ['gift_cards', 'pw_gift_cards_redeemed'];
/** Metadata with one amount. */
const AMOUNT_KEYS = new Set([
	...['_ywgc_applied_gift_cards_totals', '_used_wallet_amount', '_order_funds', '_funds_used'],
]);
/** Advanced Coupons: an object with the amount in the order's currency and what it was of. */
const PAID_OBJECT_KEY = 'acfw_store_credits_order_paid';
/** Metadata with an amount per card; the key of the total goes before it. */
const PER_CARD_KEY = '_ywgc_applied_gift_cards';
const PER_CARD_TOTAL_KEY = '_ywgc_applied_gift_cards_totals';
/**
 * Amount per store credit, of Smart Coupons and of WooCommerce Store Credit. Both take it off the lines
 * before VAT, or off the total, by their own settings.
 */
const CONTRIBUTION_KEYS = ['smart_coupons_contribution', '_store_credit_used'];
/** The types of coupons that are store credit, of the same. */
const CREDIT_TYPES = ['smart_coupon', 'store_credit'];

const LINE_LISTS = ['line_items', 'shipping_lines'];
/**
 * Reads what gift cards, store credit and wallets paid. Plugins state it in lists, in the metadata,
 * as coupons or as untaxed negative fees, and some say the same twice. The order's own balance tells
 * what counts: lines with VAT less the total is what was paid in a way that is no line (D-PART-PAID).
 *
 * @throws Finding UNEXPLAINED_AMOUNT for a fee that is marked as a payment but adds to the order or
 * carries VAT, ORDER_UNREADABLE for an amount that cannot be read.
 */
export function readCards(
	raw: RawObject,
	metaData: readonly RawObject[],
	paymentFields: readonly string[] = [],
): Cards {
	const allFees = objectsIn(raw.fee_lines);
	const payments = allFees.filter(isPayment);
	const fees = payments.length === 0 ? allFees : allFees.filter((fee) => !payments.includes(fee));
	const sure =
		sum(payments.map(paidByFee)) +
		sum(
			CARD_LISTS.flatMap((field) => objects(raw, field)).map((card) =>
				cents(card, 'amount', 'giftCard'),
			),
		);
	const inMetadata = statedInMetadata(metaData) + statedInFields(raw, metaData, paymentFields);
	const credit = storeCredit(raw, metaData);
	if (inMetadata === 0 && credit === 0) return { paid: sure, asDiscount: 0, fees };
	const paid = byBalance(raw, fees, [
		sure + inMetadata + credit,
		sure + inMetadata,
		sure + credit,
		sure,
	]);
	const isInside = credit > 0 && (paid === sure || paid === sure + inMetadata);
	return { paid, asDiscount: isInside ? credit : 0, fees };
}

/** The reading that fits the balance of the order best; none fits: all of it, so that it shows. */
function byBalance(raw: RawObject, fees: readonly RawObject[], readings: readonly Cents[]): Cents {
	const lines = [...LINE_LISTS.flatMap((field) => objects(raw, field)), ...fees];
	// An amount that cannot be read is refused where its line is read.
	const worth = sum(
		lines.map((line) => (readMicros(line.total) ?? 0) + (readMicros(line.total_tax) ?? 0)),
	);
	const gap = roundToCents(worth) - cents(raw, 'total', 'order');
	const [all = 0] = readings;
	const missed = (reading: Cents) => Math.abs(gap - reading);
	const best = readings.reduce((one, other) => (missed(other) < missed(one) ? other : one), all);
	return missed(best) <= roundingTolerance(lines.length) ? best : all;
}

/**
 * A fee that is a payment: Germanized marks a voucher that was redeemed, TeraWallet what came from
 * the wallet; else an untaxed negative fee with the name of one. The VAT of the goods stays due (HC-08).
 */
function isPayment(fee: RawObject): boolean {
	const isMarked = objectsIn(fee.meta_data).some(
		({ key, value }) =>
			(key === '_is_voucher' && value === 'yes') ||
			(key === '_legacy_fee_key' && value === '_via_wallet_partial_payment'),
	);
	if (isMarked) return true;
	const isUntaxed = (readMicros(fee.total_tax) ?? 0) === 0;
	return isUntaxed && (readMicros(fee.total) ?? 0) < 0 && isPaymentName(cleanText(fee.name));
}

function paidByFee(fee: RawObject): Cents {
	const amount = cents(fee, 'total', 'voucher');
	if (amount <= 0 && optionalCents(fee, 'total_tax', 'voucher') === 0) return -amount || 0;
	throw new Finding('UNEXPLAINED_AMOUNT', { case: 'voucher' });
}

function statedInMetadata(metaData: readonly RawObject[]): Cents {
	let stated: Cents = 0;
	let perCard: Cents = 0;
	let hasTotal = false;
	for (const entry of metaData) {
		const key = String(entry.key);
		if (key === PER_CARD_KEY) perCard += sumOfAmounts(entry.value);
		if (key === PAID_OBJECT_KEY) {
			stated += optionalCents(objectIn(entry.value), 'amount', 'giftCard');
		}
		if (!AMOUNT_KEYS.has(key)) continue;
		hasTotal ||= key === PER_CARD_TOTAL_KEY;
		stated += optionalCents(entry, 'value', 'giftCard');
	}
	return hasTotal ? stated : stated + perCard;
}

/** What the fields that the settings name hold, in the metadata or at the top of the order. */
function statedInFields(
	raw: RawObject,
	metaData: readonly RawObject[],
	fields: readonly string[],
): Cents {
	return sum(
		fields.flatMap((field) => [
			optionalCents(raw, field, 'giftCard'),
			...metaData
				.filter(({ key }) => key === field)
				.map((entry) => optionalCents(entry, 'value', 'giftCard')),
		]),
	);
}

/** What store credit in the form of coupons covered, as the plugin says, else by the coupons. */
function storeCredit(raw: RawObject, metaData: readonly RawObject[]): Cents {
	const contribution = metaData.find(({ key }) => CONTRIBUTION_KEYS.includes(String(key)));
	if (contribution) {
		const { value } = contribution;
		return isObject(value) ? sumOfAmounts(value) : optionalCents(contribution, 'value', 'giftCard');
	}
	return sum(
		objectsIn(raw.coupon_lines)
			.filter(isStoreCredit)
			.map(
				(coupon) =>
					optionalCents(coupon, 'discount', 'giftCard') +
					optionalCents(coupon, 'discount_tax', 'giftCard'),
			),
	);
}

function isStoreCredit(coupon: RawObject): boolean {
	const types = [
		coupon.discount_type,
		...objectsIn(coupon.meta_data)
			.filter(({ key }) => key === 'coupon_data')
			.map((data) => object(data, 'value').discount_type),
	];
	return types.some((type) => CREDIT_TYPES.includes(String(type)));
}

/** `{code: amount}`; PHP gives an empty one as a list. */
function sumOfAmounts(value: unknown): Cents {
	if (!isObject(value)) return 0;
	return sum(Object.keys(value).map((code) => cents(value, code, 'giftCard')));
}

/** Metadata of a line by which the plugins know a card that is sold, or a credit that is bought. */
const SOLD_KEYS = new Set([
	...['wc_gc_giftcard_amount', 'pw_gift_card_amount', '_ywgc_gift_card_code', '_top_up_amount'],
	// Smart Coupons, credit of an amount that the customer chose.
	'sc_called_credit',
	// WooCommerce Store Credit.
	...['_store_credit_data', '_store_credit_coupons'],
]);
/** TeraWallet marks the order of a top-up, as soon as the wallet is filled, and not the line. */
const TOPPED_UP_KEY = '_wc_wallet_purchase_credited';
const TOP_UP_NAME = /wallet|top-?up|tegoed|opwaarder/i;

/** Whether a line sells a gift card or store credit. */
export function sellsCard(line: RawObject): boolean {
	return objectsIn(line.meta_data).some(({ key }) => SOLD_KEYS.has(String(key)));
}

/** The lines that fill a wallet: the only article of such an order, else those with the name of it. */
export function topUpsIn(
	metaData: readonly RawObject[],
	articles: readonly RawObject[],
): readonly RawObject[] {
	const mark = metaData.find(({ key }) => key === TOPPED_UP_KEY)?.value;
	if ([undefined, null, false, 0, '', '0', 'no'].includes(mark as string)) return [];
	if (articles.length === 1) return articles;
	return articles.filter(({ name }) => TOP_UP_NAME.test(cleanText(name)));
}

/**
 * What refund lines take back with VAT, positive, and how far rounding may be off; `undefined` where no
 * line holds money.
 */
export function worthOfRefund(refund: RawObject): { worth: Cents; tolerance: Cents } | undefined {
	const lines = [...LINE_LISTS, 'fee_lines'].flatMap((field) => objects(refund, field));
	const amounts = lines.flatMap((line) =>
		['total', 'total_tax'].map((field) => optionalMicros(line, field, 'refund')),
	);
	if (amounts.every((amount) => amount === 0)) return undefined;
	const worth = sum(amounts);
	return { worth: -roundToCents(worth) || 0, tolerance: roundingTolerance(lines.length) };
}
