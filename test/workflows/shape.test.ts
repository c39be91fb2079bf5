import { safeParseWorkflowStructure } from 'n8n-workflow';

import { calledWorkflows, importOrder } from '../../cli/linkTemplates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { checkTemplate } from '../../scripts/checkTemplate.js';
import {
	coreNodes,
	eachTemplate,
	isNote,
	ownNodes,
	templateNamed,
	templates,
	textsIn,
} from './templates';

describe.each(eachTemplate)('%s', (_, template) => {
	it('has the structure n8n expects', () => {
		const parsed = safeParseWorkflowStructure(template);
		expect(parsed.success ? [] : parsed.issues).toEqual([]);
	});

	it('carries no credentials, no ids of another n8n, no data, and states zone and order', () => {
		expect(checkTemplate(template.text)).toEqual([]);
		expect(template.text).not.toMatch(/"credentials"|instanceId|webhookId|pinData|staticData/);
		expect(template.settings).toMatchObject({
			executionOrder: 'v1',
			timezone: 'Europe/Amsterdam',
		});
	});

	it('keeps no run that went well: it would hold whole orders', () => {
		expect(template.settings).toMatchObject({ saveDataSuccessExecution: 'none' });
	});

	it('says what it is for', () => {
		expect(template.name).not.toBe('');
		expect(template.description?.split(/\s+/).length).toBeGreaterThan(10);
	});

	it('uses listed node types only, in versions that n8n has', () => {
		for (const { name, type, typeVersion } of template.nodes) {
			const known = coreNodes[type] ?? { newest: ownNodes[type]?.description.version };
			expect([name, known.newest]).not.toEqual([name, undefined]);
			expect(typeVersion).toBeLessThanOrEqual(Number(known.newest));
		}
	});

	it('has no node with the name n8n gives by itself', () => {
		for (const { name, type } of template.nodes) {
			const given = coreNodes[type]?.defaultName ?? ownNodes[type]?.description.defaults.name;
			// n8n numbers the second one: "Merge1".
			expect(name.replace(/\s*\d+$/, '')).not.toBe(given);
		}
	});

	it('names its nodes once, and reads only nodes that are there', () => {
		const names = template.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const read = textsIn(template.nodes.map(({ parameters }) => parameters)).flatMap((text) =>
			[...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name),
		);
		expect(read.filter((name) => !names.includes(name!))).toEqual([]);
	});

	it('reads no environment variables: n8n denies them', () => {
		expect(template.text).not.toContain('$env');
	});

	it('connects every node, apart from notes', () => {
		const sources = Object.keys(template.connections);
		const targets = Object.values(template.connections).flatMap(({ main = [] }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		);
		const alone = template.nodes.filter(
			(node) => !isNote(node) && !sources.includes(node.name) && !targets.includes(node.name),
		);
		expect(alone.map(({ name }) => name)).toEqual([]);
	});
});

it('gives every template a name of its own, and every node an id of its own', () => {
	const names = templates.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	const ids = templates.flatMap(({ nodes }) => nodes.map(({ id }) => id));
	expect(new Set(ids).size).toBe(ids.length);
});

it('can be imported in some order: what is called is there, and no circle', () => {
	expect(() => importOrder(templates as unknown as WorkflowJson[])).not.toThrow();
});

it('hands a called workflow exactly the fields it asks for', () => {
	const CALL = 'n8n-nodes-base.executeWorkflow';
	for (const template of templates) {
		for (const name of calledWorkflows(template as unknown as WorkflowJson)) {
			const trigger = templateNamed(name).nodes.find(({ type }) => type === `${CALL}Trigger`);
			const asked = (trigger?.parameters.workflowInputs as { values: Array<{ name: string }> })
				.values;
			const calls = template.nodes.filter(({ type }) => type === CALL);
			for (const { parameters } of calls) {
				const given = parameters.workflowInputs as { value: object; schema: unknown[] };
				const { cachedResultName } = parameters.workflowId as { cachedResultName: string };
				if (cachedResultName !== name) continue;
				expect(Object.keys(given.value)).toEqual(asked.map((field) => field.name));
				expect(given.schema).toHaveLength(asked.length);
			}
		}
	}
});
