import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { resources } from '../../sandbox/snelstart/resources';
import { defaultSwitches, switchTexts } from '../../sandbox/snelstart/switches';
import { faultKinds } from '../../sandbox/faults';
import operations from '../fixtures/snelstart/operations.json';
import { openSnelStart, type Client, type Json } from './client';

let sandbox: Sandbox;
let client: Client;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	sandbox.snelStart.reset();
	client = await openSnelStart(sandbox.snelStart);
});

const customer = { id: guidFor('relatie', 1000) };
const supplier = { id: guidFor('relatie', -1) };
const account = (number: number) => ({ id: guidFor('grootboek', number) });
const codesOf = ({ json }: { json: Json }): string[] =>
	json.map((one: { errorCode: string }) => one.errorCode);
const purchase = (over: object = {}) => ({
	factuurnummer: 'INK-1',
	leverancier: supplier,
	factuurdatum: '2026-05-13',
	factuurbedrag: 121,
	boekingsregels: [{ grootboek: account(7000), bedrag: 100, btwSoort: 'Hoog' }],
	btw: [{ btwSoort: 'InkopenHoog', btwBedrag: 21 }],
	...over,
});

it('answers each of the 96 operations of the API', () => {
	const shape = (path: string): string => path.toLowerCase().replace(/[{:]\w+\}?/g, ':x');
	const routes = resources.flatMap((resource) => resource.routes);
	const answered = new Set(routes.map(({ method, path }) => `${method} /${shape(path)}`));
	for (const operation of operations) {
		const [method, path] = operation.split(' ') as [string, string];
		expect([...answered]).toContain(`${method} ${shape(path)}`);
	}
});

describe('cost centres', () => {
	it.each<[string, object, string[]]>([
		['no name', { nummer: 5 }, ['KPL-0004']],
		['a long name', { nummer: 5, omschrijving: 'x'.repeat(51) }, ['KPL-0005']],
		['no number', { omschrijving: 'x' }, ['KPL-0006']],
		['number 0', { nummer: 0, omschrijving: 'x' }, ['KPL-0007']],
		['a number in use', { nummer: 1, omschrijving: 'x' }, ['KPL-0008']],
		['inactive', { nummer: 5, omschrijving: 'x', nonactief: true }, ['KPL-0009']],
		['an id', { id: customer.id, nummer: 5, omschrijving: 'x' }, ['ALG-0100']],
	])('are refused with %s', async (_what, body, codes) => {
		const answer = await client.send('POST', '/kostenplaatsen', body);
		expect(answer.status).toBe(400);
		expect(codesOf(answer)).toEqual(codes);
	});

	it('PUT replaces the whole record, and the id must be that of the address', async () => {
		const { json } = await client.send('POST', '/kostenplaatsen', {
			nummer: 5,
			omschrijving: 'Markt',
		});
		const path = `/kostenplaatsen/${json.id}`;
		expect(codesOf(await client.send('PUT', path, { nummer: 5, omschrijving: 'x' }))).toEqual([
			'ALG-0101',
		]);
		const put = { id: json.id, nummer: 6, omschrijving: 'Markt', nonactief: true };
		expect((await client.send('PUT', path, put)).status).toBe(200);
		expect((await client.get(path)).json).toMatchObject(put);
		expect((await client.send('DELETE', path)).json).toEqual({});
		expect((await client.get(path)).status).toBe(404);
	});
});

describe('ledger accounts', () => {
	it('are added with the VAT kinds of their function, and can be booked on', async () => {
		const { status, json } = await client.send('POST', '/grootboeken', {
			nummer: 8600,
			omschrijving: 'Omzet cadeaus',
			grootboekfunctie: 'VerkopenOmzetHoog',
		});
		expect(status).toBe(201);
		expect(json).toMatchObject({ btwSoort: ['Hoog'], rekeningCode: 'WinstEnVerlies' });
		const booked = await client.send('POST', '/verkoopboekingen', {
			factuurnummer: '1',
			klant: customer,
			factuurdatum: '2026-05-13',
			factuurbedrag: 121,
			boekingsregels: [{ grootboek: { id: json.id }, bedrag: 100, btwSoort: 'Hoog' }],
			btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
		});
		expect(booked.status).toBe(201);
	});

	it.each<[string, object, string[]]>([
		['a number in use', { nummer: 8000, grootboekfunctie: 'Diversen' }, ['BOE-0086']],
		[
			'a function of which there is one',
			{ nummer: 1, grootboekfunctie: 'DagboekBank' },
			['BOE-0087'],
		],
		['no such function', { nummer: 1, grootboekfunctie: 'Omzet' }, ['BOE-0085']],
	])('are refused with %s', async (_what, body, codes) => {
		const full = { omschrijving: 'x', ...body };
		expect(codesOf(await client.send('POST', '/grootboeken', full))).toEqual(codes);
	});

	it('function 15 is answered with a bare 500', async () => {
		const body = { nummer: 1, omschrijving: 'x', grootboekfunctie: 'VerkopenBtwVrij' };
		expect((await client.send('POST', '/grootboeken', body)).status).toBe(500);
	});
});

