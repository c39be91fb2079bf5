import { decideClaims, rowGivenBack, rowToGoBy } from '../../../bookkeeping/orderTable/claims';

const row = (orderKey: string, claimId: string) => ({ orderKey, claimId });

describe('claims on rows of the order table (HC-17)', () => {
	const decide = (...rows: Array<[string, string]>) => {
		const { mine, toGiveBack } = decideClaims(
			rows.map(([orderKey, claimId]) => ({ orderKey, claimId })),
			'me',
		);
		return [[...mine], [...toGiveBack]];
	};

	test('only orders on which nobody else has a claim', () => {
		expect(decide(['a', 'me'], ['b', 'me'], ['b', 'other'], ['c', 'other'], ['d', ''])).toEqual([
			['a'],
			['b'],
		]);
		expect(decide(['a', ''], ['a', 'me'])).toEqual([['a'], []]);
		expect(decide()).toEqual([[], []]);
	});
});

test('an order that only this run claimed is its own', () => {
	const { mine, toGiveBack } = decideClaims([row('a', '1'), row('b', '1')], '1');
	expect([...mine]).toEqual(['a', 'b']);
	expect([...toGiveBack]).toEqual([]);
});

test('HC-17: an order that stands in the table twice, claimed by two runs, is given back', () => {
	const rows = [row('a', '1'), row('a', '2'), row('b', '1')];
	expect([...decideClaims(rows, '1').mine]).toEqual(['b']);
	expect([...decideClaims(rows, '1').toGiveBack]).toEqual(['a']);
	expect([...decideClaims(rows, '2').mine]).toEqual([]);
});

test('a run books no more than it can before its claims expire; the others are left for the next', () => {
	const rows = ['a', 'b', 'c'].map((key) => row(key, '1'));
	const { mine, toGiveBack } = decideClaims(rows, '1', 2);
	expect([[...mine], [...toGiveBack]]).toEqual([['a', 'b'], ['c']]);
	const many = Array.from({ length: 20_000 }, (_, key) => row(String(key), '1'));
	const decided = decideClaims(many, '1');
	expect([decided.mine.size, decided.toGiveBack.size]).toEqual([1_500, 18_500]);
});

test('rows that another run won, or that nobody claimed, are neither', () => {
	const { mine, toGiveBack } = decideClaims([row('a', '2'), row('b', '')], '1');
	expect([mine.size, toGiveBack.size]).toEqual([0, 0]);
});

test.each(['booked', 'unknown', 'ready', 'needsAttention', 'nothingToBook'])(
	'an order is given back of which another row came in between, and is %s',
	(state) => {
		const rows = [
			{ ...row('a', '1'), state: 'booking' },
			{ ...row('a', ''), state },
		];
		const { mine, toGiveBack } = decideClaims(rows, '1');
		expect([[...mine], [...toGiveBack]]).toEqual([[], ['a']]);
	},
);

test('a row that another run has only recorded takes nothing from who claims first', () => {
	for (const state of ['', null, undefined]) {
		const rows = [row('a', '1'), { ...row('a', ''), state }];
		expect([...decideClaims(rows, '1').mine]).toEqual(['a']);
	}
});

test('a run that claimed two rows of an order goes by the one that says more', () => {
	const [plain, sent, undone] = [{ id: 1 }, { id: 2, mayBeSent: true }, { id: 3, version: 2 }];
	expect(rowToGoBy([plain])).toBe(plain);
	expect(rowToGoBy([plain, sent])).toBe(sent);
	expect(rowToGoBy([sent, undone, plain])).toBe(undone);
});

describe('a claim that is given back', () => {
	const own = {
		orderKey: 'a',
		state: 'booking',
		claimId: '2',
		attempts: 1,
		code: 'CONNECTION_FAILED',
		tryUntil: '2026-01-08T23:00:00.000Z',
	};

	test('leaves the row as it was, for the next run', () => {
		expect(rowGivenBack(own, [own, { ...own, claimId: '1' }])).toMatchObject({
			state: 'ready',
			claimId: '',
			attempts: 1,
			code: 'CONNECTION_FAILED',
			tryUntil: '2026-01-08T23:00:00.000Z',
			mayBeSent: false,
		});
	});

	test('of a row that may have been sent, leaves it unknown', () => {
		expect(rowGivenBack({ ...own, mayBeSent: true }, [own])).toMatchObject({
			state: 'unknown',
			claimId: '',
			mayBeSent: true,
		});
	});

	test('beside a row of the same order that is booked, makes it booked too', () => {
		const bookedAt = new Date('2026-01-05T09:00:00Z');
		const twin = {
			...own,
			state: 'booked',
			claimId: '1',
			code: '',
			snelStartNumber: 'WC-1',
			salesEntryId: 'e-1',
			total: 12.1,
			alreadyThere: false,
			bookedAt,
		};
		expect(rowGivenBack(own, [own, twin])).toMatchObject({
			state: 'booked',
			claimId: '1',
			code: '',
			snelStartNumber: 'WC-1',
			salesEntryId: 'e-1',
			total: 12.1,
			bookedAt: '2026-01-05T09:00:00.000Z',
		});
	});
});
