import { draftText } from '../codes/draftTexts';
import { reason, told, type Told } from '../codes/register';
import type { SalesEntryDraft } from '../documents/draft';
import { whenClosedOf } from '../documents/openDay';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import { cellNumber, cellText } from '../orderTable/cell';
import { paymentKey } from '../orderTable/keys';
import type { Outcome } from '../orders/transform';
import { isUndone, readEntriesOf, type BookedDocument } from '../refunds/booked';
import type { Settings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { Finding, reasonOf } from '../trade/findings';
import { debitLine, paymentNumber, proveEntry, type BookedEntry } from './bookedEntry';
import type { PaymentDraft } from './paymentDraft';

/** A booked order that may not be paid any more. */
export interface BadDebtInput {
	/** The row of the order in the order table. */
	row: RawObject;
	/** What was booked of it, with what is still open of it. */
	booked: readonly BookedDocument[];
	/** The rows of its payments; those of earlier claims are among them. */
	payments: readonly RawObject[];
}

/** Where the entries stand, and when. */
export interface BadDebtRules {
	/** The day they are booked on, yyyy-MM-dd. */
	date: string;
	/** The account for bad debts (oninbare vorderingen). */
	badDebtsAccountId: string | undefined;
	/** The account of the VAT owed at a rate. */
	vatAccountOf(vatKind: string): string | undefined;
}

/** What becomes of the VAT of one order: an entry, or why there is none. */
export interface BadDebt extends Told {
	outcome: Outcome;
	paymentKey: string;
	orderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	/** No money moves. */
	amount: 0;
	/** Euro: VAT that is claimed back; negative where it is due again. */
	vat: number;
	draft?: PaymentDraft;
}

/** Begins what such rows are called within their order. */
const CLAIM = 'vat-claim';

/** The VAT kinds of Dutch VAT that was paid to the tax office. */
const OWED = ['high', 'low', 'other'];

/**
 * Claims the VAT back of an invoice that is not paid one year after it was due, as far as it is open
 * (Wet OB art. 29, second paragraph), by a memorial on the account of the VAT owed; the invoice stays
 * open. Of what is paid later the VAT is due again, by the same entry the other way around; what is
 * open once more after that, as by a chargeback, is claimed again. Never throws; the same order with
 * the same amount open and the same entries in the books gives the same entry under the same key.
 */
export function claimBadDebt(
	input: BadDebtInput,
	rules: BadDebtRules,
	settings: Settings,
): BadDebt {
	const { row } = input;
	const key = cellText(row, 'orderKey');
	const none = (outcome: Outcome, why: Parameters<typeof told>[0]): BadDebt => ({
		...{ ...namesOf(row), outcome, paymentKey: paymentKey(key, CLAIM), vat: 0 },
		...told(why),
	});
	try {
		const found = decide(input, rules, settings);
		return 'draft' in found ? found : none('nothingToBook', found);
	} catch (error) {
		return none('attention', reasonOf(error));
	}
}

type Left = ReturnType<typeof reason>;

function decide(
	{ row, booked, payments }: BadDebtInput,
	rules: BadDebtRules,
	settings: Settings,
): Left | (BadDebt & { draft: PaymentDraft }) {
	const key = cellText(row, 'orderKey');
	const inBooks = readEntriesOf(booked, key, cellText(row, 'orderNumber'));
	const openOf = (document: string): number | undefined =>
		booked.find(({ record }) => cellText(record, 'documentKey') === document)?.openAmount;
	const openAmount = openOf(key);
	if (!inBooks || isUndone(inBooks) || openAmount === undefined) {
		return reason('BAD_DEBT_LEFT', { case: 'unknown' });
	}
	const { sale, credits } = inBooks;
	// What a credit note takes back is not owed, set off or not, and its VAT is claimed by that.
	const credited = sum(credits.map(({ orderKey }) => fromEuro(openOf(orderKey) ?? 0)));
	const open = Math.max(0, fromEuro(openAmount) + Math.min(0, credited));
	const invoice = sale.invoiceNumber;
	const inOpen = vatIn(sale, open);
	const claims = claimsOf(payments);
	const claimed = sum(claims);
	const wanted = sum(inOpen.map(({ cents }) => cents));
	const from = oneYearAfter(sale.invoiceDate, sale.paymentTermDays);
	if (wanted === claimed) {
		if (claimed !== 0) return reason('BAD_DEBT_LEFT', { case: 'claimed', invoice, claimed });
		if (open <= 0) return reason('BAD_DEBT_LEFT', { case: 'paid', invoice });
	}
	if (wanted >= claimed && from > rules.date) {
		return reason('BAD_DEBT_LEFT', { case: 'early', invoice, open, from });
	}
	if (wanted === claimed) return reason('BAD_DEBT_LEFT', { case: 'noVat', invoice, open });
	const all = sum(inOpen.map(({ whole }) => whole));
	// What was claimed, less what is still open: by the rates of the sale.
	const perRate = claimed === 0 ? inOpen : shareOf(inOpen, wanted - claimed, all);
	const isDue = wanted < claimed;
	// Between two claims ever less is open, so that the amount tells what is due again apart.
	const turn = claims.filter((cents) => cents > 0).length + (isDue ? 0 : 1);
	const draft = draftClaim(
		sale,
		perRate,
		{ key, open, from, claimed, isDue, turn },
		rules,
		settings,
	);
	return {
		...namesOf(row),
		...{ outcome: 'book' as const, paymentKey: draft.paymentKey, ...told(undefined) },
		...{ vat: toEuro(wanted - claimed), draft },
	};
}

interface RateVat {
	vatKind: string;
	/** Of the whole sale. */
	whole: Cents;
	/** Of the part that is open. */
	cents: Cents;
}

/** The Dutch VAT in what is open of a sale, per rate; it never is more than was charged. */
function vatIn({ vat, invoiceAmount, regime }: SalesEntryDraft, open: Cents): RateVat[] {
	const total = fromEuro(invoiceAmount);
	// VAT of other countries, and of an invoice below zero, is not claimed here.
	if (regime !== 'domestic' || total <= 0) return [];
	const part = Math.min(total, Math.max(0, open));
	return vat
		.filter(({ vatKind, amount }) => OWED.includes(vatKind) && amount > 0)
		.map(({ vatKind, amount }) => {
			const whole = fromEuro(amount);
			return { vatKind, whole, cents: Math.round((whole * part) / total) };
		});
}

/** An amount over the rates, as their VAT is; the last takes what rounding leaves. */
function shareOf(rates: readonly RateVat[], cents: Cents, all: Cents): RateVat[] {
	let left = cents;
	return rates.map((rate, index) => {
		const isLast = index === rates.length - 1;
		const own = isLast ? left : Math.round((cents * rate.whole) / all);
		left -= own;
		return { ...rate, cents: own };
	});
}

/** The claims that are in the books; below zero is VAT that was due again. */
const claimsOf = (payments: readonly RawObject[]): Cents[] =>
	payments
		.filter((one) => cellText(one, 'state') === 'booked')
		.filter((one) => cellText(one, 'orderKey').includes(`/${CLAIM}`))
		.map((one) => fromEuro(cellNumber(one, 'vat') ?? 0));

/** From this day on: one year after the last day on which it should have been paid. */
function oneYearAfter(invoiceDate: string, termDays: number): string {
	const due = new Date(Date.parse(`${invoiceDate}T00:00:00Z`) + termDays * 86_400_000);
	due.setUTCFullYear(due.getUTCFullYear() + 1);
	return due.toISOString().slice(0, 10);
}

interface Claim {
	key: string;
	open: Cents;
	from: string;
	/** Before this one. */
	claimed: Cents;
	/** The VAT is due again. */
	isDue: boolean;
	/** Which claim of the order it is, or comes after; the first is 1. */
	turn: number;
}

/** @throws Finding BAD_DEBT_SETTING. */
function draftClaim(
	sale: SalesEntryDraft,
	perRate: readonly RateVat[],
	{ key, open, from, claimed, isDue, turn }: Claim,
	{ date, badDebtsAccountId, vatAccountOf }: BadDebtRules,
	settings: Settings,
): PaymentDraft {
	const { setOffJournalId: journalId, lineLanguage: language } = settings;
	const { orderNumber, invoiceNumber } = sale;
	if (!journalId) throw new Finding('BAD_DEBT_SETTING', { case: 'journal' });
	if (!badDebtsAccountId) throw new Finding('BAD_DEBT_SETTING', { case: 'account' });
	const ofTurn = (mark: string): string => (turn > 1 ? `${mark}${turn}` : '');
	const description = `${isDue ? 'VAT due again' : 'VAT of bad debt'} ${invoiceNumber}`;
	const all = sum(perRate.map(({ cents }) => cents));
	const entry: BookedEntry = {
		...{ kind: 'memorial', journalId, date, received: 0, spent: 0, salesLines: [] },
		number: paymentNumber(`BTW${isDue ? open : ''}${ofTurn('.')}`, invoiceNumber),
		description,
		ledgerLines: [
			...perRate.flatMap(({ vatKind, cents }) => {
				const account = vatAccountOf(vatKind);
				if (!account) throw new Finding('BAD_DEBT_SETTING', { case: 'vatAccount', vatKind });
				return debitLine('vat', account, cents, description);
			}),
			...debitLine('costs', badDebtsAccountId, -all, description),
		],
		notes: [
			claimed !== 0
				? draftText(language, 'badDebtAgain', { open, claimed })
				: draftText(language, 'badDebtOpen', { open, from }),
		],
	};
	proveEntry(entry);
	return {
		document: 'payment',
		paymentKey: paymentKey(key, `${CLAIM}${ofTurn('-')}${isDue ? `-due-${open}` : ''}`),
		orderKey: key,
		...{ orderNumber, paymentId: '', paymentMethod: '', amount: 0 },
		openItem: { invoiceNumber, orderNumber, amount: 0, email: '' },
		...entry,
		...whenClosedOf(settings),
	};
}

const namesOf = (row: RawObject) => ({
	orderKey: cellText(row, 'orderKey'),
	client: cellText(row, 'client'),
	shop: cellText(row, 'shop'),
	orderId: cellText(row, 'orderId'),
	orderNumber: cellText(row, 'orderNumber'),
	amount: 0 as const,
});
