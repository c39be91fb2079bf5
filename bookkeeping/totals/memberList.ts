import { formatCents, sum, type Cents } from '../money/money';
import { payoutPartNames, type PayoutPart } from '../orderTable/bookingRecord';
import { csvCell } from '../trade/csvCell';
import { totalOfMember, type Member } from './member';
import type { PayoutOfTotal } from './payoutOfTotal';

/** A line below the orders of a total: the total itself, what lies between it and the deposit, the deposit. */
export type LineBelow = 'total' | PayoutPart | 'paidOut';

const wordsOfLine: Record<LineBelow, string> = {
	total: 'this total',
	payments: 'other payments in the payout',
	refunds: 'refunds',
	chargebacks: 'chargebacks',
	fees: 'fees',
	other: 'reserves and other lines',
	paidOut: 'paid out',
};

/** What a column of the list says; of an amount per VAT rate `rate` is the percentage. */
export interface MemberColumn {
	column: 'refund' | 'order' | 'method' | 'net' | 'vat' | 'rounding' | 'total';
	rate?: number;
}

const wordsOfColumn: Record<MemberColumn['column'], string> = {
	refund: 'refund',
	order: 'order',
	method: 'payment method',
	net: 'net',
	vat: 'VAT',
	rounding: 'rounding',
	total: 'total',
};

/**
 * The orders of a total, a row each, or the refunds of a negative one, each with its order: payment
 * method, and what was charged per VAT rate or taken back. Holds no names or addresses.
 *
 * @returns in a row a text, or an amount in cents.
 */
export function memberTable(members: readonly Member[]): {
	columns: MemberColumn[];
	rows: Array<Array<string | Cents>>;
} {
	const rates = [
		...new Set(
			members.flatMap(({ lines, vat }) => [...lines, ...vat].map(({ percentage }) => percentage)),
		),
	].sort((a, b) => b - a);
	const areRefunds = members.some(({ isCredit }) => isCredit);
	const columns: MemberColumn[] = [
		...(areRefunds ? [{ column: 'refund' as const }] : []),
		...[{ column: 'order' as const }, { column: 'method' as const }],
		...rates.flatMap((rate) => [
			{ column: 'net' as const, rate },
			{ column: 'vat' as const, rate },
		]),
		...[{ column: 'rounding' as const }, { column: 'total' as const }],
	];
	const rows = members.map((member) => [
		member.invoiceNumber,
		...(areRefunds ? [member.ofOrder] : []),
		member.method,
		...rates.flatMap((rate) => chargedAt(member, rate)),
		ofRole(member, 'rounding'),
		totalOfMember(member),
	]);
	return { columns, rows };
}

/**
 * The table of a total's orders or refunds for a spreadsheet: semicolons and decimal commas, as Dutch
 * spreadsheets read them.
 *
 * @param payout of a total of a payout: below the orders stands what lies between them and the deposit.
 */
export function memberList(members: readonly Member[], payout?: PayoutOfTotal): string {
	const { columns, rows: cells } = memberTable(members);
	const heading = columns.map(({ column, rate }) =>
		rate === undefined ? wordsOfColumn[column] : `${wordsOfColumn[column]} ${rate} %`,
	);
	const rows = cells.map((row) =>
		row.map((cell) => (typeof cell === 'number' ? amount(cell) : csvCell(cell))),
	);
	const blank = heading.slice(2).map(() => '');
	const sums = belowOrders(members, payout).map(({ line, cents }) => {
		const label = line === 'paidOut' ? `${wordsOfLine[line]}: ${payout?.name}` : wordsOfLine[line];
		return [csvCell(label), ...blank, amount(cents)];
	});
	return [heading, ...rows, ...sums].map((row) => row.join(';')).join('\r\n') + '\r\n';
}

/**
 * From the total of these orders to what was paid out, so that every cent between them has a line; only
 * the total of a payout that is not booked, and nothing where there is none.
 */
export function belowOrders(
	members: readonly Member[],
	payout: PayoutOfTotal | undefined,
): Array<{ line: LineBelow; cents: Cents }> {
	if (!payout) return [];
	const { parts } = payout;
	const total = sum(members.map(totalOfMember));
	if (!parts) return [{ line: 'total', cents: total }];
	const between = { ...parts, payments: parts.payments - total };
	return [
		{ line: 'total', cents: total },
		...payoutPartNames.map((line) => ({ line, cents: between[line] })),
		{ line: 'paidOut', cents: total + sum(payoutPartNames.map((part) => between[part])) },
	];
}

function chargedAt({ lines, vat }: Member, rate: number): [net: Cents, vat: Cents] {
	const ofRate = lines.filter(({ percentage }) => percentage === rate);
	const centsOf = (rows: ReadonlyArray<{ cents: Cents }>): Cents =>
		rows.reduce((all, { cents }) => all + cents, 0);
	return [
		centsOf(ofRate.filter(({ role }) => role !== 'vat' && role !== 'rounding')),
		centsOf(ofRate.filter(({ role }) => role === 'vat')) +
			centsOf(vat.filter(({ percentage }) => percentage === rate)),
	];
}

const ofRole = ({ lines }: Member, wanted: string): Cents =>
	lines.filter(({ role }) => role === wanted).reduce((all, { cents }) => all + cents, 0);

const amount = (cents: Cents): string => formatCents(cents).replace('.', ',');
