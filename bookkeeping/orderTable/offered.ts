import { object, type RawObject } from '../trade/fields';
import { cellNumber, cellText } from './cell';
import type { RowKind } from './found';

/** Where a claimed draft goes: to SnelStart as a payment or as a document, or into a day total. */
export const offeredTo = ['register', 'total', 'book'] as const;
export type OfferedTo = (typeof offeredTo)[number];

const registered: readonly RowKind[] = ['payment', 'payout'];

/**
 * Where a draft goes. What may have been sent, or once was booked, is looked up in SnelStart and
 * booked by itself, whatever the settings say of day totals.
 *
 * @param claimed the row as it was read after the claim.
 */
export function whereOffered(kind: string, draft: RawObject, claimed: RawObject): OfferedTo {
	if (registered.some((name) => name === kind)) return 'register';
	const isKnown =
		claimed.mayBeSent === true ||
		cellText(claimed, 'snelStartNumber') !== '' ||
		(cellNumber(claimed, 'version') ?? 0) !== 0;
	return Object.keys(object(draft, 'dayTotal')).length > 0 && !isKnown ? 'total' : 'book';
}

/** Of a claimed row: the how-manieth entry of the same order this is, from 1 (see `entryVersion`). */
export const versionOffered = (claimed: RawObject): number => cellNumber(claimed, 'version') ?? 1;
