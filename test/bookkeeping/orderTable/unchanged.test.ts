import { isUnchanged, readFound, stateNames, type Found, type State } from '../../../bookkeeping';

const item = {
	outcome: 'book',
	orderKey: 'c/s/1',
	client: 'c',
	shop: 's',
	orderId: '1',
	orderNumber: '1001',
	orderStatus: 'processing',
	total: 12.1,
	vat: 2.1,
	regime: 'domestic',
	fingerprint: 'EUR 12.10 | to NL',
	orderDate: '2026-01-05',
	paymentIds: 'tr_1',
	paymentMethod: 'iDEAL',
	draft: { invoiceNumber: 'WC-1', invoiceDate: '2026-01-05' },
};
const left = (outcome: string, code: string) => ({
	...item,
	outcome,
	code,
	message: 'Why',
	tip: 'T',
});
const foundOf = (raw: object) => readFound('order', raw, 3) as Found;

/** The row as a run wrote it and n8n gives it back. */
const rowOf = (found: Found, more: object = {}) => ({
	...{ id: 7, createdAt: '2026-01-05T10:00:00.000Z', updatedAt: '2026-01-05T10:00:01.000Z' },
	...{ ...found.seen, ...found.figures },
	...('reason' in found ? found.reason : { state: 'booked', code: '', orderDate: '2026-01-05' }),
	...more,
});

const booked = foundOf(item);
const waits = foundOf({ ...left('wait', 'STATUS_NOT_YET'), orderStatus: 'pending' });
const skipped = foundOf(left('nothingToBook', 'STATUS_SKIPPED'));
const refused = foundOf(left('attention', 'NO_VAT_MAPPING'));
const all: Array<[string, Found]> = [
	['booked', booked],
	['waiting', waits],
	['nothingToBook', skipped],
	['needsAttention', refused],
];

test.each(all)('an order that is %s and as it was written needs no run', (_, found) => {
	expect(isUnchanged(found, [rowOf(found)])).toBe(true);
});

test.each(all)('an order that is %s goes on when it has no row, or two', (_, found) => {
	expect(isUnchanged(found, [])).toBe(false);
	expect(isUnchanged(found, [rowOf(found), rowOf(found)])).toBe(false);
});

test.each(all)(
	'an order that is %s goes on when anything of it that is written changed',
	(_, found) => {
		const changes = [
			...['orderStatus', 'seenFingerprint', 'paymentIds', 'orderNumber', 'orderId', 'parentKey'],
			...['client', 'shop', 'kind'],
		];
		for (const column of changes) {
			expect([column, isUnchanged(found, [rowOf(found, { [column]: 'other' })])]).toEqual([
				column,
				false,
			]);
			expect(isUnchanged(found, [rowOf(found, { [column]: null })])).toBe(false);
		}
	},
);

test.each(all.slice(1))(
	'an order that is %s goes on when it is so for another reason',
	(_, found) => {
		for (const change of [
			...[{ code: 'OTHER' }, { message: '' }, { tip: null }, { facts: '{}' }, { total: 12.11 }],
			...[{ vat: null }, { regime: 'oss' }, { paymentMethod: '' }, { fingerprint: '' }],
			...[{ settingsVersion: 2 }, { claimId: '9' }, { orderDate: '2026-01-06' }],
			// Rows of before had no day.
			...[{ orderDate: null }],
		]) {
			expect([change, isUnchanged(found, [rowOf(found, change)])]).toEqual([change, false]);
		}
	},
);

test('what states no day leaves that of its row', () => {
	const undated = foundOf({ ...left('wait', 'STATUS_NOT_YET'), orderDate: '' });
	for (const orderDate of ['2026-01-05', null]) {
		expect(isUnchanged(undated, [rowOf(undated, { orderDate })])).toBe(true);
	}
});

test('whatever is to be booked goes on, unless its row says that it is', () => {
	for (const state of stateNames.filter((name) => name !== 'booked')) {
		expect([state, isUnchanged(booked, [rowOf(booked, { state })])]).toEqual([state, false]);
	}
});

test('whatever is not in the state that was decided goes on', () => {
	for (const [own, found] of all.slice(1)) {
		// Of a booked row nothing but what is seen is ever written.
		const others = stateNames.filter((name: State) => name !== own && name !== 'booked');
		for (const state of others) {
			expect([own, state, isUnchanged(found, [rowOf(found, { state })])]).toEqual([
				own,
				state,
				false,
			]);
		}
	}
	const asksVies = foundOf(left('wait', 'VAT_NUMBER_NOT_CHECKED'));
	expect(rowOf(asksVies)).toMatchObject({ state: 'ready' });
	expect(isUnchanged(asksVies, [rowOf(asksVies)])).toBe(false);
});

test('a booked order goes on when a change is to be noted, or a note is over (J035)', () => {
	expect(isUnchanged(booked, [rowOf(booked, { fingerprint: 'EUR 24.20 | to NL' })])).toBe(false);
	expect(isUnchanged(booked, [rowOf(booked, { code: 'CHANGED_AFTER_BOOKING' })])).toBe(false);
	expect(isUnchanged(booked, [rowOf(booked, { orderDate: '2026-01-06' })])).toBe(false);
});

test('a booked order whose second entry SnelStart refused goes on', () => {
	expect(isUnchanged(booked, [rowOf(booked, { code: 'BESIDE_NOT_BOOKED' })])).toBe(false);
});

test('a booked order that is not to be booked by now is told of once', () => {
	const cancelled = foundOf({ ...left('nothingToBook', 'STATUS_SKIPPED'), fingerprint: '' });
	const row = { ...rowOf(booked), ...cancelled.seen };
	expect(isUnchanged(cancelled, [row])).toBe(false);
	expect(isUnchanged(cancelled, [{ ...row, fingerprint: '' }])).toBe(true);
});
