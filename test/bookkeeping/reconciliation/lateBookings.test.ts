import { lateBookings } from '../../../bookkeeping/reconciliation/lateBookings';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	sales: { box: '1a', holds: 'turnover' },
	vat: { box: '1a', holds: 'vat' },
	export: { box: '3a', holds: 'turnover' },
	oss: { box: 'oss', holds: 'turnover' },
	debtors: { box: 'none', holds: 'receivable' },
};
const roleOf = (id: string): AccountRole => roles[id]!;
const quarter = { from: '2026-01-01', until: '2026-03-31', filedOn: '2026-04-28T09:30:00' };
const after = '2026-05-01T10:00:00';

const on = (accountId: string, amount: number, changedOn = after, date = '2026-03-31') => ({
	...{ accountId, amount, changedOn, date, invoiceNumber: 'W1', description: '' },
});
const sale = (net: number, more: [string?, string?] = []) => [
	on('debtors', -net * 1.21, ...more),
	on('sales', net, ...more),
	on('vat', net * 0.21, ...more),
];

it('says nothing of what was there when the return was filed, nor of a period that is open', () => {
	const early = sale(10_000, ['2026-04-28T09:30:00']);
	const open = sale(10_000, [after, '2026-04-01']);
	expect(lateBookings([...early, ...open], [quarter], roleOf)).toEqual([]);
	expect(lateBookings(sale(10_000), [], roleOf)).toEqual([]);
});

it.each([
	// 4,761.90 × 21 % = 999.999; 1,000.00 and a cent more.
	[100_000, 'nextReturn', 1000],
	[100_001, 'supplement', 1000.01],
	[-100_001, 'supplement', -1000.01],
] as const)('VAT of %i cents asks for: %s', (vat, which, euro) => {
	const [found, ...more] = lateBookings([on('vat', vat), on('sales', vat * 4)], [quarter], roleOf);
	expect(more).toEqual([]);
	expect(found).toMatchObject({
		...{ kind: 'afterFiling', code: 'BOOKED_AFTER_FILING', box: '1a' },
		...{ shopTotal: null, booksTotal: euro, difference: euro },
	});
	expect(JSON.parse(found!.facts)).toEqual({
		...{ case: which, from: '2026-01-01', until: '2026-03-31', filed: '2026-04-28' },
		...{ entries: 1, vat },
	});
	expect(/supplement|suppletie/.test(found!.tip)).toBe(which === 'supplement');
});

it('tells of turnover without VAT too, and not of OSS sales or of payments', () => {
	const [found] = lateBookings([on('export', 5_000)], [quarter], roleOf);
	expect(found).toMatchObject({ box: '3a', difference: 0 });
	expect(lateBookings([on('oss', 5_000), on('debtors', 5_000)], [quarter], roleOf)).toEqual([]);
});

it('counts from the last supplement of the period', () => {
	const supplement = { ...quarter, filedOn: '2026-05-02T00:00:00' };
	expect(lateBookings(sale(10_000), [quarter, supplement], roleOf)).toEqual([]);
	const later = sale(10_000, ['2026-05-03T00:00:00']);
	expect(lateBookings(later, [supplement, quarter], roleOf)).toHaveLength(1);
});
