import {
	parametersFromSettings,
	settingsFromParameters,
} from '../../../bookkeeping/settings/parameters';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { completeSettings } from '../support';

const read = (parameters: Record<string, unknown>) =>
	settingsFromParameters((name, whenAbsent) => parameters[name] ?? whenAbsent);

test('settings become parameters of the node and are the same settings again', () => {
	const again = readSettings(read(parametersFromSettings(completeSettings)));
	expect(again).toEqual(readSettings(completeSettings));
	expect(again.ok).toBe(true);
});

test('lists are texts with commas, rows stand in a list of their own', () => {
	const { shops } = parametersFromSettings(completeSettings) as {
		shops: { rows: Array<Record<string, unknown>> };
	};
	expect(shops.rows[0]).toMatchObject({
		...{ shop: 'woocommerce', statusesToSkip: 'cancelled, failed' },
	});
	const back = read({ shops: { rows: [{ shop: 'a', statusesToBook: ' paid ,, done ' }] } });
	expect(back.shops[0]).toMatchObject({ shop: 'a', statusesToBook: ['paid', 'done'] });
});

test('accounts that are all empty are left out', () => {
	expect(read({ icp: { accounts: { productsAccountId: '' } } }).icp).toBeUndefined();
	expect(read({ icp: { accounts: { productsAccountId: 'p' } } }).icp).toMatchObject({
		...{ productsAccountId: 'p' },
	});
});

test('what only sales orders have is not shown for sales entries', () => {
	const salesOrders = { vatEntry: 'inclusive' as const };
	const shown = (document: 'salesEntry' | 'salesOrder') =>
		JSON.stringify(parametersFromSettings({ ...completeSettings, document, salesOrders }));
	expect(shown('salesOrder')).toContain('inclusive');
	expect(shown('salesEntry')).not.toContain('inclusive');
});
