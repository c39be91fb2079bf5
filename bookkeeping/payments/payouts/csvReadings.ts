import { fromEuro, sum, toEuro, type Cents } from '../../money/money';
import type { PayoutEntryInput, PayoutEntryType } from './payout';

/** Amounts of a line as numbers of euros, whatever it lacked. */
export type CsvEntry = PayoutEntryInput & Record<'gross' | 'fee' | 'feeVat' | 'net', number>;

/** What some reports write without a minus, and say by the type of the line only. */
const UNSIGNED: PayoutEntryType[][] = [
	['refund', 'chargeback'],
	['fee'],
	['refund', 'chargeback', 'fee'],
];

/**
 * Settles what the layout of a report leaves open by what was paid out: the usual reading where it
 * makes that, else the only other one that does. None, or several: the usual one, so that what is
 * missed shows.
 *
 * @param readings ways to read the lines, the usual one first.
 */
export function bySums(
	readings: ReadonlyArray<() => readonly CsvEntry[]>,
	paidOut: Cents,
): CsvEntry[] {
	const fits = (entries: readonly CsvEntry[]): boolean =>
		entries.every(({ gross, fee, net }) => fromEuro(gross) - fromEuro(fee) === fromEuro(net)) &&
		sum(entries.map(({ net }) => fromEuro(net))) === paidOut;
	const [usual = [], ...others] = readings.map((read) => read());
	if (fits(usual)) return [...usual];
	const fitting = [usual, ...others]
		.flatMap((entries) => [entries, ...UNSIGNED.flatMap((types) => withMinus(types, entries))])
		.filter(fits);
	const [first] = fitting;
	const isOnly = new Set(fitting.map((entries) => JSON.stringify(entries))).size === 1;
	return first && isOnly ? [...first] : [...usual];
}

/** Nothing where a line of these types has a minus: then the report writes it where it belongs. */
function withMinus(types: readonly PayoutEntryType[], entries: readonly CsvEntry[]): CsvEntry[][] {
	const isOne = ({ type }: CsvEntry): boolean => types.includes(type);
	const these = entries.filter((entry) => isOne(entry) && entry.gross !== 0);
	if (these.length === 0 || these.some(({ gross }) => gross < 0)) return [];
	return [entries.map((entry) => (isOne(entry) ? outgoing(entry) : entry))];
}

function outgoing(entry: CsvEntry): CsvEntry {
	const { gross, fee, feeVat, type } = entry;
	return {
		...entry,
		gross: 0 - gross,
		...(type === 'fee' && { feeVat: 0 - feeVat }),
		net: toEuro(0 - fromEuro(gross) - fromEuro(fee)),
	};
}
