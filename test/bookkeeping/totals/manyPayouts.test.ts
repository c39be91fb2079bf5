import { DateTime } from 'luxon';

import { fromEuro } from '../../../bookkeeping/money/money';
import { draftTotal } from '../../../bookkeeping/totals/draftTotal';
import type { Member } from '../../../bookkeeping/totals/member';
import { planTotals } from '../../../bookkeeping/totals/planTotals';
import { closesAt, seriesOf, waitingSeries } from '../../../bookkeeping/totals/series';
import { madeMember, withPayouts } from './support';

const ZONE = 'Europe/Amsterdam';
const FIRST = DateTime.fromISO('2026-12-10', { zone: ZONE });
const DAYS = 40;
const PER_DAY = 60;

interface Row extends Record<string, unknown> {
	id: number;
	state: 'gathered' | 'inTotal' | 'booked';
	originalInvoiceNumber: string;
	payout: string;
	tryUntil: string;
	member: Member;
	month: string;
	rate: number;
	total: string;
}

/** Numbers that are the same for the same seed. */
function drawing(seed: number): (below: number) => number {
	let drawn = seed;
	return (below) => {
		drawn = (drawn * 48_271) % 2_147_483_647;
		return drawn % below;
	};
}

const moment = (when: DateTime): string => when.toUTC().toISO()!;
const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** The rows that the update of *Fix orders* finds. */
const isFixedBy =
	({ series, payout, firstId, lastId }: ReturnType<typeof planTotals>[number]) =>
	({ id, state, originalInvoiceNumber, payout: named }: Row): boolean => {
		const [start, isLike] = [series.replace('%', ''), series.endsWith('%')];
		const isSeries = isLike
			? originalInvoiceNumber.startsWith(start)
			: originalInvoiceNumber === series;
		const isNamed = payout === '' || named === payout;
		return state === 'gathered' && isSeries && isNamed && id >= firstId && id <= lastId;
	};

