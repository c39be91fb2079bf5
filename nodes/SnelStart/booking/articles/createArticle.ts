import { type SalesOrderLine, cutText } from '../../../../bookkeeping';
import { idOf } from '../../../shared/snelStart/idOf';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { writeOnce } from '../writeOnce';
import { articleWith, findArticles } from './findArticles';
import type { Article } from './findArticles';

/** An article to add; its price in euro, when it has one. */
export type NewArticle = SalesOrderLine['item'] & { price?: number };

/** An article that is there now; `created` when this call added it. */
export type ArticleOutcome = { article: Article; created: boolean } | NotBooked;

/**
 * Adds an article (artikel) with the revenue group of its VAT rate (J052, J180), once.
 *
 * @param lookedAt when its code was looked up
 */
export async function createArticle(
	this: SnelStartContext,
	{ code, description, revenueGroupId, price }: NewArticle,
	lookedAt: number,
): Promise<ArticleOutcome> {
	const body = {
		artikelcode: code,
		omschrijving: cutText(description, 250),
		artikelOmzetgroep: { id: revenueGroupId },
		isNonActief: false,
		...(price !== undefined && { verkoopprijs: price }),
	};
	const outcome = await writeOnce<Article>(this, {
		key: `article ${code.trim().toUpperCase()}`,
		lookedAt,
		refusedAsDouble: 'ART-0005',
		send: () => request.call(this, { method: 'POST', path: '/artikelen', body }),
		made: (data) => {
			const id = idOf(data);
			return id === undefined ? undefined : { id, code, inactive: false, revenueGroupId };
		},
		look: async () => {
			const ours = articleWith(code, await findArticles.call(this, [code]));
			return ours && { ours };
		},
	});
	if (outcome.state !== 'booked') return outcome;
	return { article: outcome.record, created: outcome.made !== 'earlier' };
}
