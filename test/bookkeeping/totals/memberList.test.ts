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

test('VAT and rounding that stand on lines of their own are told as such, of sales and of refunds', () => {
	const member = madeMember(1, [{ percentage: 21, net: 1_000, vat: 210 }]);
	const line = member.lines[0]!;
	const more = [
		{ ...line, role: 'vat' as const, cents: 3 },
		{ ...line, role: 'rounding' as const, percentage: 0, cents: -1 },
	];
	const cents = { ...member, lines: [...member.lines, ...more] };
	const refund = madeMember(2, [{ percentage: 21, net: -500, vat: -105 }]);
	expect(memberList([cents]).split('\r\n')[1]).toBe('W1;ideal;10,00;2,13;0,00;0,00;-0,01;12,12');
	const [heading, first] = memberList([
		{ ...refund, isCredit: true, ofOrder: 'W9' },
		{ ...refund, isCredit: false },
	]).split('\r\n');
	expect(heading!.split(';').slice(0, 2)).toEqual(['refund', 'order']);
	expect(first).toBe(`${refund.invoiceNumber};W9;ideal;-5,00;-1,05;0,00;-6,05`);
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
