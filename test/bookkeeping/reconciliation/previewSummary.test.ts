import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { previewSummary } from '../../../bookkeeping/reconciliation/previewSummary';
import { settings as withCard, sold } from '../documents/soldWithCard';
import { settingsWith, transform } from '../support';
import { recorded, transformed } from '../totals/support';

const settings = settingsWith();
const orders = [
	transformed({ id: 1, number: '1' }, recorded, settings),
	transformed({ id: 2, number: '2' }, recorded, settings),
	transformed({ id: 3, number: '3', status: 'cancelled' }, recorded, settings),
	transformed({ id: 4, number: '4' }, 'rest_export_us', settings),
	// No row for German VAT.
	transformed({ id: 5, number: '5' }, 'rest_oss_de_consumer', settings),
];
const sums = previewSummary(orders, settings);

test('the boxes hold what the shop charged for what would be booked, and nothing else', () => {
	// Twice the order of 62.30: 19.26 + 4.13 + 2.07 at 21 % with 5.35, 20.63 at 9 % with 1.86, 9.00 at
	// 0 %. Once that of 68.83 for the United States.
	expect(sums.filter(({ kind }) => kind === 'box')).toEqual([
		{ kind: 'box', name: '1a', orders: 2, amount: 50.92, vat: 10.7 },
		{ kind: 'box', name: '1b', orders: 2, amount: 41.26, vat: 3.72 },
		{ kind: 'box', name: '1e', orders: 2, amount: 18, vat: 0 },
		{ kind: 'box', name: '3a', orders: 1, amount: 68.83, vat: 0 },
	]);
});

test('each account once, in order, with the orders that stand on it', () => {
	const accounts = sums.filter(({ kind }) => kind === 'account');
	expect(accounts.map(({ name, orders: of, amount }) => [name, of, amount])).toEqual([
		['0 discount', 2, -2],
		['0 products', 2, 20],
		['21 discount', 2, -4.28],
		['21 fees', 2, 4.14],
		['21 products', 2, 42.8],
		['21 shipping', 2, 8.26],
		['9 discount', 2, -4.6],
		['9 products', 2, 45.86],
		['export products', 1, 44.33],
		['export shipping', 1, 24.5],
	]);
});

test('an account that the administration knows is named by number and name', () => {
	const [order] = orders;
	const id = (order!.draft as SalesEntryDraft).lines[0]!.ledgerAccountId;
	const accounts = [{ id, number: 8000, name: 'Omzet hoog' }];
	const known = { ...settings, administration: { accounts } } as unknown as typeof settings;
	expect(previewSummary([order!], known).map(({ name }) => name)).toContain('8000 Omzet hoog');
});

test('of an order in two entries both count, and it is one order', () => {
	// Goods of 50.00 with 10.50 of VAT by OSS, and a gift card of 25.00 in an entry of its own.
	const order = transform(sold(), withCard()) as Parameters<typeof previewSummary>[0][number];
	expect(previewSummary([order], withCard()).filter(({ kind }) => kind === 'box')).toEqual([
		{ kind: 'box', name: 'oss', orders: 1, amount: 50, vat: 10.5 },
		{ kind: 'box', name: 'none', orders: 1, amount: 25, vat: 0 },
	]);
});
