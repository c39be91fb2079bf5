import { reason, told } from '../../../../bookkeeping';
import type { SalesOrderDraft, SalesOrderLine, ToldCode, VatKind } from '../../../../bookkeeping';
import { company, revenueGroups } from '../../../shared/snelStart/referenceData';
import type { Company } from '../../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { articleCodeProblem } from './articleCodeRules';
import { createArticle } from './createArticle';
import { articleWith, findArticles } from './findArticles';
import type { Article } from './findArticles';

/** The articles of the lines of a batch of sales orders. */
export interface OrderArticles {
	/** Why a draft's articles cannot be used or added; nothing is sent to find out. */
	problemOf(draft: SalesOrderDraft): ToldCode | undefined;
	/** The article id of every line, in their order; what is missing is added, once per batch (J052). */
	idsOf(draft: SalesOrderDraft): Promise<{ ids: string[]; created: string[] } | NotBooked>;
}

/** Where SnelStart leaves out the VAT by the address, the article may have a rate all the same. */
const REGIMES_WITHOUT_VAT = ['icp', 'export'];

/**
 * Looks up the articles of all drafts at once, by their codes only and never by name (HC-20).
 * An article that exists is used as it is, never changed (J054).
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function orderArticles(
	this: SnelStartContext,
	drafts: readonly SalesOrderDraft[],
): Promise<OrderArticles> {
	const lines = drafts.flatMap((draft) => draft.lines);
	const lookedAt = Date.now();
	const known = await findArticles.call(
		this,
		lines.map(({ item }) => item.code),
	);
	const rules = await rulesFor.call(this, lines, known);
	const kinds = await kindsFor.call(this, lines, known);
	const failed = new Map<string, NotBooked>();

	const lineProblem = (line: SalesOrderLine, regime: string): ToldCode | undefined => {
		const { code } = line.item;
		const article = articleWith(code, known);
		if (article === undefined) return rules && articleCodeProblem(code, rules);
		if (article.inactive) return told(reason('ITEM_INACTIVE', { code }));
		if (line.amount === 0 || REGIMES_WITHOUT_VAT.includes(regime)) return undefined;
		const kind = kinds.get(article.revenueGroupId);
		if (kind === undefined || kind === line.vatKind) return undefined;
		return told(reason('ITEM_VAT_DIFFERS', { code, kind, ordered: line.vatKind }));
	};
	const articleFor = async ({ item }: SalesOrderLine) => {
		const found = articleWith(item.code, known);
		if (found) return { article: found, created: false };
		const earlier = failed.get(item.code);
		if (earlier) return earlier;
		const outcome = await createArticle.call(this, item, lookedAt);
		if ('article' in outcome) known.push(outcome.article);
		else failed.set(item.code, outcome);
		return outcome;
	};

	return {
		problemOf({ lines: own, regime }) {
			const problems = own.map((line) => lineProblem(line, regime));
			return problems.find((problem) => problem !== undefined);
		},
		async idsOf({ lines: own }) {
			const ids: string[] = [];
			const created: string[] = [];
			for (const line of own) {
				const outcome = await articleFor(line);
				if (!('article' in outcome)) return outcome;
				ids.push(outcome.article.id);
				if (outcome.created) created.push(line.item.code);
			}
			return { ids, created };
		},
	};
}

/** The rules for article codes, needed only when articles have to be added. */
async function rulesFor(
	this: SnelStartContext,
	lines: readonly SalesOrderLine[],
	known: readonly Article[],
): Promise<Company | undefined> {
	const isComplete = lines.every(({ item }) => articleWith(item.code, known));
	return isComplete ? undefined : await company.call(this);
}

/** VAT kinds by revenue group: those the drafts name, and those of the articles found. */
async function kindsFor(
	this: SnelStartContext,
	lines: readonly SalesOrderLine[],
	known: readonly Article[],
): Promise<Map<string, VatKind>> {
	const kinds = new Map<string, VatKind>(
		lines.map(({ item, vatKind }) => [item.revenueGroupId, vatKind]),
	);
	if (known.every(({ revenueGroupId }) => kinds.has(revenueGroupId))) return kinds;
	for (const { id, vatKind } of await revenueGroups.call(this)) {
		if (vatKind !== undefined) kinds.set(id, vatKind);
	}
	return kinds;
}
