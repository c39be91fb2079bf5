import type { ClientFile } from '../../cli/clientFile';
import { packageClient } from '../../cli/packageClient';
import { TABLE_TEMPLATE } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';

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
		outlet: { ordersFrom: '2026-02-01', credential: 'Outlet shop' },
	},
	dashboard: {},
};

type Packed = WorkflowJson & { id: string };
interface Manifest {
	workflows: Array<{ id: string; name: string; target: string }>;
	requirements: {
		credentials: Array<{ id: string; name: string; type: string; usedByWorkflows: string[] }>;
	};
}

function unpacked(of = file) {
	const files = packageClient(of, templates as unknown as WorkflowJson[], new Date(0));
	const read = (name: string) => files.find((one) => one.name === name)!.content;
	const manifest = read('manifest.json') as Manifest;
	const workflows = manifest.workflows.map(
		({ target }) => read(`${target}/workflow.json`) as Packed,
	);
	return { files, manifest, workflows };
}

it('holds what an import makes, and the tables that all clients share', () => {
	const { workflows, files } = unpacked();
	const names = workflows.map(({ name }) => name);
	expect(names).toContain(TABLE_TEMPLATE);
	expect(names.filter((name) => name.includes('Hourly order sync'))).toEqual([
		'bloom: Hourly order sync WooCommerce',
		'bloom: Hourly order sync WooCommerce (outlet)',
	]);
	expect(names.filter((name) => name !== TABLE_TEMPLATE && !name.startsWith('bloom: '))).toEqual(
		[],
	);
	expect(files).toHaveLength(1 + 2 * workflows.length);
});

it('links every call and every error workflow within the package', () => {
	const { workflows } = unpacked();
	const byId = new Map(workflows.map((one) => [one.id, one.name]));
	const calls = workflows.flatMap(({ nodes }) =>
		nodes
			.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')
			.map(
				({ parameters }) => parameters.workflowId as { value: string; cachedResultName: string },
			),
	);
	expect(calls.length).toBeGreaterThan(20);
	for (const { value, cachedResultName } of calls) expect(byId.get(value)).toBe(cachedResultName);
	const tellers = workflows.map(({ settings }) => byId.get(String(settings?.errorWorkflow)));
	expect(new Set(tellers)).toEqual(new Set(['bloom: Alerts', undefined]));
	expect(tellers.filter((one) => one === undefined)).toHaveLength(1);
});

it('asks for each credential once, by the name the file gives it or its own', () => {
	const { manifest, workflows } = unpacked();
	const { credentials } = manifest.requirements;
	expect(credentials.map(({ name, type }) => `${name} (${type})`).sort()).toEqual([
		'Outlet shop (wooCommerceStoreApi)',
		'bloom: SnelStart (snelStartB2bApi)',
		'bloom: dashboard (webshopDashboardApi)',
		'bloom: woocommerce (wooCommerceStoreApi)',
	]);
	const used = new Set(
		workflows.flatMap(({ nodes }) =>
			nodes.flatMap((node) => Object.values(node.credentials ?? {}).map(({ id }) => id)),
		),
	);
	expect(new Set(credentials.map(({ id }) => id))).toEqual(used);
});

it('keeps the ids of a client from one package to the next, and gives each client its own', () => {
	const ids = (of: ClientFile) => unpacked(of).workflows.map(({ id }) => id);
	expect(ids(file)).toEqual(ids({ ...file, language: 'nl' }));
	const other = ids({ ...file, settings: { ...file.settings, client: 'other' } });
	const shared = unpacked().workflows.find(({ name }) => name === TABLE_TEMPLATE)!.id;
	expect(ids(file).filter((id) => other.includes(id))).toEqual([shared]);
});

it('refuses accounts by number or name, which nobody looks up', () => {
	const vatMapping = [
		{ country: 'NL', percentage: 21, vatKind: 'high' as const, productsAccountId: '8000' },
	];
	const named = { ...file, settings: { ...file.settings, vatMapping } } as ClientFile;
	expect(() => unpacked(named)).toThrow(
		/productsAccountId: "8000" is a number or name; a package needs the id/,
	);
});
