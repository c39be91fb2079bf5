import { transformTotal } from '../../../bookkeeping/totals/transformTotal';
import { recordOf, transformed, withTotals } from './support';

const first = transformed();
const second = transformed({ id: 900, number: '900' });
const keys = new Set([first.orderKey, second.orderKey]);
const records = new Map([first, second].map((one) => [one.orderKey, recordOf(one)] as const));
const one = {
	client: 'test-client',
	shop: 'woocommerce',
	number: `WDAG-${first.draft!.invoiceDate}`,
};

test('two orders make a draft with both, in the form of an order to book', () => {
	const made = transformTotal(one, keys, records, withTotals());
	expect(made).toMatchObject({
		outcome: 'book',
		orderKey: `test-client/woocommerce/total/${one.number}`,
		orderNumber: one.number,
		total: Number((2 * first.total!).toFixed(2)),
		vat: Number((2 * first.vat!).toFixed(2)),
		regime: 'domestic',
		code: '',
	});
	expect(made.draft).toMatchObject({ invoiceAmount: made.total, document: 'salesEntry' });
});

test('a record that is missing stops the total: no order is left out', () => {
	records.delete(second.orderKey);
	expect(transformTotal(one, keys, records, withTotals())).toMatchObject({
		outcome: 'attention',
		code: 'TOTAL_NOT_EXACT',
		facts: { case: 'unread', orders: 2, read: 1 },
	});
});
