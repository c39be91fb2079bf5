import {
	amountsAt,
	netAndVat,
	provenRate,
	times,
} from '../../../bookkeeping/orderFile/lineAmounts';

const euro = (amount: number) => Math.round(amount * 1_000_000);

it('works out the third of net, VAT and gross', () => {
	const whole = { net: euro(10), vat: euro(2.1) };
	expect(netAndVat({ gross: euro(12.1), vat: euro(2.1) })).toEqual(whole);
	expect(netAndVat({ gross: euro(12.1), net: euro(10) })).toEqual(whole);
	expect(netAndVat(whole)).toEqual(whole);
	expect(netAndVat({ gross: euro(12.1) })).toBeUndefined();
});

it('works out net and VAT at a rate', () => {
	expect(amountsAt(2100, { gross: euro(12.1) })).toEqual({
		rate: 2100,
		net: euro(10),
		vat: euro(2.1),
	});
	expect(amountsAt(550, { net: euro(100) })).toEqual({ rate: 550, net: euro(100), vat: euro(5.5) });
	expect(amountsAt(2100, {})).toBeUndefined();
});

it('takes a rate as proven when exactly one fits', () => {
	const rates = [2100, 900, 0];
	expect(provenRate({ gross: euro(12.1), vat: euro(2.1) }, rates)).toBe(2100);
	expect(provenRate({ net: euro(10), vat: euro(0.92) }, rates)).toBe(900);
	expect(provenRate({ net: euro(10), vat: euro(0.93) }, rates)).toBeUndefined();
	// 3 cents of VAT on 15 cents: 21 % is 3.15, 9 % is 1.35, both within two cents.
	expect(provenRate({ net: euro(0.15), vat: euro(0.03) }, rates)).toBeUndefined();
	expect(provenRate({ gross: euro(10) }, rates)).toBeUndefined();
});

it('multiplies without leaving the integers', () => {
	expect(times(euro(12.345678), 3_000_000)).toBe(37_037_034);
	expect(times(-euro(0.333333), 1_500_000)).toBe(-500_000);
	expect(times(euro(900_000), 9_000_000)).toBe(euro(8_100_000));
});
