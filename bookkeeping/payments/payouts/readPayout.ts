import { Finding } from '../../trade/findings';
import { isObject, text, type RawObject } from '../../trade/fields';
import { cleanText } from '../../trade/text';
import { readCsvPayout } from './csv';
import { readKlarnaPayout } from './klarna';
import { readMollieSettlement } from './mollie';
import { readPayPalTransactions } from './payPal';
import { readStripePayout } from './stripe';
import type { PayoutInput } from './payout';

const readers = {
	csv: readCsvPayout,
	klarna: readKlarnaPayout,
	mollie: readMollieSettlement,
	payPal: readPayPalTransactions,
	stripe: readStripePayout,
} satisfies Record<string, (raw: RawObject, zone: string) => PayoutInput>;

/** How a payout is written: as one of the providers sends it, or in the general form. */
export type PayoutForm = keyof typeof readers | 'general';

/** What names a payout, read before anything else so that every payout can be named. */
export interface PayoutHead {
	provider: string;
	id: string;
	reference: string;
}

/**
 * Reads a payout in any form into the general one. Whether it adds up, `explainPayout` finds out.
 *
 * @throws Finding when it cannot be read.
 */
export function readPayout(raw: unknown, form: PayoutForm, zone: string): RawObject {
	if (!isObject(raw)) throw new Finding('PAYOUT_UNREADABLE', { case: 'item' });
	return form === 'general' ? raw : { ...readers[form](raw, zone) };
}

/** Names a payout in the general form, or one that its own reader refuses, as far as it says. */
export function identifyPayout(raw: unknown, form: PayoutForm): PayoutHead {
	const item = isObject(raw) ? raw : {};
	const inner = [item.payout, item.settlement].find(isObject) ?? item;
	const field = (name: string) => cleanText(text(inner, name));
	return {
		provider: form === 'general' || form === 'csv' ? field('provider') : form,
		id: field('id') || field('payment_reference'),
		reference: field('reference') || field('payment_reference'),
	};
}
