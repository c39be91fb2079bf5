import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { PreviewRow, PreviewSum, VatBox } from '../../../bookkeeping';
import { previewPage } from '../../../nodes/WebshopTransformer/messages/previewPage';
import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, jouwWebOrder, wooCommerceOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';
import { visibleTexts } from '../../support/visibleTexts';

const regimes = [
	...['domestic', 'oss', 'icp', 'export', 'margin', 'reverseCharge'],
	...['smallBusiness', 'exempt', 'ownRegistration'],
];
/** A row of nothing that could be the same in both languages. */
const previewRows = [
	{
		...{ orderNumber: '1', refund: '2', date: '2026-11-28', orderStatus: '', outcome: 'book' },
		...{ customer: 'consumer', regime: 'domestic', why: '', dayTotal: '3', shopTotal: 1 },
		...{ bookedTotal: 1, totalDifference: 0, shopVat: '', bookedVat: '', vatDifference: 0 },
		...{ lines: '', notes: '', code: '', message: '', tip: '', fingerprint: '' },
	} as PreviewRow,
];
const outcomesOfPage: Record<PreviewRow['outcome'], true> = {
	...{ book: true, wait: true, nothingToBook: true, attention: true },
};
const vatBoxNames: VatBox[] = ['1a', '1b', '1c', '1e', '3a', '3b', 'oss', 'none'];

const preview = async (
	items: IDataObject[],
	shop = 'woocommerce',
	more: object = {},
	given: IDataObject = { settings: completeSettings as unknown as IDataObject },
) =>
	await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'previewOrders', shop, ...more },
		items,
		otherInputs: [[given]],
	});

const order = (name: string) => wooCommerceOrder(name) as IDataObject;

