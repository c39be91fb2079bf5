import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { codesOf, openSnelStart, type Client, type Got, type Json } from './client';

let sandbox: Sandbox;
let client: Client;
let landen: Json;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-20T12:00:00Z') });
	client = await openSnelStart(sandbox.snelStart);
	landen = (await client.get('/landen')).json;
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const group = (number: number) => ({ id: guidFor('artikelomzetgroepen', number) });
const article = (fields: object = {}): Json => ({
	artikelcode: 'MOK-1',
	omschrijving: 'Mok',
	artikelOmzetgroep: group(1),
	...fields,
});
const addArticle = (fields: object = {}): Promise<Got> =>
	client.send('POST', '/artikelen', article(fields));
const land = (code: string) => ({ id: landen.find((one: Json) => one.landcode === code).id });
const customer = { id: guidFor('relatie', 1000) };
const nowhere = { id: '00000000-0000-0000-0000-000000000001' };
const text = (length: number) => 'x'.repeat(length);

describe('articles (artikelen)', () => {
	it('come back whole, by id and by code, and start active', async () => {
		const { status, json } = await addArticle();
		expect(status).toBe(201);
		expect(json).toMatchObject({
			artikelcode: 'MOK-1',
			omschrijving: 'Mok',
			artikelOmzetgroep: group(1),
			isNonActief: false,
		});
		expect((await client.get(`/artikelen/${json.id}`)).json).toEqual(json);
		expect((await client.find('artikelen', "Artikelcode eq 'MOK-1'")).json).toEqual([json]);
		expect((await client.find('artikelen', "artikelcode eq 'MOK-1'")).status).toBe(400);
	});

	it.each<[string, object]>([
		['ALG-0100', nowhere],
		['ART-0002', { artikelcode: '' }],
		['ART-0004', { artikelcode: text(26) }],
		['ART-0006', { omschrijving: '' }],
		['ART-0007', { omschrijving: text(251) }],
		['ART-0008', { artikelOmzetgroep: undefined }],
		['ART-0009', { artikelOmzetgroep: nowhere }],
	])('%s', async (code, fields) => {
		expect(codesOf(await addArticle(fields))).toEqual([code]);
		expect(sandbox.snelStart.books.summary().articles).toEqual([]);
	});

	it('ART-0005: a code once', async () => {
		await addArticle();
		expect(codesOf(await addArticle())).toEqual(['ART-0005']);
	});

	it('ART-0003 and ART-0004 follow companyInfo, at the factory setting ten digits (J057)', async () => {
		Object.assign(sandbox.snelStart.switches, { itemCodeKind: 'Numeriek', itemCodeMaxLength: 10 });
		expect((await client.get('/companyInfo')).json).toMatchObject({
			artikelcodeSoort: 'Numeriek',
			artikelcodeMaxLengte: 10,
		});
		expect(codesOf(await addArticle({ artikelcode: 'DELETED-21x' }))).toEqual([
			'ART-0003',
			'ART-0004',
		]);
		expect((await addArticle({ artikelcode: '1234567890' })).status).toBe(201);
	});

	it('are listed 25 per page at most', async () => {
		for (let n = 0; n < 27; n++) await addArticle({ artikelcode: `A${n}` });
		expect((await client.get('/artikelen?$top=500')).json).toHaveLength(25);
		expect((await client.get('/artikelen?$skip=25')).json).toHaveLength(2);
	});
});

