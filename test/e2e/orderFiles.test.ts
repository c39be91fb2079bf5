/** Orders from a file on a real n8n: the form, the three kinds of file, and SnelStart's books. */

import type { Sandbox } from '../../sandbox/index';
import { withFileShop } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openByHand } from './support/byHand';
import { walkOrderFiles } from './support/guides/orderFiles';
import { zipOf } from './support/zip';
import { startStage, startStandIns } from './support/stage';
import { until, untilOpen } from './support/until';

const FORM = 'Orders from a file (webshop)';
const HEAD = [
	'Bestelnummer',
	'Besteldatum',
	'Naam',
	'E-mail',
	'Adres',
	'Postcode',
	'Plaats',
	'Land',
];
const MORE = ['Artikel', 'Aantal', 'Prijs', 'Btw %', 'Totaal', 'Btw'];

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let url: string;

const customer = (number: number) => [
	`Jo ${number}`,
	`jo${number % 50}@example.com`,
	'Kade 7',
	'3012 CA',
	'Rotterdam',
	'NL',
];
const rowOf = (number: number) => [
	...[String(number), '22-11-2026', ...customer(number)],
	...['Mok', '1', '12,10', '21', '12,10', '2,10'],
];
/** The beginning of a PDF as its standard shows it: text, with no byte of 0. */
const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n%%EOF\n';
const csv = (rows: string[][]) =>
	[[...HEAD, ...MORE], ...rows].map((row) => row.join(';')).join('\r\n');

