import { fromEuro, reason, toEuro, told, type SalesLine } from '../../../../bookkeeping';
import { findOpenItems } from '../../openItems/findOpenItems';
import type { OpenItem, OpenItemsFound, OpenItemWanted } from '../../openItems/findOpenItems';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { BookedDraft } from './bookedDraft';
import type { NotRegistered } from './registerResult';

/** The sales entries a draft settles, and `done` to call once they are settled. */
export interface Settling {
	/** The lines of the draft; of an order in two entries as far as each is open. */
	salesLines: SalesLine[];
	/** One per line. */
	salesEntryIds: string[];
	/** Of the invoices behind them. */
	invoiceNumbers: string[];
	done: () => void;
}

/** Gives the open items of a draft, or why it cannot be booked on them. */
export type OpenItemSettler = (draft: BookedDraft) => Settling | NotRegistered;

/** The open items of a sales line, and those of the other entry of its order. */
export interface ItemsOfLine extends OpenItemsFound {
	other?: OpenItemsFound;
}

/** The open items of each draft, one answer per sales line. */
export type OpenItemsOf = ReadonlyMap<BookedDraft, readonly ItemsOfLine[]>;

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
	let next = 0;
	const answer = (): OpenItemsFound => answers[next++] ?? { items: [] };
	return new Map(
		drafts.map((draft) => [
			draft,
			draft.salesLines.map(({ other }) => ({ ...answer(), ...(other && { other: answer() }) })),
		]),
	);
}

/**
 * A settler that remembers what earlier drafts of the run have settled, so that two payments never
 * settle more than is open. Of an order in two entries each line settles its own entry as far as that
 * is open, and the other one for the rest: an order that is paid in instalments, over several payouts,
 * is settled whatever was booked of it before, to the cent or not at all.
 */
export function settleOpenItems(found: OpenItemsOf): OpenItemSettler {
	const settled = new Map<string, number>();

	return (draft) => {
		const parts: Part[] = [];
		const now = new Map<string, number>();
		const openOf = ({ salesEntryId, openCents }: OpenItem): number =>
			openCents - (settled.get(salesEntryId) ?? 0) - (now.get(salesEntryId) ?? 0);
		for (const [index, line] of draft.salesLines.entries()) {
			const items = found.get(draft)?.[index];
			const item = only(items, line.invoiceNumber);
			if ('state' in item) return item;
			const cents = fromEuro(line.amount);
			const own = line.other ? within(cents, openOf(item), item.totalCents) : cents;
			const rest = cents - own;
			const other =
				line.other && rest !== 0 ? only(items?.other, line.other.invoiceNumber) : undefined;
			if (other && 'state' in other) return other;
			const open = openOf(item) + (other ? openOf(other) : 0);
			const { invoiceNumber } = line;
			const here: Part[] = [{ line, invoiceNumber, item, cents: own }];
			if (other && line.other) here.push({ line, ...line.other, item: other, cents: rest });
			for (const part of here) {
				const { item: one, cents: taken } = part;
				if (!fits(openOf(one) - taken, one.totalCents)) {
					const why = reason('OPEN_ITEM_DOES_NOT_FIT', {
						...{ invoice: item.invoiceNumber, open, payment: cents },
					});
					return { state: 'needsAttention', reason: told(why), stop: false };
				}
				now.set(one.salesEntryId, (now.get(one.salesEntryId) ?? 0) + taken);
				if (taken !== 0 || !line.other) add(parts, part);
			}
		}
		const done = () => {
			for (const [id, cents] of now) settled.set(id, (settled.get(id) ?? 0) + cents);
		};
		return {
			salesLines: parts.map(({ line, invoiceNumber, cents }) => ({
				...{ ...line, invoiceNumber, amount: toEuro(cents) },
			})),
			salesEntryIds: parts.map(({ item }) => item.salesEntryId),
			invoiceNumbers: parts.map(({ item }) => item.invoiceNumber),
			done,
		};
	};
}

/** What of a line settles an open item. */
interface Part {
	line: SalesLine;
	/** Its own, or that of the other entry. */
	invoiceNumber: string;
	item: OpenItem;
	/** Below zero for money that went back. */
	cents: number;
}

/** Adds a part of an order in two entries to the line that settles the same item already. */
function add(parts: Part[], part: Part): void {
	const same = parts.find(
		({ line, item, cents }) =>
			line.other &&
			part.line.other &&
			item.salesEntryId === part.item.salesEntryId &&
			Math.sign(cents) === Math.sign(part.cents),
	);
	if (same) same.cents += part.cents;
	else parts.push(part);
}

/** The only open item that was found, or why nothing can be booked on it. */
function only(found: OpenItemsFound | undefined, invoice: string): OpenItem | NotRegistered {
	const [item, ...others] = found?.items ?? [];
	if (!item) {
		const why = reason('OPEN_ITEM_NOT_FOUND', { case: 'now', invoice });
		return { state: 'openItemNotFound', reason: told(why), stop: false };
	}
	if (others.length === 0) return item;
	const why = reason('OPEN_ITEM_AMBIGUOUS', { invoice });
	return { state: 'needsAttention', reason: told(why), stop: false };
}

/** How much of an amount an open item takes: what is open stays between nothing and the whole. */
function within(cents: number, open: number, total: number): number {
	return cents > 0
		? Math.min(cents, Math.max(0, open - Math.min(0, total)))
		: Math.max(cents, Math.min(0, open - Math.max(0, total)));
}

/** What is open stays between nothing and the whole invoice; what paying too much does is not known. */
function fits(open: number, total: number): boolean {
	return open >= Math.min(0, total) && open <= Math.max(0, total);
}

function wantedOf(draft: BookedDraft): OpenItemWanted[] {
	const email = draft.document === 'payment' ? draft.openItem.email : '';
	return draft.salesLines.flatMap(
		({ salesEntryId = '', invoiceNumber, orderNumber, amount, other }) => {
			const about = { orderNumber, cents: fromEuro(amount) };
			return [
				{ salesEntryId, invoiceNumber, ...about, email },
				// By the amount of this line nothing would find it.
				...(other ? [{ salesEntryId: '', ...other, ...about, email: '' }] : []),
			];
		},
	);
}
