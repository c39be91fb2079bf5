import { formatCents, sum, type Cents } from '../money/money';
import { payoutPartNames, type PayoutPart } from '../orderTable/bookingRecord';
import { csvCell } from '../trade/csvCell';
import { totalOfMember, type Member } from './member';
import type { PayoutOfTotal } from './payoutOfTotal';

const wordsOfPart: Record<PayoutPart, string> = {
	payments: 'other payments in the payout',
	refunds: 'refunds',
	chargebacks: 'chargebacks',
	fees: 'fees',
	other: 'reserves and other lines',
};

/**
 * The orders of a total for a spreadsheet, or the refunds of a negative one, each with its order:
 * payment method, and what was charged per VAT rate or taken back.
 * Semicolons and decimal commas, as Dutch spreadsheets read them; it holds no names or addresses.
 *
 * @param payout of a total of a payout: below the orders stands what lies between them and the deposit.
 */
export function memberList(members: readonly Member[], payout?: PayoutOfTotal): string {
	const rates = [
		...new Set(
			members.flatMap(({ lines, vat }) => [...lines, ...vat].map(({ percentage }) => percentage)),
		),
	].sort((a, b) => b - a);
	const areRefunds = members.some(({ isCredit }) => isCredit);
	const heading = [
		...(areRefunds ? ['refund', 'order'] : ['order']),
		'payment method',
		...rates.flatMap((rate) => [`net ${rate} %`, `VAT ${rate} %`]),
		...['rounding', 'total'],
	];
	const rows = members.map((member) => [
		csvCell(member.invoiceNumber),
		...(areRefunds ? [csvCell(member.ofOrder)] : []),
		csvCell(member.method),
		...rates.flatMap((rate) => chargedAt(member, rate).map(amount)),
		amount(ofRole(member, 'rounding')),
		amount(totalOfMember(member)),
	]);
	const below = payout ? belowOrders(sum(members.map(totalOfMember)), payout) : [];
	const blank = heading.slice(2).map(() => '');
	const sums = below.map(([label, cents]) => [csvCell(label), ...blank, amount(cents)]);
	return [heading, ...rows, ...sums].map((row) => row.join(';')).join('\r\n') + '\r\n';
}

/** From the total to what was paid out, so that every cent between them has a line. */
function belowOrders(total: Cents, { name, parts }: PayoutOfTotal): Array<[string, Cents]> {
	const own: [string, Cents] = ['this total', total];
	if (!parts) return [own];
	const between = { ...parts, payments: parts.payments - total };
	return [
		own,
		...payoutPartNames.map((part): [string, Cents] => [wordsOfPart[part], between[part]]),
		[`paid out: ${name}`, total + sum(payoutPartNames.map((part) => between[part]))],
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
