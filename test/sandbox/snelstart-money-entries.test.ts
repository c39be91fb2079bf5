import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { codesOf, openSnelStart, type Client, type Got, type Json } from './client';

let sandbox: Sandbox;
let client: Client;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-20T12:00:00Z') });
	client = await openSnelStart(sandbox.snelStart);
});
afterAll(() => sandbox.stop());

const account = (number: number) => ({ id: guidFor('grootboek', number) });
const journal = (number: number) => ({ id: guidFor('dagboeken', number) });
const nowhere = { id: '00000000-0000-0000-0000-000000000001' };
let numbers = 0;

/** A sales entry of 121.00, or of as many times that. */
async function invoice(times = 1): Promise<{ id: string; number: string }> {
	const number = `G${(numbers += 1)}`;
	const { json } = await client.send('POST', '/verkoopboekingen', {
		factuurnummer: number,
		klant: { id: guidFor('relatie', 1000) },
		factuurdatum: '2026-10-14',
		factuurbedrag: 121 * times,
		betalingstermijn: 14,
		boekingsregels: [{ grootboek: account(8000), bedrag: 100 * times, btwSoort: 'Hoog' }],
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 * times }],
	});
	return { id: json.id, number };
}
const openOf = async ({ number }: { number: string }): Promise<Json> =>
	(await client.find('verkoopfacturen', `Factuurnummer eq '${number}'`)).json[0];

const line = (number: number, debet: number, credit: number, more: object = {}) => ({
	omschrijving: 'Regel',
	grootboek: account(number),
	debet,
	credit,
	...more,
});
const bank = (fields: object = {}): Json => ({
	datum: '2026-10-20T00:00:00',
	dagboek: journal(2),
	boekstuk: 'po_1',
	omschrijving: 'Mollie payout',
	bedragOntvangen: 100,
	bedragUitgegeven: 0,
	grootboekBoekingsRegels: [line(1104, 0, 100)],
	...fields,
});
const memorial = (fields: object = {}): Json => ({
	datum: '2026-10-20',
	dagboek: journal(5),
	omschrijving: 'iDEAL 29',
	memoriaalBoekingsRegels: [line(1104, 121, 0)],
	...fields,
});
const post = (path: string, body: Json): Promise<Got> => client.send('POST', `/${path}`, body);

describe('a bank entry', () => {
	it('settles an invoice in part and in full, which does not move its date of change', async () => {
		const sale = await invoice();
		const before = await openOf(sale);
		const settling = (credit: number) => [
			{ boekingId: { id: sale.id }, omschrijving: sale.number, debet: 0, credit },
		];
		const first = await post(
			'bankboekingen',
			bank({
				bedragOntvangen: 50,
				grootboekBoekingsRegels: [],
				verkoopboekingBoekingsRegels: settling(50),
			}),
		);
		expect([first.status, (await openOf(sale)).openstaandSaldo]).toEqual([201, 71]);
		// 118.79 = 121.00 - 2.21, the example of SS-463, on what is left.
		const rest = await post(
			'bankboekingen',
			bank({
				bedragOntvangen: 68.79,
				grootboekBoekingsRegels: [line(4310, 2.21, 0)],
				verkoopboekingBoekingsRegels: settling(71),
			}),
		);
		expect(rest.status).toBe(201);
		const after = await openOf(sale);
		expect([after.openstaandSaldo, after.modifiedOn]).toEqual([0, before.modifiedOn]);
		expect(codesOf(await client.send('DELETE', `/verkoopboekingen/${sale.id}`))).toEqual([
			'BOE-0083',
		]);
	});

	it('gives the open balance back when it is replaced or deleted', async () => {
		const [one, other] = [await invoice(), await invoice()];
		const settling = ({ id }: { id: string }) => ({
			bedragOntvangen: 121,
			grootboekBoekingsRegels: [],
			verkoopboekingBoekingsRegels: [
				{ boekingId: { id }, omschrijving: 'x', debet: 0, credit: 121 },
			],
		});
		const { json } = await post('bankboekingen', bank(settling(one)));
		const path = `/bankboekingen/${json.id}`;
		const put = await client.send('PUT', path, { ...bank(settling(other)), id: json.id });
		expect(put.status).toBe(200);
		expect([(await openOf(one)).openstaandSaldo, (await openOf(other)).openstaandSaldo]).toEqual([
			121, 0,
		]);
		expect((await client.send('DELETE', path)).status).toBe(200);
		expect((await openOf(other)).openstaandSaldo).toBe(121);
		expect((await client.get(path)).status).toBe(404);
	});

	it('is found by its document number, and by nothing it does not have', async () => {
		const { json } = await post('bankboekingen', bank({ boekstuk: 'po_find' }));
		expect((await client.find('bankboekingen', "Boekstuk eq 'po_find'")).json).toEqual([json]);
		expect((await client.find('bankboekingen', "boekstuk eq 'po_find'")).status).toBe(400);
	});
});

