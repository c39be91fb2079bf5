import { draftText, type DraftText } from '../../codes/draftTexts';
import { Finding } from '../../trade/findings';
import { sum, toEuro, type Cents } from '../../money/money';
import { whenClosedOf } from '../../documents/openDay';
import type { Settings, PayoutProviderSettings } from '../../settings/settings';
import { cutText } from '../../trade/text';
import { INVOICE_NUMBER_LENGTH } from '../../trade/invoiceNumber';
import {
	debitLine,
	documentNumber,
	movement,
	proveEntry,
	type BookedEntry,
	type LedgerLine,
	type SalesLine,
} from '../bookedEntry';
import type { ExplainedPayout, PayoutEntry } from './explain';
import { bookedOf, exchangeLines } from './exchange';
import { feeLines, isInvoiceAsFee } from './feeLines';
import type { Match, Matched } from './match';
import { payoutDraftSchema, type PayoutDraft } from './payoutDraft';
import { payoutParts } from './payoutParts';
import { openItemSplitter, type SettledItem } from './twoEntries';

const DESCRIPTION_LENGTH = 250;
/** Enough to recognise a payout by. */
const IDS_KEPT = 20;
const NAMES = {
	payment: 'Payments',
	refund: 'Refunds',
	chargeback: 'Chargebacks',
	conversion: 'Conversions',
};

/** How a payout is laid out in the books (W050). */
export interface PayoutLayout {
	/** One clearing line per order, or one per day and kind. */
	lines: 'perOrder' | 'perDay';
	/** Against the clearing account, or straight against the open items of matched orders. */
	settle: 'clearingAccount' | 'openItems';
}

/**
 * Drafts the entry of a payout. Everything that is not matched with an order goes to the clearing
 * account, where it stays visible until somebody has explained it.
 *
 * @throws Finding PAYOUT_SETTING_MISSING, PAYOUT_FEE_VAT, ENTRY_NOT_BALANCED.
 */
export function draftPayout(
	payout: ExplainedPayout,
	matches: readonly Match[],
	row: PayoutProviderSettings,
	layout: PayoutLayout,
	payoutKey: string,
	settings: Settings,
): PayoutDraft {
	const notes: DraftText[] = [];
	const description = cutText(
		['Payout', row.provider, payout.reference || payout.id].filter(Boolean).join(' '),
		DESCRIPTION_LENGTH,
	);
	const isOnItem = (match: Match): match is Matched =>
		match.entry.type === 'chargeback'
			? row.chargebacks === 'reopen' && isOpenItem(match)
			: layout.settle === 'openItems' && isOpenItem(match);
	const onItems = matches.filter(isOnItem);
	const onClearing = matches.filter((match) => !onItems.some(({ entry }) => entry === match.entry));
	const itemsOf = openItemSplitter();
	const isBank = row.entryKind === 'bank';
	const fees = feeLines(payout, row, settings);
	if (fees.note !== '') notes.push(fees.note);
	const entry: BookedEntry = {
		kind: row.entryKind,
		journalId: row.journalId,
		date: payout.date,
		number: documentNumber(payout.id),
		description,
		...(isBank ? movement(payout.net) : { received: 0, spent: 0 }),
		ledgerLines: [
			...(isBank
				? []
				: debitLine('transfer', needed(row, 'transferAccountId'), payout.net, description)),
			...clearingLines(onClearing, row, layout),
			...exchangeLines(matches, layout.lines, () => needed(row, 'exchangeAccountId')),
			...fees.ledgerLines,
			...otherLines(payout, row),
		],
		salesLines: onItems.flatMap((match) => salesLines(match, itemsOf(match))),
		...(fees.vatLines.length > 0 && { vatLines: fees.vatLines }),
		notes,
	};
	if (onClearing.some(({ entry: { type } }) => type === 'chargeback')) {
		notes.push(draftText(settings.lineLanguage, 'chargebacks'));
	}
	proveEntry(entry);
	const draft: PayoutDraft = {
		document: 'payout',
		payoutKey,
		provider: row.provider,
		payoutId: payout.id,
		reference: payout.reference,
		net: toEuro(payout.net),
		gross: toEuro(sum(payout.entries.map(({ gross }) => gross))),
		fees: toEuro(sum(payout.entries.map(({ fee }) => fee))),
		paymentIds: payout.entries
			.flatMap(({ type, paymentIds: [own = ''] }) => (type === 'payment' && own ? [own] : []))
			.slice(0, IDS_KEPT),
		...(settings.dayTotals.some(({ period }) => period === 'payout') && {
			parts: payoutParts(payout),
		}),
		...(fees.fees !== 0 && {
			feesBooked: { on: row.feesOn, fees: toEuro(fees.fees), vat: toEuro(fees.vat) },
		}),
		...entry,
		...whenClosedOf(settings),
	};
	if (!payoutDraftSchema.safeParse(draft).success) {
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'form' });
	}
	return draft;
}

