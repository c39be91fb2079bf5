import type { INode } from 'n8n-workflow';

import { eachTemplate, isNote, type Template } from './templates';

const isTrigger = ({ type }: INode): boolean => /Trigger$/.test(type);

/** Where each arrow leads: node and input. */
const targetsOf = ({ connections }: Template, name: string) =>
	Object.values(connections[name] ?? {}).flatMap((outputs) =>
		outputs.flatMap((targets) => targets ?? []),
	);

/** The nodes that a run can come to. */
function reached(template: Template): Set<string> {
	const found = new Set(template.nodes.filter(isTrigger).map(({ name }) => name));
	for (const name of found) {
		for (const { node } of targetsOf(template, name)) found.add(node);
	}
	// Models, memories and tools stand below the node that uses them.
	for (const [name, ports] of Object.entries(template.connections)) {
		if (!('main' in ports)) found.add(name);
	}
	return found;
}

describe.each(eachTemplate)('%s', (_, template) => {
	it('comes to every node', () => {
		const found = reached(template);
		const left = template.nodes.filter((node) => !isNote(node) && !found.has(node.name));
		expect(left.map(({ name }) => name)).toEqual([]);
	});

	it('leads something to every input of a merge', () => {
		const all = template.nodes.flatMap(({ name }) => targetsOf(template, name));
		for (const { name, type, parameters } of template.nodes) {
			if (!type.endsWith('.merge')) continue;
			const wired = new Set(all.filter(({ node }) => node === name).map(({ index }) => index));
			const inputs = Number(parameters.numberInputs ?? 2);
			expect([name, [...wired].sort()]).toEqual([name, [...Array(inputs).keys()]]);
		}
	});
});
