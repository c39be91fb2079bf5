/** A file with orders from the form to the books, in the stand-in of n8n's engine. */
import { startStage, type Stage } from '../../support/flow/stage';

const HEAD =
	'Bestelnummer;Besteldatum;Naam;E-mail;Adres;Postcode;Plaats;Land;Artikel;Aantal;Prijs;Btw %;Verzendkosten;Totaal;Btw';
const ROWS = [
	'9001;22-11-2026;Jo Bakker;jo@example.com;Kade 7;3012 CA;Rotterdam;Nederland;Mok;2;12,10;21;4,84;29,04;5,04',
	'9002;22-11-2026;Ria Smit;ria@example.com;Kade 7;3012 CA;Rotterdam;NL;"Boek; gebonden";1;10,90;9;;16,35;1,35',
	';;;;;;;;Gids;1;5,45;9;;;',
	'9003;23-11-2026;Ada Vos;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10',
];

let stage: Stage;

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		orderFiles: {},
		settings: {
			...client.settings,
			shops: [
				...client.settings.shops,
				{
					shop: 'webshop',
					kind: 'other',
					statusesToBook: ['exported'],
					invoiceNumberPrefix: 'F',
				},
			],
		},
	}));
});
afterAll(async () => await stage?.sandbox.stop());

async function upload(what: string, file: string | Buffer): Promise<string> {
	const since = stage.engine.sent.length;
	const data = Buffer.from(file).toString('base64');
	const files = {
		Bestand_met_bestellingen: { data, mimeType: 'text/csv', fileName: 'orders.csv' },
	};
	const { error } = await stage.engine.run(
		'Orders from a file (webshop)',
		'On upload',
		[{ 'Wat te doen': what }],
		0,
		files,
	);
	expect(error).toBeUndefined();
	const [answer, ...more] = stage.engine.sent.slice(since);
	expect(more).toEqual([]);
	return String(answer!.parameters.responseBody);
}

const entries = () =>
	(
		stage.sandbox.snelStart.books.summary().salesEntries as unknown as Array<{
			factuurnummer: string;
			factuurbedrag: number;
		}>
	).filter(({ factuurnummer }) => factuurnummer.startsWith('F90'));
const booked = () =>
	Object.fromEntries(entries().map((one) => [one.factuurnummer, one.factuurbedrag]));
const file = (...rows: string[]) => [HEAD, ...rows].join('\r\n');

it('J203: refuses the file of a client that is stopped', async () => {
	const stopped = { client: 'my-client', subject: 'paused', code: 'CLIENT_STOPPED' };
	const facts = '{"by":"anna","since":"2026-11-29"}';
	stage.engine.tables.named('ShopTroubles').insert({ ...stopped, shop: 'my-client', facts });
	const page = await upload('Alles boeken', file(...ROWS));
	expect(page).toContain('Gestopt door anna op 29-11-2026');
	expect(page).not.toContain('9001');
	expect(entries()).toEqual([]);
	stage.engine.tables.named('ShopTroubles').rows.splice(0);
});

it('shows what would be booked, and books nothing', async () => {
	const page = await upload('Voorbeeld', file(...ROWS));
	expect(page).toContain('er is niets geboekt');
	expect(page).toMatch(
		/4 rijen met inhoud[\s\S]*3 bestellingen begrepen[\s\S]*0 rijen niet begrepen/,
	);
	expect(page).toMatch(/3 zou geboekt worden/);
	expect(page).toMatch(/<td[^>]*>9001<\/td>\s*<td[^>]*>22-11-2026<\/td>\s*<td[^>]*>29,04<\/td>/);
	expect(entries()).toEqual([]);
});

it('says of an empty file that nothing is in it', async () => {
	const page = await upload('Voorbeeld', '');
	expect(page).toContain('Het bestand heeft geen rijen met bestellingen.');
	expect(page).not.toContain('Wordt gelezen als');
});

it('speaks Dutch of columns, where they are missing too', async () => {
	const page = await upload('Voorbeeld', 'a;b\r\n1;2');
	expect(page).toContain('Geen kolom bevat bestelnummer, datum, totaal.');
	const read = await upload('Voorbeeld', file(ROWS[0]!));
	expect(read).toMatch(/Bestelnummer<\/td>\s*<td[^>]*>bestelnummer</);
	expect(read).toMatch(/>21 %: 5,04</);
});

