import { addedInEuro } from '../currency/convert';
import type { ExchangeRate } from '../money/exchangeRate';
import { sum, type Cents } from '../money/money';
import { refundedBy } from '../refunds/foreignRefund';
import type { ShopSettings } from '../settings/settings';
import { dateOrNone } from '../shops/shopDate';
import type { OwnPayment } from '../shops/shop';
import type { RawObject } from '../trade/fields';
import type { ListedRefund } from '../trade/refund';

/** Whether and when the customer paid the order, as the shop says. */
export type OwnPaid = Pick<OwnPayment, 'state' | 'date'>;

/**
 * Whether a refund gives up what was not paid: made by hand, before the customer paid. No money went
 * back, he paid that much less (D-PAID-LESS). What fills a gift card again was paid.
 */
export const isGivenUp =
	({ state: paid, date: paidOn }: OwnPaid) =>
	({ state, date, amount = 0, toCard, id }: ListedRefund): boolean =>
		id !== '' &&
		state === 'outside' &&
		amount > toCard &&
		date !== '' &&
		(paid !== 'paid' || (paidOn !== '' && date < paidOn));

/** What was given up of an order, in euro. */
export function givenUpOf(
	refunds: readonly ListedRefund[],
	own: OwnPaid,
	rate?: ExchangeRate,
): Cents {
	return sum(refunds.filter(isGivenUp(own)).map((refund) => moneyInEuro(refund, refunds, rate)));
}

/** What of a refund is money, and not for a gift card, in euro. */
export function moneyInEuro(
	{ id, amount = 0, toCard }: ListedRefund,
	all: readonly ListedRefund[],
	rate: ExchangeRate | undefined,
): Cents {
	const toCards = all.map((one) => ({ ...one, amount: one.toCard }));
	return inEuroOf(id, all, amount, rate) - inEuroOf(id, toCards, toCard, rate);
}

/** Just what its credit note takes back: refunds are turned into euro one after the other. */
export function inEuroOf(
	refundId: string,
	all: readonly ListedRefund[],
	amount: Cents,
	rate: ExchangeRate | undefined,
): Cents {
	if (!rate) return amount;
	const earlier = all.filter(({ id }) => Number(id) < Number(refundId));
	return addedInEuro(refundedBy(earlier), amount, rate);
}

/** The day on which the shop last changed the order; empty when it does not say. */
export function changedOn(raw: RawObject, { zone }: ShopSettings): string {
	return dateOrNone(
		[
			{ value: raw.date_modified_gmt, zone: 'utc' },
			...[raw.date_modified, raw.updatedAt].map((value) => ({ value, zone })),
		],
		zone,
	);
}
