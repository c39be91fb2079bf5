import type { INode } from 'n8n-workflow';

import { templateNamed, type Template } from './templates';

const SHOP_NODE = /\.(wooCommerce|jouwWeb)$/;
const SHOP_NAME = /woocommerce|jouwweb/gi;

/** What may differ between the syncs: names of the shop, the shop nodes, how a shop tells time. */
function withoutShop({ nodes, connections, settings, description }: Template): unknown {
	return {
		settings,
		connections,
		description: description?.replace(SHOP_NAME, 'shop'),
		nodes: nodes.map((node) => {
			const { id, parameters, ...rest } = node;
			expect(id).not.toBe('');
			if (SHOP_NODE.test(node.type)) return { ...rest, type: 'shop' };
			return { ...rest, parameters: parametersWithoutShop(node.name, parameters) };
		}),
	};
}

function parametersWithoutShop(name: string, parameters: INode['parameters']): unknown {
	const text = JSON.stringify(parameters)
		.replace(SHOP_NAME, 'shop')
		.replace(/"id":"[0-9a-f-]{36}",?/g, '')
		.replace('choose the shop credential and the website', 'choose the shop credential');
	if (name !== 'Decide cursor') return JSON.parse(text);
	return { ...JSON.parse(text), moments: '' };
}

it('has two hourly syncs that are the same but for the shop', () => {
	const wooCommerce = withoutShop(templateNamed('Hourly order sync WooCommerce'));
	const jouwWeb = withoutShop(templateNamed('Hourly order sync JouwWeb'));
	expect(jouwWeb).toEqual(wooCommerce);
});

it('has a realtime sync that hands over the same as the hourly one', () => {
	const handed = (name: string) => {
		const { nodes } = templateNamed(name);
		const call = nodes.find((node) => node.name === 'Process orders')!;
		return {
			...call,
			id: '',
			position: [],
			parameters: { ...call.parameters, workflowInputs: { ...inputs(call), value: {} } },
			fields: Object.keys(inputs(call).value),
		};
	};
	const inputs = (node: INode) =>
		node.parameters.workflowInputs as { value: Record<string, string>; schema: unknown[] };
	const ofHourly = handed('Hourly order sync WooCommerce');
	// What the clock starts has a cursor to save, also when there was no order.
	expect({ ...handed('Realtime order sync WooCommerce'), alwaysOutputData: true }).toEqual(
		ofHourly,
	);
});

it.each([
	['WooCommerce', 'getBatch'],
	['JouwWeb', 'get'],
])(
	'%s: reads everything since the cursor, and remembers it only after processing',
	(shop, oneByOne) => {
		const { nodes, connections } = templateNamed(`Hourly order sync ${shop}`);
		const shopNodes = nodes.filter(({ type }) => SHOP_NODE.test(type));
		expect(shopNodes.map(({ parameters }) => parameters.operation)).toEqual(['getMany', oneByOne]);
		expect(shopNodes[0]!.parameters).toMatchObject({ returnAll: true, simplify: false });
		const filters = JSON.stringify(shopNodes[0]!.parameters.filters);
		expect(filters).toContain("$json.readUntil || $('Your values').first().json.ordersFrom");
		const before = Object.entries(connections).filter(([, { main = [] }]) =>
			main.some((output) => (output ?? []).some(({ node }) => node === 'Save cursor')),
		);
		expect(before.map(([name]) => name)).toEqual(['Decide cursor']);
		const next = (name: string) =>
			(connections[name]!.main![0] ?? []).map(({ node }) => node).toString();
		expect(next('Process orders')).toBe('Find recorded orders');
		expect(next('Find recorded orders')).toBe('Decide cursor');
	},
);

it('has two payment matchings that are the same but for the shop and its refunds', () => {
	const wooCommerce = templateNamed('Daily payment matching WooCommerce');
	const jouwWeb = templateNamed('Daily payment matching JouwWeb');
	const OF_REFUNDS = ['With refunds?', 'Get refunds of order', 'Attach refunds'];
	const NOTES = ['Overview'];
	const shared = ({ nodes }: Template) => ({
		nodes: nodes.filter(({ name }) => ![...OF_REFUNDS, ...NOTES].includes(name)),
		connections: {},
		settings: {},
	});
	expect(withoutShop(shared(jouwWeb) as Template)).toEqual(
		withoutShop(shared(wooCommerce) as Template),
	);
	const only = wooCommerce.nodes.map(({ name }) => name);
	expect(only.filter((name) => !jouwWeb.nodes.some((node) => node.name === name))).toEqual(
		OF_REFUNDS,
	);
});
