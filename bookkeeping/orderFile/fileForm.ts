/** What a file is, seen from its first bytes; its name may say anything. */
export type FileForm =
	| { form: 'csv'; encoding: Encoding; separator: string }
	| { form: 'json'; encoding: Encoding }
	| { form: 'xlsx' | 'xls' }
	| { form: 'tooLarge'; mostMb: number }
	/** Nothing stands in it, or nothing but blanks. */
	| { form: 'empty' }
	| { form: 'unknown' };

/** As `TextDecoder` names them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The largest file that is read, in MB: a spreadsheet takes many times its size in memory. */
const MOST_MB = { text: 20, spreadsheet: 5 } as const;
const BYTES_PER_MB = 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const SEPARATORS = [';', ',', '\t', '|'] as const;
/** Records that are looked at to find the separator. */
const RECORDS_TO_LOOK_AT = 20;

/**
 * Looks at a file: a spreadsheet, JSON, or a text with columns, its encoding and what separates them.
 *
 * @param bytes the whole file; a character may be cut at the end of a part of it.
 * @returns `tooLarge` before anything of it is read.
 */
export function fileForm(bytes: Uint8Array): FileForm {
	const isExcel = startsWith(bytes, ZIP);
	const isSpreadsheet = isExcel || startsWith(bytes, OLD_EXCEL);
	const mostMb = isSpreadsheet ? MOST_MB.spreadsheet : MOST_MB.text;
	if (bytes.length > mostMb * BYTES_PER_MB) return { form: 'tooLarge', mostMb };
	if (isSpreadsheet) return { form: isExcel ? 'xlsx' : 'xls' };
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	if (text.trim() === '') return { form: 'empty' };
	if (text.includes('\0')) return { form: 'unknown' };
	if (/^\s*[[{]/.test(text)) return { form: 'json', encoding };
	const separator = separatorOf(text);
	return separator === undefined ? { form: 'unknown' } : { form: 'csv', encoding, separator };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function encodingOf(bytes: Uint8Array): Encoding {
	if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
	// Without a mark, every other byte of a text in a western language is 0.
	const [first, second] = bytes;
	if (first === 0 && second !== 0) return 'utf-16be';
	if (first !== 0 && second === 0) return 'utf-16le';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** What stands equally often in all of the first records, outside quotes: the most frequent of these. */
function separatorOf(text: string): string | undefined {
	const records = firstRecords(text);
	const counts = SEPARATORS.map((separator) => {
		const perRecord = records.map((record) => record.split(separator).length - 1);
		return { separator, least: perRecord.length === 0 ? 0 : Math.min(...perRecord) };
	});
	const [best] = counts.sort((a, b) => b.least - a.least);
	return best && best.least > 0 ? best.separator : undefined;
}

/** The first records without what stands between quotes, where a separator or a line end may be text. */
function firstRecords(text: string): string[] {
	const bare = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, '');
	const records = bare.split(/\r\n|\n|\r/).filter((record) => record.trim() !== '');
	return records.slice(0, RECORDS_TO_LOOK_AT);
}
