import { DateTime } from 'luxon';

import { fromEuro } from '../../../bookkeeping/money/money';
import { draftTotal } from '../../../bookkeeping/totals/draftTotal';
import type { Member } from '../../../bookkeeping/totals/member';
import { planTotals } from '../../../bookkeeping/totals/planTotals';
import { closesAt, seriesOf } from '../../../bookkeeping/totals/series';
import type { Regime } from '../../../bookkeeping/trade/vatKinds';
import { madeMember, recordOfMember, withTotals } from './support';

const DAYS = 100;
const PER_DAY = 500;
const ZONE = 'Europe/Amsterdam';
// Over the end of a year and a night in which the clock is changed.
const FIRST = DateTime.fromISO('2026-12-20', { zone: ZONE });
const settings = {
	...withTotals(),
	dayTotalCountries: [{ country: 'DE', relationId: 'germany' }],
};
const [rules] = settings.dayTotals;

interface Row extends Record<string, unknown> {
	id: number;
	orderKey: string;
	state: 'gathered' | 'inTotal' | 'booked';
	originalInvoiceNumber: string;
	tryUntil: string;
	member: Member;
	day: string;
	rate: number;
	net: number;
	vat: number;
}

/** Numbers that are the same in every run. */
function drawing(seed: number): (below: number) => number {
	let drawn = seed;
	return (below) => {
		drawn = (drawn * 48_271) % 2_147_483_647;
		return drawn % below;
	};
}

const closing = new Map<string, string>();
function closesOn(series: string): string {
	const known = closing.get(series) ?? closesAt(series, ZONE, rules!)!.toUTC().toISO()!;
	closing.set(series, known);
	return known;
}

/** Of a hundred orders some seven are for Germany and three are exported; the rest at 21 or 9 %. */
function orderOf(id: number, day: string, draw: (below: number) => number): Row {
	const kind = draw(100);
	const regime: Regime = kind < 7 ? 'oss' : kind < 10 ? 'export' : 'domestic';
	const country = regime === 'oss' ? 'DE' : regime === 'export' ? 'US' : 'NL';
	const rate = regime === 'oss' ? 19 : regime === 'export' ? 0 : draw(3) === 0 ? 9 : 21;
	const net = 100 + draw(40_000);
	// A shop that rounds per line is off by a cent here and there.
	const vat = rate === 0 ? 0 : Math.round((net * rate) / 100) + draw(3) - 1;
	const member = madeMember(id, [{ percentage: rate, net, vat: regime === 'oss' ? 0 : vat }], {
		regime,
		deliveryCountry: country,
	});
	if (regime === 'oss') {
		const [line] = member.lines;
		member.lines.push({ ...line!, role: 'vat', ledgerAccountId: 'OSS VAT', cents: vat });
	}
	const series = seriesOf(rules!, day, regime, country)!;
	const orderKey = `test-client/woocommerce/${id}`;
	return {
		...{ id, orderKey, shop: 'woocommerce', state: 'gathered', originalInvoiceNumber: series },
		...{ tryUntil: closesOn(series) },
		...{ member, day, rate, net, vat },
	};
}

const sumPer = <One>(
	all: readonly One[],
	keyOf: (one: One) => string,
	centsOf: (one: One) => number,
) => {
	const sums: Record<string, number> = {};
	for (const one of all) sums[keyOf(one)] = (sums[keyOf(one)] ?? 0) + centsOf(one);
	return sums;
};

test('50,000 orders over 100 days, some days late: each is in one total, and rates and days add up', () => {
	const draw = drawing(20_261_129);
	const rows: Row[] = [];
	const totals: Array<Record<string, unknown> & { orderNumber: string }> = [];
	const lines: Array<{ day: string; rate: number; net: number; vat: number }> = [];
	const inTotals: Row[] = [];
	let amounts = 0;
	for (let day = 0; day < DAYS + 12; day += 1) {
		const morning = FIRST.plus({ days: day });
		const days = Array.from({ length: 11 }, (_, late) =>
			morning.minus({ days: late }).toFormat('yyyy-MM-dd'),
		);
		for (let order = 0; day < DAYS && order < PER_DAY; order += 1) {
			// One in fifty comes up to ten days after it was placed, when its day is long closed.
			const late = draw(50) === 0 ? draw(11) : 0;
			rows.push(orderOf(rows.length + 1, days[late]!, draw));
		}
		// Twice a night: what an hour makes, the next does not make again.
		for (const hour of [3, 4]) {
			const now = morning.plus({ days: 1 }).set({ hour });
			const moment = now.toUTC().toISO()!;
			const due = rows.filter(({ state, tryUntil }) => state !== 'booked' && tryUntil <= moment);
			const records = new Map(
				due.map(({ orderKey, member }) => [orderKey, recordOfMember(member)] as const),
			);
			let looks = 0;
			const seen = new Proxy(totals, {
				get: (all, place, own) => {
					looks += 1;
					return Reflect.get(all, place, own) as unknown;
				},
			});
			for (const { step, number, series, firstId, lastId } of planTotals(
				due,
				seen,
				now,
				settings,
				records,
			)) {
				expect(step).toBe('close');
				const members = due.filter(
					({ id, state, originalInvoiceNumber }) =>
						state === 'gathered' &&
						originalInvoiceNumber === series &&
						id >= firstId &&
						id <= lastId,
				);
				const draft = draftTotal(
					{ client: 'test-client', shop: 'woocommerce', number },
					members.map(({ member }) => member),
					settings,
				);
				amounts += fromEuro(draft.invoiceAmount);
				for (const { net, vat, percentage } of draft.charged ?? []) {
					const rate = percentage ?? 0;
					lines.push({ day: draft.invoiceDate, rate, net: fromEuro(net), vat: fromEuro(vat) });
				}
				expect(draft.lines.length + draft.vat.length).toBeLessThanOrEqual(100);
				const sent = [...draft.lines, ...draft.vat].map(({ amount }) => fromEuro(amount));
				expect(sent.reduce((all, cents) => all + cents, 0)).toBe(fromEuro(draft.invoiceAmount));
				for (const row of members) row.state = 'booked';
				inTotals.push(...members);
				totals.push({ shop: 'woocommerce', state: 'booked', orderNumber: number });
			}
			// What is long booked is looked at a few times, and not once per order.
			expect(looks).toBeLessThanOrEqual(8 * totals.length + 20);
		}
	}
	expect(rows).toHaveLength(DAYS * PER_DAY);
	expect(inTotals).toHaveLength(rows.length);
	expect(new Set(inTotals).size).toBe(rows.length);
	const numbers = totals.map(({ orderNumber }) => orderNumber);
	expect(new Set(numbers).size).toBe(numbers.length);
	expect(numbers.filter((number) => /-\d{2}-\d{2}-2$/.test(number)).length).toBeGreaterThan(50);
	const keyOf = ({ day, rate }: { day: string; rate: number }) => `${day} ${rate} %`;
	for (const part of ['net', 'vat'] as const) {
		expect(sumPer(lines, keyOf, (one) => one[part])).toEqual(
			sumPer(rows, keyOf, (one) => one[part]),
		);
	}
	expect(amounts).toBe(rows.reduce((all, { net, vat }) => all + net + vat, 0));
});
