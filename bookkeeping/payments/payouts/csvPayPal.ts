import { formatCents, type Cents } from '../../money/money';
import type { RawObject } from '../../trade/fields';
import { plainAmount, type DecimalMark } from '../../trade/writtenValues';
import type { CsvColumn } from './csvColumns';
import type { Line } from './csvLine';
import { csvType, csvWords } from './csvWords';
import { centsOf, convertedToEuro, currencyOf, isConversion } from './payPalConversion';

/** The event code of a conversion, whatever words the file has for it. */
const CONVERSION = 'T0200';

interface PayPalRecord extends RawObject {
	line: Line;
}

/**
 * Payments in another currency in the activity of PayPal: what PayPal turned into euro at once counts
 * in euro, as when it is read by its API (`convertedToEuro`); what it keeps in its currency is no part
 * of the balance in euro, and so is the side of a conversion that is not in euro.
 *
 * @returns the lines in euro, and those that are kept in another currency.
 */
export function payPalInEuro(
	lines: readonly Line[],
	mark: DecimalMark,
): { lines: Line[]; kept: Line[] } {
	const records = convertedToEuro(lines.map((line) => recordOf(line, mark)));
	const made = records.map((record) => lineOf(record as PayPalRecord, mark));
	const isForeign = ({ field }: Line): boolean => !['EUR', ''].includes(field('currency'));
	return {
		lines: made.filter((line) => !isForeign(line)),
		kept: made.filter((line) => isForeign(line) && isPayment(line)),
	};
}

const typeOf = ({ field }: Line) => csvType(csvWords(field), 1);

const isPayment = (line: Line): boolean => !['exchange', 'skip'].includes(typeOf(line));

function recordOf(line: Line, mark: DecimalMark): PayPalRecord {
	const { field } = line;
	const currency = field('currency').toUpperCase();
	const amount = (column: CsvColumn) => ({
		value: field(column) === '' ? undefined : plainAmount(field(column), mark),
		currency_code: currency,
	});
	return {
		line,
		transaction_id: field('id'),
		paypal_reference_id: field('reference'),
		transaction_event_code: typeOf(line) === 'exchange' ? CONVERSION : '',
		transaction_amount: amount('gross'),
		fee_amount: amount('fee'),
	};
}

/** As it stands in the file, unless it was made a line in euro. */
function lineOf(record: PayPalRecord, mark: DecimalMark): Line {
	const { line } = record;
	if (isConversion(record) || currencyOf(record) === line.field('currency').toUpperCase()) {
		return line;
	}
	const written = (amount: Cents) => formatCents(amount).replace('.', mark);
	const [gross, fee] = [
		centsOf(record, 'transaction_amount') ?? 0,
		centsOf(record, 'fee_amount') ?? 0,
	];
	const instead: Partial<Record<CsvColumn, string>> = {
		currency: 'EUR',
		gross: written(gross),
		fee: written(fee),
		net: written(gross + fee),
	};
	return { ...line, field: (column) => instead[column] ?? line.field(column) };
}
