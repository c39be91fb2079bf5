import type { Settings } from './settings';

/** A payment method as an order states it: what the shop calls it, and what customers read. */
interface StatedMethod {
	code: string;
	title: string;
}

/**
 * The row of a list of the settings that is meant by the payment method of an order, wherever one is
 * looked for: the row with its code, else the one with its title, because another method may bear
 * that title. Capitals make no difference.
 */
export function rowOfMethod<Row extends { paymentMethod: string }>(
	rows: readonly Row[],
	{ code, title }: StatedMethod,
): Row | undefined {
	const named = (name: string) =>
		rows.find(({ paymentMethod }) => paymentMethod.toLowerCase() === name.toLowerCase());
	return named(code) ?? named(title);
}

/** Whether what is paid on a clearing account comes in payouts: that of a payment provider. */
export const comesInPayouts = (
	clearingAccountId: string | undefined,
	{ payoutProviders }: Pick<Settings, 'payoutProviders'>,
): boolean =>
	Boolean(clearingAccountId) &&
	payoutProviders.some((provider) => provider.clearingAccountId === clearingAccountId);

/** Whether a list of payment methods names that of an order. */
export function namesMethod(names: readonly string[], method: StatedMethod): boolean {
	const rows = names.map((paymentMethod) => ({ paymentMethod }));
	return rowOfMethod(rows, method) !== undefined;
}
