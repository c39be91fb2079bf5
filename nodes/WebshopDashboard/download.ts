import { sayFact } from '../../bookkeeping';
import { configurationRows } from './configuration';
import { euroCell, type Cell } from './csv';
import type { PageContent } from './pageContent';
import { foundDifferences, type CheckRow, type PeriodCheck } from './periodChecks';
import { isAmong, rowsOf } from './rows';
import { texts } from './texts';
import { toldAgain } from './told';

/** What a file for a spreadsheet holds. */
export interface Download {
	heads: readonly string[];
	lines: ReadonlyArray<readonly Cell[]>;
}

/** A tab for a spreadsheet: all its rows, not one page of them. */
export function download(content: PageContent): Download {
	const { request, settings } = content;
	const { tab, language } = request;
	const words = texts[language];
	if (tab === 'configuration') {
		const heads = [words.tabs.configuration, words.value];
		return { heads, lines: configurationRows(settings, language) };
	}
	return tab === 'reconciliation' ? checksFile(content) : rowsFile(content);
}

function rowsFile({ request, rows }: PageContent): Download {
	const { tab, search, language } = request;
	const words = texts[language];
	const named = <T>(names: Record<string, T>, name: string): T | string => names[name] ?? name;
	const heads = [
		...[words.number, words.kind, words.shop, words.orderDate, words.day, words.total, words.vat],
		words.paymentMethod,
		...[words.state, words.snelStart, words.code, words.moreInfo, words.whatToDo, words.status],
		...[words.regime, words.identifier],
	];
	const found = rowsOf(tab, rows.filter(isAmong(request)), search);
	const lines = found.map((row) => {
		const told = toldAgain(row, language);
		return [
			...[row.number, named(words.kinds, row.kind), row.shop, row.orderDate, row.day],
			...[euroCell(row.total), euroCell(row.vat), row.paymentMethod],
			...[named(words.states, row.state), row.snelStartNumber, row.code],
			...[told.message || told.english, told.tip, sayFact('status', row.status, language)],
			...[named(words.regimes, row.regime), row.snelStartId],
		];
	});
	return { heads, lines };
}

function checksFile({ request, checks }: PageContent): Download {
	const { search, language } = request;
	const words = texts[language];
	const heads = [
		...[words.shop, words.from, words.until, words.kind, words.number, words.box],
		...[words.shopTurnover, words.booksTurnover, words.shopVat, words.booksVat],
		...[words.difference, words.code, words.moreInfo, words.likelyCause, words.whatToDo],
	];
	const kinds: Record<string, string> = words.differences;
	const euro = euroCell;
	const line = ({ shop, from, until }: PeriodCheck, row: CheckRow) => {
		const { found, likelyCause, ...kept } = row;
		const told = toldAgain({ ...kept, message: found, cause: likelyCause }, language);
		const kind = row.kind === 'box' ? words.box : (kinds[row.kind] ?? row.kind.toUpperCase());
		return [
			...[shop, from, until, kind, row.orderNumber || row.invoiceNumber, row.box],
			...[euro(row.shopTotal), euro(row.booksTotal), euro(row.shopVat), euro(row.booksVat)],
			...[euro(row.difference), row.code, told.message || told.english, told.cause, told.tip],
		];
	};
	const lines = checks.flatMap((check) =>
		[...check.boxes, ...check.statements, ...foundDifferences(check, search)].map((row) =>
			line(check, row),
		),
	);
	return { heads, lines };
}
