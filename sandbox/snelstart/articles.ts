import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { createBinder, type Fields } from './binding';
import { invalidModel, refused, type ErrorCode } from './errors';
import type { Article, Ledger } from './ledger';
import { amount } from './money';
import { revenueGroups } from './seed';
import type { Switches } from './switches';

/** ART-0002 to ART-0005: the administration's own rules for codes, and each code once. */
function codeProblems(
	code: string,
	{ articles }: Ledger,
	{ itemCodeKind, itemCodeMaxLength, ignoreCase }: Switches,
): ErrorCode[] {
	if (code.trim() === '') return ['ART-0002'];
	const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
	const codes: ErrorCode[] = [];
	if (itemCodeKind === 'Numeriek' && !/^\d+$/.test(code)) codes.push('ART-0003');
	if (code.length > itemCodeMaxLength) codes.push('ART-0004');
	if (articles.some((one) => fold(one.code) === fold(code))) codes.push('ART-0005');
	return codes;
}

/** POST /artikelen: one item, or every rule it breaks (reference 2.3 and 4.3). */
export function createArticle(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
): Answer {
	if (!body) return refused(['ALG-0106']);
	const binder = createBinder('artikel');
	const id = binder.guid(body, 'Id');
	const groupId = binder.reference(body, 'ArtikelOmzetgroep');
	const article: Article = {
		id: randomUUID(),
		modifiedOn,
		code: binder.text(body, 'Artikelcode') ?? '',
		description: binder.text(body, 'Omschrijving') ?? '',
		groupId: groupId ?? '',
		priceCents: binder.money(body, 'Verkoopprijs') ?? 0,
		inactive: binder.flag(body, 'IsNonActief'),
	};
	if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
	const codes: ErrorCode[] = [
		...(id === undefined ? [] : (['ALG-0100'] as const)),
		...codeProblems(article.code, ledger, switches),
		...(article.description.trim() === '' ? (['ART-0006'] as const) : []),
		...(article.description.length > 250 ? (['ART-0007'] as const) : []),
		...(groupId === undefined ? (['ART-0008'] as const) : []),
		...(groupId !== undefined && !revenueGroups.some((group) => group.id === groupId)
			? (['ART-0009'] as const)
			: []),
	];
	if (codes.length > 0) return refused(codes);
	ledger.articles.push(article);
	return { status: 201, json: renderArticle(article) };
}

/** As GET /artikelen returns it. */
export const renderArticle = (article: Article) => ({
	id: article.id,
	uri: `/artikelen/${article.id}`,
	modifiedOn: article.modifiedOn,
	isHoofdartikel: false,
	subartikelen: [],
	artikelcode: article.code,
	omschrijving: article.description,
	artikelOmzetgroep: { id: article.groupId, uri: `/artikelomzetgroepen/${article.groupId}` },
	verkoopprijs: amount(article.priceCents),
	inkoopprijs: 0,
	eenheid: '',
	relatie: null,
	isNonActief: article.inactive,
	voorraadControle: false,
	technischeVoorraad: 0,
	vrijeVoorraad: 0,
	extraVelden: [],
});
