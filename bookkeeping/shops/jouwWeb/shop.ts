import { object, text } from '../../trade/fields';
import { statedPayment } from '../paidState';
import type { Shop } from '../shop';
import { orderedOn, readJouwWebOrder } from './order';

/** JouwWeb, in the field layout of the manual. */
export const jouwWeb: Shop = {
	name: 'JouwWeb',
	itemWithoutSku: 'jouwWeb',
	identity: (raw) => ({ number: text(raw, 'orderNumber'), status: text(raw, 'status') }),
	stated: (raw) => ({
		total: raw.totalPrice ?? object(raw, 'price').total,
		currency: text(raw, 'currency'),
	}),
	order: readJouwWebOrder,
	paymentMethod: (raw) => {
		const code = text(raw, 'paymentMethod');
		return { code, title: code };
	},
	orderedOn,
	payment: statedPayment,
	paymentIds: (raw) => [text(raw, 'transactionId')],
};
