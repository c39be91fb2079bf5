import { draftText, type DraftText } from '../codes/draftTexts';
import { imbalanceOf } from './balance';
import {
	checkVatRate,
	hasDiscountAccount,
	postingsOf,
	type Posting,
	type PostingOf,
} from './accounts';
import { foreignText } from '../currency/foreignAmount';
import { besideNumber } from './beside';
import { cardPlace } from './cardPlace';
import { customerOf } from './customer';
import type { DraftLine, SalesEntryDraft } from './draft';
import { versionedNumber } from './entryVersion';
import { paymentTermOf } from './paymentTerm';
import { Finding } from '../trade/findings';
import { fromEuro, sum, toEuro, type Cents, roundingTolerance } from '../money/money';
import type { ShopOrder } from '../trade/order';
import { lineText } from '../vat/lineTexts';
import type { RatedLine, RatedOrder } from '../vat/ratedLines';
import { mappingRow } from '../vat/mappingRow';
import { cardsOnly, sellsCard, type RegimeDecision } from '../vat/regime';
import { countryCode } from '../trade/countries';
import { oldInvoiceOf } from '../settings/oldInvoices';
import type { Settings, ShopSettings } from '../settings/settings';
import { cutText, joinWithinLength } from '../trade/text';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';

const DESCRIPTION_LENGTH = 250;
const ROLE_ORDER: ReadonlyArray<RatedLine['role']> = ['product', 'discount', 'shipping', 'fee'];

/**
 * Drafts the sales entry (verkoopboeking) of an order (J140-J147): invoice amount = what the
 * customer owes, lines without VAT on the accounts of the settings, VAT per rate as the shop
 * charged it, a rounding line for a difference of a few cents (D-J040).
 *
 * @throws Finding when the order cannot be booked exactly as it is.
 */
export function draftSalesEntry(
	order: ShopOrder,
	rated: RatedOrder,
	decision: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
	orderKey: string,
): SalesEntryDraft {
	const notes: DraftText[] = [];
	const { lineLanguage: language } = settings;
	const postingOf = postingsOf(decision, settings);
	const lines = [
		...draftLines(withDiscountLines(rated.lines, decision, settings), postingOf, settings),
		...foreignVatLines(rated, decision, settings),
	];
	const vat = vatRows(rated, decision, order.date, postingOf, settings);
	const giftCard = giftCardOf(order, settings, notes);
	if (order.creditAsDiscount) {
		notes.push(draftText(language, 'creditAsDiscount', { amount: order.creditAsDiscount }));
	}
	const all = closed(order, lines, vat, decision, settings, notes);
	if (all.length === 0) {
		throw new Finding('TOTAL_MISMATCH', { case: 'noLines', total: order.total });
	}
	const invoiceNumber = invoiceNumberOf(order, shop);
	const place = cardPlace(order, decision, settings);
	const customer = customerOf(order, decision, settings, place);
	if (place.note && customer.kind !== 'fixedDebtor') notes.push(place.note);
	const term = paymentTermOf(order, settings);
	// What not every entry has is set after it: literals with conditional spreads are slow.
	const draft: SalesEntryDraft = {
		document: 'salesEntry',
		orderKey,
		orderNumber: order.number,
		invoiceNumber,
		invoiceDate: order.date,
		paymentTermDays: term.paymentTermDays,
		description: descriptionOf(order, invoiceNumber, shop, settings),
		invoiceAmount: toEuro(order.total),
		customer,
		lines: all,
		vat: vat.map(({ vatKind, percentage, cents }) => ({
			vatKind,
			percentage,
			amount: toEuro(cents),
		})),
		regime: decision.regime,
		regimeReason: decision.reason,
		deliveryCountry: decision.deliveryCountry,
		notes,
	};
	const onLine = decision.regime === 'oss' ? sum(all.map(centsOf)) - sum(lines.map(centsOf)) : 0;
	// Of an order in another currency the cents are not those of the entry.
	const onVat = order.foreign ? 0 : (order.centsOnVat ?? 0);
	if (onVat !== 0) draft.movedCents = { onVat: toEuro(onVat) };
	if (onLine !== 0) draft.movedCents = { ...draft.movedCents, onLine: toEuro(onLine) };
	if (term.termOfCard) draft.termOfCard = term.termOfCard;
	if (order.customerId) draft.customerId = order.customerId;
	if (giftCard) draft.giftCard = giftCard;
	return proven(draft);
}

