import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { codesOf, openSnelStart, type Client, type Got, type Json } from './client';

let sandbox: Sandbox;
let client: Client;
const customers: Record<string, { id: string }> = {};
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-20T12:00:00Z') });
	client = await openSnelStart(sandbox.snelStart);
	const countries: Json = (await client.get('/landen')).json;
	const address = (code: string) => ({
		straat: 'A 1',
		postcode: '1000 AA',
		plaats: 'B',
		land: { id: countries.find((one: Json) => one.landcode === code).id },
	});
	const make = async (name: string, fields: object): Promise<void> => {
		const got = await client.send('POST', '/relaties', {
			naam: name,
			relatiesoort: ['Klant'],
			vestigingsAdres: address('NL'),
			...fields,
		});
		customers[name] = { id: got.json.id };
	};
	await make('dutch', {});
	await make('dutchCompany', { btwNummer: 'NL810755610B01' });
	await make('supplier', { relatiesoort: ['Leverancier'] });
	await make('inactive', { nonactief: true });
	await make('german', { vestigingsAdres: address('DE') });
	await make('finnish', { vestigingsAdres: address('FI') });
	await make('germanCompany', { vestigingsAdres: address('DE'), btwNummer: 'DE136695976' });
	await make('britishCompany', { vestigingsAdres: address('GB'), btwNummer: 'GB123456789' });
});
afterAll(() => sandbox.stop());

let numbers = 0;
const account = (number: number) => ({ id: guidFor('grootboek', number) });
const centre = (number: number) => ({ id: guidFor('kostenplaatsen', number) });
const line = (number: number, bedrag: number | string, btwSoort?: string, more: object = {}) => ({
	omschrijving: 'Artikel',
	grootboek: account(number),
	bedrag,
	...(btwSoort === undefined ? {} : { btwSoort }),
	...more,
});
const vat = (btwSoort: string, btwBedrag: number | string) => ({ btwSoort, btwBedrag });
const entry = (fields: object = {}): Json => ({
	factuurnummer: `T${(numbers += 1)}`,
	klant: customers.dutch,
	factuurdatum: '2026-10-14T00:00:00',
	factuurbedrag: 121,
	betalingstermijn: 14,
	omschrijving: 'Order 1',
	boekingsregels: [line(8000, 100, 'Hoog')],
	btw: [vat('VerkopenHoog', 21)],
	...fields,
});
const untaxed = (number: number, fields: object = {}) =>
	entry({ factuurbedrag: 100, boekingsregels: [line(number, 100, 'Geen')], btw: [], ...fields });
const post = (body: Json): Promise<Got> => client.send('POST', '/verkoopboekingen', body);
const nowhere = { id: '00000000-0000-0000-0000-000000000001' };

