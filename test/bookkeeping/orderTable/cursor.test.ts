import { nextCursor, OVERLAP_MS, unrecorded } from '../../../bookkeeping/orderTable/cursor';
import { fc, runs } from '../../support/property';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-11-22T12:00:00Z');

describe('where the next run begins to read', () => {
	it('is an hour before the latest change', () => {
		const changedMs = [NOON - 3 * HOUR, NOON - 2 * HOUR, NOON - 5 * HOUR];
		const next = nextCursor({ cursorMs: NOON - DAY, startedMs: NOON, changedMs });
		expect(next).toBe(NOON - 3 * HOUR);
	});

	it('stays when nothing changed', () => {
		expect(nextCursor({ cursorMs: NOON - DAY, startedMs: NOON, changedMs: [] })).toBe(NOON - DAY);
		expect(nextCursor({ cursorMs: undefined, startedMs: NOON, changedMs: [] })).toBeUndefined();
	});

	it('is not moved by an order dated two days ahead', () => {
		const changedMs = [NOON + 2 * DAY, NOON - 4 * HOUR];
		expect(nextCursor({ cursorMs: undefined, startedMs: NOON, changedMs })).toBe(NOON - 5 * HOUR);
		expect(nextCursor({ cursorMs: NOON - DAY, startedMs: NOON, changedMs: [NOON + 2 * DAY] })).toBe(
			NOON - DAY,
		);
	});

	it('never goes back, but comes back from the future', () => {
		const back = nextCursor({ cursorMs: NOON - DAY, startedMs: NOON, changedMs: [NOON - 3 * DAY] });
		expect(back).toBe(NOON - DAY);
		const ahead = nextCursor({ cursorMs: NOON + 2 * DAY, startedMs: NOON, changedMs: [] });
		expect(ahead).toBe(NOON - HOUR);
	});

	/**
	 * A shop with a clock of its own, orders that become visible up to an hour after their date, orders
	 * dated ahead, and runs at any moment: each order is read by some run. Only a clock that is behind
	 * and an order dated ahead are not taken together: nothing tells such a date from a right one.
	 */
	it('passes over no order, whatever the clock of the shop says', () => {
		const order = fc.record({
			at: fc.integer({ min: 0, max: 40 * HOUR }),
			visibleAfter: fc.integer({ min: 0, max: OVERLAP_MS - 1000 }),
			dated: fc.constantFrom(0, 0, 0, 2 * DAY, 3 * HOUR),
		});
		fc.assert(
			fc.property(
				fc.array(order, { maxLength: 30 }),
				fc.array(fc.integer({ min: 0, max: 60 * HOUR }), { minLength: 1, maxLength: 20 }),
				fc.integer({ min: -DAY, max: DAY }),
				(orders, starts, shopClock) => {
					const shown = orders.map(({ at, visibleAfter, dated }, id) => ({
						id,
						visible: at + visibleAfter,
						changedMs: NOON + at + shopClock + (shopClock < 0 ? 0 : dated),
					}));
					const read = new Set<number>();
					let cursorMs: number | undefined;
					// The last run comes when everything is visible.
					for (const start of [...starts.sort((a, b) => a - b), 61 * HOUR]) {
						const found = shown.filter(
							({ visible, changedMs }) =>
								visible <= start && (cursorMs === undefined || changedMs >= cursorMs),
						);
						for (const { id } of found) read.add(id);
						const changed = found.map(({ changedMs }) => changedMs);
						cursorMs = nextCursor({ cursorMs, startedMs: NOON + start, changedMs: changed });
					}
					expect(shown.filter(({ id }) => !read.has(id))).toEqual([]);
				},
			),
			{ numRuns: runs(2_000) },
		);
	});
});

it('names what was read and not recorded, once', () => {
	expect(unrecorded(['1', '2', '2', '3'], ['3', '1', '9'])).toEqual(['2']);
	expect(unrecorded([], [])).toEqual([]);
});