it('books nothing while a row is not understood, unless that is asked for', async () => {
	const wrong = file(
		ROWS[0]!,
		'9004;gisteren;A;a@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10',
	);
	const page = await upload('Alles boeken', wrong);
	expect(page).toContain('Er is niets geboekt, omdat niet elke rij begrepen is');
	expect(page).toMatch(/<td[^>]*>3<\/td>\s*<td[^>]*>ORDER_FILE_ROW: De datum van bestelling 9004/);
	expect(entries()).toEqual([]);
	expect(await upload('Boeken wat begrepen is', wrong)).toMatch(/1 geboekt/);
	expect(booked()).toEqual({ F9001: 29.04 });
});

it('books the rest of a file that overlaps, and nothing twice', async () => {
	expect(await upload('Alles boeken', file(...ROWS))).toMatch(/3 geboekt/);
	expect(booked()).toEqual({ F9001: 29.04, F9002: 16.35, F9003: 12.1 });
	expect(await upload('Alles boeken', file(...ROWS))).toMatch(/3 geboekt/);
	expect(entries()).toHaveLength(3);
	const rows = stage.engine.rows('WebshopOrders').filter(({ shop }) => shop === 'webshop');
	expect(rows.map(({ orderId, state }) => [orderId, state])).toEqual(
		expect.arrayContaining(['9001', '9002', '9003'].map((id) => [id, 'booked'])),
	);
	expect(rows).toHaveLength(3);
});

it('writes nothing for what stands in the table as the file has it, however long the file is', async () => {
	const row = (number: number, more = 'Mok;1;12,10;21;;12,10;2,10') =>
		`${number};22-11-2026;Ada;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;${more}`;
	const few = [92_001, 92_002, 92_003].map((number) => row(number));
	// Without an address it needs attention.
	const unbooked = '92004;22-11-2026;;;;;;;Mok;1;12,10;21;;12,10;2,10';
	const many = Array.from({ length: 60 }, (_, index) => row(92_010 + index));
	const all = file(...few, unbooked, ...many);
	const tables = ['WebshopOrders', 'BookingRecords', 'ShopTroubles'];
	const written = () => structuredClone(tables.map((name) => stage.engine.rows(name)));
	const callsOf = async (content: string): Promise<number> => {
		stage.engine.tableCalls.clear();
		await upload('Alles boeken', content);
		return [...stage.engine.tableCalls.values()].reduce((sum, calls) => sum + calls, 0);
	};
	const first = await callsOf(all);
	const before = written();
	const [againFew, again] = [await callsOf(file(...few)), await callsOf(all)];
	expect(written()).toEqual(before);
	expect(again).toBe(againFew);
	expect(again).toBeLessThan(first / 10);
	// One that is different is looked at by itself.
	const changed = await callsOf(
		file(...few.slice(1), row(92_001, 'Mok;2;12,10;21;;24,20;4,20'), ...many),
	);
	expect(changed).toBeLessThan(first / 4);
	const codes = stage.engine.rows('WebshopOrders').filter(({ code }) => code !== '');
	expect(codes.find(({ orderNumber }) => orderNumber === '92001')).toMatchObject({
		...{ state: 'booked', code: 'CHANGED_AFTER_BOOKING' },
	});
});

it('says what is booked already and what changed since', async () => {
	const page = await upload(
		'Voorbeeld',
		file(ROWS[0]!, ROWS[3]!.replaceAll('12,10', '24,20').replace('2,10', '4,20')),
	);
	expect(page).toMatch(/1 is al geboekt[\s\S]*1 is geboekt, en staat anders in dit bestand/);
});

it.each([
	// 12.10 at 9 % is 11.10 and 1.00: the same total, another rate.
	['the rate', ROWS[3]!.replace('12,10;21;;12,10;2,10', '12,10;9;;12,10;1,00')],
	['the country', ROWS[3]!.replace(';NL;', ';DE;')],
])('says that an order changed whose total is as it was: %s', async (_, row) => {
	expect(await upload('Voorbeeld', file(ROWS[0]!, row))).toMatch(
		/1 is al geboekt[\s\S]*1 is geboekt, en staat anders in dit bestand/,
	);
});

