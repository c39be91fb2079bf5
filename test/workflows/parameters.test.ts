import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters } from 'n8n-workflow';

import { eachTemplate, ownNodes } from './templates';

/** What the overview tells the user to choose, because it differs per n8n and per shop. */
const CHOSEN_BY_USER: Record<string, string[]> = {
	'n8n-nodes-webshop-snelstart.jouwWeb': ['website'],
};

describe.each(eachTemplate)('%s', (_, template) => {
	const own = template.nodes.filter(({ type }) => type in ownNodes);

	it('sets only parameters that our nodes have and show', () => {
		for (const node of own) {
			const kept = parametersOf(node);
			expect([node.name, lost(node.parameters, kept)]).toEqual([node.name, []]);
		}
	});

	it('leaves no required parameter empty but those the user must choose', () => {
		for (const node of own) {
			const { description } = ownNodes[node.type]!;
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...node, parameters: parametersOf(node) },
				description,
			);
			const chosen = CHOSEN_BY_USER[node.type] ?? [];
			const open = Object.keys(issues?.parameters ?? {}).filter((name) => !chosen.includes(name));
			expect([node.name, open]).toEqual([node.name, []]);
		}
	});

	it('reads whole orders: the simplified ones lack what the books need', () => {
		const readers = own.filter(
			({ type, parameters }) =>
				/\.(jouwWeb|wooCommerce)$/.test(type) &&
				![...['findDeleted', 'checkHealth', 'downloadInvoice'], 'writeBack'].includes(
					String(parameters.operation),
				),
		);
		// What only counts orders reads no more of them than that.
		const counts = readers.filter(({ name }) => /^List (orders|refunds)$/.test(name));
		expect(counts.map(({ parameters }) => parameters.simplify)).toEqual(counts.map(() => true));
		for (const node of readers.filter((reader) => !counts.includes(reader))) {
			expect([node.name, node.parameters.simplify]).toEqual([node.name, false]);
		}
	});
});

/** The parameters as n8n keeps them: unknown and hidden ones gone, defaults filled in. */
function parametersOf(node: INode): INodeParameters {
	const { description } = ownNodes[node.type]!;
	return NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	)!;
}

/** Paths of values that are in the template but not in what n8n keeps of it. */
function lost(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return given === kept ? [] : [path];
	if (typeof kept !== 'object' || kept === null) return [path];
	return Object.entries(given).flatMap(([key, value]) =>
		lost(value, (kept as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
	);
}
