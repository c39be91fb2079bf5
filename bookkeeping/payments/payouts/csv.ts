import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { readMicros, roundToCents, toEuro, type Cents } from '../../money/money';
import { object, text, type RawObject } from '../../trade/fields';
import { csvRows } from './csvRows';
import { csvDate, decimalMark, plainAmount, type DecimalMark } from './csvValues';
import type { PayoutEntryInput, PayoutEntryType, PayoutInput } from './payout';

/** What a column may be about, and the headings it is found by unless another one is named. */
const HEADINGS = {
	id: ['id', 'transaction id', 'transactie-id', 'transactie id', 'transactienummer'],
	type: ['type', 'transaction type', 'soort', 'transactiesoort'],
	payment: ['payment', 'payment id', 'psp reference', 'betaling', 'betaal-id', 'betalingskenmerk'],
	order: [
		...['order', 'order id', 'order number', 'merchant reference', 'bestelling', 'ordernummer'],
		...['bestelnummer'],
	],
	description: ['description', 'omschrijving'],
	gross: ['gross', 'amount', 'gross amount', 'bruto', 'bedrag', 'brutobedrag'],
	fee: ['fee', 'fees', 'costs', 'kosten', 'transactiekosten'],
	net: ['net', 'net amount', 'netto', 'nettobedrag'],
	date: ['date', 'datum', 'transaction date', 'transactiedatum'],
	currency: ['currency', 'valuta'],
};
export type CsvColumn = keyof typeof HEADINGS;
export const csvColumns = Object.keys(HEADINGS) as CsvColumn[];

const TYPES: Record<string, PayoutEntryType | 'skip'> = {
	...typesOf('payment', 'payment', 'sale', 'charge', 'capture', 'betaling', 'verkoop'),
	...typesOf('refund', 'refund', 'return', 'terugbetaling', 'retour', 'creditering'),
	...typesOf('chargeback', 'chargeback', 'dispute', 'reversal', 'terugboeking', 'stornering'),
	...typesOf('fee', 'fee', 'fees', 'costs', 'commission', 'kosten', 'transactiekosten'),
	...typesOf('reserve', 'reserve', 'holdback', 'hold', 'release', 'reservering'),
	...typesOf('invoice', 'invoice', 'factuur'),
	...typesOf('skip', 'payout', 'settlement', 'uitbetaling'),
};

function typesOf<Type extends string>(type: Type, ...words: string[]): Record<string, Type> {
	return Object.fromEntries(words.map((word) => [word, type]));
}

/**
 * Reads the report of any provider as a CSV file, with what the uploader says of the payout itself.
 *
 * @param raw `{provider, id, reference, date, net, file, columns}`: `file` is the text of the file,
 * `columns` says by field which heading it has when that is not one of the usual ones.
 * @throws Finding PAYOUT_UNREADABLE, CURRENCY_NOT_EUR.
 */
export function readCsvPayout(raw: RawObject): PayoutInput {
	const [headings = [], ...rows] = csvRows(plainText(raw, 'file'));
	const places = placesOf(headings, object(raw, 'columns'));
	if (places.gross === undefined && places.net === undefined) {
		throw new Finding(
			'PAYOUT_UNREADABLE',
			headings.length === 0
				? { case: 'noHeadings' }
				: { case: 'noAmountColumn', columns: headings },
		);
	}
	const lines = rows.map((row, index) => {
		const field = (column: CsvColumn) => row[places[column] ?? -1] ?? '';
		return { place: index + 2, field };
	});
	const foreign = lines.find(
		({ field }) => !['', 'EUR', '€'].includes(field('currency').toUpperCase()),
	);
	if (foreign) {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'payoutLine', line: foreign.place });
	}
	const amounts = lines.flatMap(({ field }) => [field('gross'), field('fee'), field('net')]);
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

interface Line {
	/** As a spreadsheet counts lines: the headings are line 1. */
	place: number;
	field: (column: CsvColumn) => string;
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
	const word = field('type').toLowerCase();
	const type = word === '' ? typeByAmount(gross) : (TYPES[word] ?? 'unknown');
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

function typeByAmount(gross: Cents): PayoutEntryType {
	if (gross === 0) return 'fee';
	return gross > 0 ? 'payment' : 'refund';
}

function statedAmounts({ place, field }: Line, mark: DecimalMark): Stated {
	const read = (column: 'gross' | 'fee' | 'net') =>
		field(column) === ''
			? {}
			: { [column]: amountOf(field(column), mark, `line ${place}, ${column}`) };
	return { ...read('gross'), ...read('fee'), ...read('net') };
}

function amountOf(value: string, mark: DecimalMark, place: Place): Cents {
	const micros = readMicros(plainAmount(value, mark));
	if (micros === undefined || roundToCents(micros) * 10_000 !== micros) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noCentsAt', place });
	}
	return roundToCents(micros);
}

/** The place of each column: by the heading that is named, else by a usual one. */
function placesOf(
	headings: readonly string[],
	named: RawObject,
): Partial<Record<CsvColumn, number>> {
	const lower = headings.map((heading) => heading.toLowerCase());
	const found = csvColumns.flatMap((column): Array<[CsvColumn, number]> => {
		const wanted = text(named, column);
		if (wanted !== '' && !lower.includes(wanted.toLowerCase())) {
			throw new Finding('PAYOUT_UNREADABLE', { case: 'noColumn', column: wanted });
		}
		const names = wanted === '' ? HEADINGS[column] : [wanted.toLowerCase()];
		const place = lower.findIndex((heading) => names.includes(heading));
		return place < 0 ? [] : [[column, place]];
	});
	return Object.fromEntries(found);
}

/** The text as it is: line ends count. */
function plainText(raw: RawObject, field: string): string {
	const value = raw[field];
	return typeof value === 'string' ? value : '';
}
