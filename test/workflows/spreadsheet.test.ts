import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import type { WorkflowNode } from '../../cli/workflowJson';
import { runNode } from '../support/engine';
import { eachTemplate } from './templates';

/** What an expression gives for an item, in n8n's own engine. */
async function worked(expression: string, json: IDataObject): Promise<unknown> {
	const node = {
		description: {
			displayName: 'Value',
			name: 'value',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			properties: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
		},
		async execute(this: IExecuteFunctions) {
			return [[{ json: this.getNodeParameter('value', 0) as IDataObject }]];
		},
	} as unknown as INodeType;
	const { outputs, error } = await runNode({
		node,
		parameters: { value: expression },
		items: [json],
	});
	expect(error).toBeUndefined();
	return outputs[0]![0]!.json;
}

/** No spreadsheet opens JSON. */
const isFile = ({ type, parameters }: Pick<WorkflowNode, 'type' | 'parameters'>) =>
	type === 'n8n-nodes-base.convertToFile' && parameters.operation !== 'toJson';
const withFile = eachTemplate.filter(([, { nodes }]) => nodes.some(isFile));

it.each(withFile)(
	'%s: no text of a file for a spreadsheet is a formula',
	async (_, { nodes, connections }) => {
		const named = (name: string) => nodes.find((node) => node.name === name)!;
		const into = nodes.filter(({ name }) =>
			(connections[name]?.main ?? []).flat().some((to) => to && isFile(named(to.node))),
		);
		expect(into).not.toEqual([]);
		const given = {
			orderNumber: '=HYPERLINK("http://x.example";"W1")',
			code: '@SUM(A1)',
			sku: '+cmd|calc',
			name: '-2+3',
			tab: '\t=1',
			amount: -12.1,
			text: '-12,10',
			plain: 'W1 = 2',
			empty: '',
			none: null,
		};
		const inCells = {
			...given,
			orderNumber: `'${given.orderNumber}`,
			code: `'${given.code}`,
			sku: `'${given.sku}`,
			name: `'${given.name}`,
			tab: `'${given.tab}`,
		};
		for (const { name, parameters } of into) {
			const cells: unknown = await worked(String(parameters.jsonOutput), given);
			expect([name, cells]).toEqual([name, inCells]);
		}
	},
);

it('looks at every file', () => expect(withFile).toHaveLength(6));
