import type { IDataObject, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { resources as handlers } from '../../../nodes/SnelStart/resources';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { listSearch } from '../../support/engine';
import { book, consumer, credentialsOf, draft, jsonOf, PERSON, run } from './support';

const business = consumer({
	kind: 'business',
	name: "Quist & O'Neil",
	email: "o'neil+shop@mail.example",
	vatNumber: 'NL810755610B01',
});

let sandbox: Sandbox;
let results: Awaited<ReturnType<typeof book>>;
beforeAll(async () => {
	sandbox = await startSandbox();
	results = await book(sandbox, [draft('W1'), draft('W2', { customer: business })]);
	sandbox.snelStart.books.pay('W1', 1210);
});
beforeEach(() => {
	sandbox.snelStart.journal.clear();
	sandbox.snelStart.faults.clear();
});
afterAll(() => sandbox.stop());

/** Runs one operation on two items, the second of which fails when `$json.bad` is used. */
async function twoItems(parameters: INodeParameters, items: IDataObject[]) {
	const { outputs, error } = await run(sandbox, parameters, {
		items,
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	return outputs[0]!;
}

const MISSING = '11111111-2222-4333-8444-555555555555';

describe('two items, the first of which cannot be done', () => {
	it.each<
		[
			name: string,
			parameters: INodeParameters,
			field: string,
			bad: string,
			code: string | undefined,
		]
	>([
		[
			'relation get',
			{
				resource: 'relation',
				operation: 'get',
				relationId: { __rl: true, mode: 'id', value: '={{ $json.value }}' },
			},
			'relationId',
			MISSING,
			'NOT_FOUND',
		],
		[
			'relation find by e-mail',
			{ resource: 'relation', operation: 'findByEmail', email: '={{ $json.value }}' },
			'email',
			' ',
			undefined,
		],
		[
			'relation get many',
			{
				resource: 'relation',
				operation: 'getMany',
				filters: { odataFilter: '={{ $json.value }}' },
			},
			'filter',
			"naam eq 'x'",
			'FILTER_NOT_UNDERSTOOD',
		],
		[
			'sales entry get',
			{ resource: 'salesEntry', operation: 'get', salesEntryId: '={{ $json.value }}' },
			'salesEntryId',
			'W1',
			undefined,
		],
		[
			'sales invoice get many',
			{
				resource: 'salesInvoice',
				operation: 'getMany',
				filters: { odataFilter: '={{ $json.value }}' },
			},
			'filter',
			'Nonsense',
			'FILTER_NOT_UNDERSTOOD',
		],
		[
			'relation create',
			{
				resource: 'relation',
				operation: 'create',
				name: 'Nova',
				additionalFields: { email: '={{ $json.value }}' },
			},
			'newEmail',
			'no-address',
			'REL-0061',
		],
	])('%s', async (_name, parameters, field, bad, code) => {
		const good: Record<string, string> = {
			relationId: results[0]!.relationId!,
			email: PERSON.email,
			newEmail: 'nova@mail.example',
			filter: 'Id ne null',
			salesEntryId: results[0]!.salesEntryId!,
		};
		const output = await twoItems(parameters, [{ value: bad }, { value: good[field]! }]);
		const [failed, done] = output;
		expect(failed!.pairedItem).toEqual({ item: 0 });
		expect(failed!.json.error).toEqual(expect.any(String));
		if (code) expect(failed!.json.details).toMatchObject({ code });
		expect(done!.pairedItem).toEqual({ item: 1 });
		expect(done!.json.error).toBeUndefined();
		expect(done!.json.id).toEqual(expect.any(String));
	});

	it.each(['company get', 'ledgerAccount getMany', 'journal getMany', 'costCentre getMany'])(
		'%s',
		async (name) => {
			const [resource, operation] = name.split(' ');
			sandbox.snelStart.switches.scopes = ['relaties:read'];
			sandbox.snelStart.revokeTokens();
			const output = await twoItems({ resource: resource!, operation: operation! }, [{}, {}]);
			sandbox.snelStart.switches.scopes = ['settings:read', 'boekhouden:read'];
			sandbox.snelStart.revokeTokens();
			const good = await twoItems({ resource: resource!, operation: operation! }, [{}, {}]);
			sandbox.snelStart.switches.scopes.push(
				'relaties:read',
				'relaties:write',
				'orders:read',
				'boekhouden:write',
			);
			sandbox.snelStart.revokeTokens();
			expect(output.map(({ json }) => json.details)).toEqual(
				Array(2).fill(expect.objectContaining({ code: 'SCOPE_MISSING' })),
			);
			expect(new Set(good.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
				new Set(['{"item":0}', '{"item":1}']),
			);
			expect(good.every(({ json }) => typeof json.id === 'string')).toBe(true);
		},
	);
});

const listOf = async (parameters: INodeParameters): Promise<IDataObject[]> => {
	const { outputs, error } = await run(sandbox, parameters);
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0]);
};

describe('relations', () => {
	const getMany = { resource: 'relation', operation: 'getMany' };

	it.each<[string, IDataObject, string[]]>([
		['e-mail with a quote and a plus', { email: "o'neil+shop@mail.example" }, [business.name]],
		['part of the name', { name: "O'Neil" }, [business.name]],
		['raw OData', { odataFilter: 'Relatiecode eq 1000' }, ['Webshop klanten']],
		[
			'all together',
			{ name: 'Quist', email: PERSON.email, odataFilter: 'Relatiecode gt 1000' },
			[PERSON.name],
		],
		['changed in the future', { changedSince: '2099-01-01T00:00:00Z' }, []],
	])('by %s', async (_what, filters, names) => {
		const found = await listOf({ ...getMany, filters: filters as INodeParameters });
		expect(found.map(({ name }) => name)).toEqual(names);
	});

	it('are limited, or all of them page by page', async () => {
		expect(await listOf({ ...getMany, limit: 2 })).toHaveLength(2);
		expect(sandbox.snelStart.journal.entries[1]!.query).toMatchObject({ $top: '2' });
		const all = await listOf({ ...getMany, returnAll: true, simplify: false });
		expect(all.length).toBeGreaterThan(5);
		expect(all[0]).toHaveProperty('relatiesoort');
	});

	it('are found by e-mail with other capitals, active customers only', async () => {
		const find = { resource: 'relation', operation: 'findByEmail' };
		const email = PERSON.email.replace('z', 'Z');
		expect(await listOf({ ...find, email })).toMatchObject([
			{ name: PERSON.name, kinds: ['Klant'] },
		]);
		expect(await listOf({ ...find, email: 'nobody@mail.example' })).toEqual([]);
	});

	it('are added with an address', async () => {
		const { results: found } = await listSearch(
			...([new SnelStart(), 'searchCountries', {}, credentialsOf(sandbox), 'nederland'] as const),
		);
		const [relation] = await listOf({
			resource: 'relation',
			operation: 'create',
			name: 'Nova Kaarsen',
			kind: 'Leverancier',
			additionalFields: {
				street: 'Kade 1',
				postcode: '1111 AA',
				city: 'Diemen',
				countryId: { __rl: true, mode: 'list', value: found[0]!.value },
			},
		});
		expect(relation).toMatchObject({
			name: 'Nova Kaarsen',
			kinds: ['Leverancier'],
			city: 'Diemen',
		});
	});

	it('are searched from the list', async () => {
		const { results: found } = await listSearch(
			new SnelStart(),
			'searchRelations',
			{},
			credentialsOf(sandbox),
			"O'Neil",
		);
		expect(found).toEqual([
			{ name: expect.stringMatching(/^Quist & O'Neil \(\d+\)$/), value: results[1]!.relationId },
		]);
	});
});

it('a sales entry comes with its lines and VAT', async () => {
	const salesEntryId = results[0]!.salesEntryId!;
	expect(await listOf({ resource: 'salesEntry', operation: 'get', salesEntryId })).toMatchObject([
		{
			id: salesEntryId,
			invoiceNumber: 'W1',
			invoiceDate: '2026-05-13',
			invoiceAmount: 12.1,
			relationId: results[0]!.relationId,
			lines: [{ amount: 10, vatKind: 'high' }],
			vat: [{ kind: 'VerkopenHoog', amount: 2.1 }],
		},
	]);
});

it.each<[string, IDataObject, string[]]>([
	['number', { invoiceNumber: 'W1' }, ['W1']],
	['open only', { openOnly: true }, ['W2']],
	['raw OData', { odataFilter: 'FactuurBedrag gt 12' }, ['W1', 'W2']],
	['changed since', { changedSince: '2020-01-01T00:00:00' }, ['W1', 'W2']],
])('sales invoices by %s', async (_what, filters, numbers) => {
	const found = await listOf({
		resource: 'salesInvoice',
		operation: 'getMany',
		filters: filters as INodeParameters,
	});
	expect(found.map(({ invoiceNumber }) => invoiceNumber)).toEqual(numbers);
	expect(found.every(({ salesEntryId }) => typeof salesEntryId === 'string')).toBe(true);
});

it('ledger accounts tell the VAT kinds they take, and leave inactive ones out', async () => {
	const getMany = { resource: 'ledgerAccount', operation: 'getMany', returnAll: true };
	const active = await listOf(getMany);
	const all = await listOf({ ...getMany, filters: { includeInactive: true } });
	expect(active.find(({ number }) => number === 8000)).toMatchObject({
		name: 'Omzet hoog',
		vatKinds: ['high'],
		function: 'VerkopenOmzetHoog',
		inactive: false,
	});
	expect(active.some(({ number }) => number === 8090)).toBe(false);
	expect(all.some(({ number }) => number === 8090)).toBe(true);
});

it('journals, cost centres and the company are read in English', async () => {
	const list = { operation: 'getMany', returnAll: true };
	expect(await listOf({ ...list, resource: 'journal' })).toContainEqual(
		expect.objectContaining({ name: 'Bank', kind: 'Bank', inactive: false }),
	);
	expect(await listOf({ ...list, resource: 'costCentre' })).toHaveLength(2);
	expect(await listOf({ resource: 'company', operation: 'get' })).toMatchObject([
		{ name: 'Voorbeeld Webwinkel', foreignVatEnabled: false, itemCodeMaxLength: 25 },
	]);
});

describe('the description', () => {
	const { properties } = new SnelStart().description;
	const resources = properties.find(({ name }) => name === 'resource')!.options as Array<{
		value: string;
	}>;

	it('offers every resource, and exactly the operations that have a handler', () => {
		const offered = resources.map(({ value: resource }) => {
			const operation = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.includes(resource),
			)!;
			return [resource, operation.options!.map((option) => (option as INodePropertyOptions).value)];
		});
		const handled = Object.entries(handlers).map(([resource, { operations }]) => [
			resource,
			Object.keys(operations),
		]);
		const sorted = (list: unknown[][]) =>
			list.map(([name, values]) => [name, [...(values as string[])].sort()]).sort();
		expect(sorted(offered)).toEqual(sorted(handled));
	});
});
