import { startSandbox, type Sandbox } from '../../sandbox';
import { compileFilter, type FilterOptions } from '../../sandbox/snelstart/odataFilter';
import { ODataError } from '../../sandbox/snelstart/odataTokens';
import { openSnelStart, type Client, type Json } from './client';

const options: FilterOptions = {
	typeName: 'Card',
	shape: {
		Id: 'Guid',
		Naam: 'String',
		Email: 'String',
		Code: 'Number',
		Actief: 'Boolean',
		ModifiedOn: 'DateTime',
		Soort: ['String'],
		Adres: { Plaats: 'String', Land: { Id: 'Guid' } },
		Velden: [{ Naam: 'String', Waarde: 'String' }],
	},
};
const guid = '0b4375530-3a36-5573-a3d6-641dc984e556'.slice(1);
const row = {
	id: guid,
	naam: "O'Neil",
	email: null,
	code: 12.5,
	actief: true,
	modifiedOn: '2026-10-14T12:00:00',
	soort: ['Klant', 'Leverancier'],
	adres: { plaats: 'Utrecht', land: { id: guid } },
	velden: [{ naam: 'x', waarde: '5' }],
};

describe('the OData v3 filter', () => {
	it.each([
		["Naam eq 'O''Neil'", true],
		["Naam eq 'o''neil'", false],
		["Naam ne 'x'", true],
		['Email eq null', true],
		["Email eq 'x'", false],
		["Email ne 'x'", true],
		['Code gt 12', true],
		['Code ge 12.5', true],
		['Code lt 12.5', false],
		['Code le 12.5m', true],
		['Code ne -1', true],
		['Actief eq true', true],
		['not (Actief eq true)', false],
		['Actief', true],
		["ModifiedOn gt datetime'2026-10-14T11:59:59.999'", true],
		["ModifiedOn gt datetime'2026-10-15'", false],
		[`Id eq guid'${guid.toUpperCase()}'`, true],
		[`Id eq (guid'${guid}')`, true],
		[`Adres/Land/Id eq guid'${guid}'`, true],
		["Adres/Plaats eq 'Utrecht'", true],
		["Soort/any(r:r eq 'Klant')", true],
		["Soort/any(r:r eq 'Eigen')", false],
		["Velden/any(e:e/Waarde eq '5' and e/Naam eq 'x')", true],
		["substringof('Nei', Naam) eq true", true],
		["substringof('nei', Naam)", false],
		["startswith(Naam,'O''') eq true", true],
		// and binds tighter than or
		["Naam eq 'a' and Code eq 1 or Actief eq true", true],
		["Naam eq 'a' and (Code eq 1 or Actief eq true)", false],
		["Naam eq '100% & ÷+'", false],
	])('%s is %s', (filter, expected) => {
		expect(compileFilter(filter, options)(row)).toBe(expected);
	});

	it('ignores case when told so', () => {
		expect(compileFilter("Naam eq 'o''neil'", { ...options, ignoreCase: true })(row)).toBe(true);
	});

	it.each([
		["naam eq 'x'", "Could not find a property named 'naam' on type 'Card'."],
		["Adres/plaats eq 'x'", "Could not find a property named 'plaats' on type 'Card'."],
		["constructor eq 'x'", "Could not find a property named 'constructor' on type 'Card'."],
		["contains(Naam,'x')", "An unknown function with name 'contains' was found."],
		[`Id eq ${guid}`, 'Syntax error'],
		[`Id eq '${guid}'`, 'A binary operator with incompatible types was detected.'],
		['ModifiedOn gt 2026-01-01T00:00:00Z', 'Syntax error'],
		["ModifiedOn gt datetime'gisteren'", 'Syntax error'],
		['Naam eq 5', 'A binary operator with incompatible types was detected.'],
		["Naam = 'x'", 'Syntax error'],
		["Naam eq 'x", 'Syntax error'],
		["Naam eq 'O'Neil'", 'Syntax error'],
		["Naam EQ 'x'", 'Syntax error'],
		["(Naam eq 'x'", 'Expression expected'],
		["Naam eq 'x' and", 'Expression expected'],
		['Naam', 'is not an Edm.Boolean'],
		['', 'Expression expected'],
	])('refuses %s', (filter, message) => {
		const compile = () => compileFilter(filter, options);
		expect(compile).toThrow(ODataError);
		expect(compile).toThrow(message);
	});

	it('counts nodes when told so', () => {
		const many = Array.from({ length: 40 }, (_, code) => `Code eq ${code}`).join(' or ');
		expect(compileFilter(many, options)({ code: 39 })).toBe(true);
		expect(() => compileFilter(many, { ...options, maxNodes: 100 })).toThrow("limit of '100'");
	});
});

