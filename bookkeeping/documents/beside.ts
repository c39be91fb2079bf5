import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import { besideKey } from '../orderTable/keys';
import type { ShopOrder } from '../trade/order';
import { sellsCard } from '../vat/regime';
import type { RegimeDecision } from '../vat/regime';
import type { RatedLine, RatedOrder } from '../vat/ratedLines';
import type { Settings } from '../settings/settings';
import { cutText } from '../trade/text';
import type { BookableDraft, EntryDraft } from './draft';

const ENDING = '-G';

/** The number of the entry beside the one with this number: `W28-G` beside `W28`. */
export const besideNumber = (invoiceNumber: string): string => `${invoiceNumber}${ENDING}`;

/** An order in two parts, each of which stands in an entry of its own. */
export interface Apart {
	order: ShopOrder;
	rated: RatedOrder;
	/** Gift cards and store credit that are sold. */
	cards: RatedLine[];
}

/**
 * Takes gift cards and store credit that are sold out of a distance sale: SnelStart takes no line
 * without VAT in the entry of one (SS-420), and what customers still have to spend is no supply. Where
 * the shop's figures do not tell the parts apart for certain (another currency, a part paid by card),
 * the order stays whole.
 */
export function cardsApart(
	order: ShopOrder,
	rated: RatedOrder,
	{ regime }: RegimeDecision,
	settings: Settings,
): Apart {
	const whole = { order, rated, cards: [] };
	if (regime !== 'oss' || order.foreign || order.paidByGiftCard !== 0) return whole;
	const isCard = (line: RatedLine): boolean => !line.percentage && sellsCard(line, settings);
	const cards = rated.lines.filter(isCard);
	if (cards.length === 0 || cards.some((line) => netOf(line) < 0)) return whole;
	const total = order.total - sum(cards.map(netOf));
	return {
		order: { ...order, total },
		rated: { ...rated, lines: rated.lines.filter((line) => !isCard(line)) },
		cards: cards.filter((line) => netOf(line) > 0),
	};
}

const netOf = ({ net, discount }: RatedLine): Cents => net - discount;

/** What the entry beside that of a draft comes to, below zero for a credit note; 0 where there is none. */
export const besideAmount = ({ beside }: Pick<EntryDraft, 'beside'>): Cents =>
	sum((beside?.lines ?? []).map(({ amount }) => fromEuro(amount)));

/** What is said of the regime of an entry that holds no VAT. */
export const besideRegime = {
	regime: 'domestic',
	regimeReason: 'Gift cards that are sold: no supply.',
} as const;

/** The entry beside that of a draft, with a number of its own; `undefined` where there is none. */
export function besideEntry(draft: BookableDraft): EntryDraft | undefined {
	if (draft.document === 'salesOrder' || !draft.beside) return undefined;
	const { orderNumber, invoiceDate, paymentTermDays, termOfCard, deliveryCountry } = draft;
	const { whenClosed, description } = draft;
	const invoiceNumber = besideNumber(draft.invoiceNumber);
	const entry = {
		...{ orderKey: besideKey(draft.orderKey), orderNumber, invoiceNumber },
		...{ invoiceDate, paymentTermDays, description },
		invoiceAmount: toEuro(besideAmount(draft)),
		...draft.beside,
		...{ vat: [], ...besideRegime },
		...(termOfCard && { termOfCard }),
		...(deliveryCountry && { deliveryCountry }),
		...(whenClosed && { whenClosed }),
		notes: [],
	};
	if (draft.document === 'salesEntry') return { ...entry, document: 'salesEntry' };
	const { originalInvoiceNumber: original, originalOrderKey, estimated } = draft;
	const originalInvoiceNumber = besideNumber(original);
	const text = cutText(description.replace(original, originalInvoiceNumber), 250);
	return {
		...{ ...entry, document: 'creditNote', description: text },
		...{ originalInvoiceNumber, originalOrderKey, estimated },
	};
}
