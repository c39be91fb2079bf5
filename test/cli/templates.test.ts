import { safeParseWorkflowStructure } from 'n8n-workflow';

import type { ClientFile } from '../../cli/clientFile';
import { calledWorkflows } from '../../cli/linkTemplates';
import { wantedWorkflows } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';

const all = templates as unknown as WorkflowJson[];

const file: ClientFile = {
	settings: {
		client: 'bloom',
		shops: [
			{ shop: 'woocommerce', kind: 'wooCommerce' },
			{ shop: 'outlet', kind: 'wooCommerce' },
		],
		vatMapping: [],
	},
	shops: {
		woocommerce: { ordersFrom: '2026-01-01', url: 'https://shop.example' },
		outlet: { ordersFrom: '2026-02-01', url: 'https://outlet.example' },
	},
};

const named = (name: string, from = file) =>
	wantedWorkflows(all, from).find(({ workflow }) => workflow.name === name);

/** Name → value of what stands in "Your values". */
function values(workflow: WorkflowJson): Record<string, unknown> {
	const { parameters } = workflow.nodes.find(({ name }) => name === 'Your values')!;
	const { assignments } = parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
}

it('gives each shop a sync of its own, with its own values, and no sync of shops it does not have', () => {
	const names = wantedWorkflows(all, file).map(({ workflow }) => workflow.name);
	expect(names.filter((name) => name.includes('Hourly order sync'))).toEqual([
		'bloom: Hourly order sync WooCommerce',
		'bloom: Hourly order sync WooCommerce (outlet)',
	]);
	expect(values(named('bloom: Hourly order sync WooCommerce (outlet)')!.workflow)).toMatchObject({
		client: 'bloom',
		shop: 'outlet',
		ordersFrom: '2026-02-01',
	});
});

it('makes the shop send orders at once only where the file asks for it', () => {
	expect(wantedWorkflows(all, file).filter(({ key }) => key.startsWith('Realtime'))).toEqual([]);
	const { shops } = file;
	const outlet = { ...shops.outlet!, realtime: true };
	const wanted = wantedWorkflows(all, { ...file, shops: { ...shops, outlet } });
	const [realtime, ...others] = wanted.filter(({ key }) => key.startsWith('Realtime'));
	expect(others).toEqual([]);
	expect(realtime!.key).toBe('Realtime order sync WooCommerce (outlet)');
	expect(values(realtime!.workflow)).toEqual({ client: 'bloom', shop: 'outlet' });
	expect(calledWorkflows(realtime!.workflow)).toEqual([
		'Process orders',
		'Hourly refund sync WooCommerce (outlet)',
	]);
});

it('puts what is called before what calls it', () => {
	const keys = wantedWorkflows(all, file).map(({ key }) => key);
	expect(keys.indexOf('Process orders')).toBeLessThan(
		keys.indexOf('Hourly order sync WooCommerce'),
	);
});

it('lets a call on behalf of the whole client reach the syncs of all its shops', () => {
	const wanted = wantedWorkflows(all, { ...file, dashboard: {} });
	const { workflow } = wanted.find(({ key }) => key === 'Dashboard')!;
	const called = ['Hourly order sync WooCommerce', 'Daily payment matching WooCommerce'].flatMap(
		(name) => [name, `${name} (outlet)`],
	);
	expect(calledWorkflows(workflow)).toEqual(called);
	const keys = wanted.map(({ key }) => key);
	for (const key of called) expect(keys.indexOf(key)).toBeLessThan(keys.indexOf('Dashboard'));
	const connections = workflow.connections as Record<string, { main: object[][] }>;
	const callersOf = (name: string) =>
		Object.entries(connections).flatMap(([from, { main }]) =>
			JSON.stringify(main).includes(`"node":"${name}"`) ? [from] : [],
		);
	const calls = workflow.nodes.filter(({ type }) => type.endsWith('.executeWorkflow'));
	expect(calls.map(({ name }) => callersOf(name))).toEqual([
		['Go back to page'],
		['Go back to page'],
		['Any payment?'],
		['Any payment?'],
	]);
	expect(safeParseWorkflowStructure(workflow)).toMatchObject({ success: true });
});

it.each([undefined, 'nl', 'en'] as const)(
	'speaks the language of the client everywhere: %s',
	(language) => {
		const from = { ...file, dashboard: {}, ...(language && { language }) };
		const of = (name: string) => named(`bloom: ${name}`, from)!.workflow;
		const spoken = language ?? 'nl';
		expect(values(of('Daily digest')).language).toBe(spoken);
		expect(values(of('Alerts')).language).toBe(spoken);
		const trigger = of('Dashboard').nodes.find(({ type }) => type.endsWith('DashboardTrigger'));
		expect(trigger!.parameters.language ?? 'nl').toBe(spoken);
		const settings = of('Client settings').nodes.find(({ type }) => type.endsWith('Settings'))!;
		const options = settings.parameters.options as { lineLanguage?: string } | undefined;
		expect(options?.lineLanguage ?? 'nl').toBe(spoken);
		const migration = of('Migrate orders WooCommerce');
		expect(values(migration).language).toBe(spoken);
		const form = migration.nodes.find(({ type }) => type.endsWith('.formTrigger'))!;
		const said = {
			nl: ['Eerdere bestellingen van WooCommerce naar SnelStart', 'Eerste dag', 'Proefronde'],
			en: ['Past orders of WooCommerce to SnelStart', 'First day', 'Dry run'],
		};
		const [title, label, option] = said[spoken];
		expect(form.parameters).toMatchObject({
			formTitle: title,
			formFields: {
				values: [
					{ fieldLabel: label, fieldName: 'from' },
					{ fieldName: 'until' },
					{ defaultValue: option, fieldOptions: { values: expect.arrayContaining([{ option }]) } },
				],
			},
			options: { path: expect.stringContaining('migrate-orders') },
		});
	},
);

