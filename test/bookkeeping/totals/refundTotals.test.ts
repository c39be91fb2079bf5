import { DateTime } from 'luxon';

import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { fromEuro } from '../../../bookkeeping/money/money';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { draftTotal } from '../../../bookkeeping/totals/draftTotal';
import { readMember } from '../../../bookkeeping/totals/member';
import { memberList } from '../../../bookkeeping/totals/memberList';
import { planTotals } from '../../../bookkeeping/totals/planTotals';
import { amountRefund } from '../../support/amountRefund';
import { fc, runs } from '../../support/property';
import { completeSettings, settingsWith, wooCommerceOrder } from '../support';
import { madeMember, recorded, recordOf, withTotals } from './support';
import { transformOrder } from '../../../bookkeeping/orders/transform';

const back = (more: object = {}) => withTotals({ refunds: 'inTotals', ...more });

const orderOf = (id: number, changes: object = {}) =>
	wooCommerceOrder(recorded, { id, number: String(id), refunds: [], ...changes });

/** The record of an order that is booked in a total. */
function soldInTotal(order: object, changes: object = {}, settings = back()) {
	const item = transformOrder(order, 'woocommerce', settings);
	const { series } = (item.draft as SalesEntryDraft).dayTotal!;
	return { ...recordOf(item), number: series, entryId: 'e1', ...changes };
}

const AT = '2026-11-28T12:00:00';

function refunded(
	amount: string,
	{ settings = back(), at = AT, sale = {}, changes = {} as object } = {},
) {
	const order = orderOf(29, changes);
	const record = soldInTotal(order, sale);
	const refund = amountRefund(501, 29, amount, at);
	const input = { order, refund, booked: [{ record }], saleState: 'booked' } as const;
	return transformRefund(input, 'woocommerce', settings);
}

const seriesOf = (...given: Parameters<typeof refunded>) =>
	refunded(...given).draft?.dayTotal?.series;

test('a refund of an order in a total goes into the negative total of its own day', () => {
	const { draft, outcome } = refunded('5.00');
	expect(outcome).toBe('book');
	expect(draft).toMatchObject({
		document: 'creditNote',
		invoiceNumber: 'C501',
		dayTotal: {
			series: 'CWDAG-2026-11-28',
			relationId: 'collective',
			method: orderOf(29).payment_method as string,
			closesAt: '2026-11-29T02:00:00.000Z',
		},
	});
	expect(seriesOf('5.00', { settings: back({ period: 'month' }) })).toBe('CWDAG-2026-M11');
});

test.each<[string, Parameters<typeof refunded>[1], string | undefined]>([
	['refunds are booked by themselves', { settings: withTotals() }, undefined],
	['the total of its order is not booked', { sale: { entryId: '' } }, undefined],
	['its order stands on another card', { sale: { relationId: 'earlier' } }, undefined],
	['the row begins later', { settings: back({ from: '2026-11-29' }) }, undefined],
	['the row ended', { settings: back({ until: '2026-11-27' }) }, undefined],
	['it is the first day', { settings: back({ from: '2026-11-28' }) }, 'CWDAG-2026-11-28'],
	[
		'it was made before the shop closed its day',
		{ settings: back({ cutOffHour: 5 }), at: '2026-11-28T03:59:00' },
		'CWDAG-2026-11-27',
	],
	[
		'it was made when the shop had closed its day',
		{ settings: back({ cutOffHour: 5 }), at: '2026-11-28T04:00:00' },
		'CWDAG-2026-11-28',
	],
])('where %s', (_when, given, series) => {
	const { outcome, draft } = refunded('5.00', given);
	expect(outcome).toBe('book');
	expect(draft?.dayTotal?.series).toBe(series);
	expect(draft?.invoiceDate).toBe('2026-11-28');
});

test('of an order that is booked by itself it is a credit note of its own', () => {
	const order = orderOf(29);
	const input = { order, refund: amountRefund(501, 29, '5.00', AT), saleState: 'booked' } as const;
	const { draft } = transformRefund(input, 'woocommerce', back());
	expect(draft?.dayTotal).toBeUndefined();
});

