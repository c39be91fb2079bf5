import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { accountId } from '../SnelStart/support';
import { wooCommerceOrder } from '../../bookkeeping/support';
import { checkSettings } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

const orders = ['rest_simple_nl', 'rest_export_us', 'rest_icp_de_vat_exempt'].map(
	(name) => wooCommerceOrder(name) as IDataObject,
);
const propose = async (input = orders) =>
	await checkSettings(
		sandbox,
		{ parameters: { whatToDo: 'propose' } },
		{ items: input.map((json) => ({ json })) },
	);

it('proposes settings that the node itself accepts, and makes nothing', async () => {
	const since = sandbox.snelStart.journal.entries.length;
	const { error, outputs } = await propose();
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	const { proposal, reasons, pasteOnCanvas, settings } = outputs[0]![0]!.json;
	expect(settings).toBeUndefined();
	expect(proposal).toMatchObject({
		client: 'my-client',
		vatMapping: [
			{ country: 'NL', percentage: 21, productsAccountId: accountId(8000) },
			{ percentage: 9, productsAccountId: accountId(8010) },
			{ percentage: 0 },
		],
		icp: { productsAccountId: accountId(8150) },
	});
	expect((reasons as unknown[]).length).toBeGreaterThan(5);
	const writes = sandbox.snelStart.journal.entries
		.slice(since)
		.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'));
	expect(writes).toEqual([]);

	const [node] = (pasteOnCanvas as { nodes: Array<{ name: string; parameters: IDataObject }> })
		.nodes;
	// What follows it in Client settings asks for it by this name.
	expect(node!.name).toBe('Webshop settings');
	const pasted = await checkSettings(sandbox, { parameters: node!.parameters });
	expect(pasted.error).toBeUndefined();
	expect(pasted.outputs[0]![0]!.json.settings).toMatchObject({
		vatMapping: [{ productsAccountId: accountId(8000) }, {}, {}],
	});
});

it('without an order that can be read it still proposes what every client needs', async () => {
	const { outputs } = await propose([{ nothing: true }]);
	const { proposal, questions } = outputs[0]![0]!.json;
	expect(proposal).toMatchObject({ vatMapping: [{ percentage: 21 }, {}, {}], paymentMethods: [] });
	expect(questions).toContainEqual(expect.stringContaining('1 bestelling;'));
});

it('refuses the empty item of a trigger: in Client settings a proposal would be saved as settings', async () => {
	const { error, outputs } = await propose([{}]);
	expect(error?.message).toBe('No orders came in to propose settings from');
	expect(error?.description).toContain('in a workflow of its own');
	expect(outputs).toEqual([]);
});

it('says what SnelStart refuses', async () => {
	sandbox.snelStart.faults.add({ kind: '500', times: 50 });
	const { error } = await propose();
	sandbox.snelStart.faults.clear();
	expect(error?.message).toMatch(/./);
});