describe('Preview Orders', () => {
	it('gives the row that the manual shows', async () => {
		const page = readFileSync(path.join(__dirname, '../../../docs/transformer.md'), 'utf8');
		const shown = /```json\n(\{\n {2}"orderNumber"[^`]*)```/.exec(page)?.[1] ?? '';
		const { outputs, error } = await preview([order('store_cod')]);
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ json }) => json)).toEqual([JSON.parse(shown)]);
	});

	it('gives one row per order, linked to its item, also for orders that would not be booked', async () => {
		const { outputs } = await preview([
			order('rest_currency_usd'),
			order('rest_status_pending'),
			order('store_cod'),
			{ nothing: true },
		]);
		expect(outputs).toHaveLength(3);
		const rows = outputs[0]!;
		expect(rows.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(rows.map(({ json }) => [json.outcome, json.code, json.bookedTotal])).toEqual([
			['attention', 'CURRENCY_NOT_EUR', null],
			['wait', 'STATUS_NOT_YET', null],
			['book', '', 17.95],
			['attention', 'ORDER_UNREADABLE', null],
		]);
	});

	it('adds up per ledger account and box what would be booked', async () => {
		const { outputs } = await preview([order('store_cod'), order('rest_status_pending')]);
		const sums = outputs[1]!.map(({ json }) => json);
		// A mug of 10.70 and 4.13 of shipping at 21 %: VAT 2.25 and 0.87.
		expect(sums.filter(({ kind }) => kind === 'box')).toEqual([
			{ kind: 'box', name: '1a', orders: 1, amount: 14.83, vat: 3.12 },
		]);
		const accounts = sums.filter(({ kind }) => kind === 'account');
		expect(accounts.map(({ amount }) => amount).sort()).toEqual([10.7, 4.13]);
	});

	it.each([
		['nl', 'Per grootboekrekening', '1a: leveringen/diensten belast met hoog tarief', '€ 17,95'],
		['en', 'Per ledger account', '1a: supplies at the high rate', '€ 17.95'],
	])(
		'makes a page to sign in %s, with the sums and the lines for name and date',
		async (...said) => {
			const [lineLanguage, ...texts] = said;
			const settings = { ...completeSettings, lineLanguage } as unknown as IDataObject;
			const given = { settings, version: 7 };
			const { outputs } = await preview([order('store_cod')], 'woocommerce', {}, given);
			const [page] = outputs[2]!;
			expect(page!.binary!.data).toMatchObject({
				fileName: 'preview-test-client-woocommerce.html',
				mimeType: 'text/html',
			});
			const written = Buffer.from(page!.binary!.data!.data, 'base64').toString('utf8');
			for (const text of texts) expect(written).toContain(text);
			const toFillIn = lineLanguage === 'nl' ? ['Naam', 'Datum', 'Handtekening'] : ['Name', 'Date'];
			for (const name of toFillIn) expect(written).toContain(`<dt>${name}</dt>`);
			expect(written).not.toMatch(/class="differs"|<script|src=|href=/);
		},
	);

	it('says in Dutch every outcome, regime and box that it has in English', () => {
		const one = previewRows[0]!;
		const rows = Object.keys(outcomesOfPage).flatMap((outcome) =>
			regimes.map((regime) => ({ ...one, outcome, regime }) as PreviewRow),
		);
		const sums = vatBoxNames.map(
			(name): PreviewSum => ({ kind: 'box', name, orders: 1, amount: 1, vat: 0.21 }),
		);
		const made = { client: 'c', shop: 's', madeOn: '2026-11-28', rows, sums };
		const own = new Set(['OSS', 'ICP', 'export', 'Client, shop']);
		const english = visibleTexts(previewPage(made, 'en'));
		const dutch = new Set(visibleTexts(previewPage(made, 'nl')));
		const same = english.filter((text) => dutch.has(text) && !own.has(text));
		expect(same).toEqual([]);
	});

	it.each([
		['nl', 'Geen van deze bestellingen zou geboekt worden', 'geen verschil'],
		['en', 'None of these orders would be booked', 'no difference'],
	] as const)('does not call it agreed where nothing would be booked, in %s', (...said) => {
		const [language, text, agreed] = said;
		const none = { totalDifference: null, vatDifference: null, bookedTotal: null };
		const stuck = { ...previewRows[0]!, ...none, outcome: 'attention' } as PreviewRow;
		const made = { client: 'c', shop: 's', madeOn: '2026-11-28', sums: [] };
		const written = previewPage({ ...made, rows: [stuck] }, language);
		expect(written).toContain(text);
		expect(written).not.toContain(agreed);
		const rows = [stuck, previewRows[0]!];
		expect(previewPage({ ...made, rows }, language)).toContain(agreed);
	});

	it('marks what the books would say otherwise than the shop', () => {
		const rows = [{ ...previewRows[0]!, totalDifference: 0.01 }];
		const made = { client: 'c', shop: 's', madeOn: '2026-11-28', rows, sums: [] };
		const written = previewPage(made, 'nl');
		expect(written).toContain('class="differs"');
		expect(written).toContain(
			'iets anders zou zeggen dan de winkel; ze zijn hieronder gemarkeerd: 1',
		);
		expect(written).toContain('nog niet opgeslagen');
	});

	const NO_ORDERS = [{}];

	it('says of a number that is not among the orders that it is not, also without any order', async () => {
		const { outputs } = await preview([order('store_cod')], 'woocommerce', {
			orderNumbers: '60, 99999',
		});
		expect(outputs[0]!.map(({ json }) => [json.orderNumber, json.code])).toEqual([
			['60', ''],
			['99999', 'CHOSEN_ORDER_NOT_FOUND'],
		]);
		const none = await preview(NO_ORDERS, 'woocommerce', { orderNumbers: '7' });
		expect(none.outputs[0]!.map(({ json }) => json.code)).toEqual(['CHOSEN_ORDER_NOT_FOUND']);
		expect((await preview(NO_ORDERS)).outputs).toEqual([[], [], []]);
	});

	it('drafts the refunds of the third input after their orders, and takes them off the sums', async () => {
		const refunded = wooCommerceOrder('after_partial_refund') as IDataObject;
		const [refund] = (refunded.refunds as IDataObject[]).map((short) => ({
			...{ id: short.id, parent_id: refunded.id, amount: String(Math.abs(Number(short.total))) },
			...{ date_created_gmt: '2026-11-23T10:00:00', line_items: [] },
		}));
		const settings = { ...completeSettings, ordersWithRefunds: 'book' } as unknown as IDataObject;
		const run = async (refunds: IDataObject[]) =>
			await runNode({
				node: new WebshopTransformer(),
				parameters: { operation: 'previewOrders', shop: 'woocommerce' },
				items: [refunded, order('store_cod')],
				otherInputs: [[{ settings }], refunds],
			});
		const without = await run([]);
		const { outputs, error } = await run([
			{ order: refunded, refund: refund!, earlierRefunds: [refund!] },
		]);
		expect(error).toBeUndefined();
		const rows = outputs[0]!.map(({ json, pairedItem }) => ({ ...json, pairedItem }));
		expect(rows.map((row) => (row as { refund?: string }).refund)).toEqual([
			'',
			String(refund!.id),
			'',
		]);
		expect(rows[1]).toMatchObject({
			...{ orderNumber: refunded.number, outcome: 'book', totalDifference: 0 },
			...{ bookedTotal: -Number(refund!.amount), pairedItem: { item: 0, input: 2 } },
		});
		const sumOf = ({ outputs: [, sums] }: typeof without) =>
			sums!
				.filter(({ json }) => json.kind === 'box')
				.reduce(
					(sum, { json }) => sum + Math.round((Number(json.amount) + Number(json.vat)) * 100),
					0,
				);
		expect(sumOf(without) - sumOf({ outputs })).toBe(Math.round(Number(refund!.amount) * 100));
	});

	it('says of refunds that the shop did not give why they are not shown', async () => {
		const refunded = wooCommerceOrder('after_partial_refund') as IDataObject;
		const { outputs } = await runNode({
			node: new WebshopTransformer(),
			parameters: { operation: 'previewOrders', shop: 'woocommerce' },
			items: [refunded],
			otherInputs: [
				[{ settings: completeSettings as unknown as IDataObject }],
				[{ order: refunded, refundsNotRead: '503' }],
			],
		});
		expect(outputs[0]!.map(({ json }) => json.code)).toContain('REFUND_NOT_READ');
	});

	it('holds no personal data', async () => {
		const { outputs } = await preview([order('store_cod')]);
		const text = JSON.stringify(outputs[0]![0]!.json);
		for (const personal of [
			'Piet',
			'Jansen',
			'Dorpsweg',
			'3511',
			'gast@example.com',
			'0201234567',
		]) {
			expect(text).not.toContain(personal);
		}
	});

	it('shows VAT that the shop states for all rates together as such (J114, J120)', async () => {
		// The order of docs/transformer.md: 85.75 with VAT 10.20 over two rates.
		const { outputs } = await preview([jouwWebOrder(440003) as IDataObject], 'jouwweb');
		expect(outputs[0]![0]!.json).toMatchObject({
			shopTotal: 85.75,
			bookedTotal: 85.75,
			totalDifference: 0,
			shopVat: 'all: 10.20',
			vatDifference: 0,
		});
	});
});
