import { reason, told } from '../../../../bookkeeping';
import type { SalesOrderDraft, ToldCode } from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { orderArticles } from '../articles/orderArticles';
import type { BookResult } from '../bookResult';
import { readCountryIds } from '../customers/findOrCreateCustomers';
import { countryIdOf } from '../customers/toRelation';
import type { CountryIds } from '../customers/toRelation';
import type { NotBooked } from '../outcome';
import type { Written } from '../writeOnce';
import { bookOrder } from './bookOrder';
import type { ExistingOrder } from './salesOrders';
import { toSalesOrder } from './toSalesOrder';

/** What booking sales orders takes. */
export interface OrderBooker {
	/** Why a draft cannot be booked; nothing is sent to find out. */
	problemOf(draft: SalesOrderDraft): ToldCode | undefined;
	/** Adds the articles that are missing, then books the sales order on a relation. */
	book(
		draft: SalesOrderDraft,
		relationId: string,
	): Promise<{
		outcome: Written<ExistingOrder> | NotBooked;
		more: Pick<BookResult, 'itemsCreated'>;
	}>;
}

/**
 * Reads everything that booking sales orders takes, before anything is written.
 *
 * @param lookedAt when their references were looked up
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function prepareOrders(
	this: SnelStartContext,
	drafts: readonly SalesOrderDraft[],
	lookedAt: number,
): Promise<OrderBooker> {
	const articles = await orderArticles.call(this, drafts);
	const hasAddress = drafts.some(({ shippingAddress }) => shippingAddress !== undefined);
	const countryIds: CountryIds = hasAddress ? await readCountryIds.call(this) : new Map();

	return {
		problemOf: (draft) => addressProblem(draft, countryIds) ?? articles.problemOf(draft),
		book: async (draft, relationId) => {
			const lines = await articles.idsOf(draft);
			if (!('ids' in lines)) return { outcome: lines, more: {} };
			const body = toSalesOrder(draft, relationId, lines.ids, countryIds);
			return {
				outcome: await bookOrder.call(this, draft, body, lookedAt),
				more: lines.created.length > 0 ? { itemsCreated: lines.created } : {},
			};
		},
	};
}

function addressProblem(
	{ shippingAddress }: SalesOrderDraft,
	countryIds: CountryIds,
): ToldCode | undefined {
	const country = shippingAddress?.country ?? '';
	if (country === '' || countryIdOf(country, countryIds) !== undefined) return undefined;
	return told(reason('COUNTRY_UNKNOWN', { case: 'snelStart', country }));
}