it('reads other encodings, separators and JSON', async () => {
	const tabs = file(
		'9010;22-11-2026;José;j@example.com;Kade 7;3012 CA;Rotterdam;België;Mok;1;12,10;21;;12,10;2,10',
	).replaceAll(';', '\t');
	expect(await upload('Voorbeeld', Buffer.from(`\uFEFF${tabs}`, 'utf16le'))).toContain(
		'1 bestellingen begrepen',
	);
	expect(await upload('Voorbeeld', Buffer.from(tabs, 'latin1'))).toContain(
		'1 bestellingen begrepen',
	);
	const json = JSON.stringify([{ number: 9011, date: '2026-11-22', total: 12.1, tax: 2.1 }]);
	expect(await upload('Voorbeeld', json)).toContain('1 bestellingen begrepen');
});

it('knows an order by its number on the page, also where the file gives it another id', async () => {
	const order = {
		...{ id: 'A-1', number: '90020', status: 'exported', date: '2026-11-22', total: '12.10' },
		lines: [{ title: 'Mok', percentage: 21, net: '10.00', vat: '2.10' }],
		billing: {
			lastName: 'Vos',
			street: 'Kade 7',
			postcode: '3012 CA',
			city: 'Rotterdam',
			country: 'NL',
		},
		customer: { email: 'vos@example.com' },
	};
	expect(await upload('Alles boeken', JSON.stringify([order]))).toMatch(/1 geboekt/);
	expect(await upload('Voorbeeld', JSON.stringify([order]))).toMatch(/1 is al geboekt/);
});

it.each([
	['of another form', Buffer.from([0x25, 0x50, 0, 1, 2]), 'geen CSV-, Excel- of JSON-bestand'],
	['with a broken row', file('1;2;3'), 'Rij 2 van het bestand heeft een ander aantal kolommen'],
	['with broken JSON', '[{"number": 1,', 'Het bestand is beschadigd'],
	['without orders', HEAD, 'geen rijen met bestellingen'],
])('a file %s is refused with what is wrong', async (_, content, message) => {
	const page = await upload('Alles boeken', content);
	expect(page).toContain('ORDER_FILE_UNREADABLE');
	expect(page).toContain(message);
	expect(page).toContain('Er is niets geboekt.');
});

it('answers first when the file is large, and books behind the answer', async () => {
	const many = Array.from({ length: 251 }, (_, index) => {
		return `${90100 + index};22-11-2026;Ada;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10`;
	});
	const page = await upload('Alles boeken', file(...many));
	expect(page).toContain('De bestellingen worden nu geboekt');
	expect(page).toContain('251 bestellingen begrepen');
	expect(entries()).toHaveLength(4 + 251);
});

describe('a run that died behind the page of a large file', () => {
	const many = Array.from({ length: 251 }, (_, index) => {
		return `${91100 + index};22-11-2026;Ada;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10`;
	});
	const inBooks = () =>
		stage.sandbox.snelStart.books
			.summary()
			.salesEntries.filter(({ factuurnummer }) => /^F91[1-3]\d\d$/.test(factuurnummer)).length;
	const note = () =>
		stage.engine.rows('ShopTroubles').find(({ subject }) => subject === 'order file');
	const ended = 'ORDER_FILE_UNFINISHED';
	const inDigest = async (hoursAgo: number): Promise<boolean> => {
		note()!.updatedAt = new Date(stage.now().getTime() - hoursAgo * 3_600_000).toISOString();
		const { items } = await stage.engine.run('Daily digest', 'Every morning');
		return JSON.stringify(items('Write digest')).includes('Het boeken van een bestand met 251');
	};

	it('is told by a preview and the digest, and no more once the file is booked', async () => {
		// The first part of 250 is booked, and n8n is stopped before the last one.
		let parts = 0;
		stage.engine.diesBefore = (running, next) =>
			running === 'Process orders' && next === 'Transform orders' && ++parts === 2;
		const data = Buffer.from(file(...many)).toString('base64');
		const { error } = await stage.engine.run(
			'Orders from a file (webshop)',
			'On upload',
			[{ 'Wat te doen': 'Alles boeken' }],
			0,
			{ Bestand_met_bestellingen: { data, mimeType: 'text/csv', fileName: 'orders.csv' } },
		);
		stage.engine.diesBefore = undefined;
		expect([error?.message, inBooks()]).toEqual(['Killed before "Transform orders"', 250]);
		const page = await upload('Voorbeeld', file(many[0]!));
		expect(page).toContain(ended);
		expect(page).toContain('Het boeken van een bestand met 251 bestellingen begon op');
		expect(page).toContain('Upload hetzelfde bestand dan opnieuw');
		// A file that is at work is no trouble.
		expect([await inDigest(1), await inDigest(3)]).toEqual([false, true]);
		await upload('Alles boeken', file(...many));
		expect([inBooks(), note()]).toEqual([251, undefined]);
		expect(await upload('Voorbeeld', file(many[0]!))).not.toContain(ended);
	});
});