/** A workbook with one sheet: texts in its cells, numbers for dates and amounts. */
function xlsx(rows: Array<Array<string | number>>): Buffer {
	const cell = (value: string | number) =>
		typeof value === 'number'
			? `<c><v>${value}</v></c>`
			: `<c t="inlineStr"><is><t>${value}</t></is></c>`;
	const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const pack = 'http://schemas.openxmlformats.org/package/2006';
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	return zipOf({
		'[Content_Types].xml': `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
	});
}

const signedIn = (): Record<string, string> => {
	const { user, password } = stage.upload;
	return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
};

/** Sends the form as a browser does and gives the page that comes back. */
async function upload(what: string, file: string | Buffer, name = 'orders.csv'): Promise<string> {
	const form = new FormData();
	form.set('field-0', what);
	form.set('field-1', new Blob([new Uint8Array(Buffer.from(file))]), name);
	const answer = await fetch(url, { method: 'POST', headers: signedIn(), body: form });
	return await answer.text();
}

const booked = (): Record<string, number> =>
	Object.fromEntries(
		(
			sandbox.snelStart.books.summary().salesEntries as unknown as Array<{
				factuurnummer: string;
				factuurbedrag: number;
			}>
		)
			.filter(({ factuurnummer }) => /^F\d{5}/.test(factuurnummer))
			.map((entry) => [entry.factuurnummer, entry.factuurbedrag]),
	);

beforeAll(async () => {
	sandbox = await startStandIns();
	// As many requests as SnelStart's limits allow would make the large file take minutes.
	const limits = { requestsPerMinute: 0, requestsInFlight: 50 };
	const begun = await startStage(sandbox, { limits });
	server = begun.server;
	stage = await withFileShop(begun);
	url = `${server.baseUrl}/form/my-client-webshop-orders`;
	const settings = await server.client.run(stage.ids['Client settings']!, 'When clicked');
	expect(settings.status).toBe('success');
	await server.client.activate(stage.ids['Process orders']!);
	await server.client.activate(stage.ids[FORM]!);
	await untilOpen(url);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

it('asks who it is, and says in Dutch what it wants', async () => {
	expect((await fetch(url)).status).toBe(401);
	const page = await (await fetch(url, { headers: signedIn() })).text();
	expect(page).toContain('Bestellingen uit een bestand');
	expect(page).toContain('Bestand met bestellingen');
});

it('shows a file first, and books it once however often it is sent', async () => {
	const file = csv([rowOf(90_001), rowOf(90_002)]);
	expect(await upload('Voorbeeld', file)).toMatch(
		/2 bestellingen begrepen[\s\S]*2 zou geboekt worden/,
	);
	expect(booked()).toEqual({});
	expect(await upload('Alles boeken', file)).toMatch(/2 geboekt/);
	expect(await upload('Alles boeken', file)).toMatch(/2 geboekt/);
	expect(booked()).toEqual({ F90001: 12.1, F90002: 12.1 });
	expect(await upload('Voorbeeld', file)).toMatch(/2 is al geboekt/);
});

it('reads Windows-1252, UTF-16, Excel and JSON', async () => {
	const dutch = csv([rowOf(90_010)]).replace('Jo 90010', 'José');
	expect(await upload('Voorbeeld', Buffer.from(dutch, 'latin1'))).toMatch(/1 zou geboekt worden/);
	expect(await upload('Voorbeeld', Buffer.from(`\uFEFF${dutch}`, 'utf16le'))).toMatch(
		/1 zou geboekt/,
	);
	// 46348: 22 November 2026.
	const cells = [90_011, 46_348, ...customer(90_011), 'Mok', 1, 12.1, 0.21, 12.1, 2.1];
	const workbook = xlsx([[...HEAD, ...MORE], cells]);
	expect(await upload('Alles boeken', workbook, 'orders.xlsx')).toMatch(/1 geboekt/);
	const [name, email] = customer(90_012);
	const json = [
		{
			...{ number: 90_012, date: '2026-11-22', total: 12.1, tax: 2.1, customer: name, email },
			billing: { street: 'Kade 7', postcode: '3012 CA', city: 'Rotterdam', country: 'NL' },
		},
	];
	expect(await upload('Alles boeken', JSON.stringify(json), 'orders.json')).toMatch(/1 geboekt/);
	expect(booked()).toMatchObject({ F90011: 12.1, F90012: 12.1 });
});

it.each([
	['a PDF', Buffer.from([0x25, 0x50, 0, 1]), 'geen CSV-, Excel- of JSON-bestand'],
	['a row cut short', `${csv([rowOf(90_020)])}\r\n90021;22-11-2026`, 'Rij 3 van het bestand'],
	['a broken workbook', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'Het bestand is beschadigd'],
	['a workbook without rows', xlsx([]), 'geen rijen met bestellingen'],
	['broken JSON', '[{"number": 1', 'Het bestand is beschadigd'],
	['headings only', csv([]), 'geen rijen met bestellingen'],
	['a file of no bytes', '', 'geen rijen met bestellingen'],
	['line ends alone', '\r\n\r\n', 'geen rijen met bestellingen'],
	['blank rows alone', csv([[], Array<string>(14).fill('')]), 'geen rijen met bestellingen'],
	['a ZIP with the name of a CSV', zipOf({ 'orders.csv': csv([rowOf(90_030)]) }), 'beschadigd'],
	['a PDF with the name of a CSV', PDF, 'geen CSV-, Excel- of JSON-bestand'],
])('refuses %s and says what is wrong', async (_, file, message) => {
	const before = Object.keys(booked()).length;
	const page = await upload('Alles boeken', file);
	expect(page).toContain(message);
	expect(Object.keys(booked())).toHaveLength(before);
});

it('books a large file behind its answer, in parts, each order once', async () => {
	const rows = Array.from({ length: 300 }, (_, index) => rowOf(91_000 + index));
	const page = await upload('Alles boeken', csv(rows));
	expect(page).toContain('De bestellingen worden nu geboekt');
	const large = () => Object.keys(booked()).filter((number) => number >= 'F91000');
	expect(await until(large, ({ length }) => length >= 300, 600)).toHaveLength(300);
});

it('docs/order-files.md: a shop set up by it books its export, once', async () => {
	const hand = await openByHand(server);
	try {
		const file = csv([rowOf(93_001)]);
		const pages = await walkOrderFiles(hand, stage.ids['Client settings']!, file);
		expect(pages).toEqual([
			expect.stringContaining('1 zou geboekt worden'),
			expect.stringContaining('1 zou geboekt worden'),
			expect.stringContaining('1 geboekt'),
			expect.stringContaining('1 geboekt'),
		]);
	} finally {
		await hand.close();
	}
	const own = sandbox.snelStart.books
		.summary()
		.salesEntries.filter(({ factuurnummer }) => factuurnummer.startsWith('K'));
	expect(own).toMatchObject([{ factuurnummer: 'K93001', factuurbedrag: 12.1 }]);
});
