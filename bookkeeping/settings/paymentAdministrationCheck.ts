import { complaint } from '../codes/complaintTexts';
import type { Spoken } from '../codes/facts';
import type { VatKind } from '../trade/vatKinds';
import type { PaymentMethodSettings, PayoutProviderSettings } from './settings';

/** What of the client's administration payments can name. */
export interface PaymentFacts {
	accounts: ReadonlyArray<{
		id: string;
		number: number;
		name: string;
		inactive: boolean;
		/** SnelStart's function of the account, which decides the box of the VAT return. */
		function: string;
		/** VAT kinds that SnelStart accepts on lines of this account. */
		vatKinds: readonly VatKind[];
	}>;
	journals: ReadonlyArray<{ id: string; name: string; kind: string; inactive: boolean }>;
}

/** The payment settings that name something in the administration. */
export interface NamedByPayments {
	paymentMethods: readonly PaymentMethodSettings[];
	payoutProviders: readonly PayoutProviderSettings[];
	paymentCostsAccountId?: string;
	giftCardJournalId?: string;
	setOffJournalId?: string;
}

/** SnelStart's word for the journal of each kind of entry (BOE-0024, BOE-0095, BOE-0096). */
const JOURNAL_KINDS = { memorial: 'Memoriaal', bank: 'Bank', cash: 'Kas' } as const;

/**
 * Checks the payment settings against the administration: journals exist, are active and of the
 * kind of their entries; ledger accounts exist and are active. Their function is not judged, since
 * it is not known which ones SnelStart takes (PAY-301).
 *
 * @returns one sentence per complaint, in both languages; empty when all is well.
 */
export function checkPayments(settings: NamedByPayments, facts: PaymentFacts): Spoken[] {
	return [
		...checkAccount("'Payment Costs Account'", settings.paymentCostsAccountId, facts),
		...checkMemorial("'Gift Card Journal'", settings.giftCardJournalId, facts),
		...checkMemorial("'Set-Off Journal'", settings.setOffJournalId, facts),
		...settings.paymentMethods.flatMap((row) => {
			const place = `'Payment Methods' "${row.paymentMethod}"`;
			return [
				...checkJournal(place, row, facts),
				...checkAccount(`${place}, Clearing Account`, row.clearingAccountId, facts),
			];
		}),
		...settings.payoutProviders.flatMap((row) => {
			const place = `'Payout Providers' "${row.provider}"`;
			return [
				...checkJournal(place, row, facts),
				...checkAccount(`${place}, Clearing Account`, row.clearingAccountId, facts),
				...checkAccount(`${place}, Transfer Account`, row.transferAccountId, facts),
				...checkAccount(`${place}, Reserve Account`, row.reserveAccountId, facts),
				...checkAccount(`${place}, Loan Account`, row.loanAccountId, facts),
				...checkAccount(`${place}, Exchange Account`, row.exchangeAccountId, facts),
				...checkFees(place, row, settings, facts),
			];
		}),
	];
}

/**
 * The VAT in fees lands in its box: VAT to claim back on an account of that function, costs on an
 * account of purchases (BOE-0053, BOE-0082), services from the EU in box 4b.
 */
function checkFees(
	place: string,
	{ feesOn, entryKind, feesVatAccountId, euFeesAccountId }: PayoutProviderSettings,
	{ paymentCostsAccountId }: NamedByPayments,
	facts: PaymentFacts,
): Spoken[] {
	const withFunction = (title: string, id: string | undefined, wanted: string) => {
		const account = facts.accounts.find((one) => one.id === id);
		return [
			...checkAccount(`${place}, ${title}`, id, facts),
			...(account && account.function !== wanted
				? [
						complaint('wrongFunction', {
							place: `${place}, ${title}`,
							account: nameOf(account),
							has: account.function,
							wanted,
						}),
					]
				: []),
		];
	};
	if (feesOn === 'reverseCharge') {
		return withFunction('Account of EU Fees', euFeesAccountId, 'InkopenImportBinnenEUhoog');
	}
	if (feesOn !== 'costsWithVat') return [];
	if (entryKind === 'memorial') {
		return withFunction('VAT Account of Fees', feesVatAccountId, 'BtwTeVorderenHoog');
	}
	const costs = facts.accounts.find(({ id }) => id === paymentCostsAccountId);
	const takesVat = costs?.function.startsWith('Inkopen') && costs.vatKinds.includes('high');
	return costs && !takesVat
		? [complaint('costsWithoutPurchases', { place, account: nameOf(costs) })]
		: [];
}

/** Whether the settings name a journal at all, so that the journals have to be read. */
export function namesJournals({
	paymentMethods,
	payoutProviders,
	giftCardJournalId,
	setOffJournalId,
}: NamedByPayments): boolean {
	const memorials = [giftCardJournalId, setOffJournalId].filter((id) => id !== undefined);
	return paymentMethods.length + payoutProviders.length + memorials.length > 0;
}

function checkMemorial(
	place: string,
	journalId: string | undefined,
	{ journals }: PaymentFacts,
): Spoken[] {
	if (journalId === undefined) return [];
	const journal = journals.find(({ id }) => id === journalId);
	if (!journal) return [complaint('itUnknown', { place })];
	const { name, kind, inactive } = journal;
	if (inactive) return [complaint('journalInactive', { place, journal: name })];
	const wanted = JOURNAL_KINDS.memorial;
	return kind === wanted ? [] : [complaint('memorialKind', { place, wanted, journal: name, kind })];
}

function checkJournal(
	place: string,
	{ journalId, entryKind }: { journalId: string; entryKind: keyof typeof JOURNAL_KINDS },
	{ journals }: PaymentFacts,
): Spoken[] {
	const journal = journals.find(({ id }) => id === journalId);
	const ofRow = `${place}, Journal`;
	if (!journal) return [complaint('chosenUnknown', { place: ofRow })];
	const { name, kind, inactive } = journal;
	const wanted = JOURNAL_KINDS[entryKind];
	return [
		...(inactive ? [complaint('journalInactive', { place: ofRow, journal: name })] : []),
		...(kind === wanted
			? []
			: [complaint('journalKind', { place, entryKind, wanted, journal: name, kind })]),
	];
}

function checkAccount(
	place: string,
	accountId: string | undefined,
	{ accounts }: PaymentFacts,
): Spoken[] {
	if (!accountId) return [];
	const account = accounts.find(({ id }) => id === accountId);
	if (!account) return [complaint('accountUnknown', { place })];
	return account.inactive
		? [complaint('accountInactive', { place, account: nameOf(account) })]
		: [];
}

const nameOf = ({ number, name }: PaymentFacts['accounts'][number]): string => `${number} ${name}`;
