import { draftText, type DraftText } from '../../codes/draftTexts';
import { Finding } from '../../trade/findings';
import { ratesInForce } from '../../trade/vatRates';
import { roundToCents, sum, toEuro, type Cents } from '../../money/money';
import type { PayoutProviderSettings, Settings } from '../../settings/settings';
import { debitLine, type LedgerLine, type VatLine } from '../bookedEntry';
import type { ExplainedPayout, PayoutEntry } from './explain';

/** The fees of a payout in its entry, and what became of their VAT. */
export interface BookedFees {
	ledgerLines: LedgerLine[];
	vatLines: VatLine[];
	/** All fees, with VAT. */
	fees: Cents;
	/** VAT that this entry deducts. */
	vat: Cents;
	note: DraftText | '';
}

/** What one line of a payout costs, with the VAT that it states. */
interface Charge {
	cost: Cents;
	vat: Cents;
	isInvoice: boolean;
}

/**
 * Books all fees of a payout together. Their VAT is deducted once: by this entry, by the provider's
 * own invoice, or not at all, as 'Fees On' says.
 *
 * @throws Finding PAYOUT_SETTING_MISSING, PAYOUT_FEE_VAT.
 */
export function feeLines(
	payout: ExplainedPayout,
	row: PayoutProviderSettings,
	{ paymentCostsAccountId, lineLanguage: language }: Settings,
): BookedFees {
	const charged = payout.entries.flatMap((entry): Charge[] => {
		const isInvoice = isInvoiceAsFee(entry, row);
		const cost = isInvoice ? -entry.net : entry.fee;
		return cost === 0 ? [] : [{ cost, vat: entry.feeVat, isInvoice }];
	});
	const fees = sum(charged.map(({ cost }) => cost));
	const named = (text: string) => `${text} ${row.provider}`;
	const on = (role: LedgerLine['role'], account: string, cents: Cents, text = named('Fees')) =>
		debitLine(role, account, cents, text);
	const booked = (ledgerLines: LedgerLine[], note: BookedFees['note']): BookedFees => ({
		...{ ledgerLines, vatLines: [], fees, vat: 0, note },
	});
	const stated = sum(charged.map(({ vat }) => vat));
	if (fees === 0 && stated === 0) return booked([], '');
	switch (row.feesOn) {
		case 'clearing':
			return booked(
				on('clearing', row.clearingAccountId, fees),
				draftText(language, 'feesOnClearing', { fees }),
			);
		case 'reverseCharge': {
			if (stated !== 0) throw new Finding('PAYOUT_FEE_VAT', { case: 'reverseCharge', vat: stated });
			const account = row.euFeesAccountId ?? missing(row, 'Account of EU Fees');
			return booked(on('costs', account, fees), draftText(language, 'feesFromEu', { fees }));
		}
		case 'costs':
			return booked(
				on('costs', costsAccount(paymentCostsAccountId), fees),
				stated === 0
					? draftText(language, 'feesAreCosts', { fees })
					: draftText(language, 'feesHoldVat', { vat: stated }),
			);
		case 'costsWithVat': {
			const vat = vatIn(charged, payout.date);
			const note = draftText(language, 'feesVatDeducted', { vat });
			const net = on('costs', costsAccount(paymentCostsAccountId), fees - vat);
			if (row.entryKind === 'memorial') {
				const account = row.feesVatAccountId ?? missing(row, 'VAT Account of Fees');
				return { ...booked([...net, ...on('vat', account, vat, named('VAT on fees'))], note), vat };
			}
			const withVat = net.map((line) => ({
				...line,
				...(vat !== 0 && { vatKind: 'high' as const }),
			}));
			return { ...booked(withVat, note), vat, vatLines: vatLine(vat) };
		}
	}
}

/**
 * Whether an invoice of the provider that is settled with the payout is a fee: where this entry deducts
 * the VAT, since it is then not booked by itself. So are the cents by which the provider rounds at the
 * end of the month.
 */
export const isInvoiceAsFee = (
	{ type }: Pick<PayoutEntry, 'type'>,
	{ feesOn }: Pick<PayoutProviderSettings, 'feesOn'>,
): boolean => type === 'invoice' && ['costsWithVat', 'reverseCharge'].includes(feesOn);

/**
 * The VAT in fees: as the provider states it, and where it states none the part of the high rate that
 * was in force (21/121 for 21 %). More than that cannot be in them.
 */
function vatIn(charged: readonly Charge[], date: string): Cents {
	const [percentage = 0] = ratesInForce('NL', date);
	const vatOf = (cents: Cents) =>
		roundToCents(Math.round((cents * 10_000 * percentage) / (100 + percentage)));
	const statesVat = charged.some(({ vat }) => vat !== 0);
	const without = charged.filter(({ isInvoice }) => !statesVat || isInvoice);
	const vat = sum(charged.map((one) => one.vat)) + vatOf(sum(without.map(({ cost }) => cost)));
	const fees = sum(charged.map(({ cost }) => cost));
	// Each stated amount may be rounded by itself.
	if (Math.abs(vat) > Math.abs(vatOf(fees)) + charged.length || vat * fees < 0) {
		throw new Finding('PAYOUT_FEE_VAT', { case: 'tooMuch', vat, fees, percentage });
	}
	return vat;
}

function vatLine(vat: Cents): VatLine[] {
	if (vat === 0) return [];
	return [{ debit: toEuro(Math.max(0, vat)), credit: toEuro(Math.max(0, -vat)) }];
}

function costsAccount(account: string | undefined): string {
	if (account) return account;
	throw new Finding('PAYOUT_SETTING_MISSING', { case: 'costs' });
}

function missing({ provider }: PayoutProviderSettings, setting: string): never {
	throw new Finding('PAYOUT_SETTING_MISSING', { case: 'provider', setting, provider });
}
