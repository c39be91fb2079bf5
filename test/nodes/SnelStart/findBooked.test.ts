import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

async function look(drafts: unknown[]): Promise<IDataObject[]> {
	const parameters = { resource: 'salesEntry', operation: 'findBooked', draftField: 'draft' };
	const items = drafts.map((one) => ({ draft: one }) as IDataObject);
	const { outputs, error } = await run(sandbox, parameters, { items });
	if (error) throw new Error(error.message);
	expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
		drafts.map((_, item) => ({ item })),
	);
	expect(jsonOf(outputs[0]).map((item) => item.draft)).toEqual(drafts);
	return jsonOf(outputs[0]).map((item) => item.found as IDataObject);
}

it('tells what Book would find, draft by draft, and sends nothing but look-ups (J208)', async () => {
	const [there] = await book(sandbox, [draft('W1')]);
	await book(sandbox, [draft('W2', { orderKey: 'demo:shop:2' })]);
	sandbox.snelStart.journal.clear();
	const dearer = draft('W2', {
		orderKey: 'demo:shop:2',
		invoiceAmount: 24.2,
		lines: [{ ...draft('W2').lines[0]!, amount: 20 }],
		vat: [{ vatKind: 'high', percentage: 21, amount: 4.2 }],
	});
	const found = await look([draft('W1'), dearer, draft('W3'), { nothing: true }]);
	expect(found).toEqual([
		{ ...there, alreadyThere: true, relationCreated: undefined },
		expect.objectContaining({ state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' }),
		{ orderKey: 'demo:shop:W3', invoiceNumber: 'W3', state: 'notBooked', alreadyThere: false },
		expect.objectContaining({ state: 'needsAttention', code: 'DRAFT_INVALID' }),
	]);
	const shapes = Object.keys(sandbox.snelStart.journal.calls());
	expect(shapes).toContain('GET verkoopfacturen');
	expect(shapes.filter((shape) => !shape.startsWith('GET '))).toEqual([]);
});

it('says of a number that two orders of the run share what Book would say', async () => {
	const found = await look([draft('W1'), draft('W1', { orderKey: 'demo:shop:other' })]);
	expect(found.map(({ state, code }) => [state, code])).toEqual([
		['notBooked', undefined],
		['needsAttention', 'INVOICE_NUMBER_TWICE_IN_BATCH'],
	]);
});

it('links every result to its item and answers thousands with few calls', async () => {
	const many = Array.from({ length: 500 }, (_, index) => draft(`W${index + 1}`));
	sandbox.snelStart.switches.limits = null;
	const found = await look(many);
	expect(found.map(({ invoiceNumber }) => invoiceNumber)).toEqual(
		many.map(({ invoiceNumber }) => invoiceNumber),
	);
	// 24 numbers per look-up, and the VAT returns.
	const calls = Object.values(sandbox.snelStart.journal.calls());
	expect(calls.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(23);
});
