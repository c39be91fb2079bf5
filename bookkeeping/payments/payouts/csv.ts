import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { readMicros, roundToCents, sum, toEuro, type Cents } from '../../money/money';
import { object, text, type RawObject } from '../../trade/fields';
import { plainAmount, type DecimalMark } from '../../trade/writtenValues';
import type { Line } from './csvLine';
import { payPalInEuro } from './csvPayPal';
import { csvPlaces, otherIdPlaces, type CsvColumn } from './csvColumns';
import { bySums, type CsvEntry } from './csvReadings';
import { csvRows } from './csvRows';
import { asWritten, csvDate, decimalMark } from './csvValues';
import { csvSign, csvType, csvWords, isVatOfFees, type CsvType } from './csvWords';
import type { PayoutInput } from './payout';

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
	const otherIds = otherIdPlaces(headings, places);
	const has = (column: CsvColumn) => places[column] !== undefined;
	const all = rows.map((row, index): Line => {
		const field = (column: CsvColumn) => row[places[column] ?? -1] ?? '';
		const ids = [field('payment'), field('id'), ...otherIds.map((place) => row[place] ?? '')];
		return { place: index + 2, row, field, has, ids: [...new Set(ids)].filter(Boolean) };
	});
	const rest = all.filter((line, index) => index < all.length - 1 || !isTotal(line));
	const mark = decimalMark(rest.flatMap(({ field }) => AMOUNT_COLUMNS.map(field)));
	const isOfPayPal = has('reference');
	const { lines, kept } = isOfPayPal ? payPalInEuro(rest, mark) : { lines: rest, kept: [] };
	checkCurrency(lines);
	const own = text(raw, 'net');
	const date = csvDate(text(raw, 'date'), 'payoutDay');
	const net = amountOf(own, decimalMark([own]), 'paidOut');
	const stated = lines.map((line) => statedAmounts(line, mark));
	const dates = lines.flatMap(({ field }) => field('date') || []);
	const context = { date, dayOf: asWritten(dates, date) };
	const read = (reading: Reading, of: readonly Line[] = lines) =>
		of.flatMap((line, index) => entryOf(line, stated[index]!, reading, context));
	const feeSign = feeSignOf(stated);
	const usual: Reading = { feeSign, isVatApart: false };
	const last = lines.at(-1);
	return {
		provider: text(raw, 'provider'),
		id: text(raw, 'id'),
		reference: text(raw, 'reference') || text(raw, 'id'),
		date,
		currency: 'EUR',
		net: toEuro(net),
		entries: bySums(
			[
				() => read(usual),
				...(has('feeVat') ? [() => read({ feeSign, isVatApart: true })] : []),
				// Some costs were given back, and there is no net to tell which way they go.
				...(hasBothSigns(stated)
					? [() => read({ ...usual, feeSign: feeSign === 1 ? -1 : 1 })]
					: []),
				// A line of nothing but amounts may be the total of those before it.
				...(last && isNameless(last) && isSumOfOthers(stated)
					? [() => read(usual, lines.slice(0, -1))]
					: []),
			],
			net,
		),
		...(kept.length > 0 && { kept: kept.map((line) => keptOf(line, mark, context)) }),
	};
}

/** Money that PayPal keeps in its currency. */
function keptOf(
	line: Line,
	mark: DecimalMark,
	{ date, dayOf }: Days,
): NonNullable<PayoutInput['kept']>[number] {
	const { place, field, ids } = line;
	return {
		...{ id: field('id'), paymentIds: ids, orderId: field('order') },
		...{ currency: field('currency'), amount: toEuro(amountIn(line, mark, 'gross') ?? 0) },
		date: field('date') === '' ? date : csvDate(dayOf(field('date')), `line ${place}`),
	};
}

/** A line of totals below the others, which names no order and no payment. */
const isTotal = ({ row, field }: Line): boolean =>
	row.some((cell) => TOTAL.test(cell)) &&
	(['id', 'payment', 'order'] as const).every((column) => /^$|tota|^s[ou]m/i.test(field(column)));
const TOTAL = /^((sub|eind|grand )?tota(al|l|len|ls)|som|sum):?$/i;

const NAMES = ['id', 'type', 'payment', 'order', 'description', 'date'] satisfies CsvColumn[];
const isNameless = ({ field }: Line): boolean => NAMES.every((column) => field(column) === '');
const isSumOfOthers = (stated: readonly Stated[]): boolean => {
	const last = stated.at(-1) ?? {};
	const others = stated.slice(0, -1);
	return (['gross', 'fee', 'net'] as const).every(
		(amount) => (last[amount] ?? 0) === sum(others.map((one) => one[amount] ?? 0)),
	);
};

const isEuro = (currency: string): boolean =>
	['', 'EUR', 'EURO', '€'].includes(currency.toUpperCase());