describe('an accepted sales entry', () => {
	it('comes back whole and makes one open invoice', async () => {
		const body = entry();
		const { status, json } = await post(body);
		expect(status).toBe(201);
		expect(json).toMatchObject({
			factuurnummer: body.factuurnummer,
			factuurdatum: '2026-10-14T00:00:00',
			factuurbedrag: 121,
			klant: { ...customers.dutch, uri: `/relaties/${customers.dutch?.id}` },
			boekingsregels: [{ bedrag: 100, btwSoort: 'Hoog', grootboek: account(8000) }],
			btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
		});
		expect((await client.get(`/verkoopboekingen/${json.id}`)).json).toEqual(json);
		const found = await client.find('verkoopfacturen', `Factuurnummer eq '${body.factuurnummer}'`);
		expect(found.json).toHaveLength(1);
		expect(found.json[0]).toMatchObject({
			verkoopBoeking: { id: json.id },
			factuurBedrag: 121,
			openstaandSaldo: 121,
			factuurDatum: '2026-10-14T00:00:00',
			vervalDatum: '2026-10-28T00:00:00',
			relatie: customers.dutch,
		});
		expect((await client.get(`/verkoopfacturen/${found.json[0].id}`)).json).toEqual(found.json[0]);
		const ofCustomer = await client.get(`/relaties/${customers.dutch?.id}/verkoopboekingen?$top=0`);
		expect(ofCustomer.json).toContainEqual(json);
	});

	it('may carry amounts as text, plain dates, names in any case and unknown fields', async () => {
		const body = entry({
			factuurbedrag: '121.00',
			factuurdatum: '2026-10-14',
			boekingsregels: [line(8000, '100.00', 'hoog')],
			BTW: [vat('verkopenHoog', '21.0')],
			onbekend: true,
		});
		delete body.btw;
		const { status, json } = await post(body);
		expect(status).toBe(201);
		expect(json).toMatchObject({ factuurbedrag: 121, factuurdatum: '2026-10-14T00:00:00' });
	});

	it('may be a credit note: all amounts negative', async () => {
		const { status, json } = await post(
			entry({
				factuurbedrag: -121,
				boekingsregels: [line(8000, -100, 'Hoog')],
				btw: [vat('VerkopenHoog', -21)],
			}),
		);
		expect([status, json.factuurbedrag]).toEqual([201, -121]);
	});

	it('adds up where floating point does not', async () => {
		const got = await post(
			entry({
				factuurbedrag: 0.3,
				boekingsregels: [line(8040, 0.1, 'Geen'), line(8040, 0.2, 'Geen')],
				btw: [],
			}),
		);
		expect(got.status).toBe(201);
	});

	it('may mix kinds, leave the kind of a one-rate account out, and book gift cards', async () => {
		const got = await post(
			entry({
				factuurbedrag: 255,
				boekingsregels: [line(8000, 100), line(8010, 100), line(1550, 25, 'Geen')],
				btw: [vat('VerkopenHoog', 21), vat('VerkopenLaag', 9)],
			}),
		);
		expect(got.status).toBe(201);
	});
});

