/** What stands before the cents. */
export type DecimalMark = ',' | '.';

/** Three digits behind a mark may be thousands. */
const DECIMALS = /([.,])(?:\d{1,2}|\d{4,6})$/;
const bare = (value: string): string =>
	value
		.replace(/[€\s\u00a0]|EUR/gi, '')
		.replace(/^'/, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		// Whole euros, as prices are written: 12,-
		.replace(/(\d[.,])(?:--?|=)$/, '$100')
		// As books write what goes out.
		.replace(/^\(([^()-]+)\)$/, '-$1');

/**
 * Finds the decimal mark of the amounts of a file: the one before one or two last digits.
 *
 * @returns why not, when both occur, or when "1.234" may mean two things.
 */
export function decimalMarkOf(
	values: readonly string[],
): DecimalMark | 'twoDecimalMarks' | 'noDecimalMark' {
	const amounts = values.map(bare).map((value) => value.replace(/-$/, ''));
	const marks = new Set(amounts.flatMap((value) => DECIMALS.exec(value)?.[1] ?? []));
	if (marks.size > 1) return 'twoDecimalMarks';
	const [mark] = marks;
	if (mark) return mark as DecimalMark;
	const isUnclear = amounts.some((value) => /^[+-]?\d{1,3}[.,]\d{3}$/.test(value));
	return isUnclear ? 'noDecimalMark' : '.';
}

/** An amount with a point and without signs of thousands; what is not an amount is left as it is. */
export function plainAmount(value: string, mark: DecimalMark): string {
	const text = bare(value);
	// Some reports put the minus behind.
	const signed = text.endsWith('-') ? `-${text.slice(0, -1)}` : text;
	const other = mark === ',' ? '.' : ',';
	const [whole = '', ...decimals] = signed.split(mark);
	const isGrouped = new RegExp(`^[+-]?\\d{1,3}(\\${other}\\d{3})+$`).test(whole);
	const digits = isGrouped ? whole.split(other).join('') : whole;
	return [digits, ...decimals].join('.');
}

/**
 * The day of a date as 2026-11-24, 20261124, 24-11-2026, 24/11/2026, 24 nov 2026 or Nov 24, 2026, with
 * or without a time behind it.
 *
 * @returns yyyy-MM-dd; `undefined` for anything else, and for a day that does not exist.
 */
export function writtenDay(value: string): string | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(value);
	const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(value);
	const [year, month, day] = iso?.slice(1) ?? dutch?.slice(1).reverse() ?? inWords(value);
	const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
	const moment = new Date(`${date}T00:00:00Z`);
	const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === date;
	return exists ? date : undefined;
}

/** By their first three letters, in Dutch, English and German. */
const MONTHS = 'jan|feb|mrt mar maa mär|apr|mei may mai|jun|jul|aug|sep|okt oct|nov|dec dez'.split(
	'|',
);

/** `24 nov 2026`, `24-nov-2026` or `Nov 24, 2026`; nothing for anything else. */
function inWords(value: string): string[] {
	const dayFirst = /^(\d{1,2})\.?[\s-]+([a-zä]{3})[a-z]*\.?[\s-]+(\d{4})(?!\d)/i.exec(value);
	const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/i.exec(value);
	const [, name = '', day = '', year = ''] =
		monthFirst ?? (dayFirst ? [dayFirst[0], dayFirst[2], dayFirst[1], dayFirst[3]] : []);
	const month = MONTHS.findIndex((names) => names.split(' ').includes(name.toLowerCase())) + 1;
	return month === 0 ? [] : [year, String(month), day];
}