describe('a memorial', () => {
	it('settles with one signed amount, has no list, and may refund a credit note', async () => {
		const sale = await invoice();
		const credit = await invoice(-1);
		const { status, json } = await post(
			'memoriaalboekingen',
			memorial({
				verkoopboekingBoekingsRegels: [
					{ boekingId: { id: sale.id }, omschrijving: '29', bedrag: 121 },
				],
			}),
		);
		expect([status, (await openOf(sale)).openstaandSaldo]).toEqual([201, 0]);
		expect((await client.get(`/memoriaalboekingen/${json.id}`)).json).toEqual(json);
		expect((await client.get('/memoriaalboekingen')).status).toBe(404);
		const refund = await post(
			'memoriaalboekingen',
			memorial({
				memoriaalBoekingsRegels: [line(1104, 0, 121)],
				verkoopboekingBoekingsRegels: [
					{ boekingId: { id: credit.id }, omschrijving: '29', bedrag: -121 },
				],
			}),
		);
		expect([refund.status, (await openOf(credit)).openstaandSaldo]).toEqual([201, 0]);
	});
});

it('a cash entry stands in a cash journal', async () => {
	const got = await post('kasboekingen', bank({ dagboek: journal(1) }));
	expect(got.status).toBe(201);
	expect((await client.get('/kasboekingen')).json).toEqual([got.json]);
});

it('shows in the ledger mutations, and every booking adds up to nothing there', async () => {
	const sale = await invoice();
	await post(
		'memoriaalboekingen',
		memorial({
			boekstuk: 'tr_mutation',
			verkoopboekingBoekingsRegels: [
				{ boekingId: { id: sale.id }, omschrijving: '29', bedrag: 121 },
			],
		}),
	);
	const { json } = await client.find('grootboekmutaties', "Boekstuk eq 'tr_mutation'");
	const sides = json.map(({ grootboek, debet, credit, factuurNummer }: Json) => [
		grootboek.id,
		debet,
		credit,
		factuurNummer,
	]);
	expect(sides).toEqual([
		[account(1104).id, 121, 0, null],
		[account(1300).id, 0, 121, sale.number],
	]);
	const all: Json[] = (await client.get('/grootboekmutaties')).json;
	expect(all.reduce((total, { saldo }) => total + Math.round(saldo * 100), 0)).toBe(0);
	expect((await client.get(`/grootboekmutaties/${all[0].id}`)).json).toEqual(all[0]);
});