it('refuses a file that is too large before it is read', async () => {
	const large = `${HEAD}\r\n${`${ROWS[0]!}\r\n`.repeat(200_000)}`;
	const page = await upload('Alles boeken', large);
	expect(page).toContain('Het bestand is groter dan 20 MB.');
	expect(page).toContain('Er is niets geboekt.');
});

it('fails when an order of a large file has no row in the end', async () => {
	const many = Array.from({ length: 251 }, (_, index) => {
		return `${90500 + index};22-11-2026;Ada;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10`;
	});
	const orders = stage.engine.table('WebshopOrders');
	const records = stage.engine.table('BookingRecords');
	const get = records.get.bind(records);
	// Somebody deletes a row that is booked, while the next part is on its way.
	records.get = (...asked) => {
		const place = orders.rows.findIndex(
			({ orderNumber, state }) => orderNumber === '90600' && state === 'booked',
		);
		if (place >= 0) orders.rows.splice(place, 1);
		return get(...asked);
	};
	const data = Buffer.from(file(...many)).toString('base64');
	const { error } = await stage.engine.run(
		'Orders from a file (webshop)',
		'On upload',
		[{ 'Wat te doen': 'Alles boeken' }],
		0,
		{ Bestand_met_bestellingen: { data, mimeType: 'text/csv', fileName: 'orders.csv' } },
	);
	records.get = get;
	expect(error?.message).toBe(
		'ORDER_FILE_NOT_RECORDED: 1 of the 251 orders of the file have no row in the order table (90600).',
	);
});

describe.each([
	// Before anything was sent, and when SnelStart has the order but no row says so.
	['Book in SnelStart', '9801', 0],
	['Decide results', '9802', 1],
])('killed before %s', (node, number, sent) => {
	const order = `${number};22-11-2026;Ada;ada@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;;12,10;2,10`;
	const row = () =>
		stage.engine.rows('WebshopOrders').find(({ orderNumber }) => orderNumber === number)!;
	const entriesOfIt = () =>
		stage.sandbox.snelStart.books
			.summary()
			.salesEntries.filter(({ factuurnummer }) => factuurnummer === `F${number}`);

	beforeAll(async () => {
		stage.engine.diesBefore = (_, next) => next === node;
		const data = Buffer.from(file(order)).toString('base64');
		const { error } = await stage.engine.run(
			'Orders from a file (webshop)',
			'On upload',
			[{ 'Wat te doen': 'Alles boeken' }],
			0,
			{ Bestand_met_bestellingen: { data, mimeType: 'text/csv', fileName: 'orders.csv' } },
		);
		stage.engine.diesBefore = undefined;
		expect(error?.message).toBe(`Killed before "${node}"`);
		expect(row().state).toBe('booking');
		expect(entriesOfIt()).toHaveLength(sent);
	});

	const killedAgo = (minutes: number) => {
		row().updatedAt = new Date(stage.now().getTime() - minutes * 60_000).toISOString();
	};

	it('leaves what another run may be booking, and says so', async () => {
		killedAgo(119);
		expect(await upload('Alles boeken', file(order))).toMatch(/1 wordt geboekt/);
		expect(row().state).toBe('booking');
		expect(entriesOfIt()).toHaveLength(sent);
	});

	it('books it once when the file is sent again after two hours', async () => {
		killedAgo(121);
		expect(await upload('Alles boeken', file(order))).toMatch(/1 geboekt/);
		expect(row().state).toBe('booked');
		expect(await upload('Alles boeken', file(order))).toMatch(/1 geboekt/);
		expect(entriesOfIt()).toHaveLength(1);
	});
});
