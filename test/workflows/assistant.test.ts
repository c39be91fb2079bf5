import { templateNamed } from './templates';

const READING = ['get', 'getMany'];

test('the assistant is given no tool that writes', () => {
	const { nodes, connections } = templateNamed('Answer questions about orders');
	const tools = nodes.filter(({ name }) => connections[name]?.ai_tool !== undefined);
	expect(tools.map(({ name }) => name).sort()).toEqual([
		'Find invoice',
		'Find one order',
		'Find orders in a state',
	]);
	for (const { name, parameters } of tools) {
		expect([name, READING]).toEqual([name, expect.arrayContaining([parameters.operation])]);
		// What the model may fill in is a value to look for, never the operation or the table.
		for (const fixed of ['resource', 'operation', 'dataTableId']) {
			expect(JSON.stringify(parameters[fixed] ?? '')).not.toContain('$fromAI');
		}
	}
});

test('the assistant has its model, its memory and all its tools', () => {
	const { connections } = templateNamed('Answer questions about orders');
	const given = Object.entries(connections).flatMap(([name, ports]) =>
		Object.entries(ports).flatMap(([port, [targets]]) =>
			(targets ?? [])
				.filter(({ node }) => node === 'Look up and answer')
				.map(() => `${port}: ${name}`),
		),
	);
	expect(given.sort()).toEqual([
		'ai_languageModel: Chat model',
		'ai_memory: Memory',
		'ai_tool: Find invoice',
		'ai_tool: Find one order',
		'ai_tool: Find orders in a state',
		'main: Your values',
	]);
});
