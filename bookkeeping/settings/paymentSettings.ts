import { z } from 'zod';

import { entryKinds } from '../trade/entryKinds';

const id = z.string().trim().min(1);
const optionalId = z
	.string()
	.trim()
	.optional()
	.transform((value) => value || undefined);

/** How the payments of one payment method are booked (J072, W003, W009). */
export const paymentMethodSchema = z.object({
	/** Code or title of the payment method, as the order states it. */
	paymentMethod: id,
	/** The kind of entry: a memorial (memoriaal), bank or cash (kas) entry. */
	entryKind: z.enum(entryKinds).default('memorial'),
	journalId: id,
	/** Memorial only: the account of money that the payment provider still holds (J072). */
	clearingAccountId: optionalId,
	/** Books the payment whatever the shop says of it (J161). */
	alwaysPaid: z.boolean().default(false),
	/** Books the provider's fee with the payment, where the order states it (W049). */
	bookFees: z.boolean().default(false),
});
export type PaymentMethodSettings = z.infer<typeof paymentMethodSchema>;

/** How the payouts of one payment provider are booked (W049, W050). */
export const payoutProviderSchema = z.object({
	/** mollie, stripe, payPal, klarna, or the name that a payout in the general form gives itself. */
	provider: id,
	/** bank: the payout arrives in this bank journal; memorial: on the transfer account. */
	entryKind: z.enum(['bank', 'memorial']).default('bank'),
	journalId: id,
	/** The account that the payments of this provider were booked on. */
	clearingAccountId: id,
	/** Money under way between two bank accounts (kruisposten). */
	transferAccountId: optionalId,
	/** costs: fees are costs; clearing: the provider sends an invoice with VAT that is booked itself. */
	feesOn: z.enum(['costs', 'clearing']).default('costs'),
	/** Money that the provider keeps back for a while. */
	reserveAccountId: optionalId,
	/** Exchange differences. */
	exchangeAccountId: optionalId,
});
export type PayoutProviderSettings = z.infer<typeof payoutProviderSchema>;

/** The settings of the JouwWeb manual give no values for the payment status; these are usual ones. */
export const usualPaidStatuses = ['paid', 'betaald', 'voldaan'];

/** What the contradictions of payment settings depend on. */
export interface PaymentSettings {
	fixedDebtors: ReadonlyArray<{ paymentMethod: string }>;
	paymentMethods: readonly PaymentMethodSettings[];
	payoutProviders: readonly PayoutProviderSettings[];
	paymentCostsAccountId?: string;
}

/** Contradictions between the payment settings, one sentence each, naming both settings. */
export function paymentComplaints(settings: PaymentSettings): string[] {
	const { fixedDebtors, paymentMethods, payoutProviders, paymentCostsAccountId } = settings;
	const fixed = fixedDebtors.map(({ paymentMethod }) => paymentMethod.trim().toLowerCase());
	return [
		...repeated(paymentMethods.map((row) => row.paymentMethod)).map(
			(name) => `'Payment Methods' names the payment method "${name}" twice; keep one.`,
		),
		...paymentMethods.flatMap((row) =>
			methodComplaints(row, fixed, payoutProviders, paymentCostsAccountId),
		),
		...repeated(payoutProviders.map(({ provider }) => provider)).map(
			(name) => `'Payout Providers' names the provider "${name}" twice; keep one.`,
		),
		...payoutProviders.flatMap((row) => providerComplaints(row, paymentCostsAccountId)),
	];
}

function methodComplaints(
	row: PaymentMethodSettings,
	fixedDebtors: readonly string[],
	providers: readonly PayoutProviderSettings[],
	paymentCostsAccountId: string | undefined,
): string[] {
	const place = `'Payment Methods' "${row.paymentMethod}"`;
	const twice = providers.find(
		({ clearingAccountId, feesOn }) =>
			row.bookFees && feesOn === 'costs' && clearingAccountId === row.clearingAccountId,
	);
	return [
		...(fixedDebtors.includes(row.paymentMethod.toLowerCase())
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
		...(row.bookFees && !paymentCostsAccountId
			? [`${place}: 'Book Fees' is on, so 'Payment Costs Account' has to be chosen.`]
			: []),
		...(twice
			? [
					`${place}: 'Book Fees' is on while 'Payout Providers' "${twice.provider}" has 'Fees On' costs, so every fee would be booked twice; switch one off.`,
				]
			: []),
	];
}

function providerComplaints(
	row: PayoutProviderSettings,
	paymentCostsAccountId: string | undefined,
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

function repeated(values: readonly string[]): string[] {
	const names = values.map((value) => value.toLowerCase());
	return values.filter((_, index) => names.indexOf(names[index] ?? '') < index);
}
