import type { IDataObject } from 'n8n-workflow';

import { fromEuro, reason, told } from '../../../bookkeeping';
import type { BookableDraft, Reason } from '../../../bookkeeping';
import { isSameId } from '../../shared/snelStart/idOf';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { findCardsById } from './customers/findCards';
import { isCardOf } from './customers/matchCustomer';
import { findByNumber } from './findByNumber';
import type { Seen } from './writeOnce';

/** A document that SnelStart has under a number. What SnelStart does not tell is `undefined`. */
export interface Existing {
	number: unknown;
	/** With VAT; NaN when SnelStart does not tell. */
	cents: number;
	/** The day on it, as yyyy-MM-dd. */
	date: string | undefined;
	relationId: string | undefined;
}

/** Two numbers that differ only in case or outer spaces count as the same one. */
export function numberKey(invoiceNumber: string): string {
	return invoiceNumber.trim().toUpperCase();
}

/** The day of a moment in SnelStart's words; `undefined` when there is none. */
export function dayOf(moment: unknown): string | undefined {
	return typeof moment === 'string' && moment !== '' ? moment.slice(0, 10) : undefined;
}

/** Where documents of one kind are looked up, and when one is a draft's. */
export interface Register<Draft, Found> {
	path: string;
	/** SnelStart's property that holds the number. */
	property: string;
	toExisting: (row: IDataObject) => Found;
	isSameAmount: (draft: Draft, found: Found) => boolean;
	/** Says that the number belongs to another document. */
	inUse: 'INVOICE_NUMBER_IN_USE' | 'ORDER_REFERENCE_IN_USE';
}

/**
 * Looks the numbers of drafts up, many per call, and tells of every number that SnelStart has
 * whether its document is the draft's: the same amount, the same day, and the same customer, be it
 * on another card of his. Cards are read only where the relation is not known to be his.
 *
 * @param relationId the relation that the drafts are being booked on, when it is known
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function takeOver<Draft extends BookableDraft, Found extends Existing>(
	context: SnelStartContext,
	{ path, property, toExisting, isSameAmount, inUse }: Register<Draft, Found>,
	drafts: readonly Draft[],
	relationId?: string,
): Promise<Map<Draft, Seen<Found>>> {
	const numbers = drafts.map(({ invoiceNumber }) => invoiceNumber);
	const rows = await findByNumber.call(context, path, property, numbers);
	const existing = rows.map(toExisting);
	const found = drafts.flatMap((draft) => {
		const key = numberKey(draft.invoiceNumber);
		const documents = existing.filter(({ number }) => numberKey(String(number)) === key);
		return documents.length > 0 ? [{ draft, documents }] : [];
	});

	const isOwn = (id: string) => relationId !== undefined && isSameId(relationId, id);
	const ids = found
		.filter(({ draft }) => draft.customer.kind !== 'fixedDebtor' && !draft.bookedBefore)
		.flatMap(({ documents }) => documents)
		.flatMap((one) => (one.relationId && !isOwn(one.relationId) ? [one.relationId] : []));
	const cards = await findCardsById.call(context, ids);

	return new Map(
		found.map(({ draft, documents }): [Draft, Seen<Found>] => {
			const { customer, invoiceAmount, invoiceDate } = draft;
			const isSameCustomer = ({ relationId: id }: Found): boolean => {
				// Other connectors book on cards of their own, and who it is was told by the settings.
				if (id === undefined || isOwn(id) || draft.bookedBefore) return true;
				if (customer.kind === 'fixedDebtor') return isSameId(customer.relationId, id);
				return cards.some((card) => isSameId(card.id, id) && isCardOf(customer, card));
			};
			const refused = (why: Reason): [Draft, Seen<Found>] => [draft, { notOurs: told(why) }];
			const sameAmount = documents.filter((one) => isSameAmount(draft, one));
			if (sameAmount.length === 0) {
				const amounts = documents.map(({ cents }) => cents);
				const total = fromEuro(invoiceAmount);
				return refused(reason(inUse, { case: 'amount', found: amounts, total }));
			}
			const his = sameAmount.filter(isSameCustomer);
			if (his.length === 0) return refused(reason(inUse, { case: 'customer' }));
			const isSameDay = ({ date }: Found): boolean =>
				date === undefined ||
				date === invoiceDate ||
				// Some are booked only when the order is paid or sent.
				(draft.bookedBefore === true && date > invoiceDate) ||
				// It was dated on the day that was the first open one when it was sent.
				(draft.whenClosed?.book === 'firstOpenDay' && date > invoiceDate);
			const ours = his.find(isSameDay);
			if (ours) return [draft, { ours }];
			const dates = his.flatMap(({ date }) => date ?? []);
			return refused(reason(inUse, { case: 'date', found: dates, date: invoiceDate }));
		}),
	);
}
