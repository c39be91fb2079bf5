import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { checkSalesOrders } from '../../../bookkeeping/settings/salesOrderCheck';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings, settingsWith } from '../support';

const revenueGroups = [
	{ vatKind: 'high' as const, revenueGroupId: 'group high' },
	{ vatKind: 'low' as const, revenueGroupId: 'group low' },
	{ vatKind: 'none' as const, revenueGroupId: 'group none' },
];

const orders = (changes: Partial<SettingsInput> = {}) =>
	settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups }, ...changes });

describe('settings of sales orders', () => {
	const complaints = (changes: Partial<SettingsInput>) => {
		const result = readSettings({ ...completeSettings, document: 'salesOrder', ...changes });
		return result.ok ? [] : result.complaints;
	};

	test('need a revenue group for every VAT rate (J180)', () => {
		expect(complaints({ salesOrders: { revenueGroups } })).toEqual([]);
		expect(complaints({})).toHaveLength(3);
		expect(complaints({ salesOrders: { revenueGroups: revenueGroups.slice(1) } })).toEqual([
			"'Document' is Sales Order, so 'Revenue Groups' needs a row for the VAT rate high of 'VAT Mapping'.",
		]);
		expect(
			complaints({ salesOrders: { revenueGroups: [...revenueGroups, ...revenueGroups] } }),
		).toHaveLength(3);
	});

	test('a payment term of 101 days is too long for SnelStart', () => {
		const settings = { salesOrders: { revenueGroups } };
		expect(complaints({ ...settings, paymentTermDays: 100 })).toEqual([]);
		expect(complaints({ ...settings, paymentTermDays: 101 })[0]).toMatch(/'Payment Term \(Days\)'/);
	});

	test('are checked against the administration: revenue groups (J180), article codes (J057)', () => {
		const group = (id: string, vatKind: 'high' | 'low' | 'none') => ({
			...{ id, vatKind, number: 1, name: 'Omzet' },
		});
		const facts = {
			revenueGroups: [group('group high', 'high'), group('group low', 'high')],
			itemCodeKind: 'Numeriek',
			itemCodeMaxLength: 10,
		};
		expect(checkSalesOrders(orders(), facts).map(({ en }) => en)).toEqual([
			"'Revenue Groups' low: revenue group 1 Omzet has the VAT rate high; choose another one.",
			"'Revenue Groups' none: this revenue group is not in the administration; choose another one.",
			"'Document' is Sales Order, so article codes (artikelcodes) in SnelStart have to hold 25 letters and digits; they hold 10 digits now. Change that in SnelStart.",
		]);
		expect(checkSalesOrders(settingsWith(), facts)).toEqual([]);
	});

	test('mean nothing as long as sales entries are booked', () => {
		expect(readSettings(completeSettings).ok).toBe(true);
	});
});
