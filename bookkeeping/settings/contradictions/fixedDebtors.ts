import type { Settings } from '../settings';
import { repeatedNames } from './repeated';

/** One payment method goes to one debtor. */
export function fixedDebtors({ fixedDebtors: rows }: Settings): string[] {
	return repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map(
		(method) => `'Fixed Debtors' names the payment method "${method}" twice; keep one.`,
	);
}

/** One payment method has one term. */
export function paymentTerms({ paymentTerms: rows }: Settings): string[] {
	return repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map(
		(method) => `'Payment Terms' names the payment method "${method}" twice; keep one.`,
	);
}
