/** Every recorded answer of a real shop, through the nodes in n8n's engine (WC-501, WC-601, WC-801). */
import { randomBytes } from 'node:crypto';

import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { isSigned } from '../../../nodes/WooCommerce/trigger/signature';
import { completeSettings, recordedOrders, wooCommerceOrder } from '../../bookkeeping/support';
import { recordedRefusals } from '../../bookkeeping/recordedRefusals';
import created from '../../fixtures/woocommerce/webhook_order_created.json';
import deleted from '../../fixtures/woocommerce/webhook_order_deleted.json';
import updated from '../../fixtures/woocommerce/webhook_order_updated.json';
import amountOnly from '../../fixtures/woocommerce/refund_amount_only.json';
import byStatus from '../../fixtures/woocommerce/refund_full_by_status.json';
import fullItems from '../../fixtures/woocommerce/refund_full_items.json';
import ofOlder from '../../fixtures/woocommerce/refunds_995.json';
import partialThenRest from '../../fixtures/woocommerce/refunds_partial_then_status_refunded.json';
import webhooks from '../../fixtures/woocommerce/webhooks_list.json';
import { runNode } from '../../support/engine';
import { asGiven } from './support';

const SHOP = 'https://shop.example';
const API = `${SHOP}/wp-json/wc/v3`;
const wooCommerceStoreApi = {
	url: SHOP,
	consumerKey: `ck_${randomBytes(20).toString('hex')}`,
	consumerSecret: `cs_${randomBytes(20).toString('hex')}`,
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

type Json = Record<string, unknown>;
const rows = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** What the shop answered at this path, with the totals it sends with a list. */
function replay(path: string, answer: unknown): void {
	const count = Array.isArray(answer) ? String(answer.length) : undefined;
	const totals: Record<string, string> =
		count === undefined ? {} : { 'X-WP-Total': count, 'X-WP-TotalPages': '1' };
	nock(API)
		.get(path)
		.query(true)
		.reply(200, answer as nock.Body, totals);
}

async function read(parameters: INodeParameters): Promise<IDataObject[]> {
	const { outputs, error } = await runNode({
		node: new WooCommerce(),
		parameters: { simplify: false, returnAll: true, ...parameters },
		credentials: { wooCommerceStoreApi },
	});
	expect(error).toBeUndefined();
	return (outputs[0] ?? []).map(({ json }) => json);
}

/** Reads an order as the shop answered it, and drafts it. */
async function readAndDraft(order: Json): Promise<IDataObject> {
	replay(`/orders/${String(order.id)}`, order);
	const items = await read({ resource: 'order', operation: 'get', orderId: String(order.id) });
	expect(items).toEqual([asGiven(order)]);
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'transformOrders', shop: 'woocommerce' },
		items,
		otherInputs: [[{ settings: completeSettings as unknown as IDataObject }]],
	});
	expect(error).toBeUndefined();
	const [drafted, ...others] = outputs.flat().map(({ json }) => json);
	expect(others).toEqual([]);
	return drafted!;
}

const sixDecimals = (amount: number): string => String(Math.round(amount * 1e6) / 1e6);

/** The tax of a line before it is rounded, by the rate on its own tax line. */
function unrounded(order: Json, line: Json, tax: Json, net: unknown, shown: unknown): string {
	const rate = rows(order.tax_lines).find(({ rate_id }) => rate_id === tax.id)?.rate_percent;
	const gross = Number(net) + Number(shown);
	const isGoods = 'product_id' in line;
	const amount = isGoods
		? (gross * Number(rate)) / (100 + Number(rate))
		: (Number(net) * Number(rate)) / 100;
	return Math.abs(amount - Number(shown)) < 0.006
		? sixDecimals(amount)
		: sixDecimals(Number(shown));
}

/**
 * The order as version 9.9.5 sends it: tax of each line unrounded and "0" for none, lines without
 * `global_unique_id`, otherwise the same (WC-801).
 */
