import { openDayOf, whenClosedOf } from '../../../bookkeeping/documents/openDay';
import { fc, runs } from '../../support/property';

const firstQuarter = { from: '2026-01-01', until: '2026-03-31' };
const april = { from: '2026-04-01', until: '2026-04-30' };
const move = { book: 'firstOpenDay' } as const;

describe('the day of an entry', () => {
	it.each([['2025-12-31'], ['2026-04-01']])('stays %s outside a filed period', (date) => {
		expect(openDayOf(date, [firstQuarter])).toEqual({ date });
	});

	it.each([['2026-01-01'], ['2026-02-14'], ['2026-03-31']])(
		'%s in a filed period waits, with the period',
		(date) => {
			expect(openDayOf(date, [april, firstQuarter])).toEqual({
				closed: {
					code: 'PERIOD_CLOSED',
					facts: { case: 'filed', date, from: '2026-01-01', until: '2026-03-31' },
				},
			});
		},
	);

	it('is the first open day where the settings say so', () => {
		expect(openDayOf('2026-02-14', [firstQuarter], move)).toEqual({ date: '2026-04-01' });
		expect(openDayOf('2026-02-14', [april, firstQuarter], move)).toEqual({ date: '2026-05-01' });
	});

	it('goes by the closed books as well, whatever was filed', () => {
		const closed = { book: 'attention', until: '2026-04-30' } as const;
		expect(openDayOf('2026-04-30', [], closed)).toEqual({
			closed: {
				code: 'PERIOD_CLOSED',
				facts: { case: 'booksClosed', date: '2026-04-30', until: '2026-04-30' },
			},
		});
		expect(openDayOf('2026-05-01', [], closed)).toEqual({ date: '2026-05-01' });
		expect(openDayOf('2026-01-05', [firstQuarter], { ...move, until: '2026-01-31' })).toEqual({
			date: '2026-04-01',
		});
		expect(openDayOf('2026-03-05', [april], { ...move, until: '2026-03-31' })).toEqual({
			date: '2026-05-01',
		});
	});

	it('is never a closed one, nor an open one passed over', () => {
		const month = fc.integer({ min: 1, max: 12 });
		const two = (n: number) => String(n).padStart(2, '0');
		fc.assert(
			fc.property(
				fc.uniqueArray(month),
				month,
				fc.integer({ min: 1, max: 28 }),
				(filed, of, on) => {
					const periods = filed.map((one) => ({
						from: `2026-${two(one)}-01`,
						until: new Date(Date.UTC(2026, one, 0)).toISOString().slice(0, 10),
					}));
					const date = `2026-${two(of)}-${two(on)}`;
					let expected = of;
					while (filed.includes(expected)) expected++;
					const firstOfMonth = expected > 12 ? '2027-01-01' : `2026-${two(expected)}-01`;
					const answer = openDayOf(date, periods, move);
					expect(answer).toEqual({ date: expected === of ? date : firstOfMonth });
				},
			),
			{ numRuns: runs(200) },
		);
	});
});

it('leaves what is usual out of the draft', () => {
	expect(whenClosedOf({ closedPeriods: 'attention' })).toEqual({});
	expect(whenClosedOf({ closedPeriods: 'firstOpenDay' })).toEqual({ whenClosed: move });
	expect(whenClosedOf({ closedPeriods: 'attention', booksClosedUntil: '2026-03-31' })).toEqual({
		whenClosed: { book: 'attention', until: '2026-03-31' },
	});
});
