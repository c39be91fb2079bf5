import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { book, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

async function read(records: IDataObject[], more: object = {}): Promise<IDataObject[]> {
	const parameters = { resource: 'salesEntry', operation: 'readBooked', ...more };
	const { outputs, error } = await run(sandbox, parameters, { items: records });
	if (error) throw new Error(error.message);
	expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
		records.map((_, item) => ({ item })),
	);
	return jsonOf(outputs[0]);
}

it('reads each entry once, in the words of a draft, and only reads', async () => {
	const [booked] = await book(sandbox, [draft('W1')]);
	const record = { document: 'salesEntry', entryId: String(booked!.salesEntryId) };
	const payment = { document: 'payment', entryId: 'p' };
	sandbox.snelStart.journal.clear();
	const { lines, vat, invoiceNumber, invoiceDate, paymentTermDays } = draft('W1');
	const [first, second, third] = await read([record, payment, record]);
	expect(first).toEqual({
		record,
		entry: {
			invoiceNumber,
			invoiceDate,
			paymentTermDays,
			relationId: booked!.relationId,
			lines: lines.map(({ description, ledgerAccountId, amount, vatKind }) => ({
				description,
				ledgerAccountId,
				amount,
				vatKind,
			})),
			vat: vat.map(({ vatKind, amount }) => ({ vatKind, amount })),
		},
	});
	expect(second).toEqual({ record: payment });
	expect(third).toEqual(first);
	const calls = sandbox.snelStart.journal.calls();
	expect(calls).toEqual({ 'GET verkoopboekingen': 1 });
});

it('tells of an entry that is gone, and reads the others', async () => {
	const [booked] = await book(sandbox, [draft('W1')]);
	const gone = { document: 'creditNote', entryId: '00000000-0000-4000-8000-000000000000' };
	const there = { document: 'salesEntry', entryId: String(booked!.salesEntryId) };
	const [first, second] = await read([gone, there]);
	expect(first).toEqual({ record: gone, notRead: '404' });
	expect(second).toMatchObject({ record: there, entry: { invoiceNumber: 'W1' } });
});

it('tells what is still open of each entry, many per call, where that is asked for', async () => {
	const booked = await book(sandbox, [draft('W1'), draft('W2')]);
	const records = booked.map(({ salesEntryId }) => ({
		document: 'salesEntry',
		entryId: String(salesEntryId),
	}));
	const payment = { document: 'payment', entryId: 'p' };
	sandbox.snelStart.journal.clear();
	const read1 = await read([...records, payment], { withOpenAmount: true });
	const open = draft('W1').invoiceAmount;
	expect(read1.map(({ openAmount }) => openAmount)).toEqual([open, open, undefined]);
	expect(sandbox.snelStart.journal.calls()['GET verkoopfacturen']).toBeLessThanOrEqual(2);
});

it('tells how a sales order stands, where open amounts are asked for', async () => {
	const line = {
		...{ role: 'product', description: 'Mok', quantity: 2, unitPrice: 5, amount: 10 },
		...{ vatKind: 'high', percentage: 21, reason: 'test' },
		item: {
			...{ code: 'MOK-1', description: 'Mok' },
			revenueGroupId: guidFor('artikelomzetgroepen', 1),
		},
	};
	const order = { document: 'salesOrder', vatEntry: 'exclusive', lines: [line] };
	const [booked] = await book(sandbox, [{ ...draft('W1'), ...order }]);
	const record = { document: 'salesOrder', entryId: String(booked!.salesOrderId) };
	const gone = { document: 'salesOrder', entryId: '00000000-0000-4000-8000-000000000000' };
	sandbox.snelStart.journal.clear();
	expect(await read([record])).toEqual([{ record }]);
	expect(sandbox.snelStart.journal.calls()).toEqual({});
	const standing = {
		...{ number: 1, processStatus: 'Order', status: 'InBehandeling', invoiceId: '' },
		...{ total: 12.1, lineCount: 1 },
	};
	expect(await read([record, gone], { withOpenAmount: true })).toEqual([
		{ record, salesOrder: standing },
		{ record: gone, notRead: '404' },
	]);
});
