import type { INode } from 'n8n-workflow';

import { templateNamed, type Template } from './templates';

const SHOPS = ['WooCommerce', 'JouwWeb'] as const;
const nodeIn = ({ nodes }: Template, name: string): INode => {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`There is no node "${name}"`);
	return found;
};
const targets = ({ connections }: Template, name: string, output = 0): string[] =>
	(connections[name]?.main?.[output] ?? []).map(({ node }) => node);

/** A node without its id and place, and without the name of what it reads from. */
function withoutPlace(node: INode, names: Record<string, string>): unknown {
	const text = JSON.stringify({ ...node, id: '', position: [] }).replace(
		/"id":"[0-9a-f-]{36}",?/g,
		'',
	);
	return JSON.parse(
		Object.entries(names).reduce((all, [from, to]) => all.replaceAll(`$('${from}')`, to), text),
	);
}

it('W043: credits the refunds of past orders by the very nodes of the hourly refund sync', () => {
	const sync = templateNamed('Hourly refund sync WooCommerce');
	const batch = templateNamed('Process refunds WooCommerce');
	const inSync = { 'Your values': 'values', 'Get orders': 'order' };
	const inBatch = { 'When called with orders': 'values', 'Orders with refunds': 'order' };
	const shared = batch.nodes.filter(
		({ name, type }) =>
			!type.endsWith('.stickyNote') &&
			!(name in inBatch) &&
			name !== 'Results' &&
			sync.nodes.some((node) => node.name === name),
	);
	expect(shared.length).toBeGreaterThanOrEqual(11);
	for (const node of shared) {
		expect(withoutPlace(node, inBatch)).toEqual(withoutPlace(nodeIn(sync, node.name), inSync));
	}
});

it.each(SHOPS)('%s: its form asks for a dry run unless told otherwise, behind a login', (shop) => {
	const { parameters } = nodeIn(templateNamed(`Migrate orders ${shop}`), 'Form');
	expect(parameters).toMatchObject({ authentication: 'n8nUserAuth', requireExecuteAccess: true });
	const { values } = parameters.formFields as {
		values: Array<{ fieldName: string; defaultValue?: string }>;
	};
	expect(values.map(({ fieldName }) => fieldName)).toEqual(['from', 'until', 'action']);
	expect(values[2]!.defaultValue).toBe('Proefronde');
});

it.each(SHOPS)('%s: a dry run reaches nothing that writes to SnelStart', (shop) => {
	const template = templateNamed(`Migrate a batch ${shop}`);
	const seen = new Set<string>();
	const walk = (name: string): void => {
		if (seen.has(name)) return;
		seen.add(name);
		for (const output of template.connections[name]?.main ?? []) {
			for (const { node } of output ?? []) walk(node);
		}
	};
	for (const name of targets(template, 'Dry run?')) walk(name);
	const reached = [...seen].map((name) => nodeIn(template, name));
	expect(reached.map(({ type }) => type)).not.toContain('n8n-nodes-base.executeWorkflow');
	const inSnelStart = reached.filter(({ type }) => type.endsWith('.snelStart'));
	const reads = shop === 'WooCommerce' ? ['findBooked', 'readBooked'] : ['findBooked'];
	expect(inSnelStart.map(({ parameters }) => parameters.operation)).toEqual(reads);
});

it.each(SHOPS)('%s: is as far as it says only after the batch, and only while it holds', (shop) => {
	const template = templateNamed(`Migrate orders ${shop}`);
	expect(targets(template, 'Migrate a batch')).toEqual(['Add the batch']);
	expect(targets(template, 'Add the batch')).toEqual(['Save progress']);
	const { filters } = nodeIn(template, 'Save progress').parameters as {
		filters: { conditions: Array<{ keyName: string; keyValue: string }> };
	};
	expect(filters.conditions.map(({ keyName, keyValue }) => [keyName, keyValue])).toEqual([
		['id', "={{ $('Load progress').first().json.id }}"],
		['state', 'running'],
		['runId', '={{ $execution.id }}'],
	]);
});

it('has two migrations that are the same but for the shop', () => {
	const bare = (shop: string): unknown => {
		const { nodes, connections } = templateNamed(`Migrate orders ${shop}`);
		const text = JSON.stringify({ nodes, connections }).replace(/"id":"[0-9a-f-]{36}",?/g, '');
		return JSON.parse(text.replace(/woocommerce|jouwweb/gi, 'shop'));
	};
	expect(bare('JouwWeb')).toEqual(bare('WooCommerce'));
});