test.each([1, 2, 3])(
	'orders, payouts that come in any order, runs that die: each order is in one total (%i)',
	(seed) => {
		const draw = drawing(seed * 7_919);
		const settings = withPayouts({ withoutPayout: 'day', payoutWaitDays: 9 });
		const [rules] = settings.dayTotals;
		const rows: Row[] = [];
		const totals = new Map<string, { shop: string; state: string; orderNumber: string }>();
		const drafts: Array<{ number: string; month: string; charged: Array<[number, number]> }> = [];
		const book = (number: string): void => {
			const members = rows.filter(({ state, total }) => state === 'inTotal' && total === number);
			const draft = draftTotal(
				{ client: 'test-client', shop: 'woocommerce', number },
				members.map(({ member }) => member),
				settings,
			);
			expect(fromEuro(draft.invoiceAmount)).toBe(
				sumOf([...draft.lines, ...draft.vat].map(({ amount }) => fromEuro(amount))),
			);
			const charged = (draft.charged ?? []).map(({ percentage, net, vat }): [number, number] => [
				percentage ?? 0,
				fromEuro(net) + fromEuro(vat),
			]);
			drafts.push({ number, month: draft.invoiceDate.slice(0, 7), charged });
			totals.set(number, { shop: 'woocommerce', state: 'booked', orderNumber: number });
			for (const row of members) row.state = 'booked';
		};
		for (let day = 0; day < DAYS + 15; day++) {
			const morning = FIRST.plus({ days: day });
			for (let order = 0; day < DAYS && order < PER_DAY; order++) {
				const id = rows.length + 1;
				const date = morning.minus({ days: draw(40) === 0 ? draw(6) : 0 }).toFormat('yyyy-MM-dd');
				const isOss = draw(9) === 0;
				const [regime, country] = isOss ? (['oss', 'DE'] as const) : (['domestic', 'NL'] as const);
				const rate = isOss ? 19 : draw(3) === 0 ? 9 : 21;
				const net = 100 + draw(20_000);
				const vat = Math.round((net * rate) / 100) + draw(3) - 1;
				const member = madeMember(id, [{ percentage: rate, net, vat: isOss ? 0 : vat }], {
					...{ regime, deliveryCountry: country, date },
				});
				const [line] = member.lines;
				if (isOss) member.lines.push({ ...line!, role: 'vat', ledgerAccountId: 'OSS', cents: vat });
				const series = waitingSeries(rules!, seriesOf(rules!, date, regime, country)!);
				rows.push({
					...{ id, orderKey: `test-client/woocommerce/${id}`, shop: 'woocommerce' },
					...{ state: 'gathered', originalInvoiceNumber: series, payout: '' },
					...{ tryUntil: moment(closesAt(series, ZONE, rules!)!), member },
					...{ month: date.slice(0, 7), rate, total: '' },
				});
			}
			// Two payouts a day, some of which end in the same characters; one order in thirty in none.
			for (const provider of ['mollie', 'stripe']) {
				const payout = `test-client/payout/${provider}/p_${day % 11 === 0 ? 'SAME' : `${provider}${day}`}`;
				for (const row of rows.filter(({ state, id }) => state === 'gathered' && id % 30 !== 0)) {
					if (row.payout !== '' || draw(4) !== 0) continue;
					Object.assign(row, { payout, tryUntil: moment(morning) });
				}
			}
			for (const hour of [3, 4]) {
				const now = morning.plus({ days: 1 }).set({ hour });
				const due = rows.filter(
					({ state, tryUntil }) => state !== 'booked' && tryUntil <= moment(now),
				);
				const known = [...totals.values()];
				// A run dies after so many steps; the next one goes on.
				let steps = draw(3) === 0 ? draw(12) : Infinity;
				for (const one of planTotals(due, known as never, now, settings, new Map())) {
					if ((steps -= 1) < 0) break;
					if (one.step === 'giveUp') {
						for (const row of due) {
							const waits = row.state === 'gathered' && row.originalInvoiceNumber === one.series;
							if (waits && row.payout === '') row.originalInvoiceNumber = one.number;
						}
						continue;
					}
					if (one.step === 'close') {
						totals.set(one.number, {
							shop: 'woocommerce',
							state: 'ready',
							orderNumber: one.number,
						});
						if ((steps -= 1) < 0) break;
						for (const row of rows.filter(isFixedBy(one))) {
							Object.assign(row, {
								state: 'inTotal',
								originalInvoiceNumber: one.number,
								total: one.number,
							});
						}
					}
					if ((steps -= 1) < 0) break;
					book(one.number);
				}
			}
		}
		expect(rows).toHaveLength(DAYS * PER_DAY);
		expect(rows.filter(({ state }) => state !== 'booked')).toEqual([]);
		expect([...totals.values()].filter(({ state }) => state !== 'booked')).toEqual([]);
		expect(new Set(drafts.map(({ number }) => number)).size).toBe(drafts.length);
		expect(drafts.every(({ number }) => number.length <= 25)).toBe(true);
		// A total of a payout holds orders that it named, of one month; what no payout named is by day.
		for (const { number } of drafts) {
			const own = rows.filter(({ total }) => total === number);
			const isOfPayout = /-P\d{4}/.test(number);
			expect(new Set(own.map(({ payout, month }) => `${payout} ${month}`)).size).toBe(1);
			expect(own.every(({ payout }) => (payout !== '') === isOfPayout)).toBe(true);
		}
		const perMonth = (all: Array<[month: string, rate: number, cents: number]>) => {
			const sums: Record<string, number> = {};
			for (const [month, rate, cents] of all) {
				sums[`${month} ${rate} %`] = (sums[`${month} ${rate} %`] ?? 0) + cents;
			}
			return sums;
		};
		const booked = drafts.flatMap(({ month, charged }) =>
			charged.map(([rate, cents]): [string, number, number] => [month, rate, cents]),
		);
		const sold = rows.map(({ month, rate, member }): [string, number, number] => [
			...([month, rate] as [string, number]),
			sumOf([...member.lines, ...member.vat].map(({ cents }) => cents)),
		]);
		expect(perMonth(booked)).toEqual(perMonth(sold));
	},
);