test('a second refund and a cancellation take what the gathered one left, and no cent more', () => {
	const order = orderOf(29);
	const record = soldInTotal(order);
	const total = fromEuro(Number(order.total));
	const first = amountRefund(501, 29, '5.00', AT);
	const one = transformRefund(
		{ order, refund: first, booked: [{ record }], saleState: 'booked' },
		'woocommerce',
		back(),
	);
	const kept = { ...recordOf(one, 'refund'), documentKey: one.orderKey };
	expect(kept).toMatchObject({ document: 'creditNote', entryId: '', number: 'CWDAG-2026-11-28' });
	const booked = [{ record }, { record: kept }];
	const rest = amountRefund(502, 29, ((total - 500) / 100).toFixed(2), AT);
	const other = transformRefund(
		{ order, refund: rest, earlierRefunds: [first], booked, saleState: 'booked' },
		'woocommerce',
		back(),
	);
	const [cancelled] = cancelOrder(
		{ order, date: '2026-11-28', earlierRefunds: [first], booked },
		'woocommerce',
		{ ...back(), paidAndCancelled: 'book' } as never,
	);
	for (const credit of [other, cancelled!]) {
		expect(credit.outcome).toBe('book');
		expect(fromEuro(credit.total!)).toBe(500 - total);
		expect(credit.draft?.document === 'creditNote' && credit.draft.dayTotal?.series).toBe(
			'CWDAG-2026-11-28',
		);
		expect(credit.vat! + one.vat!).toBeCloseTo(
			-transformOrder(order, 'woocommerce', back()).vat!,
			6,
		);
	}
	// A run that died kept its record and gathered nothing: it is drafted once more, to the cent.
	const own = { ...recordOf(cancelled!, 'refund'), documentKey: cancelled!.orderKey };
	const [again] = cancelOrder(
		{
			order,
			date: '2026-11-28',
			earlierRefunds: [first],
			booked: [...booked, { record: own }],
		},
		'woocommerce',
		{ ...back(), paidAndCancelled: 'book' } as never,
	);
	expect(again!.draft).toEqual(cancelled!.draft);
	const inBooks = { ...own, entryId: 'e2', number: 'CWDAG-2026-11-28' };
	const [done] = cancelOrder(
		{
			order,
			date: '2026-11-28',
			earlierRefunds: [first],
			booked: [...booked, { record: inBooks }],
		},
		'woocommerce',
		{ ...back(), paidAndCancelled: 'book' } as never,
	);
	expect(done).toMatchObject({ outcome: 'nothingToBook', code: 'CREDITED_IN_FULL' });
});

test('a negative total is an entry below zero, on the card of its sales, with the list of its refunds', () => {
	const members = [1, 2].map((id) =>
		madeMember(id, [{ percentage: 21, net: -1_000 * id, vat: -210 * id }], {
			...{ isCredit: true, ofOrder: `${id}00`, invoiceNumber: `CRW${id}`, relationId: 'sold on' },
		}),
	);
	const about = { client: 'test-client', shop: 'woocommerce', number: 'CWDAG-2026-11-28' };
	expect(draftTotal(about, members, back())).toMatchObject({
		...{ invoiceNumber: 'CWDAG-2026-11-28', invoiceDate: '2026-11-28', invoiceAmount: -36.3 },
		description: 'Refunds of the day CWDAG-2026-11-28 (2)',
		customer: { kind: 'fixedDebtor', relationId: 'sold on' },
		lines: [{ description: 'Refunds VAT 21 %', amount: -30, vatKind: 'high' }],
		vat: [{ vatKind: 'high', amount: -6.3 }],
		charged: [{ percentage: 21, net: -30, vat: -6.3 }],
	});
	expect(memberList(members)).toBe(
		[
			'refund;order;payment method;net 21 %;VAT 21 %;rounding;total',
			'CRW1;100;ideal;-10,00;-2,10;0,00;-12,10',
			'CRW2;200;ideal;-20,00;-4,20;0,00;-24,20',
			'',
		].join('\r\n'),
	);
	const sale = madeMember(3, [{ percentage: 21, net: 100, vat: 21 }]);
	expect(() => draftTotal(about, [...members, sale], back())).toThrow(
		expect.objectContaining({ code: 'TOTAL_NOT_EXACT' }) as Error,
	);
});