describe('purchase entries', () => {
	it('make an invoice that goes along with them', async () => {
		const { json } = await client.send('POST', '/inkoopboekingen', purchase());
		const open = await client.find('inkoopfacturen', 'OpenstaandSaldo gt 100');
		expect(open.json).toMatchObject([
			{ factuurnummer: 'INK-1', openstaandSaldo: 121, vervalDatum: '2026-06-12T00:00:00' },
		]);
		const sums = `/grootboekmutaties?$apply=${encodeURIComponent(
			'groupby((Grootboek),aggregate(Saldo with sum as T))',
		)}`;
		const byAccount = Object.fromEntries(
			(await client.get(sums)).json.map((row: Json) => [row.grootboek.id, row.T]),
		);
		expect(byAccount).toEqual({
			[account(1600).id]: -121,
			[account(7000).id]: 100,
			[account(1675).id]: 21,
		});
		await client.send('DELETE', `/inkoopboekingen/${json.id}`);
		expect((await client.get('/inkoopfacturen')).json).toEqual([]);
	});

	it.each<[string, object, string[]]>([
		['an unknown supplier', { leverancier: account(7000) }, ['BOE-0002']],
		['a customer', { leverancier: customer }, ['BOE-0003']],
		['a wrong total', { factuurbedrag: 120 }, ['BOE-0039']],
		['sales VAT', { btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }] }, ['BOE-0082']],
		['no lines', { boekingsregels: [], btw: [], factuurbedrag: 0 }, ['BOE-0023']],
		[
			'a sales account',
			{ boekingsregels: [{ grootboek: account(8000), bedrag: 100, btwSoort: 'Hoog' }] },
			['BOE-0061'],
		],
		['a long number', { factuurnummer: 'x'.repeat(26) }, ['BOE-0058']],
	])('are refused with %s', async (_what, over, codes) => {
		const answer = await client.send('POST', '/inkoopboekingen', purchase(over));
		expect(codesOf(answer)).toEqual(codes);
	});

	it('stay while they are paid on', async () => {
		const { json } = await client.send('POST', '/inkoopboekingen', purchase());
		const paid = await client.send('POST', '/bankboekingen', {
			datum: '2026-05-20',
			dagboek: { id: guidFor('dagboeken', 2) },
			bedragOntvangen: 0,
			bedragUitgegeven: 121,
			inkoopboekingBoekingsRegels: [{ boekingId: { id: json.id }, debet: 121, credit: 0 }],
		});
		expect(paid.status).toBe(201);
		expect(codesOf(await client.send('DELETE', `/inkoopboekingen/${json.id}`))).toEqual([
			'BOE-0083',
		]);
	});

	it('are read from UBL; what is no UBL is refused', async () => {
		const send = (xml: string) =>
			client.send('POST', '/inkoopboekingen/ubl', {
				fileName: 'a.xml',
				content: Buffer.from(xml).toString('base64'),
			});
		const ubl =
			'<Invoice><ID>7</ID><IssueDate>2026-05-01</IssueDate><PayableAmount>5.00</PayableAmount></Invoice>';
		expect((await send(ubl)).json).toMatchObject({ factuurnummer: '7', factuurbedrag: 5 });
		expect(codesOf(await send('<Order/>'))).toEqual(['BOE-0092']);
		expect(codesOf(await send(ubl))).toEqual(['BOE-0021']);
	});
});

