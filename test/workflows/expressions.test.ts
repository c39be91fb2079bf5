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

/** Run for a few of the orders only, however many are open. */
const OF_FEW = ['Attach refunds', 'Set-offs to try again'];

it.each(['daily-payment-matching-jouwweb', 'daily-payment-matching-woocommerce'])(
	'%s: looks through no list for each open order: 5,000 of them took minutes',
	(name) => {
		const { nodes } = flows[name]!().toWorkflow();
		const forEach = nodes.filter(
			(node) => node.executeOnce !== true && !OF_FEW.includes(String(node.name)),
		);
		const through = forEach.flatMap(({ name: node, parameters }) =>
			textsIn(parameters)
				.filter((text) => text.includes('.all()'))
				.map((text) => `${String(node)}: ${text}`),
		);
		expect(through).toEqual([]);
	},
);

/** As texts, 02:50+02:00 is later than 02:10+01:00, which comes twenty minutes after it. */
it.each(Object.keys(flows))('%s: compares moments as texts only in UTC', (name) => {
	const { nodes } = flows[name]!().toWorkflow();
	const local = nodes.flatMap(({ name: node, parameters }) =>
		textsIn(parameters)
			.flatMap(expressionsIn)
			.filter((text) => /\.toISO\(\) [<>]/.test(text) && !/\.toUTC\(\)\.toISO\(\) [<>]/.test(text))
			.map((text) => `${String(node)}: ${text}`),
	);
	expect(local).toEqual([]);
});