/** A line that was paid in another currency counts with what the provider made of it in euro. */
const isConverted = ({ field, has }: Line): boolean =>
	!isEuro(field('currency')) &&
	field('netCurrency') !== '' &&
	isEuro(field('netCurrency')) &&
	(has('net') || has('netCredit'));

/** @throws Finding CURRENCY_NOT_EUR. */
function checkCurrency(lines: readonly Line[]): void {
	const foreign = lines.find(
		(line) =>
			!isConverted(line) && (!isEuro(line.field('currency')) || !isEuro(line.field('netCurrency'))),
	);
	if (foreign) throw new Finding('CURRENCY_NOT_EUR', { case: 'payoutLine', line: foreign.place });
}

const AMOUNT_COLUMNS = [
	...(['gross', 'credit', 'debit', 'fee', 'net', 'netCredit', 'netDebit'] as const),
] satisfies CsvColumn[];
/** What Adyen takes off, in the currency of the settlement. */
const NET_FEES = ['commission', 'markup', 'schemeFees', 'interchange'] satisfies CsvColumn[];
type AmountColumn = (typeof AMOUNT_COLUMNS)[number];

/** The day of the payout, and how dates are written. */
interface Days {
	date: string;
	dayOf: (value: string) => string;
}

interface Stated {
	gross?: Cents;
	fee?: Cents;
	feeVat?: Cents;
	net?: Cents;
}

/** What the file leaves open. */
interface Reading {
	/** Of fees as they are written: 1 where those above zero cost money. */
	feeSign: 1 | -1;
	/** The fees are without VAT, and their VAT stands in a column of its own. */
	isVatApart: boolean;
}

function entryOf(
	{ place, field, ids }: Line,
	stated: Stated,
	{ feeSign, isVatApart }: Reading,
	{ date: payoutDate, dayOf }: Days,
): CsvEntry[] {
	const apart = isVatApart ? feeSign * (stated.feeVat ?? 0) : 0;
	const fee = stated.fee === undefined ? undefined : feeSign * stated.fee + apart;
	const { gross: written = 0, net = written - (fee ?? 0) } =
		stated.gross === undefined && stated.net !== undefined
			? { ...stated, gross: stated.net + (fee ?? 0) }
			: stated;
	const words = csvWords(field);
	const order = field('order').replace(/^#/, '');
	const said = csvType(
		{ ...words, ...(order === '' && { description: field('description') }) },
		written,
		written < 0 && net <= 0,
	);
	// It names the payment that it is of.
	const type = said === 'exchange' && field('reference') !== '' ? 'conversion' : said;
	const gross = goesTheOtherWay(type, written, net) ? 0 - written : written;
	if (type === 'skip') return [];
	if (gross === 0 && net === 0 && !fee) return [];
	return [
		{
			place,
			id: field('id') || `line ${place}`,
			type,
			...(type === 'unknown' && { kind: words.type }),
			paymentIds: ids,
			// Shopify and WooPayments write `#101`.
			orderId: order,
			description: field('description'),
			gross: toEuro(gross),
			// Without a column of fees they are what lies between gross and net.
			fee: toEuro(fee ?? gross - net),
			feeVat: toEuro(isVatOfFees(words.type) ? 0 - net : apart),
			net: toEuro(net),
			date: field('date') === '' ? payoutDate : csvDate(dayOf(field('date')), `line ${place}`),
		},
	];
}

/**
 * Which way money went is what the net says: Adyen's sample has the gross of a sale among its debits.
 * A payment may be less than its costs, but never below zero and still pay.
 */
const goesTheOtherWay = (type: CsvType, gross: Cents, net: Cents): boolean =>
	type === 'payment'
		? gross < 0 && net > 0
		: (type === 'refund' || type === 'chargeback') && gross > 0 && net < 0;

/** Whether some fees are above zero and others below. */
const hasBothSigns = (stated: readonly Stated[]): boolean =>
	stated.some(({ fee = 0 }) => fee > 0) && stated.some(({ fee = 0 }) => fee < 0);

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
	const net = eitherWay(line, mark, 'net', 'netCredit', 'netDebit');
	if (isConverted(line) && net !== undefined) {
		const fees = sum(NET_FEES.map((column) => Math.abs(amountIfAny(line, mark, column) ?? 0)));
		return { gross: net + fees, fee: fees, net };
	}
	const gross = eitherWay(line, mark, 'gross', 'credit', 'debit');
	const fee = amountIn(line, mark, 'fee');
	const feeVat = amountIfAny(line, mark, 'feeVat');
	return {
		...(gross !== undefined && { gross }),
		...(fee !== undefined && { fee }),
		...(feeVat !== undefined && { feeVat }),
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

/** Of a column that may hold something else, as the rate of a VAT. */
function amountIfAny({ field }: Line, mark: DecimalMark, column: CsvColumn): Cents | undefined {
	const micros = readMicros(plainAmount(field(column), mark));
	return micros === undefined ? undefined : roundToCents(micros);
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
