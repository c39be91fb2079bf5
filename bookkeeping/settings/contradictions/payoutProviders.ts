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
	{ paymentCostsAccountId, smallBusiness }: Settings,
): string[] {
	const place = `'Payout Providers' "${row.provider}"`;
	return [
		...(row.entryKind === 'memorial' && !row.transferAccountId
			? [`${place}: 'Entry Kind' is memorial, so 'Transfer Account' has to be chosen.`]
			: []),
		...(['costs', 'costsWithVat'].includes(row.feesOn) && !paymentCostsAccountId
			? [`${place}: 'Fees On' is ${row.feesOn}, so 'Payment Costs Account' has to be chosen.`]
			: []),
		...(row.feesOn === 'costsWithVat' && row.entryKind === 'memorial' && !row.feesVatAccountId
			? [
					`${place}: a memorial that deducts VAT needs 'VAT Account of Fees' (btw te vorderen hoog); choose it.`,
				]
			: []),
		...(row.feesOn === 'reverseCharge' && !row.euFeesAccountId
			? [`${place}: 'Fees On' is reverseCharge, so 'Account of EU Fees' has to be chosen.`]
			: []),
		...(row.feesOn === 'costsWithVat' && smallBusiness
			? [
					`${place}: 'Fees On' is costsWithVat, but under 'Small-Business Scheme' no VAT is deducted; choose costs.`,
				]
			: []),
		...(row.transferAccountId === row.clearingAccountId
			? [
					`${place}: 'Transfer Account' and 'Clearing Account' are the same ledger account; choose two.`,
				]
			: []),
	];
}
