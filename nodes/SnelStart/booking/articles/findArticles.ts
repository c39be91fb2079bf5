import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../../shared/snelStart/idOf';
import { textLiteral } from '../../../shared/snelStart/odata';
import { getAllWith } from '../../../shared/snelStart/paging';
import type { SnelStartContext } from '../../../shared/snelStart/transport';

/** The part of a SnelStart article (artikel) that a sales order line needs. */
export interface Article {
	id: string;
	code: string;
	inactive: boolean;
	revenueGroupId: string;
}

/**
 * Looks articles up by their codes, many per call. @throws NodeApiError when SnelStart refuses
 */
export async function findArticles(
	this: SnelStartContext,
	codes: readonly string[],
): Promise<Article[]> {
	const rows = await getAllWith.call(this, '/artikelen', 'Artikelcode', codes.map(textLiteral));
	return rows.map(toArticle);
}

/** The article with a code; capitals make no difference unless two articles differ in them only. */
export function articleWith(code: string, articles: readonly Article[]): Article | undefined {
	const key = code.trim();
	return (
		articles.find((article) => article.code === key) ??
		articles.find((article) => article.code.toUpperCase() === key.toUpperCase())
	);
}

/** SnelStart's own record of an article in English names. */
export function toArticle(row: IDataObject): Article {
	return {
		id: idOf(row) ?? '',
		code: typeof row.artikelcode === 'string' ? row.artikelcode.trim() : '',
		inactive: row.isNonActief === true,
		revenueGroupId: idOf(row.artikelOmzetgroep) ?? '',
	};
}
