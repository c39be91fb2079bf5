import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { PayoutProviderSettings, Settings } from '../settings';
import { repeatedNames } from './repeated';

/** How the payouts of a provider are booked, once and completely (W049, W050). */
export function payoutProviders(settings: Settings): Spoken[] {
	const rows = settings.payoutProviders;
	return [
		...repeatedNames(rows.map(({ provider }) => provider)).map((provider) =>
			contradiction('providerTwice', { provider }),
		),
		...rows.flatMap((row) => providerComplaints(row, settings)),
	];
}

function providerComplaints(
	row: PayoutProviderSettings,
	{ paymentCostsAccountId, smallBusiness }: Settings,
): Spoken[] {
	const place = `'Payout Providers' "${row.provider}"`;
	return [
		...(row.entryKind === 'memorial' && !row.transferAccountId
			? [contradiction('needsTransfer', { place })]
			: []),
		...(['costs', 'costsWithVat'].includes(row.feesOn) && !paymentCostsAccountId
			? [contradiction('feesNeedCosts', { place, feesOn: row.feesOn })]
			: []),
		...(row.feesOn === 'costsWithVat' && row.entryKind === 'memorial' && !row.feesVatAccountId
			? [contradiction('feesNeedVat', { place })]
			: []),
		...(row.feesOn === 'reverseCharge' && !row.euFeesAccountId
			? [contradiction('feesNeedEu', { place })]
			: []),
		...(row.feesOn === 'costsWithVat' && smallBusiness
			? [contradiction('feesOfSmall', { place })]
			: []),
		...(row.transferAccountId === row.clearingAccountId
			? [contradiction('sameAccounts', { place })]
			: []),
	];
}