const long = (length: number): string => 'x'.repeat(length);
/** Name of the rule, codes, a refused entry, and the nearest one that is accepted. */
const rules: Array<[string, string[], () => Json, () => Json]> = [
	['sum one cent off', ['BOE-0039'], () => entry({ factuurbedrag: 121.01 }), () => entry()],
	['no number', ['BOE-0058'], () => entry({ factuurnummer: '' }), () => entry()],
	[
		'number of 26',
		['BOE-0058'],
		() => entry({ factuurnummer: long(26) }),
		() => entry({ factuurnummer: long(25) }),
	],
	['unknown customer', ['BOE-0001'], () => entry({ klant: nowhere }), () => entry()],
	[
		'supplier',
		['BOE-0060'],
		() => entry({ klant: customers.supplier }),
		() => entry({ klant: customers.dutchCompany }),
	],
	['inactive customer', ['BOE-0054'], () => entry({ klant: customers.inactive }), () => entry()],
	[
		'no lines',
		['BOE-0023'],
		() => entry({ factuurbedrag: 0, boekingsregels: [], btw: [] }),
		() => entry(),
	],
	[
		'zero line',
		['BOE-0028'],
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog'), line(8300, 0, 'Hoog')] }),
		() => entry(),
	],
	[
		'unknown account',
		['BOE-0037'],
		() =>
			untaxed(8040, { boekingsregels: [{ grootboek: nowhere, bedrag: 100, btwSoort: 'Geen' }] }),
		() => untaxed(8040),
	],
	[
		'inactive account',
		['BOE-0008'],
		() => entry({ boekingsregels: [line(8090, 100, 'Hoog')] }),
		() => entry({ boekingsregels: [line(8500, 100, 'Hoog')] }),
	],
	['VAT account', ['BOE-0061'], () => untaxed(1671), () => untaxed(1550)],
	['debtors account', ['BOE-0061'], () => untaxed(1300), () => untaxed(1104)],
	['journal account', ['BOE-0075'], () => untaxed(1900), () => untaxed(4900)],
	[
		'kind the account does not take',
		['BOE-0082'],
		() => entry({ boekingsregels: [line(8000, 100, 'Geen')], factuurbedrag: 100, btw: [] }),
		() => untaxed(8040),
	],
	[
		'document word on a line',
		['BOE-0082', 'BOE-0069'],
		() => entry({ boekingsregels: [line(8000, 100, 'VerkopenHoog')] }),
		() => entry(),
	],
	[
		'line word on a document row',
		['BOE-0082', 'BOE-0069'],
		() => entry({ btw: [vat('Hoog', 21)] }),
		() => entry(),
	],
	[
		'no kind on an account of all rates',
		['BOE-0082'],
		() => untaxed(4310, { boekingsregels: [line(4310, 100)] }),
		() => untaxed(4310),
	],
	[
		'reverse charge with another kind',
		['BOE-0062'],
		() =>
			entry({
				factuurbedrag: 221,
				boekingsregels: [line(8000, 100, 'Hoog'), line(8050, 100, 'Geen')],
				btw: [vat('VerkopenHoog', 21), vat('VerkopenVerlegd', 0)],
			}),
		() => untaxed(8050, { btw: [vat('VerkopenVerlegd', 0)], klant: customers.dutchCompany }),
	],
	[
		'reverse charge on taxed lines',
		['BOE-0062', 'BOE-0082', 'BOE-0069'],
		() => entry({ factuurbedrag: 100, btw: [vat('VerkopenVerlegd', 0)] }),
		() => untaxed(8050, { btw: [vat('VerkopenVerlegd', 0)] }),
	],
	[
		'reverse charge with an amount',
		['BOE-0069'],
		() => untaxed(8050, { factuurbedrag: 121, btw: [vat('VerkopenVerlegd', 21)] }),
		() => untaxed(8050, { btw: [vat('VerkopenVerlegd', '0.00')] }),
	],
	[
		'purchase word on a document row',
		['BOE-0082'],
		() => untaxed(8040, { btw: [vat('InkopenHoog', 0)] }),
		() => untaxed(8040, { btw: [vat('Geen', 0)] }),
	],
	[
		'ICP without VAT number',
		['BOE-0080'],
		() => untaxed(8150, { klant: customers.german }),
		() => untaxed(8150, { klant: customers.germanCompany }),
	],
	[
		'ICP inside the Netherlands',
		['BOE-0080'],
		() => untaxed(8160, { klant: customers.dutchCompany }),
		() => untaxed(8160, { klant: customers.germanCompany }),
	],
	[
		'ICP outside the EU',
		['BOE-0080'],
		() => untaxed(8150, { klant: customers.britishCompany }),
		() => untaxed(8170, { klant: customers.britishCompany }),
	],
	[
		'distance sales while they are off',
		['BOE-0080'],
		() => untaxed(8180, { klant: customers.german }),
		() => untaxed(8170, { klant: customers.german }),
	],
	[
		'VAT two cents off one line',
		['BOE-0069'],
		() => entry({ factuurbedrag: 121.02, btw: [vat('VerkopenHoog', 21.02)] }),
		() => entry({ factuurbedrag: 121.01, btw: [vat('VerkopenHoog', 21.01)] }),
	],
	[
		'taxed line without its VAT row',
		['BOE-0069'],
		() => entry({ factuurbedrag: 100, btw: [] }),
		() => entry(),
	],
	[
		'two rows of one kind',
		['BOE-0069'],
		() => entry({ btw: [vat('VerkopenHoog', 11), vat('VerkopenHoog', 10)] }),
		() => entry(),
	],
	[
		'description of 251',
		['BOE-0071'],
		() => entry({ omschrijving: long(251) }),
		() => entry({ omschrijving: long(250) }),
	],
	[
		'line description of 251',
		['BOE-0071'],
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { omschrijving: long(251) })] }),
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { omschrijving: long(250) })] }),
	],
	[
		'voucher of 26',
		['BOE-0068'],
		() => entry({ boekstuk: long(26) }),
		() => entry({ boekstuk: long(25) }),
	],
	[
		'no cost centre where one is due',
		['BOE-0022'],
		() => entry({ boekingsregels: [line(8095, 100, 'Hoog')] }),
		() => entry({ boekingsregels: [line(8095, 100, 'Hoog', { kostenplaats: centre(1) })] }),
	],
	[
		'unknown cost centre',
		['BOE-0019'],
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { kostenplaats: nowhere })] }),
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { kostenplaats: centre(2) })] }),
	],
	[
		'inactive cost centre',
		['BOE-0026'],
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { kostenplaats: centre(9) })] }),
		() => entry({ boekingsregels: [line(8000, 100, 'Hoog', { kostenplaats: centre(1) })] }),
	],
	[
		'more than five years back',
		['BOE-0033'],
		() => entry({ factuurdatum: '2020-12-31' }),
		() => entry({ factuurdatum: '2021-01-01' }),
	],
	[
		'no date',
		['BOE-0070', 'BOE-0069'],
		() => entry({ factuurdatum: undefined }),
		() => entry({ factuurdatum: '2026-11-01' }),
	],
	['an id', ['ALG-0100'], () => entry({ id: nowhere.id }), () => entry({ id: null })],
];