/**
 * The part of an order that is booked in an entry of its own (`besideEntry`), on a card that is not in
 * the country of the OSS VAT.
 *
 * @throws Finding GIFT_CARD_ACCOUNT_MISSING, INVOICE_NUMBER_TOO_LONG.
 */
export function besideOf(
	order: ShopOrder,
	untaxed: readonly RatedLine[],
	{ deliveryCountry, date }: RegimeDecision,
	shop: ShopSettings,
	settings: Settings,
): NonNullable<SalesEntryDraft['beside']> {
	const decision = {
		...cardsOnly(countryCode(shop.country), settings.lineLanguage),
		deliveryCountry,
		date,
	};
	const number = besideNumber(invoiceNumberOf(order, shop));
	const { length } = number;
	if (length > INVOICE_NUMBER_LENGTH) {
		throw new Finding('INVOICE_NUMBER_TOO_LONG', { case: 'invoice', number, length });
	}
	const isCard = (line: RatedLine): boolean => sellsCard(line, settings);
	const cards = withDiscountLines(untaxed.filter(isCard), decision, settings);
	return {
		customer: customerOf(order, decision, settings, cardPlace(order, decision, settings)),
		lines: [
			...draftLines(cards, postingsOf(decision, settings), settings),
			...untaxed.filter((line) => !isCard(line)).map((line) => untaxedLine(line, settings)),
		],
	};
}

function untaxedLine(line: RatedLine, settings: Settings): DraftLine {
	const { ossAccountWithoutVatId: ledgerAccountId = '', costCentreId } = settings;
	return {
		...{ role: line.role, description: describedLine(line), ledgerAccountId },
		...{ amount: toEuro(line.net - line.discount), vatKind: 'none', percentage: 0 },
		reason: "'OSS Account Without VAT'",
		...(costCentreId && { costCentreId }),
		...(line.shopLine && { shopLine: line.shopLine }),
	};
}

/** Order number / invoice number / payment method, as far as they differ (J143), or the pattern. */
export function descriptionOf(
	order: ShopOrder,
	invoiceNumber: string,
	{ shop }: ShopSettings,
	{ descriptionPattern }: Settings,
): string {
	const foreign = order.foreign ? foreignText(order.foreign) : '';
	if (descriptionPattern) {
		const values: Record<string, string> = {
			orderNumber: order.number,
			invoiceNumber,
			paymentMethod: order.paymentMethod.title,
			shop,
		};
		const filled = descriptionPattern.replace(/\{(\w+)\}/g, (token, name) => values[name] ?? token);
		return joinWithinLength([filled, foreign], ' / ', DESCRIPTION_LENGTH);
	}
	const number = invoiceNumber === order.number ? '' : invoiceNumber;
	return joinWithinLength(
		[order.number, number, order.paymentMethod.title, foreign],
		' / ',
		DESCRIPTION_LENGTH,
	);
}

/**
 * The order number with the shop's prefix (J141, HC-16), or the number under which another connector
 * booked it.
 *
 * @param entryVersion which entry of the order is meant, where earlier ones were undone.
 * @throws Finding INVOICE_NUMBER_MISSING, INVOICE_NUMBER_TOO_LONG.
 */
export function invoiceNumberOf(order: ShopOrder, shop: ShopSettings, entryVersion = 1): string {
	const old = oldInvoiceOf(order.number, shop);
	if (order.invoiceNumber === '' && old === undefined) {
		throw new Finding('INVOICE_NUMBER_MISSING', { field: shop.invoiceNumberField ?? 'number' });
	}
	const number = old ?? `${shop.invoiceNumberPrefix}${order.invoiceNumber}`;
	if (number.length > INVOICE_NUMBER_LENGTH) {
		throw new Finding('INVOICE_NUMBER_TOO_LONG', {
			case: 'invoice',
			number,
			length: number.length,
		});
	}
	return versionedNumber(number, entryVersion);
}

/**
 * Discounts inside product lines become a line of their own per rate where the settings name a
 * discount account (W041, W042); else the product is booked after discount.
 */
