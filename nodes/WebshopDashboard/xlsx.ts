import type { Cell } from './csv';
import { zipped } from './zipped';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Which of the formats in `styles` a cell has. */
const [TEXT, HEAD, AMOUNT, DAY] = [0, 1, 2, 3];
const DAY_FORMAT = 14;
const AMOUNT_FORMAT = 4;

const styles = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="${AMOUNT_FORMAT}" applyNumberFormat="1"/><xf numFmtId="${DAY_FORMAT}" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const parts = {
	'[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
	'_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="SnelStart" sheetId="1" r:id="r1"/></sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
	'xl/styles.xml': styles,
};

/**
 * The same table as a workbook of Excel (Office Open XML): amounts are numbers and days are dates, in
 * the notation of whoever opens it; every other cell is text, so nothing in it is a formula.
 */
export function xlsxFile(heads: readonly string[], rows: ReadonlyArray<readonly Cell[]>): Buffer {
	const lines = [
		rowXml(heads.map((head) => textXml(head, HEAD))),
		...rows.map((cells) => rowXml(cells.map(cellXml))),
	];
	const sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16"/><sheetData>${lines.join('')}</sheetData></worksheet>`;
	return zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
}

const rowXml = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

function cellXml(cell: Cell): string {
	if (cell === undefined || cell === '') return '<c/>';
	if (typeof cell === 'object') return numberXml(cell.euro, AMOUNT);
	if (typeof cell === 'number') return numberXml(cell, TEXT);
	const day = dayNumber(cell);
	return day === undefined ? textXml(cell, TEXT) : numberXml(day, DAY);
}

const numberXml = (value: number, style: number): string => `<c s="${style}"><v>${value}</v></c>`;

const textXml = (text: string, style: number): string =>
	`<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Without what XML cannot hold. */
const escaped = (text: string): string =>
	text
		.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;');

const DAY_MS = 86_400_000;
/** The day that Excel counts from: its 1900 has a 29th of February. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A day (yyyy-MM-dd) as Excel counts them. */
function dayNumber(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	const moment = Date.parse(`${text}T00:00:00Z`);
	return Number.isNaN(moment) ? undefined : (moment - FIRST_DAY) / DAY_MS;
}
