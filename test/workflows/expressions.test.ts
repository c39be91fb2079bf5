import { flows } from '../../templates';
import { reasonFor } from '../../templates/build/because';
import { textsIn } from './templates';

/** As long as a line of this repository and a half: what still can be read at a glance. */
const LONGEST = 160;

/** The parts of a text that n8n works out. */
const expressionsIn = (text: string): string[] =>
	text.startsWith('=') ? (text.match(/\{\{[\s\S]*?\}\}(?!\})/g) ?? []) : [];

const isLong = (text: string): boolean =>
	expressionsIn(text).some((expression) => expression.length > LONGEST);

it('measures each expression by itself, with braces inside', () => {
	expect(expressionsIn('=a {{ $json.a }} b {{ { c: { d: 1 } } }}')).toEqual([
		'{{ $json.a }}',
		'{{ { c: { d: 1 } } }}',
	]);
	expect(isLong(`={{ '${'x'.repeat(LONGEST)}' }}`)).toBe(true);
	expect(isLong(`${'x'.repeat(LONGEST)} {{ no expression }}`)).toBe(false);
});

it.each(Object.keys(flows))('%s: gives a reason beside each long expression', (name) => {
	const { nodes } = flows[name]!().toWorkflow();
	const unexplained = nodes.flatMap(({ name: node, parameters }) =>
		textsIn(parameters)
			.filter((text) => isLong(text) && reasonFor(text) === undefined)
			.map((text) => `${String(node)}: ${text}`),
	);
	expect(unexplained).toEqual([]);
});

it('takes no reason for an expression that is not long', () => {
	const texts = Object.values(flows).flatMap((flow) =>
		flow()
			.toWorkflow()
			.nodes.flatMap(({ parameters }) => textsIn(parameters)),
	);
	const needless = texts.filter((text) => reasonFor(text) !== undefined && !isLong(text));
	expect(needless).toEqual([]);
});
