import { settledInTotals } from '../../../bookkeeping/payments/settledInTotals';
import type { PaymentDraft } from '../../../bookkeeping/payments/paymentDraft';

const orderKey = 'my-client/woocommerce/29';
const payment = (name: string, ...amounts: number[]): PaymentDraft =>
	({
		...{ paymentKey: `${orderKey}/${name}`, orderKey },
		salesLines: amounts.map((amount) => ({ amount, invoiceNumber: amount < 0 ? 'CW66' : 'W29' })),
	}) as never;
const order = { orderKey, kind: 'order', state: 'booked', salesEntryId: 'sale' };
const inTotal = (number: string) => ({ snelStartNumber: number, originalInvoiceNumber: number });
const sold = { ...order, ...inTotal('WDAG-2026-11-28') };
const refund = (more: object) => ({
	...{
		orderKey: `${orderKey}/refund/66`,
		kind: 'refund',
		state: 'booked',
		salesEntryId: 'refunds',
	},
	...more,
});
const settled = (one: PaymentDraft, rows: object[]) => {
	const found = settledInTotals(one, rows as never, 1);
	return 'waits' in found
		? [found.waits.code]
		: found.draft.salesLines.map(({ salesEntryId }) => salesEntryId);
};

const gathered = refund({ state: 'gatheredRefund', originalInvoiceNumber: 'CWDAG-2026-11-28' });
const inItsTotal = refund(inTotal('CWDAG-2026-11-28'));
const byItself = refund({ snelStartNumber: 'CW66', originalInvoiceNumber: 'WDAG-2026-11-28' });

test.each<[string, PaymentDraft, object[], unknown[]]>([
	['money back on a negative total', payment('refund-66', -5), [sold, inItsTotal], ['refunds']],
	['money back on a credit note', payment('refund-66', -5), [sold, byItself], [undefined]],
	[
		'money back of a refund that waits for its total',
		payment('refund-66', -5),
		[sold, gathered],
		['PAYMENT_CREDIT_GATHERED'],
	],
	[
		'money back of a refund whose total is being booked',
		payment('refund-66', -5),
		[sold, { ...gathered, state: 'inTotal' }],
		['PAYMENT_CREDIT_GATHERED'],
	],
	['another refund', payment('refund-67', -5), [sold, inItsTotal], [undefined]],
	['what was paid', payment('paid', 5), [sold, gathered], ['sale']],
	['what was paid of an order by itself', payment('paid', 5), [order], [undefined]],
	['a set-off', payment('set-off-66', 5, -5), [sold, inItsTotal], ['sale', 'refunds']],
	['a set-off by itself', payment('set-off-66', 5, -5), [order, byItself], [undefined, undefined]],
	[
		'the set-off of a cancelled order',
		payment('set-off-cancelled', 5, -5),
		[sold, { ...inItsTotal, orderKey: `${orderKey}/credit/1` }],
		['sale', 'refunds'],
	],
	['without rows', payment('refund-66', -5), [], [undefined]],
])('%s', (_what, one, rows, expected) => {
	expect(settled(one, rows)).toEqual(expected);
});
