import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { listSearch } from '../../support/engine';
import { openSnelStart } from '../../sandbox/client';
import { byId, customerId, make, supplierId } from './crudCases';
import { accountId, credentialsOf, jsonOf, PERSON, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const calls = () => sandbox.snelStart.journal.calls();

describe('reading lists', () => {
	it('1,000 relations take three calls, and two when only 999 are asked for', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		sandbox.snelStart.switches.limits = null;
		for (let code = 2001; code <= 2996; code++) {
			await client.send('POST', '/relaties', {
				naam: `Klant ${code}`,
				relatiesoort: ['Klant'],
				relatiecode: code,
			});
		}
		sandbox.snelStart.journal.clear();
		const all = await make(sandbox, 'relation', 'getMany', { returnAll: true });
		expect(new Set(all.map(({ id }) => id)).size).toBe(1000);
		expect(calls()).toEqual({ 'GET relaties': 3 });
		sandbox.snelStart.journal.clear();
		expect(await make(sandbox, 'relation', 'getMany', { limit: 999 })).toHaveLength(999);
		expect(calls()).toEqual({ 'GET relaties': 2 });
		// A server that gives 100 where 500 are asked for says so only by an empty page.
		sandbox.snelStart.switches.pageClip = 100;
		expect(await make(sandbox, 'relation', 'getMany', { returnAll: true })).toHaveLength(1000);
	});

	it('a list whose page size is not documented is read until a page is empty', async () => {
		await make(sandbox, 'purchaseEntry', 'create', purchase('INK-1'));
		await make(sandbox, 'purchaseEntry', 'create', purchase('INK-2'));
		sandbox.snelStart.journal.clear();
		expect(await make(sandbox, 'purchaseInvoice', 'getMany', { returnAll: true })).toHaveLength(2);
		expect(calls()).toEqual({ 'GET inkoopfacturen': 2 });
	});

	it('the token is renewed once in the middle of a list', async () => {
		sandbox.snelStart.faults.add({ kind: '401', shape: 'GET grootboeken' });
		const accounts = await make(sandbox, 'ledgerAccount', 'getMany', { returnAll: true });
		expect(accounts.length).toBeGreaterThan(30);
		expect(sandbox.snelStart.journal.calls({ tokens: true })).toMatchObject({
			'POST token': 2,
			// Refused, the list, and the empty page that ends it.
			'GET grootboeken': 3,
		});
	});

	it.each<[string, IDataObject, number[]]>([
		['text equals', { property: 'Naam', value: 'Klant onbekend' }, [-2]],
		['text contains', { property: 'Naam', comparison: 'contains', value: 'onbekend' }, [-1, -2]],
		['text starts with', { property: 'Naam', comparison: 'startsWith', value: 'Webs' }, [1000]],
		['number less', { property: 'Relatiecode', comparison: 'lt', value: '-1' }, [-2]],
		['number at least', { property: 'Relatiecode', comparison: 'ge', value: '0' }, [0, 1000]],
		['flag', { property: 'Nonactief', comparison: 'eq', value: 'TRUE' }, []],
		['date', { property: 'ModifiedOn', comparison: 'gt', value: '2026-01-03' }, []],
		['empty', { property: 'VestigingsAdres/Land/Id', comparison: 'empty' }, [-2, -1, 0, 1000]],
		['not equal', { property: 'Naam', comparison: 'ne', value: "O'Neil" }, [-2, -1, 0, 1000]],
	])('conditions: %s', async (_name, condition, codes) => {
		const found = await make(sandbox, 'relation', 'getMany', {
			returnAll: true,
			conditions: { condition: [condition as INodeParameters] },
		});
		const byCode = (a: number, b: number) => a - b;
		expect(found.map(({ code }) => code as number).sort(byCode)).toEqual([...codes].sort(byCode));
	});

	it('all conditions hold together, and one that cannot be compared is refused before a call', async () => {
		const conditions = (value: string) => ({
			condition: [
				{ property: 'Naam', comparison: 'contains', value: 'onbekend' },
				{ property: 'Relatiecode', comparison: 'eq', value },
			],
		});
		const found = await make(sandbox, 'relation', 'getMany', { conditions: conditions('-2') });
		expect(found.map(({ code }) => code)).toEqual([-2]);
		sandbox.snelStart.journal.clear();
		const { error } = await run(sandbox, {
			resource: 'relation',
			operation: 'getMany',
			conditions: conditions('1 or 1 eq 1'),
		});
		expect(error?.message).toBe("The value for 'Relation Code' cannot be compared with it");
		expect(calls()).toEqual({});
	});
});

