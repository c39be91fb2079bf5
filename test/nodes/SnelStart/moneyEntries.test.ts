import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { listSearch } from '../../support/engine';
import { accountId, book, credentialsOf, draft, jsonOf, run } from './support';

const MISSING = '11111111-2222-4333-8444-555555555555';

let sandbox: Sandbox;
let salesEntryId: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	salesEntryId = (await book(sandbox, [draft('M1')]))[0]!.salesEntryId!;
});
afterAll(() => sandbox.stop());

const picked = (value: string) => ({ __rl: true, mode: 'id', value });
const ledgerLine = (number: number, debit: number, credit: number) => ({
	description: 'Line',
	ledgerAccountId: picked(accountId(number)),
	debit,
	credit,
});

/** The parameters that make a correct entry of each kind; the journal is the item's. */
const creates: Record<string, { journal: number; parameters: IDataObject; open: number }> = {
	bankEntry: {
		journal: 2,
		parameters: {
			received: 5,
			spent: 0,
			additionalFields: {
				documentNumber: 'B-1',
				description: 'Received',
				ledgerLines: { line: [ledgerLine(4310, 0.5, 0)] },
				salesLines: {
					line: [{ description: 'M1', debit: 0, credit: 5.5 }],
				},
			},
		},
		open: 6.6,
	},
	cashEntry: {
		journal: 1,
		parameters: {
			received: 1.1,
			spent: 0,
			additionalFields: { salesLines: { line: [{ description: 'M1', debit: 0, credit: 1.1 }] } },
		},
		open: 5.5,
	},
	memorialEntry: {
		journal: 5,
		parameters: {
			additionalFields: {
				ledgerLines: { line: [ledgerLine(1104, 0.5, 0)] },
				salesLines: { line: [{ description: 'M1', amount: 0.5 }] },
			},
		},
		open: 5,
	},
};
const openOf = () => sandbox.snelStart.books.summary().salesInvoices[0]!.openstaandSaldo;

async function two(parameters: IDataObject, bad: string, good: string) {
	const { outputs, error } = await run(sandbox, parameters as INodeParameters, {
		items: [{ value: bad }, { value: good }],
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	const [failed, ...done] = outputs[0]!;
	expect(failed!.pairedItem).toEqual({ item: 0 });
	expect(failed!.json.error).toEqual(expect.any(String));
	for (const { pairedItem } of done) expect(pairedItem).toEqual({ item: 1 });
	return { code: (failed!.json.details as IDataObject).code, done: jsonOf(done) };
}

describe.each(Object.entries(creates))('%s', (resource, { journal, parameters, open }) => {
	const journalNotFound: Record<string, string> = {
		bankEntry: 'BOE-0096',
		cashEntry: 'BOE-0025',
		memorialEntry: 'BOE-0095',
	};
	let id: string;

	it('create: after an item with a wrong journal, and the open balance moves', async () => {
		const more = structuredClone(parameters.additionalFields) as Record<string, IDataObject>;
		const sales = more.salesLines!.line as IDataObject[];
		sales[0]!.salesEntryId = picked(salesEntryId);
		const { code, done } = await two(
			{
				...parameters,
				resource,
				operation: 'create',
				date: '2026-05-20',
				journalId: picked('={{ $json.value }}'),
				additionalFields: more,
			},
			MISSING,
			guidFor('dagboeken', journal),
		);
		expect(code).toBe(journalNotFound[resource]);
		expect(done).toMatchObject([
			{ date: '2026-05-20', salesLines: [{ salesEntryId, description: 'M1' }] },
		]);
		expect(openOf()).toBe(open);
		id = done[0]!.id as string;
	});

	it('get and update: what is not filled in stays', async () => {
		const got = await two(
			{ resource, operation: 'get', [`${resource}Id`]: '={{ $json.value }}' },
			MISSING,
			id,
		);
		expect(got.code).toBe('NOT_FOUND');
		const changed = await two(
			{
				resource,
				operation: 'update',
				[`${resource}Id`]: '={{ $json.value }}',
				updateFields: { description: 'Changed' },
			},
			MISSING,
			id,
		);
		expect(changed.code).toBe('NOT_FOUND');
		expect(changed.done).toEqual([
			{ ...got.done[0], description: 'Changed', changedOn: expect.any(String) },
		]);
		expect(openOf()).toBe(open);
	});

	if (resource !== 'memorialEntry') {
		it('get many: by journal, after a filter that is not understood', async () => {
			const { code, done } = await two(
				{
					resource,
					operation: 'getMany',
					conditions: {
						condition: [{ property: 'Dagboek/Id', comparison: 'eq', value: '={{ $json.value }}' }],
					},
				},
				'no id',
				guidFor('dagboeken', journal),
			);
			expect(code).toBeUndefined();
			expect(done.map((one) => one.id)).toEqual([id]);
		});
	}

	it('delete: gives the open balance back', async () => {
		const before = openOf();
		const { code, done } = await two(
			{ resource, operation: 'delete', [`${resource}Id`]: '={{ $json.value }}' },
			MISSING,
			id,
		);
		expect(code).toBe('NOT_FOUND');
		expect(done).toEqual([{ id, deleted: true }]);
		expect(openOf()).toBeGreaterThan(before);
		// The next kind counts on from here.
		sandbox.snelStart.books.pay('M1', Math.round((openOf() - before) * 100));
	});
});

it.each([
	['searchBankJournals', '2 Bank', '7 PayPal'],
	['searchCashJournals', '1 Kas'],
	['searchMemorialJournals', '5 Memoriaal'],
	['searchOpenSalesEntries', 'M1 (5.00 open)'],
])('%s offers only what fits', async (search, ...names) => {
	const { results } = await listSearch(new SnelStart(), search, {}, credentialsOf(sandbox), '');
	expect(results.map((one) => one.name)).toEqual(names);
});
