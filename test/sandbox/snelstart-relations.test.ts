import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { codesOf, openSnelStart, type Client, type Json } from './client';

let sandbox: Sandbox;
let client: Client;
let land: (code: string) => { id: string };
beforeAll(async () => {
	sandbox = await startSandbox();
	client = await openSnelStart(sandbox.snelStart);
	const countries: Json = (await client.get('/landen?$filter=nonsense')).json;
	land = (code) => ({ id: countries.find((one: Json) => one.landcode === code).id });
});
afterAll(() => sandbox.stop());

const address = (country = 'NL') => ({
	straat: 'Dorpsweg 12',
	postcode: '3511 AB',
	plaats: 'Utrecht',
	land: land(country),
});
const card = (fields: object = {}) => ({
	relatiesoort: ['Klant'],
	naam: 'Piet Jansen',
	vestigingsAdres: address(),
	...fields,
});
const post = (body: unknown) => client.send('POST', '/relaties', body);

describe('POST /relaties', () => {
	it('creates a card with the next free code', async () => {
		const first = await post(card({ email: 'a@example.com' }));
		const second = await post(card());
		expect([first.status, second.status]).toEqual([201, 201]);
		expect(second.json.relatiecode).toBe(first.json.relatiecode + 1);
		expect(first.json.verkoopBoekingenUri).toBe(`/relaties/${first.json.id}/verkoopboekingen`);
		expect((await client.get(`/relaties/${first.json.id}`)).json).toEqual(first.json);
	});

	it('reads names in any case and ignores what it does not know', async () => {
		const got = await post({ RelatieSoort: ['klant'], NAAM: 'X', nogIets: { a: 1 } });
		expect(got.status).toBe(201);
		expect(got.json).toMatchObject({ relatiesoort: ['Klant'], naam: 'X' });
	});

	const long = (length: number): string => 'x'.repeat(length);
	/** Code, what is refused, and the same field in a form that is accepted. */
	const rules: Array<[string, () => object, () => object]> = [
		['REL-0007', () => ({ naam: ' ' }), () => ({ naam: 'A' })],
		['REL-0001', () => ({ relatiesoort: [] }), () => ({ relatiesoort: ['Leverancier'] })],
		['REL-0001', () => ({ relatiesoort: ['Geen'] }), () => ({ relatiesoort: ['Klant'] })],
		['REL-0048', () => ({ relatiesoort: ['Eigen'] }), () => ({})],
		['REL-0061', () => ({ email: 'a@b' }), () => ({ email: 'a@b.nl' })],
		['REL-0084', () => ({ email: 'a@b.nl;c' }), () => ({ email: 'a@b.nl;c@d.nl' })],
		['REL-0085', () => ({ email: `${long(246)}@b.nl` }), () => ({ email: `${long(240)}@b.nl` })],
		['REL-0013', () => ({ telefoon: long(26) }), () => ({ telefoon: long(25) })],
		['REL-0012', () => ({ mobieleTelefoon: long(26) }), () => ({ mobieleTelefoon: long(25) })],
		['REL-0059', () => ({ btwNummer: 'NL8107.55610B01' }), () => ({ btwNummer: 'NL810755610B01' })],
		['REL-0088', () => ({ btwNummer: 'NL81075561B01' }), () => ({ btwNummer: '810755610B01' })],
		['REL-0088', () => ({ btwNummer: 'US123456789' }), () => ({})],
		['REL-0058', () => ({ btwNummer: 'N' }), () => ({})],
		['REL-0057', () => ({ btwNummer: long(51) }), () => ({})],
		[
			'REL-0087',
			() => ({ btwNummer: 'DE136695976' }),
			() => ({ btwNummer: 'DE136695976', vestigingsAdres: address('DE') }),
		],
		[
			'REL-0087',
			() => ({ btwNummer: 'EL123456789', vestigingsAdres: address('CY') }),
			() => ({ btwNummer: 'EL123456789', vestigingsAdres: address('GR') }),
		],
		['REL-0006', () => ({ kvkNummer: '1234567' }), () => ({ kvkNummer: '12345678' })],
		[
			'REL-0011',
			() => ({ iban: 'NL92ABNA0417164300' }),
			() => ({ iban: 'NL91 ABNA 0417 1643 00' }),
		],
		['REL-0010', () => ({ bic: 'ABNA' }), () => ({ bic: 'ABNANL2A' })],
		['REL-0003', () => ({ krediettermijn: 1001 }), () => ({ krediettermijn: 1000 })],
		[
			'REL-0020',
			() => ({ vestigingsAdres: { ...address(), straat: long(51) } }),
			() => ({ vestigingsAdres: { ...address(), straat: long(50) } }),
		],
		[
			'REL-0021',
			() => ({ vestigingsAdres: { ...address(), postcode: long(26) } }),
			() => ({ vestigingsAdres: { ...address(), postcode: long(25) } }),
		],
		[
			'REL-0022',
			() => ({ vestigingsAdres: { ...address(), plaats: long(51) } }),
			() => ({ vestigingsAdres: { ...address(), plaats: long(50) } }),
		],
		[
			'REL-0056',
			() => ({
				vestigingsAdres: { ...address(), land: { id: '00000000-0000-0000-0000-000000000001' } },
			}),
			() => ({ vestigingsAdres: address('BE') }),
		],
		[
			'REL-0055',
			() => ({
				correspondentieAdres: { land: { id: '00000000-0000-0000-0000-000000000001' } },
			}),
			() => ({ correspondentieAdres: { straat: 'Postbus 1' } }),
		],
		['REL-0060', () => ({ vestigingsAdres: { straat: 'A 1' } }), () => ({ vestigingsAdres: {} })],
		[
			'REL-0023',
			() => ({ vestigingsAdres: { ...address(), contactpersoon: long(51) } }),
			() => ({ vestigingsAdres: { ...address(), contactpersoon: long(50) } }),
		],
		...(
			[
				['REL-0028', 'contactpersoon', 50],
				['REL-0025', 'straat', 50],
				['REL-0026', 'postcode', 25],
				['REL-0027', 'plaats', 50],
			] as const
		).map(([code, field, most]): [string, () => object, () => object] => [
			code,
			() => ({ correspondentieAdres: { [field]: long(most + 1) } }),
			() => ({ correspondentieAdres: { [field]: long(most) } }),
		]),
		['REL-0015', () => ({ websiteUrl: 'geen adres' }), () => ({ websiteUrl: 'winkel.example' })],
		[
			'REL-0017',
			() => ({ factuurRelatie: { id: '00000000-0000-0000-0000-000000000001' } }),
			() => ({ factuurRelatie: { id: guidFor('relatie', 1000) } }),
		],
		['REL-0018', () => ({ factuurRelatie: { id: guidFor('relatie', -1) } }), () => ({})],
		['REL-0008', () => ({ relatiecode: 1000 }), () => ({ relatiecode: 424242 })],
		['REL-0063', () => ({ id: '00000000-0000-0000-0000-000000000001' }), () => ({ id: '' })],
	];
	it.each(rules)('%s', async (code, wrong, right) => {
		const refused = await post(card(wrong()));
		expect(refused.status).toBe(400);
		expect(codesOf(refused)).toEqual([code]);
		expect((await post(card(right()))).status).toBe(201);
	});

	it('names every broken rule at once, in Dutch', async () => {
		const refused = await post(card({ naam: '', email: 'x' }));
		expect(refused.json).toEqual([
			{ errorCode: 'REL-0007', message: 'Naam moet gevuld zijn', details: null },
			{
				errorCode: 'REL-0061',
				message: 'Email dient een geldig emailadres te zijn.',
				details: null,
			},
		]);
	});

	it('refuses a name of 51 in the model-binding shape', async () => {
		const refused = await post(card({ naam: long(51) }));
		expect(refused.status).toBe(400);
		expect(refused.json).toEqual({
			message: 'The request is invalid.',
			modelState: {
				'relatie.Naam': ['The field Naam must be a string with a maximum length of 50.'],
			},
		});
		expect((await post(card({ naam: long(50) }))).status).toBe(201);
	});

	it('refuses an empty body', async () => {
		expect(codesOf(await client.send('POST', '/relaties'))).toEqual(['REL-0066']);
	});

	it('gives a Dutch VAT number back without its prefix, others with it', async () => {
		const dutch = await post(card({ btwNummer: 'nl810755610b01' }));
		expect(dutch.json.btwNummer).toBe('810755610B01');
		const german = await post(card({ btwNummer: 'DE136695976', vestigingsAdres: address('DE') }));
		expect(german.json.btwNummer).toBe('DE136695976');
	});

	it('accepts partial addresses when switched so', async () => {
		sandbox.snelStart.switches.partialAddresses = 'accept';
		expect((await post(card({ vestigingsAdres: { plaats: 'Utrecht' } }))).status).toBe(201);
		sandbox.snelStart.switches.partialAddresses = 'refuse';
	});
});

