import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, draftOf, wooCommerceOrder } from '../../bookkeeping/support';
import { order, recorded, refund } from '../../bookkeeping/refunds/support';
import { runNode } from '../../support/engine';

const SETTINGS: IDataObject = { settings: completeSettings as unknown as IDataObject };

async function transformer(
	parameters: INodeParameters,
	items: IDataObject[],
	settings: IDataObject[] = [SETTINGS],
) {
	return await runNode({
		node: new WebshopTransformer(),
		parameters: { shop: 'woocommerce', ...parameters },
		items,
		otherInputs: [settings],
	});
}

const partial = () =>
	({
		order: wooCommerceOrder('after_partial_refund'),
		refund: recorded('refund_partial_items'),
	}) as IDataObject;
const sale = order([{ net: 1000, rate: 21 }]);
const with1210 = (changes: IDataObject, one = refund(2000, [], 1210)) =>
	({ order: { ...sale, ...changes }, refund: one }) as IDataObject;

describe('Transform Refunds', () => {
	it('sends every refund to exactly one output, linked to its item (D-FOUR-ENDS)', async () => {
		const { outputs, error } = await transformer({ operation: 'transformRefunds' }, [
			with1210({ currency: 'USD' }),
			partial(),
			with1210({}, refund(2000, [], 0)),
			with1210({ status: 'pending' }),
		]);
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 3 }],
			[{ item: 2 }],
			[{ item: 0 }],
		]);
		expect(outputs[0]![0]!.json).toMatchObject({
			outcome: 'book',
			orderKey: 'test-client/woocommerce/28/refund/66',
			total: -16.65,
			vat: -2.89,
			fingerprint: 'EUR -16.65 | 21% -13.76+-2.89',
			draft: { document: 'creditNote', invoiceNumber: 'C66', originalInvoiceNumber: '28' },
		});
	});

	it('gives every refund that an order names when the shop did not give them', async () => {
		const named = { id: 66, reason: '', total: '-1.00' };
		const { outputs } = await transformer({ operation: 'transformRefunds' }, [
			{
				order: { ...sale, refunds: [named, { ...named, id: 67 }] },
				refundsNotRead: 'SHOP_UNAVAILABLE',
			} as unknown as IDataObject,
			{ order: {}, refundsNotRead: 'SHOP_UNAVAILABLE' },
		]);
		expect(
			outputs[1]!.map(({ json, pairedItem }) => [json.orderKey, json.code, pairedItem]),
		).toEqual(
			[66, 67].map((id) => [
				`test-client/woocommerce/1000/refund/${id}`,
				'REFUND_NOT_READ',
				{ item: 0 },
			]),
		);
		expect(outputs[3]!.map(({ json }) => json.code)).toEqual(['ORDER_UNREADABLE']);
	});

	it('credits a cancelled order whose sale the item says is booked', async () => {
		const cancelled = { status: 'cancelled', date_paid_gmt: '2026-03-01T11:00:00' };
		const { outputs } = await transformer(
			{ operation: 'transformRefunds', kept: { saleStateField: 'sale' } },
			[with1210(cancelled), { ...with1210(cancelled), sale: 'booked' }],
		);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(outputs[3]![0]!.json).toMatchObject({ code: 'REFUND_ORDER_SKIPPED' });
	});

	it('takes the fields that the parameters name, lists as text too', async () => {
		const first = refund(2000, [], 210);
		const item = {
			shopOrder: { ...sale, refunds: [{ id: 2000 }, { id: 2001 }] },
			back: refund(2001, [], 1000),
			all: JSON.stringify([refund(2001, [], 1000), first]),
			kept: JSON.stringify({ ...draftOf(sale), paymentTermDays: 8 }),
		} as IDataObject;
		const { outputs } = await transformer(
			{
				operation: 'transformRefunds',
				orderField: 'shopOrder',
				refundField: 'back',
				earlierRefundsField: 'all',
				kept: { bookedDraftField: 'kept' },
			},
			[item],
		);
		expect(outputs[0]![0]!.json).toMatchObject({
			total: -10,
			estimated: false,
			draft: { paymentTermDays: 8 },
		});
	});

	it('uses earlier credit notes instead of earlier refunds when they were kept', async () => {
		const { outputs } = await transformer({ operation: 'transformRefunds' }, [
			{ ...with1210({}, refund(2000, [], 210)) },
		]);
		const earlierCreditNotes = [outputs[0]![0]!.json.draft];
		const item = { ...with1210({}, refund(2001, [], 1000)), earlierCreditNotes } as IDataObject;
		const second = await transformer({ operation: 'transformRefunds' }, [item]);
		expect(second.outputs[0]![0]!.json).toMatchObject({ total: -10, estimated: false });
	});

	it('stops only for settings that are missing', async () => {
		const { error } = await transformer({ operation: 'transformRefunds' }, [partial()], []);
		expect(error?.message).toContain('Settings');
	});
});

describe('Cancel Orders (HC-24)', () => {
	it('credits what is left, on the given date', async () => {
		const { outputs } = await transformer({ operation: 'cancelOrders', date: '2026-11-30' }, [
			{ order: { ...sale, status: 'cancelled' } },
			{ order: wooCommerceOrder('rest_currency_usd') },
		]);
		expect(outputs[0]!.map(({ json, pairedItem }) => [json.total, pairedItem])).toEqual([
			[-12.1, { item: 0 }],
		]);
		expect(outputs[0]![0]!.json.draft).toMatchObject({ invoiceDate: '2026-11-30' });
		expect(outputs[3]!.map(({ json }) => json.code)).toEqual(['CURRENCY_NOT_EUR']);
	});

	it('takes today when no date is given', async () => {
		const { outputs } = await transformer({ operation: 'cancelOrders' }, [{ order: sale }]);
		expect((outputs[0]![0]!.json.draft as IDataObject).invoiceDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});
});
