import { sealIn } from '../../../bookkeeping';
import { startStage, type Stage } from '../../support/flow/stage';

const SYNC = 'Hourly order sync WooCommerce';
const ON_ACTION = 1;

let stage: Stage;

/** Of the one shop; the dashboard has the other read too. */
const entries = () =>
	stage.sandbox.snelStart.books
		.summary()
		.salesEntries.map(({ factuurnummer }) => factuurnummer)
		.filter((number) => number.startsWith('W'));
const rows = () =>
	stage.engine
		.rows('WebshopOrders')
		.filter(({ kind, shop }) => kind === 'order' && shop === 'woocommerce');
const awaiting = () =>
	rows().filter(({ state, code }) => state === 'needsAttention' && code === 'AWAITS_APPROVAL');
const withNotes = () => awaiting().filter(({ facts }) => String(facts).includes('withNotes'));

async function sync() {
	const { error } = await stage.engine.run(SYNC, 'Every hour');
	if (error) throw error;
}

/** The page of one order, as a browser gets it. */
async function pageOf(number: string): Promise<string> {
	const request = { client: 'my-client', tab: 'open', language: 'en', search: '', page: 1 };
	stage.engine.answers.splice(0);
	const order = `my-client/woocommerce/${number}`;
	const asked = { ...request, from: '2025-01-01', until: '2030-01-01', order };
	const run = await stage.engine.run('Dashboard', 'Open dashboard', [asked]);
	if (run.error) throw run.error;
	return String(stage.engine.answers[0]!.body);
}

/** What a button of the dashboard posts, once the dashboard has read it, and all that it does by itself. */
async function press(action: object) {
	const request = { client: 'my-client', tab: 'open', language: 'en', search: '', page: 1 };
	stage.engine.answers.splice(0);
	const run = await stage.engine.run(
		'Dashboard',
		'Open dashboard',
		[{ ...request, from: '2025-01-01', until: '2030-01-01', ...action }],
		ON_ACTION,
	);
	if (run.error) throw run.error;
}

function changeOrder(id: unknown, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => String(one.id) === id)!;
	const now = stage.now().toISOString().slice(0, 19);
	const moments = { date_modified_gmt: now, date_modified: now };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...moments, ...changes });
}

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: {
			...client.settings,
			shops: client.settings.shops.map((shop) => ({ ...shop, approveFirst: true })),
		},
	}));
	await sync();
});
afterAll(async () => await stage?.sandbox.stop());

