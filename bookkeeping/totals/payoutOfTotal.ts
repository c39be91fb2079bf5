import { z } from 'zod';

import type { Cents } from '../money/money';
import { cellText } from '../orderTable/cell';
import { payoutIn } from '../orderTable/keys';
import type { RawObject } from '../trade/fields';

/** The payout that a total of orders explains, as far as its booking record tells. */
export interface PayoutOfTotal {
	/** Provider and the provider's id: `mollie stl_jDk30akdN`. */
	name: string;
	/** What it is made of; `undefined` as long as it is not booked. */
	parts?: Record<PayoutPart, Cents> | undefined;
}

/** In the order in which they are told. */
export const partNames = ['payments', 'refunds', 'chargebacks', 'fees', 'other'] as const;
export type PayoutPart = (typeof partNames)[number];

const cents = z.number().int();
const notesSchema = z.object({ parts: z.tuple([cents, cents, cents, cents, cents]) });

/**
 * @param payout its key.
 * @param record its booking record, if there is one.
 */
export function payoutOfTotal(payout: string, record: RawObject | undefined): PayoutOfTotal {
	const name = payoutIn(payout);
	if (!record) return { name };
	const notes = notesSchema.safeParse(parsed(cellText(record, 'notes')));
	if (!notes.success) return { name };
	const [payments, refunds, chargebacks, fees, other] = notes.data.parts;
	return { name, parts: { payments, refunds, chargebacks, fees, other } };
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
