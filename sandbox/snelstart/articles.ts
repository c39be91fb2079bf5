import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { createBinder, type Fields } from './binding';
import { invalidModel, notFound, refused, type ErrorCode } from './errors';
import type { Article, Ledger, SalesOrder } from './ledger';
import { amount } from './money';
import { revenueGroups } from './seed';
import type { Switches } from './switches';

/** ART-0002 to ART-0005: the administration's own rules for codes, and each code once. */
function codeProblems(
	code: string,
	{ articles }: Ledger,
	{ itemCodeKind, itemCodeMaxLength, ignoreCase }: Switches,
	current?: Article,
): ErrorCode[] {
	if (code.trim() === '') return ['ART-0002'];
	const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
	const codes: ErrorCode[] = [];
	if (itemCodeKind === 'Numeriek' && !/^\d+$/.test(code)) codes.push('ART-0003');
	if (code.length > itemCodeMaxLength) codes.push('ART-0004');
	if (articles.some((one) => one !== current && fold(one.code) === fold(code)))
		codes.push('ART-0005');
	return codes;
}

/** The article a body describes, or every rule it breaks (SS-231, SS-435). */
function readArticle(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
	current?: Article,
): { article: Article } | { refusal: Answer } {
	if (!body) return { refusal: refused(['ALG-0106']) };
	const binder = createBinder('artikel');
	const id = binder.guid(body, 'Id');
	const groupId = binder.reference(body, 'ArtikelOmzetgroep');
	const supplierId = binder.reference(body, 'Relatie');
	const article: Article = {
		id: current?.id ?? randomUUID(),
		modifiedOn,
		code: binder.text(body, 'Artikelcode') ?? '',
		description: binder.text(body, 'Omschrijving') ?? '',
		groupId: groupId ?? '',
		priceCents: binder.money(body, 'Verkoopprijs') ?? 0,
		inactive: binder.flag(body, 'IsNonActief'),
		purchasePrice: binder.decimal(body, 'Inkoopprijs') ?? 0,
		unit: binder.text(body, 'Eenheid') ?? '',
		supplierId: supplierId ?? null,
		stockKept: binder.flag(body, 'VoorraadControle'),
		stock: current?.stock ?? 0,
	};
	if (Object.keys(binder.problems).length > 0) return { refusal: invalidModel(binder.problems) };
	const supplier = ledger.relations.find((one) => one.id === supplierId);
	const codes: ErrorCode[] = [
		...(!current && id !== undefined ? (['ALG-0100'] as const) : []),
		...(current && id !== current.id ? (['ALG-0101'] as const) : []),
		...codeProblems(article.code, ledger, switches, current),
		...(article.description.trim() === '' ? (['ART-0006'] as const) : []),
		...(article.description.length > 250 ? (['ART-0007'] as const) : []),
		...(groupId === undefined ? (['ART-0008'] as const) : []),
		...(groupId !== undefined && !revenueGroups.some((group) => group.id === groupId)
			? (['ART-0009'] as const)
			: []),
		...(supplierId !== undefined && !supplier ? (['ART-0016'] as const) : []),
		...(supplier && !supplier.relatiesoort.some((kind) => kind !== 'Klant')
			? (['ART-0017'] as const)
			: []),
	];
	return codes.length > 0 ? { refusal: refused(codes) } : { article };
}

/** POST /artikelen. */
export function createArticle(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
): Answer {
	const read = readArticle(body, ledger, switches, modifiedOn);
	if ('refusal' in read) return read.refusal;
	ledger.articles.push(read.article);
	return { status: 201, json: renderArticle(read.article, ledger) };
}

/** PUT /artikelen/{id}: what is not sent is cleared (SS-208). */
export function replaceArticle(
	id: string,
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
): Answer {
	const index = ledger.articles.findIndex((one) => one.id === id);
	const current = ledger.articles[index];
	if (!current) return notFound();
	const read = readArticle(body, ledger, switches, modifiedOn, current);
	if ('refusal' in read) return read.refusal;
	ledger.articles[index] = read.article;
	return { status: 200, json: renderArticle(read.article, ledger) };
}

/** DELETE /artikelen/{id}. */
export function deleteArticle(id: string, ledger: Ledger): Answer {
	const index = ledger.articles.findIndex((one) => one.id === id);
	if (index < 0) return notFound();
	const isUsed = [...ledger.salesOrders, ...ledger.quotes].some(({ lines }) =>
		lines.some(({ articleId }) => articleId === id),
	);
	if (isUsed) return refused(['ART-0011']);
	ledger.articles.splice(index, 1);
	return { status: 200, json: {} };
}

/** Pieces that sales orders hold of an article whose stock is kept; a quote holds none. */
function heldPieces({ id, stockKept }: Article, salesOrders: readonly SalesOrder[]): number {
	if (!stockKept) return 0;
	const lines = salesOrders
		.filter(({ status }) => status !== 'Offerte')
		.flatMap((order) => order.lines.filter(({ articleId }) => articleId === id));
	return lines.reduce((sum, { hundredths }) => sum + hundredths, 0) / 100;
}

/** As GET /artikelen returns it. */
export const renderArticle = (article: Article, { salesOrders }: Pick<Ledger, 'salesOrders'>) => ({
	id: article.id,
	uri: `/artikelen/${article.id}`,
	modifiedOn: article.modifiedOn,
	isHoofdartikel: false,
	subartikelen: [],
	artikelcode: article.code,
	omschrijving: article.description,
	artikelOmzetgroep: { id: article.groupId, uri: `/artikelomzetgroepen/${article.groupId}` },
	verkoopprijs: amount(article.priceCents),
	inkoopprijs: article.purchasePrice,
	eenheid: article.unit,
	relatie: article.supplierId
		? { id: article.supplierId, uri: `/relaties/${article.supplierId}` }
		: null,
	isNonActief: article.inactive,
	voorraadControle: article.stockKept,
	technischeVoorraad: article.stock,
	vrijeVoorraad: article.stock - heldPieces(article, salesOrders),
	extraVelden: [],
});
