import { Finding } from '../../trade/findings';

const SEPARATORS = [';', ',', '\t'];

/**
 * Reads the text of a CSV file: fields between quotes may hold separators, line ends and doubled
 * quotes. The separator is the one of semicolon, comma and tab that the first line holds most, or the one
 * that a first line of its own names, as Excel takes it (`sep=;`); that line is none of the file.
 *
 * @returns one list of fields per line; empty lines are left out.
 * @throws Finding PAYOUT_UNREADABLE when a quote is never closed.
 */
export function csvRows(file: string): string[][] {
	const whole = file.replace(/^\uFEFF/, '');
	const [named, sign] = /^"?sep=([;,\t])"?\r?\n/i.exec(whole) ?? [''];
	const content = whole.slice(named.length);
	const separator = sign ?? separatorOf(content);
	const rows: string[][] = [];
	let row: string[] = [];
	let field = '';
	let isQuoted = false;
	const endField = () => {
		row.push(field.trim());
		field = '';
	};
	const endRow = () => {
		endField();
		if (row.some((value) => value !== '')) rows.push(row);
		row = [];
	};
	for (let at = 0; at < content.length; at += 1) {
		const sign = content.charAt(at);
		if (isQuoted) {
			if (sign !== '"') field += sign;
			else if (content.charAt(at + 1) === '"') {
				field += sign;
				at += 1;
			} else isQuoted = false;
		} else if (sign === '"' && field.trim() === '') {
			field = '';
			isQuoted = true;
		} else if (sign === separator) endField();
		else if (sign === '\n') endRow();
		else if (sign !== '\r') field += sign;
	}
	if (isQuoted) throw new Finding('PAYOUT_UNREADABLE', { case: 'openQuote' });
	endRow();
	return rows;
}

function separatorOf(content: string): string {
	const head = (content.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
	const counts = SEPARATORS.map((separator) => head.split(separator).length);
	return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}