function withDiscountLines(
	lines: readonly RatedLine[],
	decision: RegimeDecision,
	settings: Settings,
): readonly RatedLine[] {
	const discounted = lines.filter((line) => line.discount !== 0);
	if (discounted.length === 0) return lines;
	const ownLine = (line: RatedLine) => hasDiscountAccount(line.percentage, decision, settings);
	const rates = [...new Set(discounted.filter(ownLine).map(({ percentage }) => percentage))];
	return [
		...lines.map((line) =>
			line.discount !== 0 && !ownLine(line) ? { ...line, net: line.net - line.discount } : line,
		),
		...rates.map(
			(percentage): RatedLine => ({
				role: 'discount',
				title: lineText('discount', settings.lineLanguage, percentage ?? 0),
				sku: '',
				quantity: '1',
				percentage,
				net: -sum(
					discounted.filter((line) => line.percentage === percentage).map((line) => line.discount),
				),
				discount: 0,
			}),
		),
	];
}

/**
 * The lines in the order of an invoice: products, discount, shipping, fees. A free line carries
 * nothing to book and SnelStart refuses it (BOE-0028): it is dropped.
 */
function draftLines(
	lines: readonly RatedLine[],
	postingOf: PostingOf,
	settings: Settings,
): DraftLine[] {
	const drafted: DraftLine[] = [];
	for (const role of ROLE_ORDER) {
		for (const line of lines) {
			if (line.role === role && line.net !== 0) {
				drafted.push(draftLine(line, postingOf(line), settings));
			}
		}
	}
	return drafted;
}

function draftLine(
	line: RatedLine,
	{ ledgerAccountId, vatKind, reason, costCentreId: ofArticle }: Posting,
	settings: Settings,
): DraftLine {
	const drafted: DraftLine = {
		role: line.role,
		description: describedLine(line),
		ledgerAccountId,
		amount: toEuro(line.net),
		vatKind,
		percentage: line.percentage ?? 0,
		reason,
	};
	const costCentreId = ofArticle ?? settings.costCentreId;
	if (costCentreId) drafted.costCentreId = costCentreId;
	if (line.shopLine) drafted.shopLine = line.shopLine;
	return drafted;
}

const describedLine = ({ quantity, title }: RatedLine): string =>
	cutText(quantity === '1' ? title : `${quantity} x ${title}`, DESCRIPTION_LENGTH);

/**
 * SnelStart's own OSS way (SS-420): no VAT rows, the foreign VAT is a line per rate on the
 * administration's account for foreign VAT.
 */
function foreignVatLines(
	{ vat }: RatedOrder,
	decision: RegimeDecision,
	settings: Settings,
): DraftLine[] {
	const { regime, country, date } = decision;
	if (regime !== 'oss' && regime !== 'ownRegistration') return [];
	const charged = vat.filter(({ amount }) => amount !== 0);
	return charged.map(({ percentage, amount }) => {
		const { ledgerAccountId, reason } =
			regime === 'oss'
				? ossVatAccount(country, settings)
				: ownVatAccount(country, percentage, date, settings);
		return {
			role: 'vat',
			description: lineText('foreignVat', settings.lineLanguage, percentage, country),
			ledgerAccountId,
			amount: toEuro(amount),
			vatKind: 'none',
			percentage,
			reason,
		};
	});
}

interface VatAccount {
	ledgerAccountId: string;
	reason: string;
}

function ossVatAccount(country: string, settings: Settings): VatAccount {
	const ledgerAccountId = settings.administration?.foreignVatAccountId;
	if (ledgerAccountId) {
		return { ledgerAccountId, reason: 'Account for foreign VAT of the administration (OSS)' };
	}
	throw new Finding('OSS_NOT_AVAILABLE', { country });
}

/** VAT owed abroad under a registration of the client's own: no box of the Dutch return. */
function ownVatAccount(
	country: string,
	percentage: number,
	date: string,
	settings: Settings,
): VatAccount {
	const ledgerAccountId = mappingRow(country, percentage, date, settings)?.vatAccountId;
	const place = `'VAT Mapping' ${country} ${percentage} %`;
	if (ledgerAccountId) return { ledgerAccountId, reason: `${place}, VAT Account` };
	throw new Finding('MAPPING_INCOMPLETE', { case: 'vatAccount', row: place });
}