describe('sales orders (verkooporders)', () => {
	let high: Json;
	let low: Json;
	beforeEach(async () => {
		high = (await addArticle()).json;
		low = (await addArticle({ artikelcode: 'BOEK-1', artikelOmzetgroep: group(2) })).json;
	});
	const line = (of: Json, stuksprijs: number, aantal: number, more: object = {}) => ({
		artikel: { id: of.id },
		stuksprijs,
		aantal,
		...more,
	});
	const order = (fields: object = {}): Json => ({
		relatie: customer,
		datum: '2026-10-14',
		orderreferentie: 'W1',
		verkooporderBtwIngaveModel: 'Exclusief',
		regels: [line(high, 10, 2)],
		...fields,
	});
	const post = (fields: object = {}): Promise<Got> =>
		client.send('POST', '/verkooporders', order(fields));

	it('hold free stock (vrije voorraad) of articles whose stock is kept; quotes do not', async () => {
		const { json: kept } = await addArticle({ artikelcode: 'KAARS-1', voorraadControle: true });
		sandbox.snelStart.books.count('KAARS-1', 12);
		await post({ regels: [line(kept, 10, 3)] });
		await post({ orderreferentie: 'W2', procesStatus: 'Offerte', regels: [line(kept, 10, 1)] });
		const [{ technischeVoorraad, vrijeVoorraad }] = (
			await client.find('artikelen', "Artikelcode eq 'KAARS-1'")
		).json;
		expect([technischeVoorraad, vrijeVoorraad]).toEqual([12, 9]);
	});

	it('get the next number, status Order, and are found by their reference', async () => {
		const first = await post();
		const second = await post({ orderreferentie: 'W2', procesStatus: 'Bevestiging' });
		expect(first.status).toBe(201);
		expect(first.json).toMatchObject({
			nummer: 1,
			procesStatus: 'Order',
			datum: '2026-10-14T00:00:00',
			verkoopfactuur: null,
			regels: [{ omschrijving: 'Mok', stuksprijs: 10, aantal: 2, totaal: 20 }],
		});
		expect(second.json).toMatchObject({ nummer: 2, procesStatus: 'Bevestiging' });
		expect((await client.get(`/verkooporders/${first.json.id}`)).json).toEqual(first.json);
		expect((await client.find('verkooporders', "Orderreferentie eq 'W1'")).json).toEqual([
			first.json,
		]);
		expect(sandbox.snelStart.books.summary().salesInvoices).toEqual([]);
	});

	it('take the same reference twice: nothing but a look-up prevents doubles', async () => {
		await post();
		expect((await post()).status).toBe(201);
	});

	/** 20.00 at 21 % and 10.00 at 9 %: 4.20 + 0.90; inside 24.20 and 10.90 just as much. */
	it.each([
		['Exclusief', [10, 5]],
		['Inclusief', [12.1, 5.45]],
	] as const)('work out the VAT from the items, prices %s', async (entry, [one, other]) => {
		const { json } = await post({
			verkooporderBtwIngaveModel: entry,
			regels: [line(high, one, 2), line(low, other, 2)],
		});
		expect(json).toMatchObject({ totaalExclusiefBtw: 30, totaalInclusiefBtw: 35.1 });
	});

	it('count unit price × quantity, whatever total the line names (HC-03)', async () => {
		const { json } = await post({ regels: [line(high, 1.03, 100, { totaal: 103.31 })] });
		// 103.00 × 1.21 = 124.63, and not the 125.00 that was paid.
		expect(json).toMatchObject({ totaalExclusiefBtw: 103, totaalInclusiefBtw: 124.63 });
	});

	it('round the VAT per rate or per line, as the switch says (HC-03: 10.70 twice)', async () => {
		const regels = [line(high, 10.7, 1), line(high, 10.7, 1)];
		expect((await post({ regels })).json.totaalInclusiefBtw).toBe(25.89);
		sandbox.snelStart.switches.orderVatRounding = 'perLine';
		expect((await post({ regels })).json.totaalInclusiefBtw).toBe(25.9);
	});

	it('leave the VAT out outside the EU, by the delivery address', async () => {
		const afleveradres = { straat: 'A 1', postcode: '1', plaats: 'B', land: land('US') };
		const { json } = await post({ afleveradres });
		expect(json).toMatchObject({ totaalExclusiefBtw: 20, totaalInclusiefBtw: 20, afleveradres });
	});

	it('leave the VAT out for a business elsewhere in the EU', async () => {
		const german = await client.send('POST', '/relaties', {
			naam: 'Bücher GmbH',
			relatiesoort: ['Klant'],
			btwNummer: 'DE136695976',
			vestigingsAdres: { straat: 'A 1', postcode: '1', plaats: 'B', land: land('DE') },
		});
		const { json } = await post({ relatie: { id: german.json.id } });
		expect(json.totaalInclusiefBtw).toBe(20);
	});

	it.each<[string, object]>([
		['ALG-0100', nowhere],
		['ALG-0103', { verkoopordersjabloon: nowhere }],
		['ART-0001', { regels: [{ artikel: nowhere, stuksprijs: 1, aantal: 1 }] }],
		['KPL-0001', { kostenplaats: nowhere }],
		['REL-0005', { relatie: nowhere }],
		['VOR-0002', { relatie: { id: guidFor('relatie', -1) } }],
		['VOR-0005', { nummer: 7 }],
		['VOR-0006', { afleveradres: { straat: text(51) } }],
		['VOR-0007', { afleveradres: { postcode: text(26) } }],
		['VOR-0008', { afleveradres: { plaats: text(51) } }],
		['VOR-0009', { afleveradres: { contactpersoon: text(51) } }],
		['VOR-0010', { afleveradres: { land: nowhere } }],
		['VOR-0011', { orderreferentie: text(51) }],
	])('%s', async (code, fields) => {
		expect(codesOf(await post(fields))).toEqual([code]);
		expect(sandbox.snelStart.books.summary().salesOrders).toEqual([]);
	});

	it.each<[string, object]>([
		['Krediettermijn', { krediettermijn: 101 }],
		['ProcesStatus', { procesStatus: 'Factuur' }],
		['ProcesStatus', { procesStatus: 'Contantbon' }],
		['Datum', { datum: undefined }],
		['Relatie', { relatie: undefined }],
	])('%s is refused by its form', async (field, fields) => {
		const { status, json } = await post(fields);
		expect(status).toBe(400);
		expect(Object.keys(json.modelState)).toEqual([`verkoopOrder.${field}`]);
	});

	it('need the scopes of orders and items', async () => {
		sandbox.snelStart.switches.scopes = ['orders:read'];
		const reader = await openSnelStart(sandbox.snelStart);
		expect((await reader.get('/verkooporders')).status).toBe(200);
		expect((await reader.get('/artikelen')).status).toBe(403);
		expect((await reader.send('POST', '/verkooporders', order())).status).toBe(403);
	});
});
