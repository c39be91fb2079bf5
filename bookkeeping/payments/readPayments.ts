import { addedInEuro } from '../currency/convert';
import type { ExchangeRate } from '../money/exchangeRate';
import { Finding } from '../trade/findings';
import { readMicros, roundToCents, type Cents } from '../money/money';
import { refundPart } from '../orderTable/keys';
import { creditNoteNumberOf } from '../refunds/creditNote';
import type { ShopSettings } from '../settings/settings';
import { isObject, objects, text, type RawObject } from '../trade/fields';
import { listedRefunds, shops } from '../shops';
import { paidState } from '../shops/paidState';
import type { OwnPayment } from '../shops/shop';
import type { ListedRefund } from '../trade/refund';
import type { PaidAtProvider } from './atProvider/told';
import { feeInEuro, type BookableFee } from './fees';
import { givenUpOf, moneyInEuro } from './givenUp';

/** What the shop knows of a payment: the money moved; not yet; or what it says of a refund. */
export type PaymentState = 'open' | ListedRefund['state'];

/** One payment of an order, in one language for all shops. */
export interface ShopPayment {
	/** Unique within the order and stable: part of the key that prevents doubles (J167). */
	key: string;
	/** The provider's id; empty when the shop does not know it. */
	id: string;
	/** The provider's id again where it stands for this payment alone, in whatever shop; else empty. */
	reference: string;
	/** Negative for a refund. */
	amount: Cents;
	state: PaymentState;
	/** Calendar date in the shop's zone; empty when the shop states none. */
	date: string;
	fee: BookableFee;
	/** The document to settle, where it is not the invoice of the order: that of a credit note. */
	invoiceNumber: string;
	/** The shop does not know of it, its provider does. */
	atProvider?: PaidAtProvider;
}

/**
 * The payments of a raw order: those listed in its field `payments` when something put them there
 * (partial payments, W004, W024), else the one payment that the shop itself knows of; and the
 * refunds of a WooCommerce order that went back through the payment provider.
 *
 * @param due what is to be paid through the payment method.
 * @param rate of an order in another currency: what was paid in that currency is turned into euro.
 * @param atProvider what the provider says of an order that the shop does not call paid.
 * @throws Finding when a payment cannot be read.
 */
export function readPayments(
	raw: RawObject,
	shop: ShopSettings,
	moreFeeFields: readonly string[],
	due: Cents,
	rate?: ExchangeRate,
	atProvider?: PaidAtProvider,
): ShopPayment[] {
	const listed = objects(raw, 'payments');
	if (listed.length > 0) {
		const booked = amountReader(rate);
		return listed.map((payment) => listedPayment(payment, shop, booked, rate));
	}
	const { id, fee, ...paid } = ownPayment(raw, shop, moreFeeFields, atProvider);
	const givenUp = givenUpOf(listedRefunds(shop.kind, raw, shop), paid, rate);
	const own: ShopPayment = {
		...{ key: 'paid', id, reference: id, amount: Math.max(0, due - givenUp) },
		...paid,
		...{ fee: feeInEuro(fee, rate), invoiceNumber: '' },
		...(paid.atProvider && { atProvider: paid.atProvider }),
	};
	return [own, ...refundPayments(raw, shop, rate)];
}

/**
 * The one payment that the shop itself knows of. Where it is not paid there and the provider has the
 * money, that counts; whatever the shop says goes first.
 */
export function ownPayment(
	raw: RawObject,
	shop: ShopSettings,
	moreFeeFields: readonly string[],
	atProvider: PaidAtProvider | undefined,
): OwnPayment & { atProvider?: PaidAtProvider } {
	const own = shops[shop.kind].payment(raw, shop, moreFeeFields);
	if (own.state !== 'open' || !atProvider) return own;
	return { ...own, id: own.id || atProvider.id, state: 'paid', date: atProvider.date, atProvider };
}

/** A payment in the field `payments`, as providers give them: `{id, amount, status, paidAt, fee}`. */
function listedPayment(
	raw: RawObject,
	shop: ShopSettings,
	booked: (value: unknown) => Cents | undefined,
	rate: ExchangeRate | undefined,
): ShopPayment {
	const id = text(raw, 'id') || text(raw, 'transactionId') || text(raw, 'transaction_id');
	if (id === '') {
		throw new Finding('PAYMENT_UNREADABLE', { case: 'noId' });
	}
	const amount = booked(raw.amount);
	if (amount === undefined) {
		throw new Finding(
			'PAYMENT_UNREADABLE',
			rate
				? { case: 'noAmountOf', payment: id, currency: rate.currency }
				: { case: 'noAmount', payment: id },
		);
	}
	const fee = raw.fee === undefined || raw.fee === null ? undefined : amountReader(rate)(raw.fee);
	if (raw.mode === 'test') {
		throw new Finding('PAYMENT_TEST_MODE', { case: 'payment', payment: id });
	}
	return {
		key: id,
		id,
		reference: id,
		amount,
		...paidState({}, raw, shop),
		fee: fee === undefined ? { unknownBecause: 'the payment does not state it' } : { cents: fee },
		invoiceNumber: text(raw, 'invoiceNumber'),
	};
}

/** Refunds that the provider paid back; others did not touch the provider's account. */
function refundPayments(
	raw: RawObject,
	shop: ShopSettings,
	rate: ExchangeRate | undefined,
): ShopPayment[] {
	const refunds = listedRefunds(shop.kind, raw, shop);
	return refunds.flatMap((refund) => {
		const { id, amount, toCard, state, date } = refund;
		if (amount === undefined || id === '') {
			throw new Finding('PAYMENT_UNREADABLE', { case: 'refund' });
		}
		// All of it went back to a card.
		if (toCard > 0 && toCard === amount) return [];
		const ofMethod: ShopPayment = {
			key: refundPart(id),
			id,
			// The shop's own number: another shop may have the same one.
			reference: '',
			amount: -moneyInEuro(refund, refunds, rate),
			state,
			date,
			fee: { unknownBecause: 'a refund has none' },
			// A refund settles its credit note, whose number follows from the refund.
			invoiceNumber: creditNoteNumberOf(id, shop, raw),
		};
		return [ofMethod];
	});
}

/**
 * Reads amounts one after the other: a number or text in the currency of the order, or
 * `{value, currency}`. What was paid in the other currency is rounded to euro once for all
 * payments together, so that parts of an order make its total; the same for what was paid back.
 */
function amountReader(rate: ExchangeRate | undefined): (value: unknown) => Cents | undefined {
	const before = { paid: 0, back: 0 };
	return (value) => {
		const stated = isObject(value) ? value.value : value;
		const currency = isObject(value)
			? (text(value, 'currency') || text(value, 'currency_code')).toUpperCase()
			: '';
		const micros = readMicros(stated);
		if (micros === undefined) return undefined;
		const cents = roundToCents(micros);
		if (currency === 'EUR' || (!rate && currency === '')) return cents;
		if (!rate || (currency !== '' && currency !== rate.currency)) return undefined;
		const side = cents < 0 ? 'back' : 'paid';
		const euro = addedInEuro(before[side], cents, rate);
		before[side] += cents;
		return euro;
	};
}