describe('a refused sales entry', () => {
	it.each(rules)('%s: %j', async (_name, codes, wrong, right) => {
		const refused = await post(wrong());
		expect(refused.status).toBe(400);
		expect(codesOf(refused)).toEqual(codes);
		const accepted = await post(right());
		expect([accepted.status, codesOf(accepted)]).toEqual([201, []]);
	});

	it('is not in the books', async () => {
		const before = sandbox.snelStart.books.summary().salesEntries.length;
		await post(entry({ factuurbedrag: 1 }));
		expect(sandbox.snelStart.books.summary().salesEntries).toHaveLength(before);
	});

	it('has a number that is in use, whoever the customer is (BOE-0021)', async () => {
		const { factuurnummer } = (await post(entry())).json;
		const again = await post(entry({ factuurnummer, klant: customers.dutchCompany }));
		expect(again.json).toEqual([
			{ errorCode: 'BOE-0021', message: 'Het factuurnummer bestaat al', details: null },
		]);
	});

	it.each([
		['betalingstermijn', { betalingstermijn: 1000 }, 'Betalingstermijn'],
		['betalingstermijn', { betalingstermijn: -1 }, 'Betalingstermijn'],
		['factuurbedrag', { factuurbedrag: 'veel' }, 'Factuurbedrag'],
		['factuurbedrag', { factuurbedrag: 121.001 }, 'Factuurbedrag'],
		['factuurdatum', { factuurdatum: '2026-02-30' }, 'Factuurdatum'],
		['factuurdatum', { factuurdatum: '2026-10-14T00:00:00Z' }, 'Factuurdatum'],
		['klant', { klant: null }, 'Klant'],
		['klant', { klant: { id: 'geen-guid' } }, 'Klant.Id'],
		['btwSoort', { btw: [{ btwSoort: 'Iets', btwBedrag: 21 }] }, 'Btw[0].BtwSoort'],
	])('is named by the model binder: %s %j', async (_field, fields, path) => {
		const refused = await post(entry(fields));
		expect(refused.status).toBe(400);
		expect(refused.json.message).toBe('The request is invalid.');
		expect(Object.keys(refused.json.modelState)).toEqual([`verkoopBoeking.${path}`]);
		expect((await post(entry({ betalingstermijn: 999 }))).status).toBe(201);
	});

	it('is empty (ALG-0106)', async () => {
		expect(codesOf(await client.send('POST', '/verkoopboekingen'))).toEqual(['ALG-0106']);
	});
});

