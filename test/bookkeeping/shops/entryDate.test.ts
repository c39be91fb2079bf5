import { transformOrder } from '../../../bookkeeping';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { entryDateOf, type EntryDateRules } from '../../../bookkeeping/shops/entryDate';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings, settingsWith } from '../support';
import { order } from '../refunds/support';

const [woo] = completeSettings.shops;
const shopWith = (changes: object, more: Partial<SettingsInput> = {}): Partial<SettingsInput> => ({
	...more,
	shops: [{ ...woo!, ...changes }] as SettingsInput['shops'],
});
const rules = (changes: Partial<EntryDateRules>): EntryDateRules => ({
	...settingsWith().shops[0]!,
	...changes,
});
/** Ordered on 1 March, paid late in the evening of 31 March in Amsterdam, completed in April. */
const raw = order([{ net: 1000, rate: 21 }], {
	date_paid_gmt: '2026-03-31T22:30:00',
	date_completed_gmt: '2026-04-02T08:00:00',
	meta_data: [
		{ key: '_wcpdf_invoice_date', value: 1774994400 },
		{ key: 'dutch', value: '3-4-2026' },
		{ key: 'iso', value: '2026-04-03 23:59:00' },
		{ key: 'nonsense', value: 'soon' },
		{ key: 'thirtieth', value: '30-2-2026' },
	],
});
const draftOf = (changes: object, of: object = raw) =>
	transformOrder(of, 'woocommerce', settingsWith(shopWith(changes)));

it.each([
	['ordered', '2026-03-01'],
	['paid', '2026-04-01'],
	['completed', '2026-04-02'],
] as const)('an entry is dated on the day it was %s', (entryDate, day) => {
	expect(draftOf({ entryDate }).draft).toMatchObject({ invoiceDate: day });
});

it.each([
	// 2026-04-01T00:00:00 in Amsterdam.
	['_wcpdf_invoice_date', '2026-04-01'],
	['dutch', '2026-04-03'],
	['iso', '2026-04-03'],
])('or on the day in the field %s', (entryDateField, day) => {
	expect(draftOf({ entryDate: 'field', entryDateField }).draft).toMatchObject({
		invoiceDate: day,
	});
});

it.each(['nonsense', 'thirtieth'])('a field without a day is told of: %s', (entryDateField) => {
	expect(draftOf({ entryDate: 'field', entryDateField })).toMatchObject({
		outcome: 'attention',
		code: 'DATE_UNREADABLE',
		facts: { case: 'field', field: entryDateField },
	});
});

it('waits until the shop says the day', () => {
	const open = { ...raw, date_paid_gmt: null, date_paid: null, date_completed_gmt: null };
	expect(draftOf({ entryDate: 'paid' }, open)).toMatchObject({
		outcome: 'wait',
		code: 'ENTRY_DATE_NOT_YET',
		facts: { case: 'paid' },
	});
	expect(entryDateOf(open, '2026-03-01', rules({ entryDate: 'completed' }))).toMatchObject({
		waits: { facts: { case: 'completed' } },
	});
	const field = rules({ entryDate: 'field', entryDateField: 'later' });
	expect(entryDateOf(open, '2026-03-01', field)).toMatchObject({
		waits: { facts: { case: 'field', field: 'later' } },
	});
});

it('leaves the day of the order to VAT rates: one of the order’s own day counts', () => {
	const [nl21, ...others] = completeSettings.vatMapping;
	const vatMapping = [{ ...nl21!, until: '2026-03-31' }, ...others];
	const settings = settingsWith(shopWith({ entryDate: 'completed' }, { vatMapping }));
	expect(transformOrder(raw, 'woocommerce', settings).draft).toMatchObject({
		invoiceDate: '2026-04-02',
	});
});

it.each([
	[{ entryDate: 'field' }, 'name it in'],
	[{ entryDateField: 'iso' }, 'is only used when'],
	[{ kind: 'jouwWeb', entryDate: 'completed' }, 'does not say when'],
])('settings that cannot work are refused: %j', (changes, complaint) => {
	const result = readSettings({ ...completeSettings, ...shopWith(changes) });
	expect(result.ok).toBe(false);
	expect('complaints' in result && result.complaints.join(' ')).toContain(complaint);
});