describe('lists', () => {
	let sandbox: Sandbox;
	let client: Client;
	beforeAll(async () => {
		sandbox = await startSandbox();
		client = await openSnelStart(sandbox.snelStart);
	});
	afterAll(() => sandbox.stop());

	it('are bare arrays', async () => {
		for (const path of ['relaties', 'grootboeken', 'verkoopfacturen', 'dagboeken', 'landen']) {
			expect((await client.get(`/${path}`)).json).toEqual(expect.any(Array));
		}
	});

	it('answer 400 in the framework shape for a wrong name', async () => {
		const got = await client.find('relaties', "naam eq 'x'");
		expect([got.status, got.json]).toEqual([
			400,
			{
				Message:
					"Could not find a property named 'naam' on type 'SnelStart.B2B.Api.V2.Models.Relaties.RelatieModel'.",
			},
		]);
	});

	it('need an escaped plus, as any query does', async () => {
		const body = { naam: 'Plus', relatiesoort: ['Klant'], email: 'a+b@example.com' };
		await client.send('POST', '/relaties', body);
		expect((await client.get("/relaties?$filter=Email eq 'a+b@example.com'")).json).toEqual([]);
		expect((await client.find('relaties', "Email eq 'a+b@example.com'")).json).toHaveLength(1);
	});

	it('page by $top and $skip and select fields', async () => {
		const all: Json[] = (await client.get('/grootboeken')).json;
		expect(all.length).toBeGreaterThan(35);
		const page = await client.get('/grootboeken?$top=2&$skip=1&$select=Id,Nummer');
		expect(page.json).toEqual(all.slice(1, 3).map(({ id, nummer }) => ({ id, nummer })));
		expect((await client.get('/grootboeken?$skip=999')).json).toEqual([]);
		expect((await client.get('/grootboeken?$top=veel')).status).toBe(400);
		expect((await client.get('/grootboeken?$select=nummer')).status).toBe(400);
	});

	it('clip at 500 rows, or refuse more when switched so', async () => {
		sandbox.snelStart.switches.limits = null;
		for (let card = 0; card < 510; card += 1) {
			await client.send('POST', '/relaties', { naam: `K${card}`, relatiesoort: ['Klant'] });
		}
		expect((await client.get('/relaties')).json).toHaveLength(500);
		expect((await client.get('/relaties?$top=1000')).json).toHaveLength(500);
		expect((await client.get('/relaties?$skip=500')).json.length).toBeGreaterThan(9);
		sandbox.snelStart.switches.topAboveMaximum = 'refuse';
		expect((await client.get('/relaties?$top=501')).status).toBe(400);
		expect((await client.get('/relaties?$top=500')).status).toBe(200);
		sandbox.snelStart.switches.pageClip = 100;
		expect((await client.get('/relaties?$top=500')).json).toHaveLength(100);
	});

	it('of reference data ignore OData', async () => {
		for (const [path, rows] of [
			['dagboeken', 7],
			['verkoopordersjablonen', 2],
			['artikelomzetgroepen', 8],
			['landen', 250],
		] as const) {
			const { json } = await client.get(`/${path}?$filter=nonsense&$top=1`);
			expect([path, json.length]).toEqual([path, rows]);
		}
		const { json: countries } = await client.get('/landen');
		expect(countries.find((one: Json) => one.landcode === 'NL')).toMatchObject({
			naam: 'Nederland',
			landcodeISO: 'NLD',
		});
		const { json: rates } = await client.get('/btwtarieven');
		expect(rates).toContainEqual({
			btwSoort: 'Laag',
			btwPercentage: 9,
			datumVanaf: '2019-01-01T00:00:00',
			datumTotEnMet: '2400-12-31T00:00:00',
		});
	});

	it('seed accounts whose ids never change', async () => {
		const ids = [8000, 8010, 8040].map(async (nummer) => {
			const { json } = await client.find('grootboeken', `Nummer eq ${nummer}`);
			return json[0].id;
		});
		expect(await Promise.all(ids)).toEqual([
			'b4375530-3a36-5573-a3d6-641dc984e556',
			'7dc2260d-223d-5cd1-8385-fe4eaab0d35a',
			expect.stringMatching(/^[0-9a-f-]{36}$/),
		]);
		const bound = await client.find('grootboeken', "Grootboekfunctie eq 'VerkopenOmzetLaag'");
		for (const account of bound.json) expect(account.btwSoort).toEqual(['Laag']);
	});

	it('refuse an address of more than 2,048 characters', async () => {
		expect((await client.get(`/relaties?$filter=${'x'.repeat(2048)}`)).status).toBe(414);
	});
});
