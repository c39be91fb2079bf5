import type { SalesEntryDraft } from './draft';
import { Finding, tips, type FindingCode } from './findings';
import { fingerprintOf } from './fingerprint';
import { formatCents, readMicros, roundToCents, sum, toEuro } from './money';
import type { ShopOrder } from './order';
import { rateLines, type RatedOrder } from './ratedLines';
import { decideRegime } from './regime';
import { draftSalesEntry } from './salesEntry';
import type { Settings, ShopSettings } from './settings';
import { isObject, type RawObject } from './shops/fields';
import { readIdentity, type OrderIdentity } from './shops/identity';
import { readJouwWebOrder } from './shops/jouwWeb';
import { readWooCommerceOrder } from './shops/wooCommerce';

/** The four ends of an order: nothing is guessed, nothing is dropped (decision 4 of the design). */
export type Outcome = 'book' | 'wait' | 'nothingToBook' | 'attention';

/** What becomes of one order. Holds no personal data outside `draft`. */
export interface TransformedOrder {
	outcome: Outcome;
	/** Client, shop and the shop's own id of the order. */
	orderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	/** Euro with VAT; `null` when it cannot be read. */
	total: number | null;
	/** VAT of the order in euro; `null` as long as it is not known. */
	vat: number | null;
	regime: string;
	/** Currency, total and amounts per rate: a later change of the order shows here (J035). */
	fingerprint: string;
	/** Why the order is not booked, what was found and how to mend it; empty for orders to book. */
	code: FindingCode | '';
	message: string;
	tip: string;
	draft?: SalesEntryDraft;
}

/**
 * Turns one raw order of a shop into a draft for the books, or says why not. Never throws: whatever
 * the order holds, it ends as book, wait, nothing to book or attention.
 *
 * @param raw the order as the shop sends it.
 * @param shopName which of the settings' shops it comes from.
 */
export function transformOrder(
	raw: unknown,
	shopName: string,
	settings: Settings,
): TransformedOrder {
	const known: Known = { client: settings.client, shop: shopName, raw };
	try {
		const shop = settings.shops.find((entry) => entry.shop === shopName);
		if (!shop) {
			throw new Finding('SHOP_NOT_IN_SETTINGS', `The settings have no shop "${shopName}".`);
		}
		const identity = readIdentity(shop.kind, raw);
		known.identity = identity;
		const waiting = decideByStatus(identity, shop);
		if (waiting) return described(known, waiting.outcome, waiting.code, waiting.message);
		return decide(known, identity, shop, settings);
	} catch (error) {
		if (error instanceof Finding) {
			return described(known, 'attention', error.code, error.message);
		}
		return described(known, 'attention', 'CONTENT_UNREADABLE', 'The order could not be read.');
	}
}

interface Known {
	client: string;
	shop: string;
	raw: unknown;
	identity?: OrderIdentity;
	order?: ShopOrder;
	rated?: RatedOrder;
	regime?: string;
}

/** Orders whose status is not chosen wait; nothing is ever booked by status alone (J032, J033). */
function decideByStatus(
	{ status }: OrderIdentity,
	shop: ShopSettings,
): { outcome: Outcome; code: FindingCode; message: string } | undefined {
	if (shop.statusesToBook.includes(status)) return undefined;
	const named = `The status is "${status}"`;
	return shop.statusesToSkip.includes(status)
		? {
				outcome: 'nothingToBook',
				code: 'STATUS_SKIPPED',
				message: `${named}, which is not booked.`,
			}
		: {
				outcome: 'wait',
				code: 'STATUS_NOT_YET',
				message: `${named}; booked from ${shop.statusesToBook.join(', ')}.`,
			};
}

function decide(
	known: Known,
	identity: OrderIdentity & { raw: RawObject },
	shop: ShopSettings,
	settings: Settings,
): TransformedOrder {
	const { raw, ...identifiers } = identity;
	const order =
		shop.kind === 'wooCommerce'
			? readWooCommerceOrder(identifiers, raw, shop.zone)
			: readJouwWebOrder(identifiers, raw, shop.zone, shop.country);
	known.order = order;
	if (order.currency !== 'EUR') {
		throw new Finding(
			'CURRENCY_NOT_EUR',
			`The order is in ${order.currency || 'an unknown currency'}.`,
		);
	}
	if (order.refundCount > 0) {
		throw new Finding('ORDER_HAS_REFUNDS', `The order has ${order.refundCount} refund(s).`);
	}
	const rated = rateLines(order);
	known.rated = rated;
	checkStatedVat(order, rated);
	if (order.total === 0 && rated.lines.every((line) => line.net - line.discount === 0)) {
		return described(known, 'nothingToBook', 'FREE_ORDER', 'The order is free.');
	}
	const decision = decideRegime(order, rated.vat, shop.country);
	known.regime = decision.regime;
	const draft = draftSalesEntry(order, rated, decision, shop, settings, keyOf(known));
	return { ...described(known, 'book', '', ''), draft };
}

/** The VAT total that the shop states must be that of the lines, apart from rounding (J086). */
function checkStatedVat({ statedVat, lines }: ShopOrder, { vat }: RatedOrder): void {
	if (statedVat === undefined) return;
	const ofLines = sum(vat.map(({ amount }) => amount));
	if (Math.abs(statedVat - ofLines) > Math.max(2, lines.length)) {
		throw new Finding(
			'VAT_TOTAL_MISMATCH',
			`The order states VAT ${formatCents(statedVat)}, its lines ${formatCents(ofLines)}.`,
		);
	}
}

function described(
	known: Known,
	outcome: Outcome,
	code: FindingCode | '',
	message: string,
): TransformedOrder {
	const { client, shop, identity, order, rated } = known;
	return {
		outcome,
		orderKey: keyOf(known),
		client,
		shop,
		orderId: identity?.id ?? '',
		orderNumber: identity?.number ?? '',
		orderStatus: identity?.status ?? '',
		total: order ? toEuro(order.total) : statedTotal(known.raw),
		vat: rated ? toEuro(sum(rated.vat.map(({ amount }) => amount))) : null,
		regime: known.regime ?? '',
		fingerprint: order && rated ? fingerprintOf(order, rated) : '',
		code,
		message,
		tip: code === '' ? '' : tips[code],
	};
}

/** For orders that are not read in full: what the shop calls the total. */
function statedTotal(raw: unknown): number | null {
	if (!isObject(raw)) return null;
	const micros = readMicros(raw.total ?? raw.totalPrice);
	return micros === undefined ? null : toEuro(roundToCents(micros));
}

function keyOf({ client, shop, identity }: Known): string {
	return `${client}/${shop}/${identity?.id ?? 'unreadable'}`;
}
