import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { rowOfMethod } from '../paymentMethodRow';
import type { PaymentMethodSettings, Settings } from '../settings';
import { repeatedNames } from './repeated';

/** How a payment method is booked, once and completely (J072, W049). */
export function paymentMethods(settings: Settings): Spoken[] {
	const rows = settings.paymentMethods;
	return [
		...repeatedNames(rows.map(({ paymentMethod }) => paymentMethod)).map((method) =>
			contradiction('methodTwice', { place: "'Payment Methods'", method }),
		),
		...rows.flatMap((row) => methodComplaints(row, settings)),
	];
}

function methodComplaints(row: PaymentMethodSettings, settings: Settings): Spoken[] {
	const place = `'Payment Methods' "${row.paymentMethod}"`;
	const { paymentMethod: name } = row;
	const isFixed = rowOfMethod(settings.fixedDebtors, { code: name, title: name });
	const twice = settings.payoutProviders.find(
		({ clearingAccountId, feesOn }) =>
			row.bookFees && feesOn !== 'clearing' && clearingAccountId === row.clearingAccountId,
	);
	return [
		...(isFixed ? [contradiction('fixedAndPaid', { method: row.paymentMethod })] : []),
		...(row.entryKind === 'memorial' && !row.clearingAccountId
			? [contradiction('needsClearing', { place })]
			: []),
		...(row.entryKind !== 'memorial' && row.clearingAccountId
			? [contradiction('noClearing', { place, kind: row.entryKind })]
			: []),
		...(row.bookFees && !settings.paymentCostsAccountId
			? [contradiction('needsCosts', { place })]
			: []),
		...(twice
			? [contradiction('feesTwice', { place, provider: twice.provider, feesOn: twice.feesOn })]
			: []),
	];
}
