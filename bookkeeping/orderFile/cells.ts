import { divideRounded, readMicros, type Micros } from '../money/money';
import { cleanText } from '../trade/text';
import { decimalMarkOf, plainAmount, writtenDay, type DecimalMark } from '../trade/writtenValues';

/** What a reader of files gives for a cell: a text, or a number of a spreadsheet or of JSON. */
export type Cell = unknown;

export const textOfCell = (cell: Cell): string => cleanText(cell);

/** The decimal mark of the texts among some cells; numbers have none. */
export function markOf(cells: readonly Cell[]): ReturnType<typeof decimalMarkOf> {
	return decimalMarkOf(cells.filter((cell) => typeof cell === 'string').map((cell) => cell.trim()));
}

/** An amount in millionths of a euro; `undefined` for what is none. */
export function amountOfCell(cell: Cell, mark: DecimalMark): Micros | undefined {
	return readMicros(typeof cell === 'string' ? plainAmount(cell.trim(), mark) : cell);
}

/** Hundredths of a percentage: `21`, `21,0 %` and the `0.21` of a spreadsheet are all 2100. */
export function percentageOfCell(cell: Cell, mark: DecimalMark): number | undefined {
	const amount = amountOfCell(typeof cell === 'string' ? cell.replace('%', '') : cell, mark);
	if (amount === undefined || amount < 0 || amount > 100_000_000) return undefined;
	const isShare = typeof cell === 'number' && amount > 0 && amount < 500_000;
	return divideRounded(amount * (isShare ? 100 : 1), 10_000);
}

const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** 1954 to 2118. */
const EXCEL_DAYS = { first: 20_000, last: 80_000 };
const TIME = /[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/;

/**
 * A date in ISO or Dutch form, with its time and zone where it states them, or the day number of a
 * spreadsheet.
 *
 * @returns ISO 8601; `undefined` for what is not a date.
 */
export function dateOfCell(cell: Cell): string | undefined {
	if (typeof cell === 'number') {
		const isDay = cell >= EXCEL_DAYS.first && cell <= EXCEL_DAYS.last;
		if (!isDay) return undefined;
		return new Date(EXCEL_DAY_0 + Math.floor(cell) * DAY).toISOString().slice(0, 10);
	}
	const text = textOfCell(cell);
	const day = writtenDay(text);
	if (day === undefined) return undefined;
	const [, hour, minute, second = '00', zone = ''] = TIME.exec(text) ?? [];
	if (hour === undefined) return day;
	return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`;
}

/** A date whose second number can be no month: in such a file 3/5/2026 is no 3 May. */
export const isMonthFirst = (text: string): boolean =>
	/^(?:0?[1-9]|1[0-2])[-/.](?:1[3-9]|2\d|3[01])[-/.]\d{4}(?!\d)/.test(text);
