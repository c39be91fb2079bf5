import type { Settings } from '../settings';
import { repeated } from './repeated';

/** One payment method goes to one debtor. */
export function fixedDebtors({ fixedDebtors: rows }: Settings): string[] {
	return repeated(rows.map(({ paymentMethod }) => paymentMethod)).map(
		(method) => `'Fixed Debtors' names the payment method "${method}" twice; keep one.`,
	);
}
