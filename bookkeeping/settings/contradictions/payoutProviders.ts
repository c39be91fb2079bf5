import type { PayoutProviderSettings, Settings } from '../settings';
import { repeatedNames } from './repeated';

/** How the payouts of a provider are booked, once and completely (W049, W050). */
export function payoutProviders(settings: Settings): string[] {
	const rows = settings.payoutProviders;
	return [
		...repeatedNames(rows.map(({ provider }) => provider)).map(
			(name) => `'Payout Providers' names the provider "${name}" twice; keep one.`,
		),
		...rows.flatMap((row) => providerComplaints(row, settings)),
	];
}

function providerComplaints(
	row: PayoutProviderSettings,
	{ paymentCostsAccountId }: Settings,
): string[] {
	const place = `'Payout Providers' "${row.provider}"`;
	return [
		...(row.entryKind === 'memorial' && !row.transferAccountId
			? [`${place}: 'Entry Kind' is memorial, so 'Transfer Account' has to be chosen.`]
			: []),
		...(row.feesOn === 'costs' && !paymentCostsAccountId
			? [`${place}: 'Fees On' is costs, so 'Payment Costs Account' has to be chosen.`]
			: []),
		...(row.transferAccountId === row.clearingAccountId
			? [
					`${place}: 'Transfer Account' and 'Clearing Account' are the same ledger account; choose two.`,
				]
			: []),
	];
}
