import { startSandbox, type Sandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { openSnelStart, putJson, request, type Client } from './client';

let sandbox: Sandbox;
let client: Client;
let control: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	control = `${sandbox.snelStart.origin}/_sandbox`;
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await request(`${control}/reset`, { method: 'POST' });
	client = await openSnelStart(sandbox.snelStart);
});

const entry = (factuurnummer: string) => ({
	factuurnummer,
	klant: { id: guidFor('relatie', 1000) },
	factuurdatum: '2026-10-14',
	factuurbedrag: 230,
	boekingsregels: [
		{ grootboek: { id: guidFor('grootboek', 8000) }, bedrag: 100, btwSoort: 'Hoog' },
		{ grootboek: { id: guidFor('grootboek', 8010) }, bedrag: 100, btwSoort: 'Laag' },
	],
	btw: [
		{ btwSoort: 'VerkopenHoog', btwBedrag: 21 },
		{ btwSoort: 'VerkopenLaag', btwBedrag: 9 },
	],
});
const book = (number: string) => client.send('POST', '/verkoopboekingen', entry(number));
const booked = (): number => sandbox.snelStart.books.summary().salesEntries.length;

describe('faults', () => {
	it.each([
		['429', 429, 0],
		['500', 500, 0],
		['504', 504, 0],
		['401', 401, 0],
		['html', 403, 0],
		['500-after-commit', 500, 1],
		['504-after-commit', 504, 1],
	])('%s answers %i with %i entries booked', async (kind, status, entries) => {
		await putJson(`${control}/faults`, [{ kind, shape: 'POST verkoopboekingen' }]);
		expect((await client.get('/companyInfo')).status).toBe(200);
		expect((await book('1')).status).toBe(status);
		expect(booked()).toBe(entries);
		expect((await book('2')).status).toBe(201);
	});

	// SS-124: at least as harsh, since VAT counts too.
	it('gives up a write of more than a hundred lines, and carries it out', async () => {
		const { btw, boekingsregels, ...head } = entry('1');
		const [line] = boekingsregels;
		const long = (lines: number, factuurnummer: string) =>
			client.send('POST', '/verkoopboekingen', {
				...head,
				factuurnummer,
				factuurbedrag: 9_800 * 1.21,
				boekingsregels: Array.from({ length: lines }, () => ({ ...line, bedrag: 9_800 / lines })),
				btw: [{ ...btw[0], btwBedrag: 9_800 * 0.21 }],
			});
		expect((await long(98, '98')).status).toBe(201);
		expect((await long(100, '100')).status).toBe(504);
		expect(booked()).toBe(2);
		// What is refused was never long at work.
		expect((await long(100, '100')).status).toBe(400);
		sandbox.snelStart.switches.mostLines = null;
		expect((await long(100, '101')).status).toBe(201);
	});

	it.each([
		['reset-before-commit', 0],
		['reset-after-commit', 1],
	] as const)('%s breaks the connection with %i entries booked', async (kind, entries) => {
		sandbox.snelStart.faults.add({ kind, shape: 'POST verkoopboekingen' });
		await expect(book('1')).rejects.toThrow('fetch failed');
		expect(booked()).toBe(entries);
		expect(sandbox.snelStart.journal.entries.at(-1)).toMatchObject({
			shape: 'POST verkoopboekingen',
			status: 0,
		});
	});

	it('cut gives the answer itself, broken off in the middle, with the work done', async () => {
		sandbox.snelStart.faults.add({ kind: 'cut', shape: 'POST verkoopboekingen' });
		const got = await book('1');
		expect([got.status, got.json]).toEqual([201, undefined]);
		expect(got.headers.get('Content-Type')).toMatch(/^application\/json/);
		expect(got.text).toMatch(/^\{"[^}]/);
		expect(booked()).toBe(1);
		sandbox.wooCommerce.faults.add({ kind: 'cut' });
		const refused = await request(`${sandbox.wooCommerce.url}/wp-json/wc/v3/orders`);
		expect([refused.status, refused.json]).toEqual([401, undefined]);
		expect(refused.text).toMatch(/^\{"code":/);
	});

	it('504-late-commit answers at once and does the work later', async () => {
		// Long enough for a machine that is busy with other tests to look before it.
		sandbox.snelStart.faults.add({ kind: '504-late-commit', delayMs: 1_000 });
		expect((await book('1')).status).toBe(504);
		expect(booked()).toBe(0);
		while (booked() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		expect(booked()).toBe(1);
	});

	it('last as often as asked, after as many as asked', async () => {
		sandbox.snelStart.faults.add({ kind: '429', times: 2, skip: 1, retryAfter: 7 });
		const statuses = [];
		for (let call = 0; call < 4; call += 1) {
			const got = await client.get('/echo/x');
			statuses.push([got.status, got.headers.get('Retry-After')]);
		}
		expect(statuses).toEqual([
			[200, null],
			[429, '7'],
			[429, '7'],
			[200, null],
		]);
	});

	it('can be slow, hit the token, be listed and be cleared', async () => {
		sandbox.snelStart.faults.add({ kind: 'slow', delayMs: 120 });
		const start = Date.now();
		expect((await client.get('/echo/x')).status).toBe(200);
		expect(Date.now() - start).toBeGreaterThanOrEqual(110);
		sandbox.snelStart.faults.add({ kind: '500', shape: 'POST token' });
		expect((await request(`${control}/faults`)).json).toHaveLength(1);
		await request(`${control}/faults`, { method: 'DELETE' });
		expect((await request(`${control}/faults`)).json).toEqual([]);
	});

	it('are refused when unknown', async () => {
		expect((await putJson(`${control}/faults`, [{ kind: 'fire' }])).status).toBe(400);
	});

	it('exist in the shops too', async () => {
		sandbox.wooCommerce.faults.add({ kind: 'html' });
		const got = await request(`${sandbox.wooCommerce.url}/wp-json/wc/v3/orders`);
		expect([got.status, got.json]).toEqual([403, undefined]);
		expect(got.text).toContain('<html>');
	});
});

describe('books and journal', () => {
	it('sum the gross amounts and the VAT by percentage', async () => {
		expect((await request(`${control}/books`)).json.totals).toEqual({
			gross: '0.00',
			vat: { '21': '0.00', '9': '0.00' },
		});
		await book('1');
		await book('2');
		const { json } = await request(`${control}/books`);
		expect(json.totals).toEqual({ gross: '460.00', vat: { '21': '42.00', '9': '18.00' } });
		expect(json.salesEntries).toHaveLength(2);
		expect(json.salesInvoices).toHaveLength(2);
		expect(json.relations).toHaveLength(4);
	});

	it('count calls by shape, tokens apart', async () => {
		await client.find('relaties', "Email eq 'a@b.nl'");
		await client.get(`/relaties/${guidFor('relatie', 1000)}`);
		const { json } = await request(`${control}/journal`);
		expect(json.calls).toEqual({ 'GET relaties': 2 });
		expect(sandbox.snelStart.journal.calls({ tokens: true })).toEqual({
			'GET relaties': 2,
			'POST token': 1,
		});
		expect(json.entries[1]).toMatchObject({
			method: 'GET',
			path: '/v2/relaties',
			query: { $filter: "Email eq 'a@b.nl'" },
			status: 200,
			shape: 'GET relaties',
		});
		const later = await request(`${control}/journal?since=${json.entries.length - 1}`);
		expect(later.json.entries).toHaveLength(1);
		expect(later.json.calls).toEqual({ 'GET relaties': 1 });
	});
});
