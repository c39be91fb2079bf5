import type { ClientFile } from '../../../cli/clientFile';
import { startStage, type Stage } from '../../support/flow/stage';

const WOOCOMMERCE = 'Preview orders WooCommerce';
const JOUWWEB = 'Preview orders JouwWeb';

let stage: Stage;

const shown = async (
	values: Record<string, string | number | boolean> = {},
	name = WOOCOMMERCE,
) => {
	const usual = { orders: 10, orderNumbers: '', months: 3, unsavedSettings: false };
	stage.engine.fillIn(name, { ...usual, ...values });
	const { sandbox, engine } = stage;
	const before = structuredClone([sandbox.snelStart.books.summary(), tables()]);
	const run = await engine.run(name, 'When clicked');
	expect([sandbox.snelStart.books.summary(), tables()]).toEqual(before);
	return run;
};
const tables = () =>
	['WebshopOrders', 'BookingRecords', 'SyncCursors', 'ClientSettings'].map((name) =>
		stage.engine.rows(name),
	);
const orders = () => stage.sandbox.wooCommerce.orders;
const change = (id: number, changes: object) =>
	stage.sandbox.wooCommerce.putOrder({ ...orders().find((one) => one.id === id)!, ...changes });
const withBookedToo = ({ settings }: ClientFile, status: string) => ({
	settings: {
		...settings,
		shops: settings.shops.map((shop) => ({
			...shop,
			statusesToBook: [...(shop.statusesToBook ?? []), status],
		})),
	},
});

beforeAll(async () => {
	stage = await startStage();
	stage.sandbox.wooCommerce.playRecordedRefunds();
});
afterAll(async () => await stage?.sandbox.stop());

it('W081: shows the orders that differ most with the credit notes of their refunds, and writes nothing', async () => {
	const run = await shown({ orders: 20 });
	expect(run.error).toBeUndefined();
	const rows = run.items('Make file');
	expect(rows.filter(({ refund }) => refund === '')).toHaveLength(20);
	const refunds = rows.filter(({ refund }) => refund !== '');
	expect(refunds.length).toBeGreaterThan(0);
	expect(refunds).toContainEqual(
		expect.objectContaining({ outcome: 'book', totalDifference: 0, customer: 'consumer' }),
	);
	for (const { orderNumber, refund, shopTotal } of refunds) {
		const order = orders().find(({ number }) => number === orderNumber)!;
		const listed = (order.refunds as Array<{ id: number; total: string }>).find(
			({ id }) => String(id) === refund,
		);
		expect([orderNumber, shopTotal]).toEqual([orderNumber, Number(listed?.total)]);
	}
	expect(run.items('Make summary file')).toContainEqual(
		expect.objectContaining({ kind: 'box', name: '1a' }),
	);
	expect(run.items('Page to sign')).toEqual([
		expect.objectContaining({ file: 'preview-my-client-woocommerce.html' }),
	]);
});

it('shows the orders with the chosen numbers, and says which are not there', async () => {
	const run = await shown({ orderNumbers: '60, #32; 99999', orders: 1 });
	expect(
		run.items('Make file').map(({ orderNumber, outcome, code }) => [orderNumber, outcome, code]),
	).toEqual([
		['32', 'book', ''],
		['60', 'book', ''],
		['99999', 'attention', 'CHOSEN_ORDER_NOT_FOUND'],
	]);
	const asked = stage.sandbox.wooCommerce.journal.entries.map(({ path }) => path);
	expect(asked.filter((path) => path.endsWith('/orders/32/refunds'))).toEqual([]);
});

it('says so of numbers of a shop that has no order in those months', async () => {
	const run = await shown({ orderNumbers: '28', months: 0 });
	expect(run.items('Make file')).toEqual([
		expect.objectContaining({ orderNumber: '28', code: 'CHOSEN_ORDER_NOT_FOUND' }),
	]);
});

it('shows a JouwWeb shop by numbers too', async () => {
	const [first] = (await shown({ orders: 1 }, JOUWWEB)).items('Make file');
	const number = String(first!.orderNumber);
	const rows = (await shown({ orderNumbers: `${number}, none` }, JOUWWEB)).items('Make file');
	expect(rows.map(({ orderNumber, code }) => [orderNumber, code])).toEqual([
		[number, expect.any(String)],
		['none', 'CHOSEN_ORDER_NOT_FOUND'],
	]);
});

it('tells of refunds that the shop does not give', async () => {
	stage.sandbox.wooCommerce.switches.brokenRefundsOf = [28];
	const rows = (await shown({ orderNumbers: '28' })).items('Make file');
	stage.sandbox.wooCommerce.switches.brokenRefundsOf = [];
	expect(rows.map(({ code }) => code)).toContain('REFUND_NOT_READ');
});

describe('W072: settings that are not saved yet', () => {
	const becomes = async (unsavedSettings: boolean) => {
		const run = await shown({ orderNumbers: '28', unsavedSettings });
		return { run, row: run.items('Preview orders')[0] };
	};

	it('are taken as they stand in Client settings, and are not saved', async () => {
		change(28, { status: 'quality-check' });
		stage.engine.useClient(withBookedToo(stage.client, 'quality-check'));
		expect((await becomes(false)).row).toMatchObject({ outcome: 'wait', code: 'STATUS_NOT_YET' });
		const { run, row } = await becomes(true);
		expect(row).toMatchObject({ outcome: 'book', code: '' });
		expect(run.items('Preview orders')).toMatchObject([{}, { refund: '66', outcome: 'book' }]);
		expect(stage.engine.files.at(-1)!.name).toMatch(/not-saved\.csv$/);
	});

	it('are checked as when they are saved: what is wrong is said', async () => {
		const { settings } = stage.client;
		const [row, ...others] = settings.vatMapping;
		stage.engine.useClient({
			settings: { ...settings, vatMapping: [{ ...row!, productsAccountId: 'gone' }, ...others] },
		});
		const { run } = await becomes(true);
		expect(run.error?.message).toContain('not in the administration');
	});

	it('of another client are refused', async () => {
		const { settings } = stage.client;
		stage.engine.useClient({ settings: { ...settings, client: 'another' } });
		stage.engine.fillIn(WOOCOMMERCE, { client: 'my-client' });
		const { run } = await becomes(true);
		expect(run.error?.message).toContain('SETTINGS_OF_ANOTHER_CLIENT');
	});
});

it('says that the client has no saved settings, instead of nothing', async () => {
	stage.engine.useClient({});
	stage.engine.fillIn(WOOCOMMERCE, { client: 'nobody' });
	const run = await shown();
	expect(run.error?.message).toContain("'Settings' has no item");
});
