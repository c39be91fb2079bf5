import { formatCents, type Cents } from '../money/money';
import { csvCell } from '../trade/csvCell';
import { totalOfMember, type Member } from './member';

/**
 * The orders of a total for a spreadsheet, or the refunds of a negative one, each with its order:
 * payment method, and what was charged per VAT rate or taken back.
 * Semicolons and decimal commas, as Dutch spreadsheets read them; it holds no names or addresses.
 */
export function memberList(members: readonly Member[]): string {
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
	return [heading, ...rows].map((row) => row.join(';')).join('\r\n') + '\r\n';
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
