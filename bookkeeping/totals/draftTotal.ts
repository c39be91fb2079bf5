import { draftText } from '../codes/draftTexts';
import { imbalanceOf } from '../documents/balance';
import { withEnoughLines } from '../documents/centPerLine';
import type { SalesEntryDraft } from '../documents/draft';
import { whenClosedOf } from '../documents/openDay';
import { sum, toEuro, type Cents } from '../money/money';
import { totalKey } from '../orderTable/keys';
import type { Settings } from '../settings/settings';
import { Finding } from '../trade/findings';
import { lineText } from '../vat/lineTexts';
import { totalOfMember, type Member, type MemberLine, type MemberVat } from './member';
import { dayOfTotal } from './series';

/** Which total is to be drafted. */
export interface TotalToDraft {
	client: string;
	shop: string;
	number: string;
}

/**
 * The sales entry (verkoopboeking) of a total, below zero for one of refunds: one line per account
 * and rate, or per order as well, and VAT per rate as the shop charged it, order by order. Where that misses rate × base by more than
 * SnelStart takes, it keeps as many lines as it needs, and not a cent is changed.
 *
 * @param members every order or refund whose row names this total, and no other.
 * @throws Finding TOTAL_NOT_EXACT, DRAFT_NOT_EXACT.
 */
export function draftTotal(
	{ client, shop, number }: TotalToDraft,
	members: readonly Member[],
	settings: Settings,
): SalesEntryDraft {
	const [first] = members;
	const day = dayOfTotal(
		number,
		members.map(({ date }) => date),
	);
	if (first === undefined || day === undefined) {
		throw new Finding('TOTAL_NOT_EXACT', { case: 'empty', number });
	}
	const { regime, deliveryCountry, isCredit } = first;
	const isOss = regime === 'oss';
	const other = members.find(
		(one) =>
			one.regime !== regime ||
			one.isCredit !== isCredit ||
			(isOss && one.deliveryCountry !== deliveryCountry),
	);
	if (other) {
		throw new Finding('TOTAL_NOT_EXACT', { case: 'mixed', number, order: other.invoiceNumber });
	}
	const row = settings.dayTotals.find((one) => one.shop === shop);
	const { lines, vat } = linesAndVat(members, row?.lines === 'perOrder');
	const country = isOss ? deliveryCountry : '';
	const abroad = settings.dayTotalCountries.find((one) => one.country === country);
	// What goes back stands beside the sales that it takes back, whatever card is chosen by now.
	const chosen = isCredit ? undefined : (isOss ? abroad : row)?.relationId;
	const relationId = chosen ?? first.relationId;
	const orders = String(members.length);
	const { lineLanguage: language } = settings;
	const texts = isCredit ? textsOf.refunds : textsOf.sales;
	const draft: SalesEntryDraft = {
		document: 'salesEntry',
		orderKey: totalKey(client, shop, number),
		orderNumber: number,
		invoiceNumber: number,
		invoiceDate: day,
		paymentTermDays: settings.paymentTermDays,
		description: lineText(texts.entry, language, 0, `${number} (${orders})`),
		invoiceAmount: toEuro(sum(members.map(totalOfMember))),
		customer: { kind: 'fixedDebtor', relationId },
		lines: lines.map(({ order, percentage, cents, costCentreId, ...line }) => ({
			role: line.role,
			description: lineText(
				line.role === 'product' ? texts.line : ofRole[line.role],
				language,
				percentage,
				order || country,
			),
			ledgerAccountId: line.ledgerAccountId,
			amount: toEuro(cents),
			vatKind: line.vatKind,
			percentage,
			...(costCentreId !== '' && { costCentreId }),
			reason: "'Day Totals'",
		})),
		vat: vat.map(({ vatKind, percentage, cents }) => ({
			vatKind,
			percentage,
			amount: toEuro(cents),
		})),
		regime,
		regimeReason: draftText(language, 'asEachOrder'),
		...(isOss && { deliveryCountry }),
		charged: chargedBy(members),
		notes: [],
		...whenClosedOf(settings),
	};
	const gap = imbalanceOf(draft);
	if (gap !== 0) throw new Finding('DRAFT_NOT_EXACT', { case: 'gap', gap });
	return draft;
}

/**
 * How many lines the entry of a total would have, those of VAT among them.
 *
 * @param perOrder a line per order too.
 */
export function lengthOfTotal(members: readonly Member[], perOrder: boolean): number {
	const { lines, vat } = linesAndVat(members, perOrder);
	return lines.length + vat.length;
}

function linesAndVat(members: readonly Member[], perOrder: boolean) {
	const vat = vatOf(members);
	const isOss = members[0]?.regime === 'oss';
	return { lines: withEnoughLines(linesOf(members, perOrder), isOss ? [] : vat), vat };
}

interface TotalLine extends Omit<MemberLine, 'shopLine' | 'description' | 'role'> {
	role: 'product' | 'vat' | 'rounding';
	/** Of a line per order: its number. */
	order: string;
}

const textsOf = {
	sales: { entry: 'dayTotal', line: 'ofDayTotal' },
	refunds: { entry: 'refundTotal', line: 'ofRefundTotal' },
} as const;
const ofRole = { vat: 'foreignVat', rounding: 'rounding' } as const;

/** Sums the lines with the same account, cost centre, VAT and rate. A sum of nothing has no line (BOE-0028). */
function linesOf(members: readonly Member[], perOrder: boolean): TotalLine[] {
	const sums = new Map<string, TotalLine>();
	for (const { invoiceNumber, lines } of members) {
		for (const { role, percentage, ledgerAccountId, costCentreId, vatKind, cents } of lines) {
			const kind = role === 'vat' || role === 'rounding' ? role : 'product';
			const order = perOrder ? invoiceNumber : '';
			const line = {
				role: kind,
				percentage,
				ledgerAccountId,
				costCentreId,
				vatKind,
				order,
			} as const;
			const key = Object.values(line).join('|');
			const before = sums.get(key);
			if (before) before.cents += cents;
			else sums.set(key, { ...line, cents });
		}
	}
	return [...sums.values()].filter(({ cents }) => cents !== 0);
}

function vatOf(members: readonly Member[]): MemberVat[] {
	const sums = new Map<string, MemberVat>();
	for (const row of members.flatMap(({ vat }) => vat)) {
		const key = `${row.vatKind}|${row.percentage}`;
		const before = sums.get(key);
		if (before) before.cents += row.cents;
		else sums.set(key, { ...row });
	}
	return [...sums.values()].filter(({ cents }) => cents !== 0);
}

/** What the shop charged per rate over all orders: rounding lines left out, as in every draft. */
function chargedBy(members: readonly Member[]): SalesEntryDraft['charged'] {
	const perRate = new Map<number, { net: Cents; vat: Cents }>();
	const at = (percentage: number) => {
		const known = perRate.get(percentage) ?? { net: 0, vat: 0 };
		perRate.set(percentage, known);
		return known;
	};
	for (const { lines, vat } of members) {
		for (const { role, percentage, cents } of lines) {
			if (role === 'vat') at(percentage).vat += cents;
			else if (role !== 'rounding') at(percentage).net += cents;
		}
		for (const { percentage, cents } of vat) at(percentage).vat += cents;
	}
	return [...perRate]
		.sort(([a], [b]) => b - a)
		.map(([percentage, { net, vat }]) => ({ percentage, net: toEuro(net), vat: toEuro(vat) }));
}
