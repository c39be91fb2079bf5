import { flows } from '../../templates';
import { Flow } from '../../templates/build/flow';
import { idOf } from '../../templates/build/ids';
import { text } from '../../templates/build/text';
import { whenClicked } from '../../templates/fragments/basics';
import { templates } from './templates';

it('has a file for each flow, and no other', () => {
	expect(templates.map(({ file }) => file)).toEqual(
		Object.keys(flows)
			.map((name) => `${name}.json`)
			.sort(),
	);
});

it.each(Object.keys(flows))(
	'workflows/%s.json is what its flow makes (if not: npm run templates)',
	(name) => {
		const file = templates.find((template) => template.file === `${name}.json`)!;
		const made = JSON.stringify(flows[name]!().toWorkflow(), null, 2);
		expect(JSON.stringify(JSON.parse(file.text), null, 2)).toBe(made);
	},
);

describe('the builder', () => {
	const empty = () => new Flow({ name: 'Example', description: 'An example.' });

	it('derives ids from names alone', () => {
		// uuid5(uuid5(NAMESPACE_URL, '…/templates'), 'Example/Start') by Python's uuid module.
		expect(idOf('Example', 'Start')).toBe('10b75595-a7d4-56de-a06e-fb962bbf3eb0');
	});

	it('draws arrows from outputs to inputs, with the outputs between them empty', () => {
		const flow = empty();
		const [a, b, c] = ['A', 'B', 'C'].map((name) => flow.add(name, [0, 0], whenClicked()));
		flow.wire(a!.out(2), [b!, c!.in(1)]);
		flow.wire([b!, c!], a!);
		expect(flow.toWorkflow().connections).toEqual({
			A: {
				main: [
					[],
					[],
					[
						{ node: 'B', type: 'main', index: 0 },
						{ node: 'C', type: 'main', index: 1 },
					],
				],
			},
			B: { main: [[{ node: 'A', type: 'main', index: 0 }]] },
			C: { main: [[{ node: 'A', type: 'main', index: 0 }]] },
		});
	});

	it('refuses two nodes of one name', () => {
		const flow = empty();
		flow.add('A', [0, 0], whenClicked());
		expect(() => flow.add('A', [0, 0], whenClicked())).toThrow('"Example" has two nodes "A".');
	});

	it.each([
		['above', [0, 100], [0, 200], true],
		['left of', [0, 100], [200, 100], true],
		['below', [0, 300], [0, 200], false],
		['right of', [300, 100], [200, 100], false],
	] as const)('a branch that has to run first stands %s the other one', (_, at, other, isSo) => {
		const flow = empty();
		const [start, first] = [
			flow.add('Start', [-200, 0], whenClicked()),
			flow.add('First', [...at], whenClicked()),
		];
		const then = flow.add('Then', [...other], whenClicked());
		flow.wire(start, [then, first]);
		flow.runsFirst(first, then);
		if (isSo) flow.toWorkflow();
		else {
			expect(() => flow.toWorkflow()).toThrow(
				'Example: "First" has to stand above "Then": it runs first.',
			);
		}
	});

	it('puts what runs first above all that stands there', () => {
		const flow = empty();
		const start = flow.add('Start', [0, 0], whenClicked());
		flow.note('Section', [150, -300], [400, 600], '');
		flow.note('Further on', [900, -700], [100, 100], '');
		flow.wire(start, flow.add('Then', [200, 40], whenClicked()));
		flow.putFirst(start, (at) => flow.add('First', at, whenClicked()));
		const { nodes, connections } = flow.toWorkflow();
		const [, top] = nodes.find(({ name }) => name === 'First')!.position as number[];
		expect(top).toBeLessThan(-300);
		expect(connections.Start!.main![0]!.map(({ node }) => node)).toEqual(['Then', 'First']);
	});

	it('takes the indentation of the code out of texts', () => {
		expect(text`
			First
				indented ${1}

			last
		`).toBe('First\n\tindented 1\n\nlast');
	});
});