describe('PUT and DELETE /relaties/{id}', () => {
	it('replaces the whole card and keeps its code', async () => {
		const { json: before } = await post(card({ email: 'a@example.com', telefoon: '1' }));
		const path = `/relaties/${before.id}`;
		const got = await client.send('PUT', path, { ...card({ naam: 'Nieuw' }), id: before.id });
		expect(got.status).toBe(200);
		expect(got.json).toMatchObject({
			naam: 'Nieuw',
			email: null,
			telefoon: null,
			relatiecode: before.relatiecode,
		});
	});

	it('refuses another id in the body (REL-0047)', async () => {
		const { json } = await post(card());
		const other = '00000000-0000-0000-0000-000000000001';
		const got = await client.send('PUT', `/relaties/${json.id}`, card({ id: other }));
		expect(codesOf(got)).toEqual(['REL-0047']);
	});

	it('deletes, but not what SnelStart itself needs', async () => {
		const { json } = await post(card());
		const path = `/relaties/${json.id}`;
		const got = await client.send('DELETE', path);
		expect([got.status, got.json]).toEqual([200, {}]);
		expect((await client.get(path)).status).toBe(404);
		const unknown = (await client.find('relaties', 'Relatiecode eq -2')).json[0];
		expect(codesOf(await client.send('DELETE', `/relaties/${unknown.id}`))).toEqual(['REL-0103']);
	});
});
