import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { bookParameters, draft as entryDraft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const revenueGroupId = guidFor('artikelomzetgroepen', 1);
const calls = () => sandbox.snelStart.journal.calls();

async function rows(parameters: INodeParameters): Promise<IDataObject[]> {
	const { outputs, error } = await run(sandbox, parameters);
	if (error)
		throw Object.assign(new Error(error.message), {
			code: (error as unknown as { context?: IDataObject }).context?.code,
		});
	return jsonOf(outputs[0]);
}

const findOrCreate = (code: string, more: INodeParameters = {}) =>
	rows({
		...{ resource: 'article', operation: 'findOrCreate', code, revenueGroupId },
		...{ articleDescription: 'Mok', ...more },
	});
const getArticles = (filters: INodeParameters = {}, more: INodeParameters = {}) =>
	rows({
		...{ resource: 'article', operation: 'getMany', returnAll: true, simplify: true },
		filters,
		...more,
	});

describe('Article: Find or Create', () => {
	it('adds an article once and then finds it, unchanged (J052, J054)', async () => {
		const [made] = await findOrCreate('MOK-1');
		expect(made).toMatchObject({ code: 'MOK-1', revenueGroupId, inactive: false, created: true });
		const [found] = await findOrCreate('MOK-1', { articleDescription: 'Beker' });
		expect(found).toEqual({ ...made, created: false });
		expect(calls()['POST artikelen']).toBe(1);
		expect(sandbox.snelStart.books.summary().articles[0]!.omschrijving).toBe('Mok');
	});

	it('gives a new article its price, and no price to one that is there', async () => {
		await findOrCreate('MOK-1', { price: '10.70' });
		await findOrCreate('MOK-1', { price: '12.95' });
		const [made] = sandbox.snelStart.books.summary().articles;
		expect(made).toMatchObject({ artikelcode: 'MOK-1', verkoopprijs: 10.7 });
		await expect(findOrCreate('MOK-2', { price: '10,70' })).rejects.toThrow(
			/'Sales Price' is not a price/,
		);
	});

	it('says which setting of SnelStart refuses a code (J057)', async () => {
		sandbox.snelStart.switches.itemCodeKind = 'Numeriek';
		await expect(findOrCreate('MOK-1')).rejects.toMatchObject({
			message: expect.stringMatching(/only digits/) as string,
			code: 'ITEM_CODE_NOT_NUMERIC',
		});
		await expect(findOrCreate(' ')).rejects.toThrow(/'Code' is empty/);
		await expect(findOrCreate('12', { revenueGroupId: '' })).rejects.toThrow(/Revenue Group/);
		expect(calls()['POST artikelen']).toBeUndefined();
	});
});

describe('Article: Get Many', () => {
	it('reads all pages of 25, filters by code, and has a raw form', async () => {
		for (let n = 1; n <= 26; n++) await findOrCreate(`A-${n}`);
		expect(await getArticles()).toHaveLength(26);
		expect(await getArticles({}, { returnAll: false, limit: 3 })).toHaveLength(3);
		expect(await getArticles({ code: 'A-7' })).toMatchObject([
			{ code: 'A-7', description: 'Mok', revenueGroupId, price: 0, inactive: false },
		]);
		const [raw] = await getArticles({ odataFilter: "Artikelcode eq 'A-7'" }, { simplify: false });
		expect(raw).toMatchObject({ artikelcode: 'A-7' });
	});
});

/** Books a sales order of 12.10; the item that Book gives. */
async function bookOrder(): Promise<IDataObject> {
	const line = {
		...{ role: 'product', description: 'Mok', quantity: 2, unitPrice: 5, amount: 10 },
		...{ vatKind: 'high', percentage: 21, reason: 'test' },
		item: { code: 'MOK-1', description: 'Mok', revenueGroupId },
	};
	const draft = {
		...entryDraft('W1'),
		document: 'salesOrder',
		vatEntry: 'exclusive',
		lines: [line],
	};
	const parameters = { ...bookParameters, resource: 'salesOrder' };
	const { outputs } = await run(sandbox, parameters, { items: [{ draft }] });
	return jsonOf(outputs[0])[0]!;
}

describe('Sales Order: Get and Get Many', () => {
	it('return what Book made', async () => {
		const booked = await bookOrder();
		const get = { resource: 'salesOrder', operation: 'get', simplify: true };
		const [order] = await rows({ ...get, salesOrderId: String(booked.salesOrderId) });
		expect(order).toMatchObject({
			...{ id: booked.salesOrderId, number: 1, reference: 'W1', orderDate: '2026-05-13' },
			...{ processStatus: 'Order', relationId: booked.relationId },
			...{ totalWithVat: 12.1, totalWithoutVat: 10 },
			lines: [{ description: 'Mok', quantity: 2, unitPrice: 5, amount: 10 }],
		});
		const many = { ...get, operation: 'getMany', returnAll: true };
		expect(await rows({ ...many, filters: { reference: 'W1' } })).toEqual([order]);
		expect(await rows({ ...many, filters: { reference: 'W2' } })).toEqual([]);
		await expect(rows({ ...get, salesOrderId: 'x' })).rejects.toThrow(/not an ID/);
	});
});

describe('Sales Order: Take Back', () => {
	const takeBack = async (id: unknown) => {
		const [row] = await rows({
			...{ resource: 'salesOrder', operation: 'takeBack', salesOrderId: String(id) },
		});
		return row;
	};
	const made = () => sandbox.snelStart.books.summary().salesOrders;

	it('deletes one that stands as it was made, and counts one that is gone as deleted', async () => {
		const { salesOrderId: id } = await bookOrder();
		expect(await takeBack(id)).toEqual({ id, state: 'deleted' });
		expect(made()).toEqual([]);
		expect(await takeBack(id)).toEqual({ id, state: 'deleted' });
		expect(calls()['DELETE verkooporders']).toBe(1);
	});

	it('never one that is invoiced or that somebody went on with, which SnelStart would delete', async () => {
		const { salesOrderId: id } = await bookOrder();
		sandbox.snelStart.books.invoice('W1');
		expect(await takeBack(id)).toMatchObject({
			...{ state: 'kept', code: 'UNDO_SALES_ORDER', facts: { case: 'invoiced', number: '1' } },
		});
		expect(calls()['DELETE verkooporders']).toBeUndefined();
		expect(made()).toHaveLength(1);
	});

	it('is not known to be gone where SnelStart refuses, or an answer was lost', async () => {
		const { salesOrderId: id } = await bookOrder();
		sandbox.snelStart.switches.orderDelete = 'refuse';
		expect(await takeBack(id)).toMatchObject({ state: 'unknown', code: 'VOR-0014' });
		sandbox.snelStart.switches.orderDelete = 'accept';
		sandbox.snelStart.faults.add({ kind: '500-after-commit', shape: 'DELETE verkooporders' });
		expect(await takeBack(id)).toEqual({ id, state: 'deleted' });
	});
});
