import { text } from '../../trade/fields';
import { statedPayment } from '../paidState';
import type { Shop } from '../shop';
import { orderedOn, paymentMethodOf, readOtherShopOrder } from './order';

/** Any other shop, in the form of docs/other-shops.md. */
export const otherShop: Shop = {
	name: 'Other Shop',
	itemWithoutSku: 'deleted',
	identity: (raw) => ({ number: text(raw, 'number'), status: text(raw, 'status') }),
	stated: (raw) => ({ total: raw.total, currency: text(raw, 'currency') }),
	order: readOtherShopOrder,
	paymentMethod: paymentMethodOf,
	orderedOn,
	payment: statedPayment,
	paymentIds: (raw) => [text(raw, 'transactionId')],
};
