import { convertedToEuro } from '../../../../bookkeeping/payments/payouts/payPalConversion';

type Json = Record<string, unknown>;

const transaction = (id: string, code: string, amount: string, changes: Json = {}): Json => {
	const [value, currency_code] = amount.split(' ');
	return {
		...{ transaction_id: id, transaction_event_code: code },
		transaction_amount: { value, currency_code },
		...changes,
	};
};
const reference = { paypal_reference_id: 'PP1' };
const paid = transaction('PP1', 'T0006', '224.23 USD', {
	...{ invoice_id: '611', transaction_updated_date: '2026-09-14T11:00:01Z' },
	fee_amount: { value: '-7.00', currency_code: 'USD' },
	ending_balance: { value: '217.23', currency_code: 'USD' },
});
const out = transaction('PP2', 'T0200', '-217.23 USD', reference);
const into = transaction('PP3', 'T0200', '192.79 EUR', {
	...{ ...reference, transaction_updated_date: '2026-09-14T11:00:03Z' },
	ending_balance: { value: '292.79', currency_code: 'EUR' },
});

test('three records become one in euro; the fee goes at the same rate', () => {
	// 7.00 x 192.79 / 217.23 = 6.2124…
	expect(convertedToEuro([paid, out, into])).toEqual([
		{
			...paid,
			transaction_amount: { value: 199, currency_code: 'EUR' },
			fee_amount: { value: -6.21, currency_code: 'EUR' },
			...{ ending_balance: into.ending_balance, transaction_updated_date: '2026-09-14T11:00:03Z' },
		},
	]);
});

test('a refund goes the other way', () => {
	const refund = transaction('PP1', 'T1107', '-50.00 USD');
	const bought = transaction('PP2', 'T0200', '50.00 USD', reference);
	const spent = transaction('PP3', 'T0200', '-45.00 EUR', reference);
	expect(convertedToEuro([refund, bought, spent])).toMatchObject([
		{ transaction_id: 'PP1', transaction_amount: { value: -45 }, fee_amount: { value: 0 } },
	]);
});

const euro = transaction('PP9', 'T0006', '10.00 EUR');

test.each<[string, Json[]]>([
	['what is in euro', [euro]],
	['what was kept in its currency', [euro, paid]],
	[
		'what was turned into euro in part',
		[paid, { ...out, ...transaction('PP2', 'T0200', '-100.00 USD', reference) }, into],
	],
	[
		'two conversions into euro of one payment',
		[paid, out, into, { ...into, transaction_id: 'PP4' }],
	],
	['a conversion of the balance itself', [transaction('PP2', 'T0200', '-5.00 USD'), into]],
	[
		'an amount that cannot be read',
		[{ ...paid, transaction_amount: { value: 'x', currency_code: 'USD' } }, out, into],
	],
])('left as it is: %s', (_, transactions) => {
	expect(convertedToEuro(transactions)).toEqual(transactions);
});
