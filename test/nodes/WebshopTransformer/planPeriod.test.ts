import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { completeSettings, jouwWebOrder } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

async function drafted(...orders: object[]): Promise<IDataObject[]> {
	const { outputs } = await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'transformOrders', shop: 'jouwweb' },
		items: orders as IDataObject[],
		otherInputs: [[{ settings: completeSettings as unknown as IDataObject }]],
	});
	return outputs.flat().map(({ json }) => json);
}

async function plan(items: IDataObject[], parameters: IDataObject = {}): Promise<IDataObject> {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'period', operation: 'planPeriod', ...parameters } as never,
		items,
	});
	if (error) throw error;
	expect(outputs).toHaveLength(1);
	expect(outputs[0]).toHaveLength(1);
	return outputs[0]![0]!.json;
}

const fate = (name: string, documents: number, total: number, more: object = {}) =>
	expect.objectContaining({ fate: name, kind: 'order', code: '', documents, total, ...more });

describe('Plan Period', () => {
	it('J208: reads drafts, and totals them per month and rate', async () => {
		const [one] = await drafted(jouwWebOrder(440001));
		const { documents, fates, months } = await plan([one!, { some: 'empty branch' }]);
		const { draft } = one as { draft: { invoiceAmount: number; vat: Array<{ amount: number }> } };
		const { invoiceAmount: gross, vat } = draft;
		expect(documents).toBe(1);
		expect(fates).toEqual([fate('toBook', 1, gross)]);
		expect(months).toMatchObject([
			{
				percentage: 21,
				vat: vat[0]!.amount,
				gross,
				net: Number((gross - vat[0]!.amount).toFixed(2)),
			},
		]);
	});

	it('takes what was found in the books from the field that is named', async () => {
		const [one] = await drafted(jouwWebOrder(440001));
		const total = (one!.draft as { invoiceAmount: number }).invoiceAmount;
		const there = { state: 'booked', code: '' };
		expect(await plan([{ ...one, found: there }])).toMatchObject({
			fates: [fate('alreadyThere', 1, total)],
			months: [],
		});
		expect(await plan([{ ...one, lookUp: there }], { foundField: 'lookUp' })).toMatchObject({
			fates: [fate('alreadyThere', 1, total)],
		});
		expect(await plan([{ ...one, lookUp: there }])).toMatchObject({
			fates: [fate('toBook', 1, total)],
		});
		const taken = { state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' };
		expect(await plan([{ ...one, found: taken }])).toMatchObject({
			fates: [fate('needsAttention', 1, total, { code: 'INVOICE_NUMBER_IN_USE' })],
		});
	});

	it('tells refunds from orders, and counts what has no draft by what the shop says', async () => {
		const document = (outcome: string, code: string, total: number | null, more = {}) => ({
			...{ outcome, code, total, orderNumber: code, ...more },
		});
		const { fates } = await plan([
			document('wait', 'STATUS_NOT_YET', 12.1),
			document('nothingToBook', 'FREE_ORDER', null),
			document('attention', 'REFUND_TOO_LARGE', -5, { originalOrderKey: 'c/s/1' }),
		]);
		expect(fates).toEqual([
			expect.objectContaining({ fate: 'needsAttention', kind: 'refund', total: -5 }),
			expect.objectContaining({ fate: 'waiting', kind: 'order', total: 12.1 }),
			expect.objectContaining({ fate: 'nothingToBook', kind: 'order', total: 0 }),
		]);
	});
});
