import { draftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
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
	/** What bears no VAT: gift cards and store credit that are sold, and what else has an account for it. */
	beside: RatedLine[];
}

/**
 * Takes what bears no VAT out of a distance sale, since SnelStart takes no line without VAT in the entry
 * of one (SS-420): gift cards and store credit that are sold, which are no supply as long as customers
 * still have to spend them, and articles, shipping and fees where the settings name an account. Where
 * the shop's figures do not tell the parts apart for certain (another currency, a part paid by card),
 * the order stays whole.
 */
export function untaxedApart(
	order: ShopOrder,
	rated: RatedOrder,
	{ regime }: RegimeDecision,
	settings: Settings,
): Apart {
	const whole = { order, rated, beside: [] };
	if (regime !== 'oss' || order.foreign || order.paidByGiftCard !== 0) return whole;
	const isCard = (line: RatedLine): boolean => !line.percentage && sellsCard(line, settings);
	const isApart = (line: RatedLine): boolean => isCard(line) || hasAccount(line, settings);
	const apart = rated.lines.filter(isApart);
	if (apart.length === 0 || apart.some((line) => netOf(line) < 0)) return whole;
	const total = order.total - sum(apart.map(netOf));
	return {
		order: { ...order, total },
		rated: { ...rated, lines: rated.lines.filter((line) => !isApart(line)) },
		beside: apart.filter((line) => netOf(line) > 0),
	};
}

/** Whether a line without VAT has an account of its own; what is below zero may be a payment. */
function hasAccount(
	line: RatedLine,
	{ ossAccountWithoutVatId, ossChargeWithoutVat }: Settings,
): boolean {
	if (!ossAccountWithoutVatId || line.percentage || netOf(line) <= 0) return false;
	return line.role === 'product' || (line.role !== 'discount' && ossChargeWithoutVat !== 'gross');
}

const netOf = ({ net, discount }: RatedLine): Cents => net - discount;

/** What the entry beside that of a draft comes to, below zero for a credit note; 0 where there is none. */
export const besideAmount = ({ beside }: Pick<EntryDraft, 'beside'>): Cents =>
	sum((beside?.lines ?? []).map(({ amount }) => fromEuro(amount)));

/** What is said of the regime of an entry that holds no VAT. */
export const besideRegime = (language: Language) =>
	({ regime: 'domestic', regimeReason: draftText(language, 'besideOss') }) as const;

/** The entry beside that of a draft, with a number of its own; `undefined` where there is none. */
export function besideEntry(draft: BookableDraft): EntryDraft | undefined {
	if (draft.document === 'salesOrder' || !draft.beside) return undefined;
	const { orderNumber, invoiceDate, paymentTermDays, termOfCard, deliveryCountry } = draft;
	const { whenClosed, description, lookUpOnly } = draft;
	const invoiceNumber = besideNumber(draft.invoiceNumber);
	const entry = {
		...{ orderKey: besideKey(draft.orderKey), orderNumber, invoiceNumber },
		...{ invoiceDate, paymentTermDays, description },
		invoiceAmount: toEuro(besideAmount(draft)),
		...draft.beside,
		...{ vat: [], ...besideRegime('nl') },
		...(termOfCard && { termOfCard }),
		...(deliveryCountry && { deliveryCountry }),
		...(whenClosed && { whenClosed }),
		...(lookUpOnly && { lookUpOnly }),
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
