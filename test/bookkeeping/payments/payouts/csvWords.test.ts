import { csvSign, csvType } from '../../../../bookkeeping/payments/payouts/csvWords';

const typeOf = (type: string, gross = 100, others: { method?: string; status?: string } = {}) =>
	csvType({ type, method: '', status: '', ...others }, gross);

test.each([
	['Settled', 'payment'],
	['Express Checkout-betaling', 'payment'],
	['Terugbetaling', 'refund'],
	['Refunded', 'refund'],
	['SecondChargeback', 'chargeback'],
	['Transactiekosten', 'fee'],
	['ReserveAdjustment', 'reserve'],
	['InvoiceDeduction', 'invoice'],
	['Algemene valutaomrekening', 'exchange'],
	['MerchantPayout', 'skip'],
	['Algemene opname', 'skip'],
	['N901', 'fee'],
	// Stripe, Mollie and Klarna join their words by lines.
	['stripe_fee', 'fee'],
	['dispute_reversal', 'chargeback'],
	['risk_reserved_funds', 'reserve'],
	['anticipation_repayment', 'loan'],
	['payment-fee', 'fee'],
	['REVERSAL_MERCHANT_PROTECTION', 'chargeback'],
	['BTW', 'fee'],
	// Not ours to book by itself.
	['Balancetransfer', 'unknown'],
	['constructor', 'unknown'],
])('the type "%s" is %s', (word, type) => {
	expect([typeOf(word), typeOf(word.toUpperCase())]).toEqual([type, type]);
});

test('a code of Buckaroo for what was collected goes by its amount', () => {
	expect([typeOf('C021', 1), typeOf('c021', -1)]).toEqual(['payment', 'refund']);
	expect([typeOf('C021', 0), typeOf('F005', 1), typeOf('C0212', 1)]).toEqual([
		...['unknown', 'unknown', 'unknown'],
	]);
});

test('without a word the amount tells, and a method of payment that is a fee', () => {
	expect([typeOf('', 1), typeOf('', -1), typeOf('', 0)]).toEqual(['payment', 'refund', 'fee']);
	expect(typeOf('', -1, { method: 'Fee' })).toBe('fee');
	expect(typeOf('', -1, { method: 'iDEAL' })).toBe('refund');
	expect(typeOf('', 1, { method: 'refund' })).toBe('payment');
	expect(typeOf('Refund', -1, { method: 'Fee' })).toBe('refund');
});

test('without a word a line that describes costs and names no order is a fee', () => {
	const about = (description: string) =>
		csvType({ type: '', method: '', status: '', description }, -100);
	for (const costs of ['Transactiekosten', 'Withheld transaction fees', 'Kosten november']) {
		expect([costs, about(costs)]).toEqual([costs, 'fee']);
	}
	for (const other of ['Terugbetaling verzendkosten', 'Refund payment fee', 'Verzendkosten', '']) {
		expect([other, about(other)]).toEqual([other, 'refund']);
	}
	expect(typeOf('', -100)).toBe('refund');
});

test.each(['Geweigerd', 'void', 'Pending', 'in behandeling', 'Expired'])(
	'no money moved by a line of the status %s',
	(status) => expect(typeOf('payment', 1, { status })).toBe('skip'),
);

test.each(['', 'Voltooid', 'completed', 'Reversed', 'a word nobody knows'])(
	'a line of the status "%s" counts: the sums prove it',
	(status) => expect(typeOf('payment', 1, { status })).toBe('payment'),
);

test('which way an amount goes', () => {
	expect(['C', 'Bij', '+', 'credit'].map(csvSign)).toEqual([1, 1, 1, 1]);
	expect(['D', 'AF', '-', 'Debet'].map(csvSign)).toEqual([-1, -1, -1, -1]);
	expect(['', 'x', 'toString'].map(csvSign)).toEqual([undefined, undefined, undefined]);
});
