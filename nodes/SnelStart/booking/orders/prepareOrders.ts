import type { SalesOrderDraft } from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { notBooked, ownReason } from '../bookResult';
import type { Booked, NotBooked, Reason } from '../bookResult';
import { readCountryIds } from '../customers/findOrCreateCustomers';
import type { CustomerFinder } from '../customers/findOrCreateCustomers';
import { countryIdOf } from '../customers/toRelation';
import type { CountryIds } from '../customers/toRelation';
import { orderItems } from '../articles/orderArticles';
import { orderResult } from './orderResult';
import { postSalesOrder } from './postSalesOrder';
import { toSalesOrder } from './toSalesOrder';

/**
 * Reads everything that booking sales orders takes, before anything is written, and answers with
 * what books one of them: its customer, its missing items, then the sales order itself.
 *
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function prepareOrders(
	this: SnelStartContext,
	drafts: readonly SalesOrderDraft[],
	customerOf: CustomerFinder,
): Promise<(draft: SalesOrderDraft) => Promise<Booked>> {
	const items = await orderItems.call(this, drafts);
	const hasAddress = drafts.some(({ shippingAddress }) => shippingAddress !== undefined);
	const countryIds: CountryIds = hasAddress ? await readCountryIds.call(this) : new Map();

	return async (draft) => {
		const problem = addressProblem(draft, countryIds) ?? items.problemOf(draft);
		if (problem) return refused(draft, { state: 'needsAttention', reason: problem, stop: false });
		const customer = await customerOf(draft);
		if (!('relationId' in customer)) return refused(draft, customer);
		const { relationId, created, warnings } = customer;
		const lines = await items.idsOf(draft);
		const outcome =
			'ids' in lines
				? await postSalesOrder.call(
						this,
						draft,
						toSalesOrder(draft, relationId, lines.ids, countryIds),
					)
				: lines;
		const result = {
			...orderResult(draft, outcome),
			relationId,
			...(created && { relationCreated: true }),
			...('ids' in lines && lines.created.length > 0 && { itemsCreated: lines.created }),
			...(warnings.length > 0 && { warnings }),
		};
		const stopped = outcome.state !== 'booked' && outcome.stop ? outcome.reason : undefined;
		return { result, stopped };
	};
}

function refused(draft: SalesOrderDraft, outcome: NotBooked): Booked {
	const stopped = outcome.stop ? outcome.reason : undefined;
	return { result: notBooked(draft, outcome), stopped };
}

function addressProblem(
	{ shippingAddress }: SalesOrderDraft,
	countryIds: CountryIds,
): Reason | undefined {
	const country = shippingAddress?.country ?? '';
	if (country === '' || countryIdOf(country, countryIds) !== undefined) return undefined;
	return ownReason('COUNTRY_UNKNOWN', country);
}