describe('switches', () => {
	afterEach(() => {
		Object.assign(sandbox.snelStart.switches, {
			vatCheck: 'centPerLine',
			zeroLines: 'refuse',
			blockedUntil: null,
			filedReturns: 'refuse',
			foreignVat: false,
		});
	});

	it('block a period (BOE-0042)', async () => {
		sandbox.snelStart.switches.blockedUntil = '2026-09-30';
		expect(codesOf(await post(entry({ factuurdatum: '2026-09-30' })))).toEqual(['BOE-0042']);
		expect((await post(entry({ factuurdatum: '2026-10-01' }))).status).toBe(201);
	});

	it('take an entry into a VAT return that was filed, or refuse it (BOE-0046)', async () => {
		const late = () => entry({ factuurdatum: '2024-06-30' });
		expect(codesOf(await post(late()))).toEqual(['BOE-0046']);
		expect((await post(entry({ factuurdatum: '2024-07-01' }))).status).toBe(201);
		sandbox.snelStart.switches.filedReturns = 'accept';
		const made = await post(late());
		expect(made.status).toBe(201);
		// What stands in it cannot be taken out or changed any more.
		const path = `/verkoopboekingen/${made.json.id}`;
		expect(codesOf(await client.send('DELETE', path))).toEqual(['BOE-0046']);
		expect(codesOf(await client.send('PUT', path, { ...late(), id: made.json.id }))).toEqual([
			'BOE-0046',
		]);
	});

	it('leave VAT amounts and zero lines alone', async () => {
		const odd = { factuurbedrag: 105, btw: [vat('VerkopenHoog', 5)] };
		sandbox.snelStart.switches.vatCheck = 'off';
		expect((await post(entry(odd))).status).toBe(201);
		sandbox.snelStart.switches.zeroLines = 'accept';
		const zero = { boekingsregels: [line(8000, 100, 'Hoog'), line(8300, 0, 'Hoog')] };
		expect((await post(entry(zero))).status).toBe(201);
	});

	it('use the rate of the invoice date', async () => {
		sandbox.snelStart.switches.vatCheck = 'centPerLine';
		const low = (percentage: number, factuurdatum: string) =>
			entry({
				factuurdatum,
				factuurbedrag: 100 + percentage,
				boekingsregels: [line(8010, 100, 'Laag')],
				btw: [vat('VerkopenLaag', percentage)],
			});
		expect((await post(low(9, '2026-10-14'))).status).toBe(201);
		expect(codesOf(await post(low(6, '2026-10-14')))).toEqual(['BOE-0069']);
		expect(codesOf(await post(low(9, '2018-10-14')))).toContain('BOE-0069');
	});

	it('book distance sales the OSS way', async () => {
		await client.send('PUT', '/companyInfo', { factureerBuitenlandsBtw: true });
		const oss = (tax: number, btw: object[] = []) =>
			entry({
				klant: customers.german,
				factuurbedrag: Math.round((75.3 + tax) * 100) / 100,
				boekingsregels: [
					line(8181, 67.9, 'Geen'),
					line(8180, 7.4, 'Geen'),
					line(1680, tax, 'Geen'),
				],
				btw,
			});
		expect((await post(oss(6.16))).status).toBe(201);
		expect(codesOf(await post(oss(6.19)))).toEqual(['BOE-0069']);
		expect(codesOf(await post(oss(6.16, [vat('VerkopenHoog', 0)])))).toEqual(['BOE-0069']);
		const finnish = (factuurdatum: string, tax: number) =>
			entry({
				...{ klant: customers.finnish, factuurdatum, factuurbedrag: 100 + tax, btw: [] },
				boekingsregels: [line(8180, 100, 'Geen'), line(1680, tax, 'Geen')],
			});
		expect((await post(finnish('2024-08-31', 24))).status).toBe(201);
		expect((await post(finnish('2024-09-01', 25.5))).status).toBe(201);
		expect(codesOf(await post(finnish('2024-09-01', 24)))).toEqual(['BOE-0069']);
		const domestic = entry({ klant: customers.german });
		expect(codesOf(await post(domestic))).toEqual(expect.arrayContaining(['BOE-0061']));
	});
});

describe('DELETE /verkoopboekingen/{id}', () => {
	it('takes the invoice along, unless something was paid (BOE-0083)', async () => {
		const { json } = await post(entry());
		const path = `/verkoopboekingen/${json.id}`;
		sandbox.snelStart.books.pay(json.factuurnummer, 100);
		expect(codesOf(await client.send('DELETE', path))).toEqual(['BOE-0083']);
		sandbox.snelStart.books.pay(json.factuurnummer, -100);
		expect((await client.send('DELETE', path)).json).toEqual({});
		expect((await client.get(path)).status).toBe(404);
		const left = await client.find('verkoopfacturen', `Factuurnummer eq '${json.factuurnummer}'`);
		expect(left.json).toEqual([]);
	});

	it('keeps the card of a customer with invoices (REL-0049)', async () => {
		const path = `/relaties/${customers.dutch?.id}`;
		expect(codesOf(await client.send('DELETE', path))).toEqual(['REL-0049']);
	});
});
