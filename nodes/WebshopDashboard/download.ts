import { belowOrders, memberTable, sayFact, toEuro } from '../../bookkeeping';
import { boxName } from './boxName';
import { configurationRows } from './configuration';
import { euroCell, type Cell } from './csv';
import type { PageContent } from './pageContent';
import { foundDifferences, type CheckRow, type PeriodCheck } from './periodChecks';
import { notedText } from './keptNotes';
import { isAmong, numberIn, rowsOf, type Row } from './rows';
import { texts } from './texts';
import { toldAgain } from './told';

/** What a file for a spreadsheet holds. */
export interface Download {
	heads: readonly string[];
	lines: ReadonlyArray<readonly Cell[]>;
}

/** A tab for a spreadsheet: all its rows, not one page of them; or the orders of a total. */
export function download(content: PageContent): Download {
	const { request, settings } = content;
	const { tab, language } = request;
	const words = texts[language];
	if (request.membersOf !== undefined) return membersFile(content);
	if (tab === 'configuration') {
		const heads = [words.tabs.configuration, words.value];
		return { heads, lines: configurationRows(settings, language) };
	}
	return tab === 'reconciliation' ? checksFile(content) : rowsFile(content);
}

function rowsFile({ request, rows, noted, dated }: PageContent): Download {
	const { tab, search, language } = request;
	const words = texts[language];
	const named = <T>(names: Record<string, T>, name: string): T | string => names[name] ?? name;
	const heads = [
		...[words.number, words.kind, words.shop, words.orderDate, words.day, words.total, words.vat],
		words.paymentMethod,
		...[words.state, words.snelStart, words.code, words.moreInfo, words.whatToDo, words.status],
		...[words.regime, words.identifier],
		// Only there the records are read.
		...(tab === 'report' ? [words.detail.invoiceDate, words.detail.notes] : []),
	];
	const found = rowsOf(tab, rows.filter(isAmong(request)), search).flatMap(withUndone);
	const lines = found.map((row) => {
		const told = toldAgain(row, language);
		return [
			...[numberIn(row, language), named(words.kinds, row.kind), row.shop, row.orderDate, row.day],
			...[euroCell(row.total), euroCell(row.vat), row.paymentMethod],
			...[named(words.states, row.state), row.snelStartNumber, row.code],
			...[told.message || told.english, told.tip, sayFact('status', row.status, language)],
			...[named(words.regimes, row.regime), row.snelStartId],
			...(tab === 'report' ? [dated?.get(row.key), notedText(noted?.get(row.key), language)] : []),
		];
	});
	return { heads, lines };
}

/** What an undo took back stands before it, so that both together are nothing in the sums of a file. */
function withUndone(row: Row): Row[] {
	if (row.kind !== 'undo') return [row];
	const undone = { ...row, key: '', kind: 'undone', snelStartNumber: row.undone, snelStartId: '' };
	return [{ ...undone, ...turned('total', row), ...turned('vat', row) }, row];
}

const turned = (of: 'total' | 'vat', row: Row): Pick<Row, typeof of> =>
	row[of] === undefined ? {} : { [of]: row[of] === 0 ? 0 : -row[of] };

/** As the list that is attached to the entry: no names, no addresses; down to the deposit of a payout. */
function membersFile({ request, members = [], payoutOfTotal }: PageContent): Download {
	const { memberColumns: words, linesBelow } = texts[request.language];
	const { columns, rows } = memberTable(members);
	const heads = columns.map(({ column, rate }) =>
		rate === undefined ? words[column] : `${words[column]} ${rate} %`,
	);
	const blank = heads.slice(2).map(() => '');
	const below = belowOrders(members, payoutOfTotal).map(({ line, cents }) => {
		const label = linesBelow[line];
		const name = line === 'paidOut' ? `${label}: ${payoutOfTotal?.name}` : label;
		return [name, ...blank, euroCell(toEuro(cents))];
	});
	const ofMembers = rows.map((row) =>
		row.map((cell) => (typeof cell === 'number' ? euroCell(toEuro(cell)) : cell)),
	);
	return { heads, lines: [...ofMembers, ...below] };
}

function checksFile({ request, checks }: PageContent): Download {
	const { search, language } = request;
	const words = texts[language];
	const heads = [
		...[words.shop, words.from, words.until, words.kind, words.number, words.box],
		...[words.shopTurnover, words.booksTurnover, words.shopVat, words.booksVat],
		...[words.shopTotal, words.booksTotal],
		...[words.difference, words.code, words.moreInfo, words.likelyCause, words.whatToDo],
	];
	const kinds: Record<string, string> = words.differences;
	const line = ({ shop, from, until }: PeriodCheck, row: CheckRow, amounts: readonly Cell[]) => {
		const { found, likelyCause, ...kept } = row;
		const told = toldAgain({ ...kept, message: found, cause: likelyCause }, language);
		const kind = row.kind === 'box' ? words.box : (kinds[row.kind] ?? row.kind.toUpperCase());
		return [
			...[shop, from, until, kind, row.orderNumber || row.invoiceNumber, boxName(row.box, words)],
			...amounts,
			...[row.code, told.message || told.english, told.cause, told.tip],
		];
	};
	const lines = checks.flatMap((check) => [
		...[...check.boxes, ...check.statements].map((row) => line(check, row, ofBox(row))),
		...check.clearing.map((row) => line(check, row, ofBalance(row))),
		...foundDifferences(check, search).map((row) => line(check, row, ofDocument(row))),
	]);
	return { heads, lines };
}

/** Turnover and VAT of shop and books; totals of shop and books; the difference. */
const ofBox = ({ shopTotal, booksTotal, shopVat, booksVat, difference }: CheckRow): Cell[] => [
	...[shopTotal, booksTotal, shopVat, booksVat].map(euroCell),
	...[undefined, undefined, euroCell(difference)],
];

/** A document is compared with VAT, which is no turnover of a box. */
const ofDocument = ({ shopTotal, booksTotal, difference }: CheckRow): Cell[] => [
	...[undefined, undefined, undefined, undefined],
	...[shopTotal, booksTotal, difference].map(euroCell),
];

/** What an account holds in the end. */
const ofBalance = ({ booksTotal }: CheckRow): Cell[] => [
	...[undefined, undefined, undefined, undefined, undefined],
	...[euroCell(booksTotal), undefined],
];
