import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import { besideKey } from '../orderTable/keys';
import type { ShopOrder } from '../trade/order';
import { sellsCard } from '../vat/regime';
import type { RegimeDecision } from '../vat/regime';
import type { RatedLine, RatedOrder } from '../vat/ratedLines';
import type { Settings } from '../settings/settings';
import type { BookableDraft, SalesEntryDraft } from './draft';

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

/** What the entry beside that of an order comes to; 0 where there is none. */
export const besideAmount = ({ beside }: Pick<SalesEntryDraft, 'beside'>): Cents =>
	sum((beside?.lines ?? []).map(({ amount }) => fromEuro(amount)));

/** The entry beside that of a draft, with a number of its own; `undefined` where there is none. */
export function besideEntry(draft: BookableDraft): SalesEntryDraft | undefined {
	if (draft.document !== 'salesEntry' || !draft.beside) return undefined;
	const { orderNumber, invoiceDate, paymentTermDays, termOfCard, deliveryCountry } = draft;
	const { whenClosed } = draft;
	const invoiceNumber = besideNumber(draft.invoiceNumber);
	return {
		...{ document: 'salesEntry', orderKey: besideKey(draft.orderKey), orderNumber, invoiceNumber },
		...{ invoiceDate, paymentTermDays, description: draft.description },
		invoiceAmount: toEuro(besideAmount(draft)),
		...draft.beside,
		...{ vat: [], regime: 'domestic', regimeReason: 'Gift cards that are sold: no supply.' },
		...(termOfCard && { termOfCard }),
		...(deliveryCountry && { deliveryCountry }),
		...(whenClosed && { whenClosed }),
		notes: [],
	};
}