/** Code, kind of entry, what is refused, and what it takes to be accepted. */
const rules: Array<[code: string, path: string, wrong: () => Json, right: () => Json]> = [
	['BOE-0039', 'bankboekingen', () => bank({ bedragOntvangen: 100.01 }), () => bank()],
	[
		'BOE-0039',
		'memoriaalboekingen',
		() => memorial({ memoriaalBoekingsRegels: [line(1104, 121, 0), line(4310, 0, 120.99)] }),
		() => memorial({ memoriaalBoekingsRegels: [line(1104, 121, 0), line(4310, 0, 121)] }),
	],
	[
		'BOE-0027',
		'bankboekingen',
		() => bank({ bedragOntvangen: 110, bedragUitgegeven: 10 }),
		() =>
			bank({
				bedragOntvangen: 0,
				bedragUitgegeven: 10,
				grootboekBoekingsRegels: [line(4310, 10, 0)],
			}),
	],
	[
		'BOE-0076',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(1104, 10, 110)] }),
		() => bank({ grootboekBoekingsRegels: [line(1104, 0, 110), line(4310, 10, 0)] }),
	],
	[
		'BOE-0028',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(1104, 0, 100), line(4310, 0, 0)] }),
		() => bank(),
	],
	[
		'BOE-0023',
		'bankboekingen',
		() => bank({ bedragOntvangen: 0, grootboekBoekingsRegels: [] }),
		() => bank(),
	],
	[
		'BOE-0094',
		'memoriaalboekingen',
		() => memorial({ memoriaalBoekingsRegels: [line(1104, 0, 121)] }),
		() => memorial({ memoriaalBoekingsRegels: [line(1104, 121, 0), line(1105, 0, 121)] }),
	],
	['BOE-0096', 'bankboekingen', () => bank({ dagboek: journal(5) }), () => bank()],
	['BOE-0096', 'bankboekingen', () => bank({ dagboek: nowhere }), () => bank()],
	['BOE-0025', 'kasboekingen', () => bank(), () => bank({ dagboek: journal(1) })],
	[
		'BOE-0095',
		'memoriaalboekingen',
		() =>
			memorial({
				dagboek: journal(2),
				memoriaalBoekingsRegels: [line(1104, 1, 0), line(1105, 0, 1)],
			}),
		() => memorial({ memoriaalBoekingsRegels: [line(1104, 1, 0), line(1105, 0, 1)] }),
	],
	[
		'BOE-0037',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(1104, 0, 100, { grootboek: nowhere })] }),
		() => bank(),
	],
	[
		'BOE-0008',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(8090, 0, 100)] }),
		() => bank(),
	],
	[
		'BOE-0075',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(1900, 0, 100)] }),
		() => bank(),
	],
	[
		'BOE-0082',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(1104, 0, 100, { btwSoort: 'Hoog' })] }),
		() => bank({ grootboekBoekingsRegels: [line(1104, 0, 100, { btwSoort: 'Geen' })] }),
	],
	[
		'BOE-0022',
		'bankboekingen',
		() => bank({ grootboekBoekingsRegels: [line(8095, 0, 100)] }),
		() =>
			bank({
				grootboekBoekingsRegels: [
					line(8095, 0, 100, { kostenplaats: { id: guidFor('kostenplaatsen', 1) } }),
				],
			}),
	],
	[
		'BOE-0001',
		'bankboekingen',
		() =>
			bank({
				grootboekBoekingsRegels: [],
				verkoopboekingBoekingsRegels: [{ boekingId: nowhere, debet: 0, credit: 100 }],
			}),
		() => bank(),
	],
	[
		'BOE-0053',
		'bankboekingen',
		() =>
			bank({
				bedragOntvangen: 0,
				bedragUitgegeven: 12.1,
				grootboekBoekingsRegels: [line(1104, 10, 0)],
				btwBoekingsregels: [{ debet: 2.1, credit: 0, type: 'TeVorderenBtwType', tarief: 'Hoog' }],
			}),
		() =>
			bank({
				bedragOntvangen: 0,
				bedragUitgegeven: 12.1,
				grootboekBoekingsRegels: [line(4310, 10, 0, { btwSoort: 'Hoog' })],
				btwBoekingsregels: [{ debet: 2.1, credit: 0, type: 'TeVorderenBtwType', tarief: 'Hoog' }],
			}),
	],
	[
		'BOE-0033',
		'bankboekingen',
		() => bank({ datum: '2020-12-31' }),
		() => bank({ datum: '2021-01-01' }),
	],
	[
		'BOE-0068',
		'bankboekingen',
		() => bank({ boekstuk: 'x'.repeat(26) }),
		() => bank({ boekstuk: 'x'.repeat(25) }),
	],
	[
		'BOE-0071',
		'bankboekingen',
		() => bank({ omschrijving: 'x'.repeat(251) }),
		() => bank({ omschrijving: 'x'.repeat(250) }),
	],
	['ALG-0100', 'bankboekingen', () => bank(nowhere), () => bank()],
];

it.each(rules)('%s on %s', async (code, path, wrong, right) => {
	expect(codesOf(await post(path, wrong()))).toEqual([code]);
	expect((await post(path, right())).status).toBe(201);
});

it('a booking stays in its journal (BOE-0077), and dates obey blocked periods (BOE-0042)', async () => {
	const { json } = await post('bankboekingen', bank());
	const path = `/bankboekingen/${json.id}`;
	expect(
		codesOf(await client.send('PUT', path, bank({ id: json.id, dagboek: journal(1) }))),
	).toEqual(['BOE-0077']);
	sandbox.snelStart.switches.blockedUntil = '2026-10-20';
	expect(codesOf(await post('bankboekingen', bank()))).toEqual(['BOE-0042']);
	sandbox.snelStart.switches.blockedUntil = null;
});

it('each kind asks for a scope of its own', async () => {
	sandbox.snelStart.switches.scopes = ['bankieren:read'];
	const other = await openSnelStart(sandbox.snelStart);
	expect((await other.get('/bankboekingen')).status).toBe(200);
	for (const path of ['bankboekingen', 'kasboekingen', 'memoriaalboekingen']) {
		expect((await other.send('POST', `/${path}`, bank())).status).toBe(403);
	}
	expect((await other.get('/kasboekingen')).status).toBe(403);
});
