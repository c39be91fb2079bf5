import type { INode } from 'n8n-workflow';

import { calledWorkflows } from '../../cli/linkTemplates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { eachTemplate, templateNamed, templates, textsIn, type Template } from './templates';

const CALL = 'n8n-nodes-base.executeWorkflow';
const TRIGGER = `${CALL}Trigger`;
const next = ({ connections }: Template, node: string, output = 0): string[] =>
	(connections[node]?.main?.[output] ?? []).map((target) => target.node);
const nodeNamed = ({ nodes }: Template, name: string): INode =>
	nodes.find((node) => node.name === name)!;

/** The value of an expression without any node but the present item. */
const valueOf = (expression: string, item: object): unknown => {
	const code = /^=\{\{(.*)\}\}$/s.exec(expression)![1]!;
	return new Function('$json', `return (${code});`)(item);
};

describe.each(eachTemplate)('%s', (_, template) => {
	it('names the workflow of each call by a text that is no id, or the editor drops the inputs', () => {
		for (const { name, parameters } of template.nodes.filter(({ type }) => type === CALL)) {
			expect([name, parameters.workflowId]).toEqual([
				name,
				expect.objectContaining({ value: 'choose', cachedResultName: expect.stringMatching(/./) }),
			]);
		}
	});
});

/** Whether a flow reads what it is called with. */
const readsInputs = (template: Template, trigger: INode): boolean =>
	textsIn(template.nodes.map(({ parameters }) => parameters)).some((text) =>
		text.includes(`$('${trigger.name}')`),
	) || next(template, trigger.name).some((name) => name !== 'Your values');

const called = [
	...new Set(templates.flatMap((one) => calledWorkflows(one as unknown as WorkflowJson))),
]
	.map(templateNamed)
	.map((template) => ({
		template,
		trigger: template.nodes.find(({ type }) => type === TRIGGER)!,
	}))
	.filter(({ template, trigger }) => readsInputs(template, trigger))
	.map((one) => [one.template.name, one] as const);

it('knows the workflows that read what they are called with', () => {
	expect(called.map(([name]) => name).sort()).toEqual([
		'Book and record',
		'Client settings',
		'Match and book payout',
		'Migrate a batch JouwWeb',
		'Migrate a batch WooCommerce',
		'Process orders',
		'Process refunds WooCommerce',
	]);
});

/** Inputs that may be empty: an order that needs attention has no settings, a first one no entry. */
const MAY_BE_EMPTY = ['settingsVersion', 'salesEntryId'];

describe.each(called)('%s, when called', (_, { template, trigger }) => {
	const { values } = trigger.parameters.workflowInputs as { values: Array<{ name: string }> };
	const full = Object.fromEntries(values.map(({ name }) => [name, 'x']));
	const gate = nodeNamed(template, next(template, trigger.name)[0]!);
	const { conditions } = gate.parameters.conditions as { conditions: Array<{ leftValue: string }> };
	const lets = (item: object): unknown => valueOf(conditions[0]!.leftValue, item);

	it('goes through one gate first', () => {
		expect(next(template, trigger.name)).toEqual(['Inputs there?']);
		expect(lets(full)).toBe(true);
	});

	it.each(values.map(({ name }) => name))('with or without "%s"', (name) => {
		const { [name]: gone, ...rest } = full;
		expect(gone).toBe('x');
		const mayBeEmpty = MAY_BE_EMPTY.includes(name);
		for (const item of [rest, { ...full, [name]: null }, { ...full, [name]: '' }]) {
			expect(lets(item)).toBe(mayBeEmpty);
		}
	});

	it('says a code, what is missing and what to do, and fails', () => {
		const [refusal] = next(template, gate.name, 1);
		const { type, parameters } = nodeNamed(template, refusal!);
		expect(type).toBe('n8n-nodes-base.stopAndError');
		const message = String(parameters.errorMessage);
		const said = message
			.slice(1)
			.replace(/\{\{.*?\}\}/s, (part) => String(valueOf(`=${part}`, { client: null })));
		const needed = values.map(({ name }) => name).filter((name) => !MAY_BE_EMPTY.includes(name));
		expect(said).toMatch(/^INPUTS_MISSING: This workflow was called without .*\. In the node/);
		expect(said).toContain(needed.join(', '));
	});
});