test('what goes back of distance sales is in a negative total per country, with its VAT on its account', () => {
	const accounts = (rate: string) => ({
		...{ productsAccountId: `${rate} products`, shippingAccountId: `${rate} shipping` },
		...{ discountAccountId: `${rate} discount`, feesAccountId: `${rate} fees` },
	});
	const settings = settingsWith({
		vatMapping: [
			...completeSettings.vatMapping,
			...[19, 7].map((percentage) => ({
				...{ country: 'DE', percentage, vatKind: 'oss' as const },
				...accounts(`de${percentage}`),
			})),
		],
		administration: {
			...{ name: 'Books', foreignVatAccountId: 'foreign vat', accounts: [], vatRates: [] },
		},
		dayTotals: back().dayTotals,
		dayTotalCountries: [{ country: 'DE', relationId: 'card DE' }],
	});
	const order = wooCommerceOrder('rest_oss_de_consumer', { refunds: [] });
	const sold = transformOrder(order, 'woocommerce', settings);
	const record = { ...soldInTotal(order, {}, settings), relationId: 'card DE' };
	const all = String(order.total);
	const refund = amountRefund(501, Number(order.id), all, AT);
	const one = transformRefund(
		{ order, refund, booked: [{ record }], saleState: 'booked' },
		'woocommerce',
		settings,
	);
	expect(one.draft?.dayTotal).toMatchObject({
		...{ series: 'CWDAG-2026-11-28-DE', relationId: 'card DE' },
	});
	const member = readMember(recordOf(one, 'refund'))!;
	const about = { client: 'test-client', shop: 'woocommerce', number: 'CWDAG-2026-11-28-DE' };
	const { lines, vat, invoiceAmount, deliveryCountry } = draftTotal(about, [member], settings);
	expect([invoiceAmount, vat, deliveryCountry]).toEqual([-Number(all), [], 'DE']);
	const foreign = lines.filter(({ ledgerAccountId }) => ledgerAccountId === 'foreign vat');
	expect(foreign.reduce((sum, { amount }) => sum + fromEuro(amount), 0)).toBe(-fromEuro(sold.vat!));
});

test('rounding below zero keeps as many lines as SnelStart takes', () => {
	const members = Array.from({ length: 100 }, (_, id) =>
		madeMember(id, [{ percentage: 21, net: -12, vat: -3 }], { isCredit: true }),
	);
	const about = { client: 'test-client', shop: 'woocommerce', number: 'CWDAG-2026-11-28' };
	const { lines, vat, invoiceAmount } = draftTotal(about, members, back());
	expect(vat).toEqual([{ vatKind: 'high', percentage: 21, amount: -3 }]);
	expect(lines).toHaveLength(48);
	expect([lines.reduce((all, { amount }) => all + fromEuro(amount), 0), invoiceAmount]).toEqual([
		-1200, -15,
	]);
});

