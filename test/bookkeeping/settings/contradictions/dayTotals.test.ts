import { dayTotals } from '../../../../bookkeeping/settings/contradictions/dayTotals';
import { settingsWith } from '../../support';

const english = (settings: object) => dayTotals(settings as never).map(({ en }) => en);
const row = { shop: 'woocommerce', numberPrefix: 'WDAG', relationId: 'a' };
const said = (...changes: Array<Parameters<typeof settingsWith>[0]>) =>
	english({ ...settingsWith(), ...settingsWith({}), ...Object.assign({}, ...changes) });

test('each shop once, with numbers of its own, and each country once', () => {
	expect(said({ dayTotals: [row] })).toEqual([]);
	expect(said({ dayTotals: [row, { ...row, numberPrefix: 'X' }] })).toEqual([
		`'Day Totals' names the shop "woocommerce" twice; keep one.`,
	]);
	expect(said({ dayTotals: [row, { ...row, shop: 'jouwweb', numberPrefix: 'wdag' }] })).toEqual([
		`'Number Prefix' of two shops in 'Day Totals' is "WDAG"; give each shop another one.`,
	]);
	expect(said({ dayTotals: [{ ...row, shop: 'other' }] })).toEqual([
		`'Day Totals' names the shop "other", which is not in 'Shops'.`,
	]);
	const card = { country: 'DE', relationId: 'b' };
	expect(said({ dayTotals: [row], dayTotalCountries: [card, card] })).toEqual([
		`'Day Totals Abroad' names the country "DE" twice; keep one.`,
	]);
});

test('negative totals have numbers of their own too, and room for the C', () => {
	const back = { ...row, refunds: 'inTotals' as const };
	const others = (numberPrefix: string, refunds: 'byThemselves' | 'inTotals' = 'byThemselves') => ({
		...row,
		...{ shop: 'jouwweb', numberPrefix, refunds },
	});
	expect(said({ dayTotals: [back, others('JDAG', 'inTotals')] })).toEqual([]);
	expect(said({ dayTotals: [row, others('cwdag')] })).toEqual([]);
	expect(said({ dayTotals: [back, others('cwdag')] })).toEqual([
		`'Number Prefix' "CWDAG" in 'Day Totals' is that of the negative totals of another shop; give one of them another one.`,
	]);
	expect(said({ dayTotals: [{ ...row, numberPrefix: 'WEBSHOP1' }] })).toEqual([]);
	expect(said({ dayTotals: [{ ...back, numberPrefix: 'WEBSHOP1' }] })).toEqual([
		`'Number Prefix' "WEBSHOP1" in 'Day Totals' has no room for the C that negative totals have before it; use at most 7 characters, or book refunds each by itself.`,
	]);
});

test('totals are no sales orders', () => {
	expect(said({ dayTotals: [row], document: 'salesOrder' })).toEqual([
		"'Day Totals' are sales entries, but 'Document' makes sales orders; use one of them.",
	]);
});

test('totals per payout need a payment method whose clearing account payouts empty', () => {
	const perPayout = { dayTotals: [{ ...row, period: 'payout' }] };
	const methods = (clearingAccountId: string) => ({ paymentMethods: [{ clearingAccountId }] });
	const providers = { payoutProviders: [{ clearingAccountId: '1104' }] };
	const complaint = [
		`'Day Totals' books the shop "woocommerce" per payout, but no row of 'Payment Methods' has the clearing account of a row of 'Payout Providers'; choose the same one in both, or another period.`,
	];
	const said = (settings: object) => english({ ...settingsWith(), ...settings });
	expect(said({ ...perPayout, ...methods('1104'), ...providers })).toEqual([]);
	expect(said({ ...perPayout, ...methods('1105'), ...providers })).toEqual(complaint);
	expect(said({ ...perPayout, ...methods('1104'), payoutProviders: [] })).toEqual(complaint);
	expect(said({ dayTotals: [row], paymentMethods: [], payoutProviders: [] })).toEqual([]);
});
