import type { INode } from 'n8n-workflow';

import { columnsOf, givenColumns, type TableName } from '../../bookkeeping';
import { eachTemplate, textsIn, type Template } from './templates';

/** Nodes that let items through as they are. */
const LETS_THROUGH = [
	...['if', 'filter', 'switch', 'merge', 'limit', 'sort', 'removeDuplicates'],
	...['splitInBatches', 'noOp'],
];
const ROW_CHECKS = ['rowExists', 'rowNotExists'];

interface Source {
	node: INode;
	output: number;
}

/** What leads to a node. */
function sourcesOf({ nodes, connections }: Template, name: string): Source[] {
	return Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? [])
				.filter((target) => target.node === name)
				.map(() => ({ node: nodes.find((node) => node.name === from)!, output })),
		),
	);
}

type Fields = ReadonlySet<string> | undefined;

const union = (all: Fields[]): Fields =>
	all.includes(undefined) ? undefined : new Set(all.flatMap((fields) => [...fields!]));

/** The fields of the items that come to a node; undefined where only a run can tell. */
function fieldsTo(template: Template, name: string, seen: readonly string[]): Fields {
	const sources = sourcesOf(template, name);
	return union(
		sources.map(({ node, output }) => {
			const isError = node.onError === 'continueErrorOutput' && output > 0;
			return isError ? undefined : fieldsFrom(template, node, seen);
		}),
	);
}

/** The fields of the items that leave a node; undefined where only a run can tell. */
function fieldsFrom(template: Template, node: INode, seen: readonly string[] = []): Fields {
	const { name, type, parameters } = node;
	const short = type.replace('n8n-nodes-base.', '');
	if (seen.includes(name)) return new Set();
	const to = () => fieldsTo(template, name, [...seen, name]);
	if (LETS_THROUGH.includes(short) || ROW_CHECKS.includes(String(parameters.operation)))
		return to();
	if (short === 'dataTable' && parameters.resource === 'row') {
		const { value } = parameters.dataTableId as { value: TableName };
		const columns = columnsOf(value).map((column) => column.name);
		return new Set([...columns, ...Object.keys(givenColumns)]);
	}
	if (short === 'set' && parameters.mode !== 'raw') {
		const { assignments } = parameters.assignments as { assignments: Array<{ name: string }> };
		const set = new Set(assignments.map((one) => one.name));
		return parameters.includeOtherFields === true ? union([to(), set]) : set;
	}
	if (short === 'executeWorkflowTrigger') {
		const inputs = parameters.workflowInputs as { values: Array<{ name: string }> } | undefined;
		return inputs && new Set(inputs.values.map((one) => one.name));
	}
	return undefined;
}

/** Fields that expressions of a node read, with the node that gives them; none: the items it gets. */
function readsOf({ parameters }: INode): Array<{ from?: string; field: string }> {
	return textsIn(parameters)
		.filter((text) => text.startsWith('='))
		.flatMap((text) => [
			...[...text.matchAll(/\$json\??\.(\w+)/g)].map(([, field]) => ({ field: field! })),
			...[...text.matchAll(/\$\('([^']+)'\)\.(?:item|first\(\)|last\(\))\??\.json\??\.(\w+)/g)].map(
				([, from, field]) => ({ from: from!, field: field! }),
			),
		]);
}

describe.each(eachTemplate)('%s', (_, template) => {
	it('reads only fields that the items have', () => {
		for (const node of template.nodes) {
			for (const { from, field } of readsOf(node)) {
				const source = template.nodes.find(({ name }) => name === from);
				const fields = source
					? fieldsFrom(template, source)
					: fieldsTo(template, node.name, [node.name]);
				if (!fields || fields.size === 0) continue;
				expect([node.name, from, field, [...fields]]).toEqual([
					node.name,
					from,
					field,
					expect.arrayContaining([field]),
				]);
			}
		}
	});
});
