import { createHash } from 'node:crypto';

import { cutText, fromEuro, MOST_LINES, sum, toEuro } from '../../../../bookkeeping';
import type { OpenItemsFound } from '../../openItems/findOpenItems';
import { numberKey } from '../takeOver';
import type { BookedDraft } from './bookedDraft';

export type Payment = Extract<BookedDraft, { document: 'payment' }>;

/** Of a shared memorial, whatever it holds. */
const SETTLING_LINES = 1;
const TEXT_LENGTH = 250;
const NUMBER_LENGTH = 25;

/**
 * Whether a payment settles a day total: the sales entry that its order names has another number
 * than the order has. Only memorials are booked together, since nothing moves in them.
 */
export function isOnTotal(draft: BookedDraft, found: OpenItemsFound | undefined): draft is Payment {
	const [line, ...others] = draft.salesLines;
	const item = found?.foundBy === 'entryId' ? found.items[0] : undefined;
	return (
		draft.document === 'payment' &&
		draft.kind === 'memorial' &&
		draft.amount > 0 &&
		line !== undefined &&
		others.length === 0 &&
		item !== undefined &&
		numberKey(item.invoiceNumber) !== numberKey(line.invoiceNumber)
	);
}

/**
 * What a line of a payment says in the memorial that it shares: its own document number, by which it
 * is found again, before the order number that ends every text (a fee still begins as one).
 */
export function sharedText({ number }: Payment, description: string): string {
	const words = description.trim().split(/\s+/);
	const end = `${number} ${words.pop() ?? ''}`;
	const start = cutText(words.join(' '), Math.max(0, TEXT_LENGTH - end.length - 1));
	return cutText(`${start} ${end}`.trim(), TEXT_LENGTH);
}

/** Whether a text holds the document number of a payment as a word. */
export const holdsNumber = (text: string, { number }: Payment): boolean =>
	` ${text} `.includes(` ${number} `);

/** Whether a document number is that of a shared memorial, and a text the one of the whole. */
export const isSharedNumber = (number: string): boolean => /^P[0-9a-f]{8}-/.test(number);
export const isSharedDescription = (text: string): boolean => /^\d+ payments /.test(text);

/** The payments that go into one memorial: one total, one journal, one day. */
export const memorialKey = (draft: Payment, salesEntryId: string): string =>
	JSON.stringify([salesEntryId, draft.journalId, draft.date].map((part) => part.toLowerCase()));

/**
 * Parts of at most a hundred lines, the one that settles the total among them, in the order given; a
 * payment is never split.
 */
export function partsOf<One extends { draft: Payment }>(payments: readonly One[]): One[][] {
	const parts: One[][] = [];
	let lines = Infinity;
	for (const one of payments) {
		lines += one.draft.ledgerLines.length;
		if (lines > MOST_LINES) {
			parts.push([]);
			lines = SETTLING_LINES + one.draft.ledgerLines.length;
		}
		parts.at(-1)!.push(one);
	}
	return parts;
}

/**
 * One memorial of several payments on one total: every line of each on its clearing account, and one
 * line that settles the total. Its number follows from theirs.
 */
export function sharedMemorial(
	payments: readonly [Payment, ...Payment[]],
	totalNumber: string,
): Payment {
	const [first] = payments;
	const cents = sum(payments.map(({ salesLines }) => fromEuro(salesLines[0]!.amount)));
	const numbers = payments.map(({ number }) => number).sort();
	const hash = createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 8);
	const number = `P${hash}-${totalNumber.slice(-(NUMBER_LENGTH - 10))}`;
	const description = `${payments.length} payments ${totalNumber}`;
	const { earlierNumber: _earlier, ...head } = first;
	void _earlier;
	return {
		...head,
		number,
		description,
		amount: toEuro(cents),
		ledgerLines: payments.flatMap((draft) =>
			draft.ledgerLines.map((line) => ({
				...line,
				description: sharedText(draft, line.description),
			})),
		),
		salesLines: [{ ...first.salesLines[0]!, amount: toEuro(cents), description }],
	};
}