describe('changing records', () => {
	const address = { street: 'Kade 1', postcode: '1111 AA', city: 'Diemen' };
	const nova: INodeParameters = {
		name: 'Nova',
		kind: 'Klant',
		additionalFields: {
			...address,
			countryId: byId(guidFor('land', 'NL')),
			phone: '0201234567',
			otherFields: '{"memo":"Belt liever niet","ublBestandAlsBijlage":true}',
		},
	};
	const raw = (id: unknown) =>
		sandbox.snelStart.books.summary().relations.find((one) => one.id === id)!;

	it('update keeps what is not filled in, inside an address too', async () => {
		const [created] = await make(sandbox, 'relation', 'create', nova);
		sandbox.snelStart.journal.clear();
		await make(sandbox, 'relation', 'update', {
			relationId: byId(created!.id),
			updateFields: { street: 'Kade 2', otherFields: '{"memo":null}' },
		});
		expect(calls()).toEqual({ 'GET relaties': 1, 'PUT relaties': 1 });
		expect(raw(created!.id)).toMatchObject({
			naam: 'Nova',
			relatiecode: created!.code,
			telefoon: '0201234567',
			memo: null,
			ublBestandAlsBijlage: true,
			vestigingsAdres: { straat: 'Kade 2', postcode: '1111 AA', plaats: 'Diemen' },
		});
	});

	it('update without a field, or with a value that cannot be sent, sends nothing', async () => {
		for (const updateFields of [{}, { otherFields: 'memo' }, { countryId: byId('Nederland') }]) {
			const { error } = await run(sandbox, {
				resource: 'relation',
				operation: 'update',
				relationId: byId(customerId),
				updateFields,
			});
			expect(error?.message).toMatch(/is empty|is not a JSON object|is not an ID of SnelStart/);
		}
		expect(calls()).toEqual({});
	});

	it('create or update adds what is not there, and leaves a key alone that two records have', async () => {
		const article = (code: string): INodeParameters => ({
			code,
			articleDescription: 'Kaars',
			revenueGroup: byId(guidFor('artikelomzetgroepen', 1)),
			additionalFields: { price: 10 },
		});
		const [first] = await make(sandbox, 'article', 'upsert', article('KAARS'));
		expect(first).toMatchObject({ code: 'KAARS', created: true });
		await make(sandbox, 'article', 'create', article('kaars'));
		sandbox.snelStart.switches.ignoreCase = true;
		sandbox.snelStart.journal.clear();
		const { error } = await run(sandbox, {
			resource: 'article',
			operation: 'upsert',
			...article('KAARS'),
		});
		expect(error?.message).toBe('More than one article has this Code');
		expect(calls()).toEqual({ 'GET artikelen': 1 });
	});

	it('create or update never touches the relations that SnelStart keeps for itself', async () => {
		for (const code of [0, -2, 1.5]) {
			const { error } = await run(sandbox, {
				...{ resource: 'relation', operation: 'upsert', code, name: 'Nova', kind: 'Klant' },
			});
			expect(error?.message).toBe("'Relation Code' is not the code of a customer or supplier");
		}
		expect(calls()).toEqual({});
	});

	it.each([
		['2026-05-13', '2026-05-13'],
		['2026-05-12T22:30:00.000Z', '2026-05-13'],
		['={{ new Date("2026-05-12T22:30:00Z") }}', '2026-05-13'],
		['={{ DateTime.fromISO("2026-05-13") }}', '2026-05-13'],
	])('the date %s falls on the Dutch day %s', async (invoiceDate, day) => {
		const entry = { ...purchase('INK-1'), invoiceDate };
		expect(await make(sandbox, 'purchaseEntry', 'create', entry)).toMatchObject([
			{ invoiceDate: day },
		]);
	});

	it("one item's fields do not leak into the next", async () => {
		const { outputs } = await run(
			sandbox,
			{
				resource: 'relation',
				operation: 'create',
				name: '={{ $json.name }}',
				kind: 'Klant',
				additionalFields: { phone: '={{ $json.phone }}', email: '={{ $json.email }}' },
			},
			{
				items: [
					{ name: 'Een', phone: '0201234567', email: 'een@mail.example' },
					{ name: 'Twee' },
					{ name: 'Drie', email: 'drie@mail.example' },
				],
			},
		);
		expect(jsonOf(outputs[0])).toMatchObject([
			{ name: 'Een', phone: '0201234567', email: 'een@mail.example' },
			{ name: 'Twee', phone: '', email: '' },
			{ name: 'Drie', phone: '', email: 'drie@mail.example' },
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it.each(['504-after-commit', 'reset-after-commit', '500'] as const)(
		'a write is not sent again after %s, and the message says that its fate is not known',
		async (kind) => {
			sandbox.snelStart.faults.add({ kind, shape: 'POST relaties' });
			const { error } = await run(sandbox, { resource: 'relation', operation: 'create', ...nova });
			expect(error?.message).toContain('is not known');
			expect(error?.description).toContain('Look in SnelStart');
			expect(calls()).toEqual({ 'POST relaties': 1 });
		},
	);

	it('no message holds what was sent', async () => {
		const person = { name: `${PERSON.name}${' van Zo en Zo'.repeat(5)}`, kind: 'Klant' };
		for (const [parameters, codes] of [
			[{ ...person }, ['REQUEST_INVALID']],
			[
				{
					name: PERSON.name,
					kind: 'Klant',
					additionalFields: { iban: PERSON.email, vatNumber: 'NL000' },
				},
				['REL-0011', 'REL-0088'],
			],
		] as Array<[INodeParameters, string[]]>) {
			const { additionalFields = {}, ...sent } = parameters as IDataObject;
			const fields = Object.keys(additionalFields as IDataObject);
			const { error } = await run(
				sandbox,
				{
					...{ resource: 'relation', operation: 'create', kind: 'Klant' },
					name: '={{ $json.name }}',
					additionalFields: Object.fromEntries(
						fields.map((field) => [field, `={{ $json.${field} }}`]),
					),
				},
				{ items: [{ ...sent, ...(additionalFields as IDataObject) }] },
			);
			expect(codes).toContain((error as unknown as { context: IDataObject }).context.code);
			const text = JSON.stringify([error?.message, error?.description, error]);
			for (const secret of [
				PERSON.name,
				PERSON.email,
				sandbox.snelStart.clientKey,
				sandbox.snelStart.subscriptionKey,
			]) {
				expect(text).not.toContain(secret);
			}
		}
	});
});

const purchase = (invoiceNumber: string): INodeParameters => ({
	invoiceNumber,
	relationId: byId(supplierId),
	invoiceDate: '2026-05-13',
	invoiceAmount: 10,
	lines: { line: [{ amount: 10, ledgerAccountId: byId(accountId(4300)), vatKind: 'Geen' }] },
});

describe('files', () => {
	const bytes = Buffer.from([0, 255, 1, 254, 13, 10, 0xef, 0xbb, 0xbf]);
	const withFile = (parameters: INodeParameters, content: Buffer, fileName = 'bon.pdf') =>
		run(sandbox, parameters, {
			items: [
				{
					json: {},
					binary: {
						data: { data: content.toString('base64'), mimeType: 'application/pdf', fileName },
					},
				},
			],
		});

	it('a document comes back byte for byte, and another can take its place', async () => {
		const { outputs } = await withFile(
			{ resource: 'document', operation: 'upload', ownerKind: 'Relaties', ownerId: customerId },
			bytes,
		);
		const documentId = outputs[0]![0]!.json.id as string;
		const get = { resource: 'document', operation: 'get', documentId };
		const first = (await run(sandbox, get)).outputs[0]![0]!;
		expect(first.json).toMatchObject({ fileName: 'bon.pdf', ownerId: customerId });
		expect(first.json).not.toHaveProperty('content');
		expect(Buffer.from(first.binary!.data!.data, 'base64')).toEqual(bytes);
		await withFile(
			{ resource: 'document', operation: 'update', documentId },
			Buffer.from('nieuw'),
			'nieuw.txt',
		);
		const second = (await run(sandbox, get)).outputs[0]![0]!;
		expect(second.json).toMatchObject({ fileName: 'nieuw.txt', ownerId: customerId });
		expect(Buffer.from(second.binary!.data!.data, 'base64').toString()).toBe('nieuw');
	});

	it.each(['list', 'xml'] as const)(
		'the UBL of an invoice is XML, answered as %s',
		async (form) => {
			await make(sandbox, 'salesEntry', 'create', {
				invoiceNumber: 'W-1',
				relationId: byId(customerId),
				invoiceDate: '2026-05-13',
				invoiceAmount: 12.1,
				lines: { line: [{ amount: 10, ledgerAccountId: byId(accountId(8000)), vatKind: 'Hoog' }] },
				additionalFields: { vat: { line: [{ amount: 2.1, kind: 'VerkopenHoog' }] } },
			});
			const [invoice] = await make(sandbox, 'salesInvoice', 'getMany', {});
			sandbox.snelStart.switches.ublAnswer = form;
			const { outputs } = await run(sandbox, {
				resource: 'salesInvoice',
				operation: 'downloadUbl',
				salesInvoiceId: invoice!.id as string,
			});
			const xml = Buffer.from(outputs[0]![0]!.binary!.data!.data, 'base64').toString('utf8');
			expect(xml).toContain('<cbc:ID>W-1</cbc:ID>');
			expect(xml).toContain('>12.10<');
		},
	);

	it('a bank statement is not taken in twice, and another file is refused as such', async () => {
		const camt = Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>');
		const upload = { resource: 'bankStatementFile', operation: 'upload' };
		expect((await withFile(upload, camt, 'a.xml')).outputs[0]).toHaveLength(1);
		for (const [content, code] of [
			[camt, 'STATEMENT_KNOWN'],
			[bytes, 'STATEMENT_REFUSED'],
		] as const) {
			const { error } = await withFile(upload, content, 'a.xml');
			expect((error as unknown as { context: IDataObject }).context.code).toBe(code);
		}
	});
});

describe('the custom API call', () => {
	const send = (parameters: INodeParameters) =>
		run(sandbox, { resource: 'apiCall', operation: 'send', ...parameters });

	it('sends method, path, query and body, and gives an item per record', async () => {
		const { outputs: created } = await send({
			method: 'POST',
			path: '/kostenplaatsen',
			body: '{"nummer": 55, "omschrijving": "Markt"}',
		});
		expect(jsonOf(created[0])).toMatchObject([{ nummer: 55 }]);
		const { outputs } = await send({
			method: 'GET',
			path: '/relaties',
			query: { parameter: [{ name: '$filter', value: 'Relatiecode lt 0' }] },
		});
		expect(jsonOf(outputs[0]).map(({ relatiecode }) => relatiecode)).toEqual([-1, -2]);
	});

	it.each([
		'relaties',
		'//evil.example',
		'/relaties/../../echo',
		'/%2e%2e/secret',
		'https://evil.example/v2',
		'/relaties?$top=1',
		'/relaties#x',
		'/\\evil.example',
		'/@evil.example/',
	])('refuses the path %s and sends nothing', async (path) => {
		const { error } = await send({ method: 'GET', path });
		if (path === '/@evil.example/') expect(error).toBeDefined();
		else expect(error?.message).toBe("'Path' is not a path of SnelStart's API");
		expect(calls()).toEqual({});
	});

	it('repeats GET and nothing else', async () => {
		const fault = { kind: '429', retryAfter: 1, skip: 1 } as const;
		sandbox.snelStart.faults.add(fault);
		expect((await send({ method: 'GET', path: '/landen' })).error).toBeUndefined();
		expect(calls()).toEqual({ 'GET landen': 2 });
		for (const method of ['POST', 'PUT', 'DELETE']) {
			sandbox.snelStart.journal.clear();
			sandbox.snelStart.faults.add(fault);
			const { error } = await send({ method, path: `/kostenplaatsen/${customerId}`, body: '{}' });
			expect((error as unknown as { context: IDataObject }).context.code).toBe('RATE_LIMITED');
			expect(calls()).toEqual({ [`${method} kostenplaatsen`]: 1 });
		}
	});
});

it.each([
	['searchArticles', 'kaa', 'KAARS Kaars'],
	['searchCostCentres', 'utrecht', '2 Filiaal Utrecht'],
	['searchCountries', 'nederland', 'Nederland (NL)'],
	['searchJournals', 'memo', '5 Memoriaal (Memoriaal)'],
	['searchLedgerAccounts', '8010', '8010 Omzet laag'],
	['searchRelations', 'webshop', 'Webshop klanten (1000)'],
	['searchRevenueGroups', 'diensten', '5 Hoog btw (diensten)'],
	['searchSalesOrderTemplates', 'webwinkel', 'Webwinkel (inclusief btw)'],
])('%s finds by what is typed', async (method, typed, name) => {
	await make(sandbox, 'article', 'create', {
		code: 'KAARS',
		articleDescription: 'Kaars',
		revenueGroup: byId(guidFor('artikelomzetgroepen', 1)),
	});
	const node = new SnelStart();
	const { results } = await listSearch(node, method, {}, credentialsOf(sandbox), typed);
	expect(results.map((result) => result.name)).toContain(name);
});
