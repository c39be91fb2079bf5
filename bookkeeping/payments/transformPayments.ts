import { whenClosedOf } from '../documents/openDay';
import { orderKey, paymentKey } from '../orderTable/keys';
import { rowOfMethod } from '../settings/paymentMethodRow';
import { oldInvoiceOf } from '../settings/oldInvoices';
import { shopOf } from '../settings/shopOf';
import { foreignOf, rateOfDraft } from '../currency/foreignAmount';
import { reason, told, type Reason, type Told } from '../codes/register';
import { Finding, reasonOf } from '../trade/findings';
import { sum, toEuro, type Cents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import type { PaymentMethodSettings, Settings, ShopSettings } from '../settings/settings';
import { readIdentity, shops } from '../shops';
import type { OrderIdentity } from '../shops/shop';
import { readOrder } from '../orders/readOrder';
import { transformAsSold, type Outcome } from '../orders/transform';
import { besideAmount } from '../documents/beside';
import type { RawObject } from '../trade/fields';
import { creditPartsOf, type CreditParts } from '../refunds/creditParts';
import { sellsCard } from '../vat/regime';
import { draftPayment, type PaidOrder } from './draftPayment';
import { cardRow, giftCardMethod, giftCardTitle, readCardPayments } from './giftCards';
import type { PaymentDraft } from './paymentDraft';
import { paidAtProviderIn } from './atProvider/told';
import { ownPayment, readPayments, type ShopPayment } from './readPayments';
import { settledInTotals } from './settledInTotals';
import { draftSetOff, readSetOffs, type SetOff } from './setOff';

/** What becomes of one payment. Holds no personal data outside `draft`. */
export interface TransformedPayment extends Told {
	outcome: Outcome;
	/** Client, shop, order and payment. */
	paymentKey: string;
	orderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	/** The provider's id; empty when the shop does not know it. */
	paymentId: string;
	/** The payment method as customers read it in the shop; its code where the order states no title. */
	paymentMethod: string;
	/** Euro; negative for a refund; `null` when it cannot be read. */
	amount: number | null;
	/** yyyy-MM-dd in the shop's zone; empty when it is not paid or cannot be read. */
	paidOn: string;
	draft?: PaymentDraft;
}

interface Known {
	client: string;
	shop: string;
	identity?: OrderIdentity;
	/** As people read it. */
	method?: string;
}

/**
 * Turns the payments of one raw order into drafts for the books, or says why not (J160-J170). Never
 * throws: every payment ends as book, wait, nothing to book or attention.
 *
 * @param raw the order as the shop sends it.
 * @param shopName which of the settings' shops it comes from.
 * @param entryVersion which entry of the order is in the books, where earlier ones were undone.
 * @param rows of the order and its refunds in the order table, for those that are booked in totals, and
 * for what the payment provider says of an order that the shop does not call paid.
 * @returns one result per payment, at least one per order.
 */
export function transformPayments(
	raw: unknown,
	shopName: string,
	settings: Settings,
	entryVersion = 1,
	rows: readonly RawObject[] = [],
): TransformedPayment[] {
	const known: Known = { client: settings.client, shop: shopName };
	try {
		return decideOrder(raw, known, settings, entryVersion, rows)
			.map((payment) =>
				payment.draft
					? { ...payment, draft: { ...payment.draft, ...whenClosedOf(settings) } }
					: payment,
			)
			.map((payment) => inTotals(payment, rows, entryVersion));
	} catch (error) {
		return [failed(known, undefined, error)];
	}
}

/** A payment with the totals that it settles, or one that waits for them. */
function inTotals(
	payment: TransformedPayment,
	rows: readonly RawObject[],
	entryVersion: number,
): TransformedPayment {
	const { draft, ...about } = payment;
	if (!draft) return payment;
	const settled = settledInTotals(draft, rows, entryVersion);
	return 'waits' in settled
		? { ...about, outcome: 'wait', ...told(settled.waits) }
		: { ...about, draft: settled.draft };
}

function decideOrder(
	input: unknown,
	known: Known,
	settings: Settings,
	entryVersion: number,
	rows: readonly RawObject[],
): TransformedPayment[] {
	const shop = shopOf(known.shop, settings);
	const { raw, ...identity } = readIdentity(shop.kind, input);
	known.identity = identity;
	const method = shops[shop.kind].paymentMethod(raw);
	known.method = method.title || method.code;
	const found = settingsOfMethod(method, settings);
	// Whatever the settings say of the method, a card may have paid a part.
	const mayBeOtherwise = settings.giftCardAccountId ?? settings.setOffJournalId;
	if ('why' in found && !mayBeOtherwise) return [described(known, undefined, found)];
	const marker = shops[shop.kind].testMarker?.(raw);
	if (marker) {
		throw new Finding('PAYMENT_TEST_MODE', { case: 'order', field: marker });
	}
	const read = readOrder(identity, raw, shop, settings);
	// An entry that was undone may still be open: the newest one is found by its number, or not at all.
	const order = entryVersion > 1 ? { ...read, email: '' } : read;
	const early = beforeFirstDate(order, shop);
	if (early) return [described(known, undefined, early)];
	// What a gift card paid does not pass through the payment method.
	const due = order.total - order.paidByGiftCard;
	const rate = order.foreign && rateOfDraft(foreignOf(order.foreign))?.rate;
	const atProvider = paidAtProviderIn(rows, orderKeyOf(known));
	const own = ownPayment(raw, shop, [], atProvider);
	const { state } = own;
	const beside = besideIn(raw, order, shop, settings);
	const creditParts = (creditNoteNumber: string): CreditParts =>
		creditPartsOf(creditNoteNumber, raw, shop, withoutCategories(settings));
	const givenUp = readSetOffs(raw, order, shop, { ...own, entryVersion }, rate);
	const setOffWith = givenUp.map(({ creditNoteNumber }) => creditNoteNumber);
	const inTwo = beside !== 0 && { beside, creditParts, setOffWith };
	const setOffs = settings.setOffJournalId
		? givenUp.map((setOff) =>
				decideSetOff(
					{ order, shop, entryVersion, journalId: settings.setOffJournalId ?? '', ...inTwo },
					setOff,
					known,
				),
			)
		: [];
	const byCard = readCardPayments(raw, order, shop, { state, entryVersion }, rate).map((payment) =>
		decideCardPayment({ order, entryVersion, shop, settings }, payment, known),
	);
	// Nothing but the card paid: there is no payment beside it.
	if (due === 0 && byCard.length > 0) return [...byCard, ...setOffs];
	if ('why' in found) return [described(known, undefined, found), ...byCard, ...setOffs];
	const payments = readPayments(raw, shop, settings.paymentFeeFields, due, rate, atProvider);
	const paidOrder: PaidOrder = {
		...{ order, entryVersion, shop, settings, row: found.row, due },
		...inTwo,
	};
	const byMethod = inOrderOfPayment(payments).map((payment, index, all) => {
		try {
			return decidePayment(paidOrder, payment, all.slice(0, index), known);
		} catch (error) {
			return failed(known, payment, error);
		}
	});
	return [...byMethod, ...byCard, ...setOffs];
}

/** What of an order is booked in an entry beside its own: what bears no VAT, with goods by OSS. */
function besideIn(raw: RawObject, order: ShopOrder, shop: ShopSettings, settings: Settings): Cents {
	const mayBeApart = order.lines.some(
		(line) => settings.ossAccountWithoutVatId !== undefined || sellsCard(line, settings),
	);
	if (!mayBeApart) return 0;
	const { draft } = transformAsSold(raw, shop.shop, withoutCategories(settings));
	return draft?.document === 'salesEntry' ? besideAmount(draft) : 0;
}

/** Payments are read without the categories of products; those change no amount. */
const withoutCategories = (settings: Settings): Settings => ({
	...settings,
	shops: settings.shops.map((one) => ({ ...one, categoriesToBook: [] })),
	productAccounts: settings.productAccounts.filter(({ category }) => category === undefined),
});

/** A credit note that is settled with its unpaid invoice; no money moves. */
function decideSetOff(
	about: Parameters<typeof draftSetOff>[1],
	setOff: SetOff,
	known: Known,
): TransformedPayment {
	const { key, date } = setOff;
	const fee = { unknownBecause: 'no money moves' } as const;
	const moved: ShopPayment = {
		...{ key, id: '', reference: '', amount: 0, state: 'paid', date, fee },
		invoiceNumber: setOff.creditNoteNumber,
	};
	try {
		const keys = { orderKey: orderKeyOf(known), paymentKey: paymentKeyOf(known, moved) };
		const draft = draftSetOff(setOff, about, keys);
		return { ...described(known, moved, { outcome: 'book' }), draft };
	} catch (error) {
		return failed(known, moved, error);
	}
}

/** What a card paid, or what went back to it, on the account that cards stand on. */
function decideCardPayment(
	about: Pick<PaidOrder, 'order' | 'entryVersion' | 'shop' | 'settings'>,
	payment: ShopPayment,
	ofOrder: Known,
): TransformedPayment {
	const known: Known = { ...ofOrder, method: giftCardTitle[about.settings.lineLanguage] };
	try {
		if (payment.state !== 'paid') {
			return described(known, payment, { outcome: 'wait', why: reason('PAYMENT_NOT_YET') });
		}
		const early = ofAnother(about.order, about.shop, payment);
		if (early) return described(known, payment, early);
		const row = cardRow(payment.amount, about.settings);
		const order = { ...about.order, paymentMethod: giftCardMethod };
		const keys = { orderKey: orderKeyOf(known), paymentKey: paymentKeyOf(known, payment) };
		const draft = draftPayment({ ...about, order, row, due: order.paidByGiftCard }, payment, keys);
		return { ...described(known, payment, { outcome: 'book' }), draft };
	} catch (error) {
		return failed(known, payment, error);
	}
}

/** Orders from before the shop went live are not in these books, so neither are their payments. */
function beforeFirstDate({ date, number }: ShopOrder, shop: ShopSettings): Decision | undefined {
	const { bookFrom } = shop;
	if (!bookFrom || date >= bookFrom || oldInvoiceOf(number, shop) !== undefined) return undefined;
	return { outcome: 'nothingToBook', why: reason('BEFORE_FIRST_DATE', { date, bookFrom }) };
}

/** The row of 'Payment Methods' for a method, or why there is nothing to book (J070, J072, J073). */
function settingsOfMethod(
	{ code, title }: { code: string; title: string },
	settings: Settings,
): { row: PaymentMethodSettings } | Required<Decision> {
	const row = rowOfMethod(settings.paymentMethods, { code, title });
	const fixed = rowOfMethod(settings.fixedDebtors, { code, title });
	if (fixed && row) {
		throw new Finding('PAYMENT_METHOD_AMBIGUOUS', { title, method: code });
	}
	if (row) return { row };
	if (fixed) {
		const why = reason('PAYMENT_ON_FIXED_DEBTOR', { method: title });
		return { outcome: 'nothingToBook', why };
	}
	const why =
		title === ''
			? reason('PAYMENT_WITHOUT_METHOD')
			: reason('PAYMENT_METHOD_NOT_CONFIGURED', { method: title });
	return { outcome: 'nothingToBook', why };
}

interface Decision {
	outcome: Outcome;
	why?: Reason;
}

/** By date and then by key, so that what exceeds the invoice is always the same payment. */
function inOrderOfPayment(payments: readonly ShopPayment[]): ShopPayment[] {
	return [...payments].sort(
		(a, b) => compare(a.date || '9999', b.date || '9999') || compare(a.key, b.key),
	);
}

function compare(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

function decidePayment(
	order: PaidOrder,
	payment: ShopPayment,
	earlier: readonly ShopPayment[],
	known: Known,
): TransformedPayment {
	if (earlier.some(({ key }) => key === payment.key)) {
		throw new Finding('PAYMENT_TWICE', { payment: payment.key });
	}
	const { atProvider } = payment;
	if (atProvider && atProvider.amount !== payment.amount) {
		throw new Finding('PAYMENT_AT_PROVIDER_DIFFERS', {
			...{ paid: atProvider.amount, due: payment.amount, payment: atProvider.id },
		});
	}
	const waiting = ofAnother(order.order, order.shop, payment) ?? notYet(order, payment);
	if (waiting) return described(known, payment, waiting);
	checkAgainstOrder(order, payment, earlier);
	const keys = { orderKey: orderKeyOf(known), paymentKey: paymentKeyOf(known, payment) };
	const booked: Decision = { outcome: 'book' };
	const before = sum(
		earlier.filter(({ state, amount }) => state === 'paid' && amount > 0).map((one) => one.amount),
	);
	return {
		...described(known, payment, booked),
		draft: draftPayment(order, payment, keys, before),
	};
}

/** What moved before the first day for an order of another connector is that connector's too. */
function ofAnother(
	{ number }: ShopOrder,
	shop: ShopSettings,
	{ state, date }: Pick<ShopPayment, 'state' | 'date'>,
): Decision | undefined {
	const { bookFrom } = shop;
	const invoice = oldInvoiceOf(number, shop);
	if (!bookFrom || invoice === undefined || state !== 'paid' || date >= bookFrom) return undefined;
	return { outcome: 'nothingToBook', why: reason('BOOKED_BEFORE', { invoice, bookFrom }) };
}

/** Only paid money is booked, unless the settings say that a method always counts as paid (J161). */
function notYet(
	{ row, order, shop }: PaidOrder,
	{ key, state, amount }: ShopPayment,
): Decision | undefined {
	if (amount === 0) {
		return { outcome: 'nothingToBook', why: reason('FREE_ORDER', { case: 'payment' }) };
	}
	if (state === 'outside') {
		return {
			outcome: 'nothingToBook',
			why: reason('PAYMENT_REFUND_OUTSIDE'),
		};
	}
	if (state === 'detailsMissing') {
		return {
			outcome: 'wait',
			why: reason('PAYMENT_REFUND_UNCLEAR'),
		};
	}
	if (state === 'paid') return undefined;
	if (shop.statusesToSkip.includes(order.status)) {
		return {
			outcome: 'nothingToBook',
			why: reason('STATUS_SKIPPED', { case: 'payment', status: order.status }),
		};
	}
	// J160: a payment belongs to an order that is booked; "always" does not go before the sale.
	if (row.alwaysPaid && key === 'paid' && shop.statusesToBook.includes(order.status)) {
		return undefined;
	}
	return {
		outcome: 'wait',
		why: reason('PAYMENT_NOT_YET'),
	};
}

/** What is paid beyond the order, or paid back beyond what was paid, is never booked by itself. */
function checkAgainstOrder(
	{ due }: PaidOrder,
	payment: ShopPayment,
	earlier: readonly ShopPayment[],
): void {
	const before = earlier.filter(({ state }) => state === 'paid');
	const sumOf = (sign: 1 | -1) =>
		[...before, payment]
			.filter(({ amount }) => Math.sign(amount) === sign)
			.reduce((all, { amount }) => all + amount, 0);
	const paid = sumOf(1);
	const paidBack = -sumOf(-1);
	if (payment.amount > 0 && paid > due) {
		throw new Finding('PAYMENT_EXCEEDS_ORDER', { case: 'paid', paid, due, excess: paid - due });
	}
	if (payment.amount < 0 && paidBack > due) {
		throw new Finding('PAYMENT_EXCEEDS_ORDER', { case: 'paidBack', paidBack, due });
	}
}

function failed(
	known: Known,
	payment: ShopPayment | undefined,
	error: unknown,
): TransformedPayment {
	return described(known, payment, { outcome: 'attention', why: reasonOf(error) });
}

function described(
	known: Known,
	payment: ShopPayment | undefined,
	{ outcome, why }: Decision,
): TransformedPayment {
	const { client, shop, identity, method } = known;
	return {
		outcome,
		paymentKey: paymentKeyOf(known, payment),
		orderKey: orderKeyOf(known),
		client,
		shop,
		orderId: identity?.id ?? '',
		orderNumber: identity?.number ?? '',
		paymentId: payment?.id ?? '',
		paymentMethod: method ?? '',
		amount: payment ? toEuro(payment.amount) : null,
		paidOn: payment?.date ?? '',
		...told(why),
	};
}

function orderKeyOf({ client, shop, identity }: Known): string {
	return orderKey(client, shop, identity?.id);
}

function paymentKeyOf(known: Known, payment: ShopPayment | undefined): string {
	return paymentKey(orderKeyOf(known), payment?.key);
}
