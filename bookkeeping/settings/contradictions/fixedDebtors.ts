import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';
import { repeatedNames } from './repeated';

/** One payment method goes to one debtor. */
export function fixedDebtors({ fixedDebtors: rows }: Settings): Spoken[] {
	return repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map((method) =>
		contradiction('methodTwice', { place: "'Fixed Debtors'", method }),
	);
}

/** One payment method has one term. */
export function paymentTerms({ paymentTerms: rows }: Settings): Spoken[] {
	return repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map((method) =>
		contradiction('methodTwice', { place: "'Payment Terms'", method }),
	);
}