/** What a gift card covered is a payment: the order is booked in full (HC-08). */
function giftCardOf(
	order: ShopOrder,
	{ giftCardAccountId, lineLanguage }: Settings,
	notes: DraftText[],
): SalesEntryDraft['giftCard'] {
	if (order.paidByGiftCard === 0) return undefined;
	const amount = order.paidByGiftCard;
	if (!giftCardAccountId) throw new Finding('GIFT_CARD_ACCOUNT_MISSING', { case: 'paid', amount });
	notes.push(draftText(lineLanguage, 'paidByCard', { amount }));
	return { amount: toEuro(amount), ledgerAccountId: giftCardAccountId };
}

type VatRow = Omit<SalesEntryDraft['vat'][number], 'amount'> & { cents: Cents };

/** VAT per rate as the shop charged it (HC-01); a rate without VAT has no row. */
export function vatRows(
	{ vat }: RatedOrder,
	decision: RegimeDecision,
	date: string,
	postingOf: PostingOf,
	settings: Settings,
): VatRow[] {
	if (decision.regime === 'oss' || decision.regime === 'ownRegistration') return [];
	if (decision.regime === 'reverseCharge') {
		return [{ vatKind: 'reverseCharge', percentage: 0, cents: 0 }];
	}
	return vat
		.filter(({ amount }) => amount !== 0)
		.map(({ percentage, amount }) => {
			const { vatKind } = postingOf({ role: 'product', sku: '', categories: [], percentage });
			if (vatKind === 'none') {
				throw new Finding('VAT_CHARGED_ON_ZERO_RATE', { vat: amount });
			}
			checkVatRate(vatKind, percentage, date, settings);
			return { vatKind, percentage, cents: amount };
		});
}

/**
 * The lines with a gap of a few cents to the total closed, as shops that round at subtotal have it
 * (D-SUBTOTAL): by a rounding line, in a distance sale on the largest line (BOE-0061). The tolerance is two cents, or a cent per
 * line when there are more (D-J040).
 */
function closed(
	order: ShopOrder,
	lines: DraftLine[],
	vat: readonly VatRow[],
	{ regime }: RegimeDecision,
	settings: Settings,
	notes: DraftText[],
): DraftLine[] {
	const booked = sum(lines.map(centsOf)) + sum(vat.map(({ cents }) => cents));
	const gap = order.total - booked;
	if (gap === 0) return lines;
	const amounts = { made: booked, total: order.total, gap };
	if (Math.abs(gap) > roundingTolerance(lines.length)) {
		throw new Finding('TOTAL_MISMATCH', { case: gap < 0 ? 'giftCard' : 'gap', ...amounts });
	}
	const { lineLanguage: language } = settings;
	if (regime === 'oss') {
		const largest = largestNet(lines);
		const line = largest?.description ?? '';
		notes.push(draftText(language, 'gapOnLine', { ...amounts, line }));
		return lines.map((line) =>
			line === largest ? { ...line, amount: toEuro(centsOf(line) + gap) } : line,
		);
	}
	if (!settings.roundingAccountId) {
		throw new Finding('ROUNDING_ACCOUNT_MISSING', { case: 'order', ...amounts });
	}
	notes.push(draftText(language, 'gapRounded', amounts));
	return [
		...lines,
		{
			role: 'rounding',
			description: lineText('rounding', settings.lineLanguage),
			ledgerAccountId: settings.roundingAccountId,
			amount: toEuro(gap),
			vatKind: 'none',
			percentage: 0,
			reason: "'Rounding Account'",
			...(settings.costCentreId && { costCentreId: settings.costCentreId }),
		},
	];
}

const centsOf = ({ amount }: DraftLine): Cents => fromEuro(amount);

function largestNet(lines: readonly DraftLine[]): DraftLine | undefined {
	const [largest] = lines
		.filter(({ role }) => role !== 'vat')
		.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
	return largest;
}

/**
 * No draft leaves without proof that it adds up (HC-01, SS-412), counted again from the
 * amounts as they leave. Its form is proven where it is booked, by the schema.
 */
function proven(draft: SalesEntryDraft): SalesEntryDraft {
	const gap = imbalanceOf(draft);
	if (gap === 0) return draft;
	throw new Finding('DRAFT_NOT_EXACT', { case: 'gap', gap });
}
