import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { readMicros, roundToCents, toEuro, type Cents } from '../../money/money';
import { object, text, type RawObject } from '../../trade/fields';
import { plainAmount, type DecimalMark } from '../../trade/writtenValues';
import { csvPlaces, type CsvColumn } from './csvColumns';
import { csvRows } from './csvRows';
import { csvDate, decimalMark } from './csvValues';
import { csvSign, csvType } from './csvWords';
import type { PayoutEntryInput, PayoutInput } from './payout';

/**
 * Reads the report of any provider as a CSV file, with what the uploader says of the payout itself.
 *
 * @param raw `{provider, id, reference, date, net, file, columns}`: `file` is the text of the file,
 * `columns` says by field which heading it has when that is not one of the usual ones.
 * @throws Finding PAYOUT_UNREADABLE, CURRENCY_NOT_EUR.
 */
export function readCsvPayout(raw: RawObject): PayoutInput {
	const [headings = [], ...rows] = csvRows(plainText(raw, 'file'));
	const places = csvPlaces(headings, object(raw, 'columns'));
	const has = (column: CsvColumn) => places[column] !== undefined;
	const lines = rows.map((row, index): Line => {
		const field = (column: CsvColumn) => row[places[column] ?? -1] ?? '';
		return { place: index + 2, field, has };
	});
	const isEuro = (currency: string) => ['', 'EUR', '€'].includes(currency.toUpperCase());
	const foreign = lines.find(
		({ field }) => !isEuro(field('currency')) || !isEuro(field('netCurrency')),
	);
	if (foreign) {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'payoutLine', line: foreign.place });
	}
	const amounts = lines.flatMap(({ field }) => AMOUNT_COLUMNS.map(field));
	const mark = decimalMark(amounts);
	const stated = lines.map((line) => statedAmounts(line, mark));
	const feeSign = feeSignOf(stated);
	const own = text(raw, 'net');
	const date = csvDate(text(raw, 'date'), 'payoutDay');
	return {
		provider: text(raw, 'provider'),
		id: text(raw, 'id'),
		reference: text(raw, 'reference') || text(raw, 'id'),
		date,
		currency: 'EUR',
		net: toEuro(amountOf(own, decimalMark([own]), 'paidOut')),
		entries: lines.flatMap((line, index) => entryOf(line, stated[index]!, feeSign, date)),
	};
}

const AMOUNT_COLUMNS = [
	...(['gross', 'credit', 'debit', 'fee', 'net', 'netCredit', 'netDebit'] as const),
] satisfies CsvColumn[];
type AmountColumn = (typeof AMOUNT_COLUMNS)[number];

interface Line {
	/** As a spreadsheet counts lines: the headings are line 1. */
	place: number;
	field: (column: CsvColumn) => string;
	has: (column: CsvColumn) => boolean;
}

interface Stated {
	gross?: Cents;
	fee?: Cents;
	net?: Cents;
}

function entryOf(
	{ place, field }: Line,
	stated: Stated,
	feeSign: 1 | -1,
	payoutDate: string,
): PayoutEntryInput[] {
	const fee = stated.fee === undefined ? undefined : feeSign * stated.fee;
	const { gross = 0, net = gross - (fee ?? 0) } =
		stated.gross === undefined && stated.net !== undefined
			? { ...stated, gross: stated.net + (fee ?? 0) }
			: stated;
	const words = { type: field('type'), method: field('method'), status: field('status') };
	const type = csvType(words, gross);
	if (type === 'skip') return [];
	if (gross === 0 && net === 0 && !fee) return [];
	return [
		{
			id: field('id') || `line ${place}`,
			type,
			paymentIds: [field('payment'), field('id')].filter((id) => id !== ''),
			orderId: field('order'),
			description: field('description'),
			gross: toEuro(gross),
			// Without a column of fees they are what lies between gross and net.
			fee: toEuro(fee ?? gross - net),
			net: toEuro(net),
			date: field('date') === '' ? payoutDate : csvDate(field('date'), `line ${place}`),
		},
	];
}

/**
 * Whether costs are written with or without a minus: as gross, fee and net of every line agree, else
 * as money that goes out when all of them have a minus.
 */
function feeSignOf(stated: readonly Stated[]): 1 | -1 {
	const whole = stated.filter(
		({ gross, fee, net }) => gross !== undefined && !!fee && net !== undefined,
	);
	const holds = (sign: 1 | -1) =>
		whole.every(({ gross = 0, fee = 0, net }) => gross - sign * fee === net);
	if (whole.length > 0) return holds(-1) ? -1 : 1;
	return stated.every(({ fee }) => (fee ?? 0) <= 0) ? -1 : 1;
}

/** Gross and net stand in one column each, with a sign or a word for it, or in two. */
function statedAmounts(line: Line, mark: DecimalMark): Stated {
	const gross = eitherWay(line, mark, 'gross', 'credit', 'debit');
	const fee = amountIn(line, mark, 'fee');
	const net = eitherWay(line, mark, 'net', 'netCredit', 'netDebit');
	return {
		...(gross !== undefined && { gross }),
		...(fee !== undefined && { fee }),
		...(net !== undefined && { net }),
	};
}

function eitherWay(
	line: Line,
	mark: DecimalMark,
	whole: AmountColumn,
	incoming: AmountColumn,
	outgoing: AmountColumn,
): Cents | undefined {
	if (line.has(whole)) return withSign(line, amountIn(line, mark, whole), whole);
	const came = amountIn(line, mark, incoming);
	const went = amountIn(line, mark, outgoing);
	return came === undefined && went === undefined ? undefined : (came ?? 0) - Math.abs(went ?? 0);
}

/** @throws Finding PAYOUT_UNREADABLE for a word that is none, or contradicts the sign of the amount. */
function withSign(
	{ place, field, has }: Line,
	amount: Cents | undefined,
	column: AmountColumn,
): Cents | undefined {
	if (!amount || !has('sign')) return amount;
	const sign = csvSign(field('sign'));
	if (sign === undefined || (sign === 1 && amount < 0)) {
		const at: Place = `line ${place}, ${column}`;
		throw new Finding('PAYOUT_UNREADABLE', { case: 'sign', place: at, word: field('sign') });
	}
	return sign * Math.abs(amount);
}

function amountIn(
	{ place, field }: Line,
	mark: DecimalMark,
	column: AmountColumn,
): Cents | undefined {
	const value = field(column);
	return value === '' ? undefined : amountOf(value, mark, `line ${place}, ${column}`);
}

function amountOf(value: string, mark: DecimalMark, place: Place): Cents {
	const micros = readMicros(plainAmount(value, mark));
	if (micros === undefined || roundToCents(micros) * 10_000 !== micros) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noCentsAt', place });
	}
	return roundToCents(micros);
}

/** The text as it is: line ends count. */
function plainText(raw: RawObject, field: string): string {
	const value = raw[field];
	return typeof value === 'string' ? value : '';
}
