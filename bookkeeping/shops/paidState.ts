import { object, text, type RawObject } from '../trade/fields';
import { dateOrNone } from './shopDate';
import type { OwnPayment, ReadingRules } from './shop';

const PAID_DATE_FIELDS = ['paidAt', 'paid_at', 'datePaid', 'date_paid', 'paymentDate'];
const PAID_STATUS_FIELDS = ['paymentStatus', 'payment_status', 'paymentState'];

/**
 * Whether a payment status of the settings or a date of payment says so.
 *
 * @param order its own `status` is that of the order and does not count.
 * @param payment its `status` is that of the payment.
 */
export function paidState(
	order: RawObject,
	payment: RawObject,
	{ zone, cutOffHour, paidStatuses }: ReadingRules,
): Pick<OwnPayment, 'state' | 'date'> {
	const date = dateOrNone(
		[order, payment].flatMap((place) =>
			PAID_DATE_FIELDS.map((field) => ({ value: place[field], zone })),
		),
		zone,
		cutOffHour,
	);
	const statuses = [
		...PAID_STATUS_FIELDS.map((field) => text(order, field)),
		...['status', ...PAID_STATUS_FIELDS].map((field) => text(payment, field)),
	].map((status) => status.toLowerCase());
	const isPaid = paidStatuses.some((status) => statuses.includes(status.toLowerCase()));
	return { state: isPaid || date !== '' ? 'paid' : 'open', date };
}

/** Shops that state the payment apart from the status of the order; JouwWeb gives no field names. */
export function statedPayment(raw: RawObject, rules: ReadingRules): OwnPayment {
	const nested = object(raw, 'payment');
	return {
		id: text(raw, 'transactionId') || text(nested, 'transactionId') || text(nested, 'id'),
		...paidState(raw, nested, rules),
		fee: { unknownBecause: 'the order does not state it' },
	};
}
