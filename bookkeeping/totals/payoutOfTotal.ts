import { z } from 'zod';

import type { Cents } from '../money/money';
import { payoutPartNames, type PayoutPart } from '../orderTable/bookingRecord';
import { cellText } from '../orderTable/cell';
import { payoutIn } from '../orderTable/keys';
import type { RawObject } from '../trade/fields';
import { fromJson } from '../trade/json';

/** The payout that a total of orders explains, as far as its booking record tells. */
export interface PayoutOfTotal {
	/** Provider and the provider's id: `mollie stl_jDk30akdN`. */
	name: string;
	/** What it is made of; `undefined` as long as it is not booked. */
	parts?: Record<PayoutPart, Cents> | undefined;
}

const cents = z.number().int();
const notesSchema = z.object({ parts: z.array(cents).length(payoutPartNames.length) });

/**
 * @param payout its key.
 * @param record its booking record, if there is one.
 */
export function payoutOfTotal(payout: string, record: RawObject | undefined): PayoutOfTotal {
	const name = payoutIn(payout);
	if (!record) return { name };
	const notes = notesSchema.safeParse(fromJson(cellText(record, 'notes')));
	if (!notes.success) return { name };
	const kept = notes.data.parts;
	const parts = Object.fromEntries(payoutPartNames.map((part, index) => [part, kept[index]!]));
	return { name, parts: parts as Record<PayoutPart, Cents> };
}
