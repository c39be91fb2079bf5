import { memberList } from '../../../bookkeeping/totals/memberList';
import { madeMember } from './support';

test('a row per order with net and VAT per rate, as a Dutch spreadsheet reads it', () => {
	const members = [
		madeMember(1, [
			{ percentage: 9, net: 2_000, vat: 180 },
			{ percentage: 21, net: 1_000, vat: 210 },
		]),
		madeMember(2, [{ percentage: 0, net: -505, vat: 0 }], { method: '=1;"2"' }),
	];
	expect(memberList(members).split('\r\n')).toEqual([
		'order;payment method;net 21 %;VAT 21 %;net 9 %;VAT 9 %;net 0 %;VAT 0 %;rounding;total',
		'W1;ideal;10,00;2,10;20,00;1,80;0,00;0,00;0,00;33,90',
		`W2;"'=1;""2""";0,00;0,00;0,00;0,00;-5,05;0,00;0,00;-5,05`,
		'',
	]);
});

test('below the orders of a payout stands what lies between them and the deposit', () => {
	const members = [madeMember(1, [{ percentage: 21, net: 1_000, vat: 210 }])];
	const parts = { payments: 5_000, refunds: -300, chargebacks: -100, fees: -75, other: -25 };
	const below = memberList(members, { name: 'mollie stl_1', parts }).split('\r\n').slice(2);
	expect(below).toEqual([
		'this total;;;;;12,10',
		'other payments in the payout;;;;;37,90',
		'refunds;;;;;-3,00',
		'chargebacks;;;;;-1,00',
		'fees;;;;;-0,75',
		'reserves and other lines;;;;;-0,25',
		'paid out: mollie stl_1;;;;;45,00',
		'',
	]);
	// A payout that came another way is not in the books here: nothing is known of it.
	expect(memberList(members, { name: 'mollie stl_1' }).split('\r\n').slice(2)).toEqual([
		'this total;;;;;12,10',
		'',
	]);
});
