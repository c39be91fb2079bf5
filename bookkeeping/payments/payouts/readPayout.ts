import { Finding } from '../../findings';
import { isObject, type RawObject } from '../../shops/fields';
import { explainPayout, type ExplainedPayout } from './explain';
import { readKlarnaPayout } from './klarna';
import { readMollieSettlement } from './mollie';
import { readPayPalTransactions } from './payPal';
import { readStripePayout } from './stripe';
import type { PayoutInput } from './payout';

const readers = {
	klarna: readKlarnaPayout,
	mollie: readMollieSettlement,
	payPal: readPayPalTransactions,
	stripe: readStripePayout,
} satisfies Record<string, (raw: RawObject, zone: string) => PayoutInput>;

/** How a payout is written: as one of the providers sends it, or in the general form. */
export type PayoutForm = keyof typeof readers | 'general';

/**
 * Reads a payout in any form and proves that it adds up.
 *
 * @throws Finding when it cannot be read or does not add up.
 */
export function readPayout(raw: unknown, form: PayoutForm, zone: string): ExplainedPayout {
	if (!isObject(raw)) throw new Finding('PAYOUT_UNREADABLE', 'The item holds no payout.');
	return explainPayout(form === 'general' ? raw : readers[form](raw, zone));
}
