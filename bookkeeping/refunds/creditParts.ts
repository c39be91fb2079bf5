import { besideAmount, besideNumber } from '../documents/beside';
import type { EntryDraft } from '../documents/draft';
import { fromEuro, type Cents } from '../money/money';
import type { Settings, ShopSettings } from '../settings/settings';
import { objects, text, type RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import { creditNoteNumberOf } from './creditNote';
import { cancelOrder } from './reverseOrder';
import { transformRefund } from './transformRefund';

/** What a credit note takes back of an order in two entries: of its own, and of the one beside it. */
export interface CreditParts {
	/** Above zero, or 0. */
	own: Cents;
	beside: Cents;
}

/** An invoice and the credit note that takes so much of it back. */
export interface CreditedInvoice {
	invoiceNumber: string;
	creditNoteNumber: string;
	/** Above zero. */
	amount: Cents;
}

/** What a draft takes back of each of the two. */
export function partsOf(draft: EntryDraft): CreditParts {
	const own = -fromEuro(draft.invoiceAmount);
	if (draft.document === 'creditNote' && draft.ofBeside) return { own: 0, beside: own };
	return { own, beside: -besideAmount(draft) };
}

/** Which credit note stands against which invoice; the numbers of the second follow from the first. */
export function creditedInvoices(
	invoiceNumber: string,
	creditNoteNumber: string,
	{ own, beside }: CreditParts,
): CreditedInvoice[] {
	const ofBeside = own === 0 ? creditNoteNumber : besideNumber(creditNoteNumber);
	return [
		{ invoiceNumber, creditNoteNumber, amount: own },
		{
			...{ invoiceNumber: besideNumber(invoiceNumber), creditNoteNumber: ofBeside },
			amount: beside,
		},
	].filter(({ amount }) => amount !== 0);
}

/**
 * What the credit note with this number takes back of each entry of an order in two: that of one of
 * its refunds, or else of its cancellation.
 *
 * @param raw the raw order, with its refunds in full.
 * @throws Finding why there is no such credit note.
 */
export function creditPartsOf(
	creditNoteNumber: string,
	raw: RawObject,
	shop: ShopSettings,
	settings: Settings,
): CreditParts {
	const refunds = objects(raw, 'refunds');
	const refund = refunds.find(
		(one) => creditNoteNumberOf(text(one, 'id'), shop, raw) === creditNoteNumber,
	);
	const about = { order: raw, earlierRefunds: refunds };
	const date = '2000-01-01';
	const results = refund
		? [transformRefund({ ...about, refund, saleState: 'booked' }, shop.shop, settings)]
		: cancelOrder({ ...about, date }, shop.shop, settings);
	const [{ draft, code, facts } = { draft: undefined, code: '' as const, facts: {} }] = results;
	if (draft) return partsOf(draft);
	if (code === '') throw new TypeError('A credit note that is not drafted says why');
	throw new Finding({ code, facts });
}
