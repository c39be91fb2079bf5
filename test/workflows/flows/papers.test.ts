import { openSnelStart, type Client } from '../../sandbox/client';
import { startStage, type Stage } from '../../support/flow/stage';

const SYNC = 'Hourly order sync WooCommerce';
const PAPERS = 'Attach papers WooCommerce';

let stage: Stage;
let snelStart: Client;

const records = () =>
	stage.engine.rows('BookingRecords').filter((row) => row.kind === 'order' && row.entryId);
const recordOf = (number: string) => records().find((row) => row.number === number)!;
const rowOf = (number: string) =>
	stage.engine.rows('WebshopOrders').find((row) => row.snelStartNumber === number)!;

interface Listed {
	id: string;
	fileName: string;
	readOnly: boolean;
}
async function papersOf(number: string): Promise<Listed[]> {
	const { entryId } = recordOf(number);
	return (await snelStart.get(`/documenten/Verkoopboekingen/${String(entryId)}`))
		.json as unknown as Listed[];
}
async function contentOf({ id }: Listed): Promise<string> {
	const { json } = await snelStart.get(`/documenten/${id}`);
	return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}

/** Nobody has attached anything yet. */
function forget(): void {
	for (const row of records()) Object.assign(row, { documentId: null, documentClaim: null });
}

/** So many hours ago, for every claim. */
function age(hours: number): void {
	for (const row of records()) {
		const [made = '', run = ''] = String(row.documentClaim ?? '').split('/');
		if (run === '') continue;
		const before = new Date(Date.parse(made) - hours * 3_600_000).toISOString();
		row.documentClaim = `${before}/${run}`;
	}
}

function want(paper: string, invoiceAddress = ''): void {
	const [newest] = stage.engine
		.rows('ClientSettings')
		.toSorted((a, b) => Number(b.version) - Number(a.version));
	const settings = JSON.parse(String(newest!.settings)) as { shops: object[] };
	settings.shops = settings.shops.map((shop) => ({
		...shop,
		...((shop as { kind: string }).kind === 'wooCommerce' && { paper, invoiceAddress }),
	}));
	newest!.settings = JSON.stringify(settings);
}

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: {
			...client.settings,
			shops: client.settings.shops.map((shop) =>
				shop.kind === 'wooCommerce' ? { ...shop, paper: 'orderSheet' } : shop,
			),
		},
	}));
	snelStart = await openSnelStart(stage.sandbox.snelStart);
	const { error } = await stage.engine.run(SYNC, 'Every hour');
	if (error) throw error;
	// A few orders say it all.
	const table = stage.engine.table('BookingRecords');
	table.rows = table.rows.filter(({ number }) => ['W28', 'W29', 'W32'].includes(String(number)));
});
afterAll(async () => await stage?.sandbox.stop());
beforeEach(async () => {
	for (const { number } of records()) {
		for (const { id } of await papersOf(String(number))) {
			await snelStart.send('DELETE', `/documenten/${id}`);
		}
	}
	forget();
	stage.engine.waitsBefore = undefined;
	stage.engine.diesBefore = undefined;
});

const run = async () => await stage.engine.run(PAPERS, 'Every hour');

it('attaches an order sheet to the entry of each booked order, once', async () => {
	want('orderSheet');
	expect((await run()).error).toBeUndefined();
	expect((await run()).error).toBeUndefined();
	expect(records()).toHaveLength(3);
	for (const { number, documentId } of records()) {
		const listed = await papersOf(String(number));
		expect(listed).toMatchObject([{ fileName: `${String(number)}.txt`, readOnly: true }]);
		expect(documentId).toBe(listed[0]!.id);
	}
	const [sheet] = await papersOf('W29');
	// The recorded order 29: 12.95 with 2.25 VAT at 21 %.
	expect(await contentOf(sheet!)).toMatch(/Bestelling 29\r\nFactuurnummer: W29[^]*12,95/);
});

it("attaches the shop's invoice where the plugin shows it to who has the key of the order", async () => {
	want('invoice');
	stage.sandbox.wooCommerce.switches.invoicesFor = 'key';
	await run();
	const [invoice, ...others] = await papersOf('W29');
	expect(others).toEqual([]);
	expect(invoice!.fileName).toBe('W29.pdf');
	expect(await contentOf(invoice!)).toContain('invoice of order 29');
});