it.each([
	['every shop has a refund sync', {}, 'book'],
	['the file says otherwise', { ordersWithRefunds: 'attention' as const }, 'attention'],
	[
		'a shop has none',
		{ shops: [...file.settings.shops, { shop: 'jouwweb', kind: 'jouwWeb' as const }] },
		'attention',
	],
])('what becomes of an order with refunds: %s', (_when, more, expected) => {
	const from = { ...file, settings: { ...file.settings, ...more } };
	const { nodes } = named('bloom: Client settings', from)!.workflow;
	const settings = nodes.find(({ type }) => type.endsWith('Settings'))!;
	const options = settings.parameters.options as { ordersWithRefunds?: string } | undefined;
	expect(options?.ordersWithRefunds ?? 'attention').toBe(expected);
});

it('tells the dashboard where a WooCommerce shop shows an order', () => {
	const pages = (shops: ClientFile['shops']) => {
		const from = { ...file, dashboard: {}, shops: { ...file.shops, ...shops } };
		const { nodes } = wantedWorkflows(all, from).find(({ key }) => key === 'Dashboard')!.workflow;
		return nodes.find(({ name }) => name === 'Send page')!.parameters.orderPages;
	};
	const [shop] = Object.keys(file.shops).filter((one) => file.shops[one]!.url !== undefined);
	const { shop: found } = pages({
		[shop!]: { ...file.shops[shop!]!, url: 'https://shop.example/nl/' },
	}) as {
		shop: object[];
	};
	expect(found).toContainEqual({
		shop,
		address: 'https://shop.example/nl/wp-admin/post.php?post={order}&action=edit',
	});
});

it('gives no dashboard to a client that wants none', () => {
	expect(wantedWorkflows(all, file).map(({ key }) => key)).not.toContain('Dashboard');
});

it('makes no workflow of the tables, which all clients share', () => {
	expect(wantedWorkflows(all, file).map(({ key }) => key)).not.toContain('Set up tables');
});

it('sends digest and alerts to the chat of the file, and takes no address of one among the values', () => {
	for (const name of ['Alerts', 'Daily digest']) {
		const of = (from: ClientFile) => values(named(`bloom: ${name}`, from)!.workflow).channel;
		expect([of(file), of({ ...file, chat: {} })]).toEqual(['', 'chat']);
		const mail = { ...file, chat: {}, values: { [name]: { channel: 'mail' } } };
		expect(of(mail)).toBe('mail');
		const address = { ...file, values: { [name]: { chatUrl: 'https://chat.example/hook' } } };
		expect(() => wantedWorkflows(all, address)).toThrow(/has no such value/);
	}
});

it('W074: tells the set-up check who gets alerts and the digest', () => {
	const told = (from: ClientFile) => {
		const { alertsTo, digestTo } = values(named('bloom: Set-up check WooCommerce', from)!.workflow);
		return [alertsTo, digestTo];
	};
	expect(told(file)).toEqual(['', '']);
	expect(told({ ...file, chat: {} })).toEqual(['chat', 'chat']);
	const mail = { channel: 'mail', mailFrom: 'n8n@example.com', mailTo: 'books@example.com' };
	expect(told({ ...file, chat: {}, values: { Alerts: mail } })).toEqual([
		'books@example.com',
		'chat',
	]);
	const nobody = { ...file, values: { 'Daily digest': { channel: 'mail' } } };
	expect(told(nobody)).toEqual(['', '']);
});

it('refuses a value that no template has, and names those there are', () => {
	const wrong = { ...file, values: { 'Hourly order sync WooCommerce': { colour: 'red' } } };
	expect(() => wantedWorkflows(all, wrong)).toThrow(
		/values\.Hourly order sync WooCommerce\.colour.*it has client, shop, ordersFrom/,
	);
	expect(() => wantedWorkflows(all, { ...file, values: { Weekly: {} } })).toThrow(
		/there is no template "Weekly"/,
	);
});

it('leaves the clock of a template off that is off, until the client file says dryRun no', () => {
	const name = 'Stock from SnelStart to WooCommerce';
	const clock = (values: ClientFile['values']) =>
		named(`bloom: ${name}`, { ...file, values })!.workflow.nodes.find(
			(node) => node.name === 'Every hour',
		)!;
	expect(clock({})).toMatchObject({ disabled: true });
	expect(clock({ [name]: { switchOn: 'yes' } })).toMatchObject({ disabled: true });
	expect(clock({ [name]: { dryRun: 'no' } })).not.toHaveProperty('disabled');
});
