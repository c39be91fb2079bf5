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
	// PayPal in Dutch, with its dash, and what moves money between the bank and PayPal.
	['Vooraf goedgekeurde betaling – rekening betaald door gebruiker', 'payment'],
	['Bankstorting naar PP-rekening', 'transfer'],
	['Bank Deposit to PP Account', 'transfer'],
	// T1105 of https://developer.paypal.com/reports/reference/t-codes in the words of the file.
	['Account Hold for Open Authorization', 'reserve'],
	['Reversal of General Account Hold', 'reserve'],
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

test('the words that MultiSafepay has for what is no payment stand where its methods do', () => {
	// https://docs.multisafepay.com/docs/reports: "a MultiSafepay fee, or the payment method";
	// FEE, WALLET, MANUAL_CORRECTION and AUTO-PAYOUT as https://docs.continia.com names them.
	for (const fee of ['MultiSafepay fee', 'Transaction fee', 'FEE', 'Transactiekosten']) {
		expect([fee, typeOf('', -1, { method: fee })]).toEqual([fee, 'fee']);
	}
	expect(typeOf('', -95, { method: 'AUTO-PAYOUT' })).toBe('skip');
	expect(typeOf('', -5, { method: 'MANUAL_CORRECTION' })).toBe('unknown');
	expect(typeOf('', 5, { method: 'WALLET' })).toBe('unknown');
	expect(typeOf('', 5, { method: 'Coffee card' })).toBe('payment');
});

test('a chargeback that only the method tells, as in the settlement of Mollie, is not a refund', () => {
	expect(typeOf('', -1, { method: 'chargeback' })).toBe('chargeback');
});

test('a payment that goes out is a purchase, unless it is one that failed', () => {
	expect(typeOf('Express Checkout Payment', -20)).toBe('unknown');
	expect(typeOf('payment_failure_refund', -20)).toBe('payment');
});

test('a line that PayPal calls a memo moved no money', () => {
	const memo = { type: 'General Authorization', method: '', status: 'Completed', impact: 'Memo' };
	expect(csvType(memo, 100)).toBe('skip');
	expect(csvType({ ...memo, type: 'Payment', impact: 'Credit' }, 100)).toBe('payment');
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
