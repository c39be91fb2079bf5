import { DateTime } from 'luxon';

import { completeSettings, settingsWith, wooCommerceOrder } from '../support';
import { transformAsSold } from '../../../bookkeeping/orders/transform';
import { recorded, transformed, withPayouts, withTotals } from './support';

const totalOf = (...given: Parameters<typeof transformed>) => {
	const { draft } = transformed(...given);
	return draft?.document === 'salesEntry' ? draft.dayTotal : undefined;
};

test('a paid order of a consumer goes into the total of its day', () => {
	const { draft } = transformed();
	expect(totalOf()).toEqual({
		series: `WDAG-${draft!.invoiceDate}`,
		relationId: 'collective',
		method: wooCommerceOrder(recorded).payment_method,
		// Three hours after midnight on the clock of the shop.
		closesAt: DateTime.fromISO(`${draft!.invoiceDate}T00:00`, { zone: 'Europe/Amsterdam' })
			.plus({ days: 1, hours: 3 })
			.toUTC()
			.toISO(),
	});
	expect(totalOf({}, recorded, withTotals({ period: 'month' }))?.series).toBe(
		`WDAG-${draft!.invoiceDate.slice(0, 4)}-M${draft!.invoiceDate.slice(5, 7)}`,
	);
});

test.each([
	['ordered', 5, '2026-11-28T03:59:00', '2026-11-27', '2026-11-28'],
	['ordered', 5, '2026-11-28T04:00:00', '2026-11-28', '2026-11-28'],
	['ordered', 0, '2026-11-28T03:59:00', '2026-11-28', '2026-11-28'],
	['paid', 5, '2026-12-01T02:00:00', '2026-11-30', '2026-12-01'],
])(
	'an order that is dated as %s belongs with a cut-off at %i and %s UTC to %s',
	(entryDate, cutOffHour, moment, day, own) => {
		const given = withTotals({ cutOffHour });
		const shops = given.shops.map((shop) => ({ ...shop, entryDate }));
		const dates = ['date_created', 'date_paid'].map((name) => [`${name}_gmt`, moment]);
		const settings = { ...given, shops } as typeof given;
		expect(totalOf(Object.fromEntries(dates), recorded, settings)?.series).toBe(`WDAG-${day}`);
		// By itself, as for its credit note or a comparison, it keeps its own day.
		const { draft } = transformed(Object.fromEntries(dates) as object, recorded, settings);
		expect(draft!.invoiceDate).toBe(own);
	},
);

test('days of the row, the first and the last included, decide on which side of a switch an order is', () => {
	const { invoiceDate: day } = transformed().draft!;
	const [before, after] = [-1, 1].map((days) => DateTime.fromISO(day).plus({ days }).toISODate()!);
	const isIn = (more: object) => totalOf({}, recorded, withTotals(more)) !== undefined;
	expect([{ from: day }, { until: day }, { from: before, until: after }].map(isIn)).toEqual([
		true,
		true,
		true,
	]);
	expect([{ from: after }, { until: before }].map(isIn)).toEqual([false, false]);
});

test('its draft is that of an order by itself', () => {
	const { dayTotal, ...draft } = transformed().draft as object & { dayTotal?: object };
	expect(dayTotal).toBeDefined();
	expect(draft).toEqual(transformed({}, recorded, settingsWith()).draft);
});

const method = String(wooCommerceOrder(recorded).payment_method);

test.each([
	['without the setting', {}, recorded, settingsWith()],
	['of another shop', {}, recorded, withTotals({ shop: 'jouwweb' })],
	['not paid', { date_paid: null, date_paid_gmt: null }, recorded, withTotals()],
	['by its method', {}, recorded, withTotals({ methodsByThemselves: [method.toUpperCase()] })],
	['of a business with a VAT number', {}, 'rest_b2b_nl_vat', withTotals()],
	['of ICP', {}, 'rest_icp_de_vat_exempt', withTotals()],
	[
		'on a fixed debtor',
		{},
		recorded,
		settingsWith({
			dayTotals: withTotals().dayTotals,
			fixedDebtors: [{ paymentMethod: method, relationId: 'own' }],
		}),
	],
])('an order %s is booked by itself', (_, changes, name, settings) => {
	expect(totalOf(changes, name, settings)).toBeUndefined();
});