/** Orders wait as drafts until somebody approves them; what the demo books otherwise is 14 orders. */
describe('approve first', () => {
	it('sends nothing, and says of each order what would be booked', async () => {
		expect(entries()).toEqual([]);
		expect(awaiting()).toHaveLength(14);
		expect(awaiting().find(({ orderNumber }) => orderNumber === '28')).toMatchObject({
			message: expect.stringMatching(/^Entry W28 of .*, € 62\.30, can be booked and waits/),
			total: 62.3,
		});
	});

	it('shows on its page, before anybody approves, the lines that are booked afterwards', async () => {
		const shown = await pageOf('28');
		expect(shown).toContain('Lines that will be booked, without VAT');
		// What the shop charged for order 28 (reference sample): 62.30 with VAT.
		expect(shown).toContain('€ 62.30');
		expect(shown).toContain('8000 Omzet hoog');
		expect(shown).not.toContain('an account that the settings no longer name');
		const row = awaiting().find(({ orderNumber }) => orderNumber === '28')!;
		const customers = stage.sandbox.wooCommerce.orders.map(({ billing }) => Object(billing));
		for (const { last_name, email, address_1 } of customers) {
			for (const own of [last_name, email, address_1]) {
				if (own) expect(String(row.outline)).not.toContain(own);
			}
		}
	});

	it('waits on, whatever else is offered again', async () => {
		await press({ action: 'processAll' });
		const [first] = awaiting();
		await press({ action: 'process', orderKey: first!.orderKey, state: 'needsAttention' });
		await sync();
		expect(entries()).toEqual([]);
		expect(awaiting()).toHaveLength(14);
	});

	it('waits on after a run that claimed it has died, which may have sent it', async () => {
		const [first] = awaiting();
		const row = rows().find(({ orderKey }) => orderKey === first!.orderKey)!;
		Object.assign(row, { state: 'unknown', claimId: '', mayBeSent: true });
		await sync();
		expect(entries()).toEqual([]);
		expect(awaiting().find(({ orderKey }) => orderKey === first!.orderKey)).toMatchObject({
			mayBeSent: true,
		});
	});

	it('books the one order that is approved as it was shown, and offers it not before that is noted', async () => {
		const orderKey = 'my-client/woocommerce/28';
		const row = () => rows().find((one) => one.orderKey === orderKey)!;
		const { fingerprint } = row();
		const before: unknown[] = [];
		stage.engine.waitsBefore = async (_workflow, node) => {
			if (node === 'Note approvals') before.push(row().state);
			await Promise.resolve();
		};
		await press({ action: 'approve', approves: 'all', orderKey, fingerprint: 'EUR 1.00' });
		expect(entries()).toEqual([]);
		await press({ action: 'approve', approves: 'all', orderKey, fingerprint });
		stage.engine.waitsBefore = undefined;
		expect(before.at(-1)).toBe('needsAttention');
		expect(entries()).toEqual(['W28']);
		expect(awaiting()).toHaveLength(13);
	});

	it('books all of which nothing is to be looked at first', async () => {
		const noted = withNotes().length;
		expect(noted).toBeGreaterThan(0);
		await press({ action: 'approve', approves: 'withoutNotes' });
		expect(entries()).toHaveLength(14 - noted);
		expect(awaiting()).toHaveLength(noted);
	});

	it('wants an approval again when it would be booked otherwise than it was shown', async () => {
		const before = entries().length;
		const [next] = awaiting();
		const row = rows().find(({ orderKey }) => orderKey === next!.orderKey)!;
		const { outline, fingerprint } = row;
		// As other settings would have left it: other accounts for the same amounts.
		Object.assign(row, { outline: String(outline).replace(/"seal":"\w+"/, '"seal":"1"') });
		const approve = { action: 'approve', approves: 'all', orderKey: row.orderKey, fingerprint };
		await press({ ...approve, seal: sealIn(String(outline)) });
		expect(awaiting().map(({ orderKey }) => orderKey)).toContain(row.orderKey);
		await press({ ...approve, seal: '1' });
		await sync();
		expect(entries()).toHaveLength(before);
		expect(rows().find(({ orderKey }) => orderKey === row.orderKey)).toMatchObject({
			code: 'AWAITS_APPROVAL',
			// As it would be booked now, to be approved anew.
			outline: expect.stringContaining(`{"seal":"${sealIn(String(outline))}"`),
		});
	});

	it('wants an approval again when the order changed after it was approved', async () => {
		const before = entries().length;
		const [next] = awaiting();
		const row = rows().find(({ orderKey }) => orderKey === next!.orderKey)!;
		Object.assign(row, { approved: 'EUR 1.00' });
		changeOrder(row.orderId, { customer_note: 'later' });
		await sync();
		expect(entries()).toHaveLength(before);
		expect(awaiting().map(({ orderKey }) => orderKey)).toContain(next!.orderKey);
	});

	it('books all that is left, each once, to the cent', async () => {
		await press({ action: 'approve', approves: 'all' });
		expect(awaiting()).toEqual([]);
		await sync();
		expect(awaiting()).toEqual([]);
		expect(entries()).toHaveLength(14);
		expect(new Set(entries()).size).toBe(14);
		expect(rows().filter(({ outline }) => outline)).toEqual([]);
	});
});