function asOlder(order: Json): Json {
	const older = (line: Json): Json => {
		const kept = Object.entries(line).filter(([name]) => name !== 'global_unique_id');
		const taxes = rows(line.taxes).map((tax) => ({
			...tax,
			total: unrounded(order, line, tax, line.total, tax.total),
			...(tax.subtotal !== '' && {
				subtotal: unrounded(order, line, tax, line.subtotal, tax.subtotal),
			}),
		}));
		return { ...Object.fromEntries(kept), taxes };
	};
	const lists = ['line_items', 'shipping_lines', 'fee_lines'];
	const changed = lists.map((list) => [list, rows(order[list]).map(older)]);
	return { ...order, version: '9.9.5', ...Object.fromEntries(changed) };
}

it('writes taxes as version 9.9.5 does: 4.045537 where 10.5 says 4.05, and 0 (WC-801)', () => {
	const older = asOlder(wooCommerceOrder('rest_mixed_coupon_ship_fee'));
	const taxes = rows(older.line_items).map((line) => rows(line.taxes)[0]!.total);
	expect([taxes[0], taxes[2]]).toEqual(['4.045537', '0']);
	expect(JSON.stringify(older.line_items)).not.toContain('global_unique_id');
});

describe.each(recordedOrders)('recorded order %s', (name) => {
	const order = wooCommerceOrder(name);
	const refusal = recordedRefusals[name];

	it(refusal ?? 'books what the shop charged', async () => {
		const drafted = await readAndDraft(order);
		if (refusal !== undefined) {
			expect(drafted).toMatchObject({ code: refusal, orderId: String(order.id) });
			expect(drafted.draft).toBeUndefined();
			return;
		}
		const draft = drafted.draft as { invoiceAmount: number; vat: Array<{ amount: number }> };
		expect(draft.invoiceAmount).toBe(Number(order.total));
		const vat = rows(order.tax_lines).reduce(
			(sum, { tax_total, shipping_tax_total }) =>
				sum + Math.round(Number(tax_total) * 100) + Math.round(Number(shipping_tax_total) * 100),
			0,
		);
		const booked = draft.vat.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
		expect(booked).toBe(vat);
	});

	it('gives the same from version 9.9.5', async () => {
		const [older, newer] = [await readAndDraft(asOlder(order)), await readAndDraft(order)];
		expect(older).toEqual(newer);
	});
});

it.each<[what: string, recorded: Json | Json[]]>([
	['an amount', [amountOnly]],
	['the status', byStatus],
	['all items', fullItems],
	['a line, then the status', partialThenRest],
	['a line, from version 9.9.5', ofOlder],
])('reads a refund by %s as the shop sent it', async (_what, recorded) => {
	const refunds = [recorded].flat().sort((a, b) => Number(a.id) - Number(b.id));
	replay('/orders/28/refunds', refunds);
	const many = { resource: 'refund', operation: 'getMany', scope: 'order', orderId: '28' };
	expect(await read(many)).toEqual(refunds.map((refund) => ({ ...refund, parent_id: 28 })));
});

it('reads the webhooks as the shop sent them', async () => {
	replay('/webhooks', webhooks);
	expect(await read({ resource: 'webhook', operation: 'getMany' })).toEqual(webhooks);
});

it.each([
	['order.created', created],
	['order.updated', updated],
	['order.deleted', deleted],
])('takes the recorded delivery %s for signed', (topic, { headers, body }) => {
	const sent = headers as Record<string, string>;
	expect(sent['X-WC-Webhook-Topic']).toBe(topic);
	const signature = sent['X-WC-Webhook-Signature'];
	expect(isSigned(Buffer.from(body), signature, 'geheim-123')).toBe(true);
	expect(isSigned(Buffer.from(`${body}\n`), signature, 'geheim-123')).toBe(false);
});
