import { fromEuro, reason, told } from '../../../../bookkeeping';
import { findOpenItems } from '../../openItems/findOpenItems';
import type { OpenItem, OpenItemsFound, OpenItemWanted } from '../../openItems/findOpenItems';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { BookedDraft } from './bookedDraft';
import type { NotRegistered } from './registerResult';

/** The sales entries a draft settles, and `done` to call once they are settled. */
export interface Settling {
	salesEntryIds: string[];
	/** Of the invoices behind them. */
	invoiceNumbers: string[];
	done: () => void;
}

/** Gives the open items of a draft, or why it cannot be booked on them. */
export type OpenItemSettler = (draft: BookedDraft) => Settling | NotRegistered;

/** The open items of each draft, one answer per sales line. */
export type OpenItemsOf = ReadonlyMap<BookedDraft, readonly OpenItemsFound[]>;

/**
 * Looks up the open items of all drafts at once.
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function openItemsOf(
	this: SnelStartContext,
	drafts: readonly BookedDraft[],
): Promise<OpenItemsOf> {
	const answers = await findOpenItems.call(this, drafts.flatMap(wantedOf));
	const found = new Map<BookedDraft, OpenItemsFound[]>();
	let next = 0;
	for (const draft of drafts) {
		found.set(draft, answers.slice(next, next + draft.salesLines.length));
		next += draft.salesLines.length;
	}
	return found;
}

/**
 * A settler that remembers what earlier drafts of the run have settled, so that two payments never
 * settle more than is open.
 */
export function settleOpenItems(found: OpenItemsOf): OpenItemSettler {
	const settled = new Map<string, number>();

	return (draft) => {
		const items: OpenItem[] = [];
		const now = new Map<string, number>();
		for (const [index, line] of draft.salesLines.entries()) {
			const candidates = found.get(draft)?.[index]?.items ?? [];
			const [item, ...others] = candidates;
			const invoice = line.invoiceNumber;
			if (!item) {
				const why = reason('OPEN_ITEM_NOT_FOUND', { case: 'now', invoice });
				return { state: 'openItemNotFound', reason: told(why), stop: false };
			}
			if (others.length > 0) {
				const why = reason('OPEN_ITEM_AMBIGUOUS', { invoice });
				return { state: 'needsAttention', reason: told(why), stop: false };
			}
			const cents = fromEuro(line.amount) + (now.get(item.salesEntryId) ?? 0);
			const open = item.openCents - (settled.get(item.salesEntryId) ?? 0);
			if (!fits(open - cents, item.totalCents)) {
				const why = reason('OPEN_ITEM_DOES_NOT_FIT', {
					invoice: item.invoiceNumber,
					open,
					payment: fromEuro(line.amount),
				});
				return { state: 'needsAttention', reason: told(why), stop: false };
			}
			now.set(item.salesEntryId, cents);
			items.push(item);
		}
		const done = () => {
			for (const [id, cents] of now) settled.set(id, (settled.get(id) ?? 0) + cents);
		};
		return {
			salesEntryIds: items.map(({ salesEntryId }) => salesEntryId),
			invoiceNumbers: items.map(({ invoiceNumber }) => invoiceNumber),
			done,
		};
	};
}

/** What is open stays between nothing and the whole invoice; what paying too much does is not known. */
function fits(open: number, total: number): boolean {
	return open >= Math.min(0, total) && open <= Math.max(0, total);
}

function wantedOf(draft: BookedDraft): OpenItemWanted[] {
	return draft.salesLines.map(({ salesEntryId = '', invoiceNumber, orderNumber, amount }) => ({
		salesEntryId,
		invoiceNumber,
		orderNumber,
		cents: fromEuro(amount),
		email: draft.document === 'payment' ? draft.openItem.email : '',
	}));
}
