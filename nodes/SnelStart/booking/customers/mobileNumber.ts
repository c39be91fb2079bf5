/**
 * Mobile numbers without the digits before them, by country and its code: only what is surely one.
 * A Belgian 04 of nine digits is a landline of Liège, a Dutch 066 or 067 is no telephone.
 */
const MOBILE: ReadonlyArray<{ country: string; code: string; number: RegExp }> = [
	{ country: 'NL', code: '31', number: /^6[1-58]\d{7}$/ },
	{ country: 'BE', code: '32', number: /^4[5-9]\d{7}$/ },
	{ country: 'DE', code: '49', number: /^1(5\d{9}|6[023]\d{7,8}|7\d{8,9})$/ },
];

/**
 * Whether a telephone number is surely that of a mobile phone (J181), in any spelling.
 *
 * @param country of the customer, two letters: where a number without a country code is from
 */
export function isMobile(phone: string, country: string): boolean {
	const dialled = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
	const abroad = dialled.replace(/^00/, '+');
	return MOBILE.some((one) => {
		if (abroad.startsWith(`+${one.code}`)) {
			return one.number.test(abroad.slice(1 + one.code.length).replace(/^0/, ''));
		}
		const isHome = one.country === country.toUpperCase() && /^0[1-9]/.test(dialled);
		return isHome && one.number.test(dialled.slice(1));
	});
}
