import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language, Spoken } from '../codes/facts';
import { retell, type ToldCode } from '../codes/register';
import { besideAmount } from '../documents/beside';
import type { EntryDraft, SalesOrderDraft } from '../documents/draft';
import { figuresIn } from '../codes/figures';
import { formatCents, fromEuro, roundToCents, sum, toEuro, type Cents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import type { TransformedOrder } from './transform';
import { addAtRate } from '../trade/vatRates';

/** An order as it would be booked, beside the shop's own figures: one row of a table. */
export interface PreviewRow {
	orderNumber: string;
	/** The shop's own id of the refund that the row is about; empty for an order. */
	refund: string;
	/** yyyy-MM-dd at the shop; empty when it could not be read. */
	date: string;
	orderStatus: string;
	/** What would become of the order. */
	outcome: TransformedOrder['outcome'];
	customer: 'fixedDebtor' | 'business' | 'consumer' | '';
	regime: string;
	/** Why this regime. */
	why: string;
	/** The day total that it would be booked in; empty when it is booked by itself. */
	dayTotal: string;
	/** Euro with VAT: by the shop, as it would be booked, and the second less the first. A refund is below zero. */
	shopTotal: number | null;
	bookedTotal: number | null;
	totalDifference: number | null;
	/** VAT per rate in words, `21 %: 3.12, 9 %: 0.45`; and booked less shop, over all rates together. */
	shopVat: string;
	bookedVat: string;
	vatDifference: number | null;
	/** Each line with its amount without VAT and the rule that chose its account. */
	lines: string;
	notes: string;
	code: string;
	message: string;
	tip: string;
	/** What makes it the same order for the books; empty where it could not be read. */
	fingerprint: string;
}

/**
 * Puts an order as it would be booked beside what the shop says. Booked amounts are counted from the
 * lines and VAT of the draft, not copied from its total. No personal data, so a table may keep it.
 *
 * @param order what was read of the order; `undefined` when it could not be read.
 */
export function previewOf(
	transformed: TransformedOrder,
	order: ShopOrder | undefined,
	language: Language,
): PreviewRow {
	const shop = order && { ...order, vat: shopVatOf(order) };
	const row = previewRowOf(transformed, language, transformed.draft, shop);
	if (order) return row;
	return { ...row, date: transformed.orderDate, shopTotal: transformed.total };
}

/** What becomes of an order or a refund, in short. */
export type Becomes = Pick<PreviewRow, 'orderNumber' | 'orderStatus' | 'outcome'> &
	Partial<Pick<PreviewRow, 'refund' | 'regime' | 'fingerprint'>> &
	ToldCode;

/** The figures of the shop: day, total with VAT, and VAT per rate where it is stated. */
export interface ShopFigures {
	date: string;
	total: Cents;
	vat?: ReadonlyMap<number, Cents>;
}

/**
 * A row of a preview: what would be booked beside the figures of the shop, as far as both are known.
 *
 * @param language of whoever looks at it.
 */
export function previewRowOf(
	{ orderNumber, orderStatus, outcome, ...known }: Becomes,
	language: Language,
	draft?: EntryDraft | SalesOrderDraft,
	shop?: ShopFigures,
): PreviewRow {
	const { refund = '', regime = '', fingerprint = '', code } = known;
	const { message, tip } = (code !== '' && retell(code, known.facts, language)) || known;
	const shopVat = shop?.vat;
	const bookedVat = draft && bookedVatOf(draft);
	const bookedTotal = draft ? bookedTotalOf(draft) : null;
	return {
		orderNumber,
		refund,
		date: shop?.date ?? '',
		orderStatus,
		outcome,
		customer: draft?.customer.kind ?? '',
		regime,
		why: draft?.regimeReason ?? '',
		dayTotal: draft && draft.document !== 'salesOrder' ? (draft.dayTotal?.series ?? '') : '',
		shopTotal: shop ? toEuro(shop.total) : null,
		bookedTotal: bookedTotal === null ? null : toEuro(bookedTotal),
		totalDifference: bookedTotal === null || !shop ? null : toEuro(bookedTotal - shop.total),
		shopVat: shopVat ? perRate(shopVat, language) : '',
		bookedVat: bookedVat ? perRate(bookedVat, language) : '',
		vatDifference: shopVat && bookedVat ? toEuro(totalOf(bookedVat) - totalOf(shopVat)) : null,
		lines: draft ? draft.lines.map(lineText).join('; ') : '',
		notes: draft ? [...draft.notes, ...waitingNote(draft, language)].join(' ') : '',
		code,
		message,
		tip,
		fingerprint,
	};
}

/** Of an order in a total of a payout: nobody knows yet which payout names it. */
function waitingNote(draft: EntryDraft | SalesOrderDraft, language: Language): DraftText[] {
	if (draft.document === 'salesOrder' || !draft.dayTotal?.withoutPayout) return [];
	return [draftText(language, 'waitsForPayout')];
}

/** VAT per rate as the order states it: for the whole order, else on its lines. */
function shopVatOf(order: ShopOrder): Map<number, Cents> {
	const exact = new Map<number, number>();
	const stated =
		order.vatPerRate.length > 0 ? order.vatPerRate : order.lines.flatMap(({ vat }) => vat);
	for (const { percentage, amount } of stated) addAtRate(exact, percentage, amount);
	const perRateOfShop = new Map([...exact].map(([rate, amount]) => [rate, roundToCents(amount)]));
	const ofParts = sum([...perRateOfShop.values(), ...order.spread.map(({ vat }) => vat)]);
	const total = order.foreign ? ofParts : (order.statedVat ?? ofParts);
	// Shipping and discount of the whole order belong to no single rate: the shop's VAT total counts.
	return order.spread.length === 0 && total === ofParts
		? perRateOfShop
		: new Map([[ALL_RATES, total]]);
}

/** Stands for VAT that the shop states for all rates together. */
const ALL_RATES = -1;
const allRates: Spoken = { en: 'all', nl: 'samen' };

function bookedVatOf(draft: EntryDraft | SalesOrderDraft): Map<number, Cents> {
	const booked = new Map<number, Cents>();
	for (const { percentage, amount } of draft.vat) addAtRate(booked, percentage, fromEuro(amount));
	if (draft.document === 'salesOrder') return booked;
	for (const { role, percentage = 0, amount } of draft.lines) {
		if (role === 'vat') addAtRate(booked, percentage, fromEuro(amount));
	}
	return booked;
}

/**
 * What is booked, in one entry or two. A sales order may have its prices with VAT, and SnelStart adds
 * it up: there its total counts.
 */
function bookedTotalOf(draft: EntryDraft | SalesOrderDraft): Cents {
	if (draft.document === 'salesOrder') return fromEuro(draft.invoiceAmount);
	return (
		sum([...draft.lines, ...draft.vat].map(({ amount }) => fromEuro(amount))) + besideAmount(draft)
	);
}

function totalOf(vat: ReadonlyMap<number, Cents>): Cents {
	return sum([...vat.values()]);
}

function perRate(vat: ReadonlyMap<number, Cents>, language: Language): string {
	return [...vat]
		.filter(([, amount]) => amount !== 0)
		.sort(([a], [b]) => b - a)
		.map(
			([rate, amount]) =>
				`${rate === ALL_RATES ? allRates[language] : `${rate} %`}: ${figuresIn(language, formatCents(amount))}`,
		)
		.join(language === 'nl' ? '; ' : ', ');
}

function lineText({
	description,
	amount,
	reason,
}: {
	description: string;
	amount: number;
	reason: string;
}): string {
	return `${description} ${formatCents(fromEuro(amount))} (${reason})`;
}