test('a card that customers share keeps no order out of its total', () => {
	const sharedCards = [{ customers: 'consumers' as const, relationId: 'all' }];
	const settings = settingsWith({ dayTotals: withTotals().dayTotals, sharedCards });
	expect(totalOf({}, recorded, settings)).toBeDefined();
});

test('a method that always counts as paid goes into totals unpaid', () => {
	const settings = settingsWith({
		dayTotals: withTotals().dayTotals,
		paymentMethods: [
			{ paymentMethod: method, journalId: 'j', clearingAccountId: 'c', alwaysPaid: true },
		],
	});
	expect(totalOf({ date_paid: null, date_paid_gmt: null }, recorded, settings)).toBeDefined();
});

test('a distance sale needs a collective customer in its country', () => {
	const accounts = (rate: string) => ({
		productsAccountId: `${rate} products`,
		shippingAccountId: `${rate} shipping`,
		discountAccountId: `${rate} discount`,
		feesAccountId: `${rate} fees`,
	});
	const vatMapping = [
		...completeSettings.vatMapping,
		{ country: 'DE', percentage: 19, vatKind: 'oss' as const, ...accounts('de19') },
		{ country: 'DE', percentage: 7, vatKind: 'oss' as const, ...accounts('de7') },
	];
	const administration = {
		name: 'Books',
		foreignVatAccountId: 'foreign vat',
		accounts: [],
		vatRates: [],
	};
	const oss = (countries: string[]) =>
		totalOf(
			{},
			'rest_oss_de_consumer',
			settingsWith({
				...{ vatMapping, administration },
				dayTotals: withTotals().dayTotals,
				dayTotalCountries: countries.map((country) => ({ country, relationId: `card ${country}` })),
			}),
		);
	expect(oss(['BE'])).toBeUndefined();
	expect(oss(['BE', 'DE'])).toMatchObject({ relationId: 'card DE' });
	expect(oss(['BE', 'DE'])!.series).toMatch(/^WDAG-\d{4}-\d\d-\d\d-DE$/);
});

test('an order as it was sold, for a comparison, is that order alone', () => {
	const { draft } = transformAsSold(wooCommerceOrder(recorded), 'woocommerce', withTotals());
	expect(draft).not.toHaveProperty('dayTotal');
});

describe('totals per payout', () => {
	test('an order whose money comes in a payout waits for it, on the day that it has', () => {
		const { invoiceDate } = transformed().draft!;
		expect(totalOf({}, recorded, withPayouts())).toMatchObject({
			...{ series: `WDAG-W-${invoiceDate}`, withoutPayout: 'attention', relationId: 'collective' },
			// Two weeks after the end of its day.
			closesAt: DateTime.fromISO(`${invoiceDate}T00:00`, { zone: 'Europe/Amsterdam' })
				.plus({ days: 15 })
				.toUTC()
				.toISO(),
		});
		const day = withPayouts({ withoutPayout: 'day', payoutWaitDays: 3 });
		expect(totalOf({}, recorded, day)).toMatchObject({ withoutPayout: 'day' });
	});

	test('one with another clearing account, or with none, goes into the total of its day', () => {
		const { invoiceDate } = transformed().draft!;
		for (const payment_method of ['cod', 'bacs']) {
			const total = totalOf({ payment_method, payment_method_title: '' }, recorded, withPayouts());
			expect(total?.series).toBe(`WDAG-${invoiceDate}`);
			expect(total).not.toHaveProperty('withoutPayout');
		}
	});
});