it('says with a code that the shop does not show it, and takes the note off once it does', async () => {
	want('invoice');
	stage.sandbox.wooCommerce.switches.invoicesFor = 'signedIn';
	expect((await run()).error).toBeUndefined();
	expect(await papersOf('W29')).toEqual([]);
	expect(rowOf('W29')).toMatchObject({ state: 'booked', code: 'PAPER_NOT_ATTACHED' });
	expect(rowOf('W29').message).toContain('INVOICE_NOT_GIVEN');
	// Not at once again, but after two hours.
	stage.sandbox.wooCommerce.switches.invoicesFor = 'key';
	await run();
	expect(await papersOf('W29')).toEqual([]);
	age(2);
	await run();
	expect(await papersOf('W29')).toHaveLength(1);
	expect(rowOf('W29')).toMatchObject({ state: 'booked', code: '', message: '', tip: '' });
});

it('leaves a note that says more as it is', async () => {
	want('invoice');
	stage.sandbox.wooCommerce.switches.invoicesFor = 'signedIn';
	rowOf('W29').code = 'CHANGED_AFTER_BOOKING';
	await run();
	expect(rowOf('W29').code).toBe('CHANGED_AFTER_BOOKING');
	rowOf('W29').code = '';
});

it.each(['Claim paper', 'Read claim', 'Get order', 'Attach paper', 'Record paper'])(
	'attaches one paper when two runs look at the same time, and one waits before "%s"',
	async (node) => {
		want('orderSheet');
		let holds = true;
		let release = (): void => undefined;
		const other = new Promise<void>((done) => (release = done));
		stage.engine.waitsBefore = async (_, name) => {
			if (name !== node || !holds) return;
			holds = false;
			await other;
		};
		const first = run();
		const second = run().finally(release);
		await Promise.all([first, second]);
		for (const { number, documentId } of records()) {
			const listed = await papersOf(String(number));
			expect([number, listed.length]).toEqual([number, 1]);
			expect(documentId).toBe(listed[0]!.id);
		}
	},
);

it.each(['Read claim', 'Attach paper', 'Record paper'])(
	'finishes what a run that died before "%s" began, with one paper',
	async (node) => {
		want('orderSheet');
		stage.engine.diesBefore = (_, name) => name === node;
		expect((await run()).error).toBeDefined();
		stage.engine.diesBefore = undefined;
		await run();
		age(2);
		await run();
		expect(await papersOf('W29')).toHaveLength(1);
		expect(recordOf('W29').documentId).toBe((await papersOf('W29'))[0]!.id);
	},
);

it('goes on with the others when the bookkeeper has removed an entry', async () => {
	want('orderSheet');
	const row = recordOf('W29');
	const { entryId } = row;
	row.entryId = '1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90';
	expect((await run()).error).toBeUndefined();
	row.entryId = entryId!;
	expect(rowOf('W29').code).toBe('PAPER_NOT_ATTACHED');
	expect(await papersOf('W29')).toEqual([]);
	expect(records().filter(({ documentId }) => documentId)).toHaveLength(records().length - 1);
});

it('notes that the key has no right to documents, and leaves the order booked', async () => {
	want('orderSheet');
	const { switches } = stage.sandbox.snelStart;
	const { scopes } = switches;
	switches.scopes = scopes.filter((scope) => !scope.startsWith('documenten'));
	stage.sandbox.snelStart.revokeTokens();
	try {
		expect((await run()).error).toBeUndefined();
	} finally {
		switches.scopes = scopes;
		stage.sandbox.snelStart.revokeTokens();
	}
	expect(rowOf('W29')).toMatchObject({ state: 'booked', code: 'PAPER_NOT_ATTACHED' });
	expect(rowOf('W29').message).toContain('SCOPE_MISSING');
	Object.assign(rowOf('W29'), { code: '', message: '', tip: '' });
	snelStart = await openSnelStart(stage.sandbox.snelStart);
});

it('attaches nothing where the settings want nothing', async () => {
	want('none');
	await run();
	expect(await papersOf('W29')).toEqual([]);
});
