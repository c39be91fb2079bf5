import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { EntryDraft, SalesEntryDraft } from '../../bookkeeping/documents/draft';
import { readSettings } from '../../bookkeeping/settings/readSettings';
import type { Settings, SettingsInput } from '../../bookkeeping/settings/settings';
import { transformOrder, type TransformedOrder } from '../../bookkeeping/orders/transform';

type Json = Record<string, unknown>;

const ROOT = path.join(__dirname, '..', '..');
const RECORDED = path.join(ROOT, 'test', 'fixtures', 'woocommerce');
const JOUWWEB = path.join(ROOT, 'sandbox', 'data', 'jouwweb', 'orders');

/** A recorded answer of a real WooCommerce, changed where a test says so. */
export function wooCommerceOrder(name: string, changes: Json = {}): Json {
	return { ...read(path.join(RECORDED, `order_${name}.json`)), ...changes };
}

/** Names of all recorded WooCommerce orders. */
export const recordedOrders = readdirSync(RECORDED)
	.filter((file) => file.startsWith('order_'))
	.map((file) => file.slice('order_'.length, -'.json'.length))
	.filter((name) => !name.startsWith('list'));

/** An order in the layout of the JouwWeb manual, changed where a test says so. */
export function jouwWebOrder(id: number, changes: Json = {}): Json {
	const file = readdirSync(JOUWWEB).find((name) => read(path.join(JOUWWEB, name)).id === id);
	if (!file) throw new Error(`There is no JouwWeb order ${id}`);
	return { ...read(path.join(JOUWWEB, file)), ...changes };
}

const accounts = (row: string) => ({
	productsAccountId: `${row} products`,
	shippingAccountId: `${row} shipping`,
	discountAccountId: `${row} discount`,
	feesAccountId: `${row} fees`,
});

/** Complete settings of a Dutch client with both shops; every account is named after its row. */
export const completeSettings: SettingsInput = {
	client: 'test-client',
	// As the manual words them.
	lineLanguage: 'en',
	shops: [
		{
			shop: 'woocommerce',
			kind: 'wooCommerce',
			statusesToBook: ['processing', 'completed', 'refunded', 'on-hold'],
			statusesToSkip: ['cancelled', 'failed'],
		},
		{ shop: 'jouwweb', kind: 'jouwWeb', statusesToBook: ['processed'] },
	],
	vatMapping: [
		{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts('21') },
		{ country: 'NL', percentage: 9, vatKind: 'low', ...accounts('9') },
		{ country: 'NL', percentage: 0, vatKind: 'none', ...accounts('0') },
	],
	icp: accounts('icp'),
	international: accounts('export'),
	roundingAccountId: 'rounding',
	vatNumberCheck: { use: 'formOnly' },
};

export function settingsWith(changes: Partial<SettingsInput> = {}): Settings {
	const result = readSettings({ ...completeSettings, ...changes });
	if (!result.ok) throw new Error(result.complaints.join(' '));
	return result.settings;
}

/** Transforms an order of the shop it looks like. */
export function transform(raw: unknown, settings = settingsWith()): TransformedOrder {
	const isJouwWeb = typeof raw === 'object' && raw !== null && 'orderNumber' in raw;
	return transformOrder(raw, isJouwWeb ? 'jouwweb' : 'woocommerce', settings);
}

/** The draft of an order that must be bookable. */
export function draftOf(raw: unknown, settings?: Settings): SalesEntryDraft {
	const transformed = transform(raw, settings);
	if (transformed.draft?.document === 'salesEntry') return transformed.draft;
	throw new Error(`${transformed.code}: ${transformed.message}`);
}

/** Lines as `[role, account, amount]`, short enough to write down by hand. */
export function linesOf(draft: Pick<EntryDraft, 'lines'>): Array<[string, string, number]> {
	return draft.lines.map(({ role, ledgerAccountId, amount }) => [role, ledgerAccountId, amount]);
}

/** VAT as `{ percentage: amount }`. */
export function vatOf(draft: Pick<EntryDraft, 'vat'>): Record<string, number> {
	return Object.fromEntries(draft.vat.map(({ percentage, amount }) => [percentage, amount]));
}

function read(file: string): Json {
	return JSON.parse(readFileSync(file, 'utf8')) as Json;
}