/**
 * A chargeback opens the invoice again, where the settings say so (PAY-701), and a refund settles its
 * credit note: without one it stays on the clearing account.
 */
function isOpenItem(match: Match): match is Matched {
	if (!match.order || match.entry.gross === 0) return false;
	// What went out names the refund, if anything, and never the credit note.
	if (match.entry.type === 'conversion' && match.entry.gross < 0) return false;
	const { entry, order, creditNote } = match;
	const { invoiceNumber = '' } = (entry.type === 'refund' ? creditNote : order) ?? {};
	return invoiceNumber !== '' && invoiceNumber.length <= INVOICE_NUMBER_LENGTH;
}

function salesLines({ order }: Matched, items: readonly SettledItem[]): SalesLine[] {
	const { orderKey, orderNumber } = order;
	return items.map(({ invoiceNumber, salesEntryId, amount, other }) => ({
		...{ orderKey, orderNumber, invoiceNumber },
		...(salesEntryId ? { salesEntryId } : {}),
		...(other && { other }),
		amount: toEuro(amount),
		description: cutText(orderNumber || invoiceNumber, DESCRIPTION_LENGTH),
	}));
}

/** Money of orders leaves the clearing account: payments credit, refunds and chargebacks debit. */
function clearingLines(
	matches: readonly Match[],
	row: PayoutProviderSettings,
	{ lines }: PayoutLayout,
): LedgerLine[] {
	const line = (gross: Cents, description: string) =>
		debitLine('clearing', row.clearingAccountId, -gross, cutText(description, DESCRIPTION_LENGTH));
	if (lines === 'perOrder') {
		return matches.flatMap((match) =>
			line(
				amountOf(match),
				`${singular(match.entry)} ${match.order?.orderNumber || nameOf(match.entry)}`,
			),
		);
	}
	const names = [...new Set(matches.map(groupName))];
	return names.flatMap((name) => {
		const group = matches.filter((match) => groupName(match) === name);
		return line(sum(group.map(amountOf)), `${name} (${group.length})`);
	});
}

const amountOf = (match: Match): Cents => (match.order ? bookedOf(match) : match.entry.gross);

function groupName({ entry }: Match): string {
	return `${NAMES[entry.type as keyof typeof NAMES]} ${entry.date}`;
}

function singular({ type }: PayoutEntry): string {
	return NAMES[type as keyof typeof NAMES].slice(0, -1);
}

function nameOf(entry: PayoutEntry): string {
	return entry.paymentIds[0] || entry.id || `line ${entry.place}`;
}

/** Reserves, loans, exchange differences, transfers and invoices of the provider, one line each. */
function otherLines({ entries }: ExplainedPayout, row: PayoutProviderSettings): LedgerLine[] {
	return entries.flatMap((entry) => {
		const text = (name: string) =>
			cutText([name, entry.description || nameOf(entry)].join(' '), DESCRIPTION_LENGTH);
		if (entry.gross === 0) return [];
		switch (entry.type) {
			case 'reserve':
				return debitLine('reserve', needed(row, 'reserveAccountId'), -entry.gross, text('Reserve'));
			case 'loan':
				return debitLine('loan', needed(row, 'loanAccountId'), -entry.gross, text('Loan'));
			case 'exchange':
				return debitLine(
					'exchange',
					needed(row, 'exchangeAccountId'),
					-entry.gross,
					text('Exchange'),
				);
			case 'transfer':
				return debitLine(
					'transfer',
					needed(row, 'transferAccountId'),
					-entry.gross,
					text('Transfer'),
				);
			case 'invoice':
				if (isInvoiceAsFee(entry, row)) return [];
				return debitLine('clearing', row.clearingAccountId, -entry.gross, text('Invoice'));
			default:
				return [];
		}
	});
}

const SETTING_NAMES = {
	transferAccountId: 'Transfer Account',
	reserveAccountId: 'Reserve Account',
	loanAccountId: 'Loan Account',
	exchangeAccountId: 'Exchange Account',
};

function needed(row: PayoutProviderSettings, field: keyof typeof SETTING_NAMES): string {
	const account = row[field];
	if (account) return account;
	throw new Finding('PAYOUT_SETTING_MISSING', {
		case: 'provider',
		setting: SETTING_NAMES[field],
		provider: row.provider,
	});
}