test('each refund is in one negative total, and rates and days add up, whenever it comes', () => {
	const settings = back();
	const parts = fc.array(
		fc.record({
			order: fc.integer({ min: 0, max: 3 }),
			cents: fc.integer({ min: 1, max: 4_000 }),
			day: fc.integer({ min: 0, max: 3 }),
			/** On which morning it is read. */
			read: fc.integer({ min: 0, max: 6 }),
		}),
		{ minLength: 1, maxLength: 12 },
	);
	const first = DateTime.fromISO('2026-11-28', { zone: 'Europe/Amsterdam' });
	fc.assert(
		fc.property(parts, (made) => {
			const orders = [0, 1, 2, 3].map((index) => orderOf(100 + index));
			const sales = orders.map((order) => soldInTotal(order));
			const kept = new Map<number, Array<{ record: Record<string, unknown> }>>();
			const given = new Map<number, object[]>();
			const rows: Array<Record<string, unknown> & { id: number; key: string }> = [];
			const records = new Map<string, Record<string, unknown>>();
			const totals: Array<Record<string, unknown>> = [];
			const perRateOf = (charged: Record<string, [number, number]>, day: string, sums: Sums) => {
				for (const [rate, [net, vat]] of Object.entries(charged)) {
					if (net === 0 && vat === 0) continue;
					const before = sums.get(`${day} ${rate}`) ?? [0, 0];
					sums.set(`${day} ${rate}`, [before[0] + net, before[1] + vat]);
				}
			};
			type Sums = Map<string, [number, number]>;
			const [wanted, booked]: [Sums, Sums] = [new Map(), new Map()];
			const held: string[] = [];
			for (let morning = 0; morning <= 8; morning += 1) {
				for (const [index, one] of made.entries()) {
					if (Math.max(one.read, one.day) !== morning) continue;
					const { order: at } = one;
					const day = first.plus({ days: one.day }).toFormat('yyyy-MM-dd');
					const raw = amountRefund(
						9_000 + morning * 100 + index,
						100 + at,
						(one.cents / 100).toFixed(2),
						`${day}T12:00:00`,
					);
					const earlierRefunds = given.get(at) ?? [];
					const documents = [{ record: sales[at]! }, ...(kept.get(at) ?? [])];
					const refund = transformRefund(
						{
							order: orders[at],
							refund: raw,
							earlierRefunds,
							booked: documents,
							saleState: 'booked',
						},
						'woocommerce',
						settings,
					);
					// More than is left is refused, as for credit notes by themselves.
					if (refund.outcome !== 'book') continue;
					const record = recordOf(refund, 'refund');
					expect(refund.draft?.dayTotal?.series).toBe(`CWDAG-${day}`);
					given.set(at, [...earlierRefunds, raw]);
					kept.set(at, [...(kept.get(at) ?? []), { record }]);
					records.set(refund.orderKey, record);
					perRateOf(JSON.parse(String(record.charged)) as never, day, wanted);
					rows.push({
						...{ id: rows.length + 1, key: refund.orderKey, kind: 'refund', shop: 'woocommerce' },
						...{ state: 'gatheredRefund', originalInvoiceNumber: `CWDAG-${day}` },
					});
				}
				const now = first.plus({ days: morning + 1, hours: 4 });
				const due = rows.filter(({ state }) => state !== 'booked');
				for (const plan of planTotals(due, totals, now, settings, new Map())) {
					expect(plan).toMatchObject({ step: 'close', kind: 'refund', waitsAs: 'gatheredRefund' });
					const own = due.filter(
						({ id, originalInvoiceNumber }) =>
							originalInvoiceNumber === plan.series && id >= plan.firstId && id <= plan.lastId,
					);
					const members = own.map(({ key }) => readMember(records.get(key)!)!);
					const draft = draftTotal({ ...plan }, members, settings);
					expect(draft.invoiceAmount).toBeLessThan(0);
					for (const { percentage, net, vat } of draft.charged ?? []) {
						const rate = {
							[String(percentage)]: [fromEuro(net), fromEuro(vat)] as [number, number],
						};
						perRateOf(rate, draft.invoiceDate, booked);
					}
					for (const row of own) row.state = 'booked';
					held.push(...own.map(({ key }) => key));
					totals.push({ shop: 'woocommerce', state: 'booked', orderNumber: plan.number });
				}
			}
			expect(held.toSorted()).toEqual([...records.keys()].toSorted());
			expect(booked).toEqual(wanted);
		}),
		{ numRuns: runs(30) },
	);
});