describe('documents', () => {
	const document = (over: object = {}) => ({
		content: Buffer.from('x').toString('base64'),
		fileName: 'a.pdf',
		parentIdentifier: customer.id,
		...over,
	});

	it('are answered with 201 and an id, and hang on a record that exists', async () => {
		const { status, json } = await client.send('POST', '/documenten/Relaties', document());
		expect(status).toBe(201);
		expect(Object.keys(json)).toEqual(['id', 'uri']);
		expect((await client.get(`/documenten/Relaties/${customer.id}`)).json).toMatchObject([
			{ id: json.id, fileName: 'a.pdf' },
		]);
		const elsewhere = document({ parentIdentifier: account(8000).id });
		expect((await client.send('POST', '/documenten/Relaties', elsewhere)).status).toBe(404);
		expect((await client.send('POST', '/documenten/Facturen', document())).status).toBe(400);
	});

	it.each<[string, object, string[]]>([
		['no content', { content: '' }, ['BLG-0011']],
		['no name', { fileName: '' }, ['BLG-0007']],
		['a sign that is not allowed', { fileName: 'a/b.pdf' }, ['BLG-0016']],
		['a name that is too long', { fileName: 'x'.repeat(251) }, ['BLG-0017']],
		[
			'more than 10 MB',
			{ content: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64') },
			['BLG-0013'],
		],
	])('are refused with %s', async (_what, over, codes) => {
		expect(codesOf(await client.send('POST', '/documenten/Relaties', document(over)))).toEqual(
			codes,
		);
	});
});

describe('bank statement files', () => {
	const send = (text: string) =>
		client.send('POST', '/bankafschriftbestanden', [
			{ name: 'a', base64EncodedContent: Buffer.from(text).toString('base64') },
		]);
	const camt = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>';

	it('always answer 200 and say in the answer what became of the file', async () => {
		expect((await send(camt)).json).toMatchObject([{ isSuccess: true, errors: [] }]);
		const double = await send(camt);
		expect(double.status).toBe(200);
		expect(double.json[0]).toMatchObject({
			isSuccess: false,
			errors: [{ description: 'Het bankafschrift is al eerder ingelezen' }],
		});
		expect((await send(`\uFEFF${camt}`)).json[0].isSuccess).toBe(false);
		expect((await send('hello')).json[0].isSuccess).toBe(false);
	});
});

describe('custom fields', () => {
	const set = (fields: object[]) =>
		client.send('PUT', `/relaties/${customer.id}/customFields`, { klantCustomFields: fields });

	it.each<[string, object[], string[]]>([
		['an unknown field', [{ name: 'x', value: 1 }], ['REF-0002']],
		[
			'a field twice',
			[
				{ name: 'Klantgroep', value: 'a' },
				{ name: 'Klantgroep', value: 'b' },
			],
			['REF-0003'],
		],
		['a text too long', [{ name: 'Klantgroep', value: 'x'.repeat(21) }], ['REF-0004']],
		['no whole number', [{ name: 'Bonuspunten', value: 'x' }], ['REF-0007']],
		['a number for a text', [{ name: 'Klantgroep', value: 5 }], ['REF-0014']],
	])('are refused with %s', async (_what, fields, codes) => {
		expect(codesOf(await set(fields))).toEqual(codes);
	});

	it('belong to the kind of the relation', async () => {
		const answer = await client.send('PUT', `/relaties/${customer.id}/customFields`, {
			leverancierCustomFields: [{ name: 'x', value: 'y' }],
		});
		expect(codesOf(answer)).toEqual(['REF-0006']);
	});
});

describe('orders and quotes', () => {
	const order = async () => {
		const article = await client.send('POST', '/artikelen', {
			artikelcode: 'K',
			omschrijving: 'Kaars',
			artikelOmzetgroep: { id: guidFor('artikelomzetgroepen', 1) },
			verkoopprijs: 10,
		});
		return {
			relatie: customer,
			datum: '2026-05-13',
			regels: [{ artikel: { id: article.json.id }, aantal: 2, stuksprijs: 10 }],
		};
	};

	it('are deleted with status 201, and an article in use stays', async () => {
		const body = await order();
		const { json } = await client.send('POST', '/offertes', body);
		expect(json).toMatchObject({ procesStatus: 'Offerte', totaalInclusiefBtw: 24.2 });
		const article = `/artikelen/${body.regels[0]!.artikel.id}`;
		expect(codesOf(await client.send('DELETE', article))).toEqual(['ART-0011']);
		expect((await client.send('DELETE', `/offertes/${json.id}`)).status).toBe(201);
		expect((await client.get(`/offertes/${json.id}`)).status).toBe(404);
		expect((await client.send('DELETE', article)).status).toBe(200);
	});

	it.each(['Factuur', 'Contantbon'])('cannot be set to %s', async (procesStatus) => {
		const { json } = await client.send('POST', '/verkooporders', await order());
		const answer = await client.send('PUT', `/verkooporders/${json.id}/ProcesStatus`, {
			id: json.id,
			procesStatus,
		});
		expect(answer.status).toBe(400);
		expect((await client.get(`/verkooporders/${json.id}`)).json.procesStatus).toBe('Order');
	});
});

it('prices of an article are asked for by article', async () => {
	expect((await client.get('/prijsafspraken')).json).toEqual({
		Message: 'Artikel/Id is verplicht',
	});
});

it('a VAT return that was accepted cannot be marked as filed elsewhere', async () => {
	const mark = (start: string) =>
		client.send('PUT', `/btwaangiftes/${guidFor('btwaangiftes', start)}/externAangeven`, {
			isExternAangegeven: true,
		});
	expect(codesOf(await mark('2024-04-01'))).toEqual(['BTW-0001']);
	expect((await mark('2026-04-01')).status).toBe(204);
});

describe('switches', () => {
	const entry = (factuurnummer: string, klant = customer) => ({
		factuurnummer,
		klant,
		factuurdatum: '2026-05-13',
		factuurbedrag: 121,
		boekingsregels: [{ grootboek: account(8000), bedrag: 100, btwSoort: 'Hoog' }],
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
	});

	it('each has an explanation that stands in the manual, as has each fault', () => {
		const page = readFileSync(join(__dirname, '../../docs/sandbox.md'), 'utf8');
		expect(Object.keys(switchTexts).sort()).toEqual(Object.keys(defaultSwitches()).sort());
		for (const name of [...Object.keys(switchTexts), ...faultKinds]) {
			expect(page).toContain(`\`${name}\``);
		}
	});

	it('invoiceNumberScope: per customer the same number is taken once more', async () => {
		const other = { id: guidFor('relatie', -2) };
		await client.send('POST', '/verkoopboekingen', entry('1'));
		expect(codesOf(await client.send('POST', '/verkoopboekingen', entry('1', other)))).toEqual([
			'BOE-0021',
		]);
		sandbox.snelStart.switches.invoiceNumberScope = 'customer';
		expect((await client.send('POST', '/verkoopboekingen', entry('1', other))).status).toBe(201);
		expect(codesOf(await client.send('POST', '/verkoopboekingen', entry('1')))).toEqual([
			'BOE-0021',
		]);
	});

	it('paidEntryUpdate: a PUT keeps what was paid, or is refused', async () => {
		const { json } = await client.send('POST', '/verkoopboekingen', entry('1'));
		sandbox.snelStart.books.pay('1', 12_100);
		const put = () =>
			client.send('PUT', `/verkoopboekingen/${json.id}`, { ...entry('1'), id: json.id });
		expect((await put()).status).toBe(200);
		expect((await client.get('/verkoopfacturen')).json[0].openstaandSaldo).toBe(0);
		sandbox.snelStart.switches.paidEntryUpdate = 'refuse';
		expect(codesOf(await put())).toEqual(['BOE-0083']);
	});

	it('bodyNames and modelStateNames change what is read and how it is refused', async () => {
		const body = { NAAM: 'x'.repeat(51), relatiesoort: ['Klant'] };
		const lower = await client.send('POST', '/relaties', body);
		expect(lower.json).toMatchObject({ modelState: { 'relatie.Naam': [expect.any(String)] } });
		sandbox.snelStart.switches.modelStateNames = 'upper';
		expect((await client.send('POST', '/relaties', body)).json).toHaveProperty('ModelState');
		sandbox.snelStart.switches.bodyNames = 'exact';
		expect(codesOf(await client.send('POST', '/relaties', body))).toEqual(['REL-0007']);
	});
});

describe('no answer at all', () => {
	it.each([
		['timeout-before-commit', 3],
		['timeout-after-commit', 4],
	] as const)('%s leaves %i cost centres', async (kind, count) => {
		sandbox.snelStart.faults.add({ kind, shape: 'POST kostenplaatsen' });
		const sent = fetch(`${sandbox.snelStart.baseUrl}/kostenplaatsen`, {
			method: 'POST',
			headers: { ...client.headers, 'Content-Type': 'application/json' },
			body: JSON.stringify({ nummer: 5, omschrijving: 'Markt' }),
			signal: AbortSignal.timeout(150),
		});
		await expect(sent).rejects.toThrow('aborted');
		expect((await client.get('/kostenplaatsen')).json).toHaveLength(count);
	});

	it('html-200 answers a page as if all were well', async () => {
		sandbox.snelStart.faults.add({ kind: 'html-200', shape: 'GET landen' });
		const { status, text } = await client.get('/landen');
		expect(status).toBe(200);
		expect(text).toContain('<html>');
	});
});
