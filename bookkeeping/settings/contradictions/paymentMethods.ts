import { rowOfMethod } from '../paymentMethodRow';
import type { PaymentMethodSettings, Settings } from '../settings';
import { repeatedNames } from './repeated';

/** How a payment method is booked, once and completely (J072, W049). */
export function paymentMethods(settings: Settings): string[] {
	const rows = settings.paymentMethods;
	return [
		...repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map(
			(name) => `'Payment Methods' names the payment method "${name}" twice; keep one.`,
		),
		...rows.flatMap((row) => methodComplaints(row, settings)),
	];
}

function methodComplaints(row: PaymentMethodSettings, settings: Settings): string[] {
	const place = `'Payment Methods' "${row.paymentMethod}"`;
	const { paymentMethod: name } = row;
	const isFixed = rowOfMethod(settings.fixedDebtors, { code: name, title: name });
	const twice = settings.payoutProviders.find(
		({ clearingAccountId, feesOn }) =>
			row.bookFees && feesOn !== 'clearing' && clearingAccountId === row.clearingAccountId,
	);
	return [
		...(isFixed
			? [
					`The payment method "${row.paymentMethod}" stands both in 'Fixed Debtors' and in 'Payment Methods'; with a clearing account there is no fixed debtor, keep one.`,
				]
			: []),
		...(row.entryKind === 'memorial' && !row.clearingAccountId
			? [`${place}: 'Entry Kind' is memorial, so 'Clearing Account' has to be chosen.`]
			: []),
		...(row.entryKind !== 'memorial' && row.clearingAccountId
			? [
					`${place}: 'Entry Kind' is ${row.entryKind}, which is booked on the journal's own account; leave 'Clearing Account' empty or choose memorial.`,
				]
			: []),
		...(row.bookFees && !settings.paymentCostsAccountId
			? [`${place}: 'Book Fees' is on, so 'Payment Costs Account' has to be chosen.`]
			: []),
		...(twice
			? [
					`${place}: 'Book Fees' is on while 'Payout Providers' "${twice.provider}" has 'Fees On' ${twice.feesOn}, so every fee would be booked twice; switch one off.`,
				]
			: []),
	];
}
