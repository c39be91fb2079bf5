import type { INode } from 'n8n-workflow';

import { codes } from '../../bookkeeping/codes/register';
import { knownNames } from '../support/knownNames';
import { eachTemplate, isNote, templates, textsIn, type Template } from './templates';

/** What n8n gives beside the items. */
const OF_N8N = ['isExecuted', 'resumeUrl', 'chatInput', 'isValid', 'submittedAt'];
/** What a service or a browser gives that the stand-ins have no need of. */
const OF_OTHERS = ['automatic', 'fileSize'];
/** What summaries say to whoever looks at a run. */
const ONLY_SHOWN = [
	...['reviewed', 'notRead', 'refundsNotRead', 'comparisons', 'bookingRecords', 'cursors'],
	...['realtime', 'tryAgain', 'tablesPercent', 'doubledRows'],
];
/** What forms, n8n and its date library call their choices. */
const CHOICES = ['Migrate', 'Stop', 'second', 'isNotEmpty', 'isEmpty', 'eq', 'integrated', 'yyyy'];

const working = ({ nodes }: Template): INode[] => nodes.filter((node) => !isNote(node));

const expressionsOf = ({ parameters }: INode): string[] =>
	textsIn(parameters).filter((text) => text.startsWith('='));

/** Properties that expressions read; a name before a bracket is called, not read. */
const readsOf = (node: INode): string[] =>
	expressionsOf(node).flatMap((text) =>
		[...text.matchAll(/\.(\w+)\b(?!\()/g)].map(([, name]) => name!),
	);

interface Named {
	assignments?: { assignments?: Array<{ name: string }> };
	workflowInputs?: { values?: Array<{ name: string }> };
}

/** Fields that a node gives its items by the template's own wish. */
function givenBy({ parameters }: INode): string[] {
	const { assignments, workflowInputs } = parameters as Named;
	return [...(assignments?.assignments ?? []), ...(workflowInputs?.values ?? [])].map(
		({ name }) => name,
	);
}

interface Conditions {
	conditions?: { conditions?: Array<{ rightValue?: unknown }> };
}

/** Words that stand on the other side of a condition. */
const comparedWith = ({ parameters }: INode): string[] =>
	((parameters as Conditions).conditions?.conditions ?? [])
		.map(({ rightValue }) => String(rightValue ?? ''))
		.filter((value) => /^[A-Za-z]\w*$/.test(value));

const everyNode = templates.flatMap(working);
const read = new Set(everyNode.flatMap(readsOf));
const known = new Set([...knownNames(), ...OF_N8N, ...OF_OTHERS]);
const nodeNames = new Set(everyNode.map(({ name }) => name));
const given = new Set([...known, ...everyNode.flatMap(givenBy)]);

describe.each(eachTemplate)('%s', (_, template) => {
	it('names only codes that are in the register', () => {
		for (const { name, parameters } of working(template)) {
			const named = textsIn(parameters).flatMap(
				(text) => text.match(/\b[A-Z]{2,}(?:_[A-Z]+)+\b/g) ?? [],
			);
			expect([name, named.filter((code) => !(code in codes))]).toEqual([name, []]);
		}
	});

	// An expression that reads a field nobody gives is empty, without an error.
	it('reads only fields that our code, a service or a template gives', () => {
		for (const node of working(template)) {
			expect([node.name, readsOf(node).filter((name) => !given.has(name))]).toEqual([
				node.name,
				[],
			]);
		}
	});

	it('compares only with words that our code, a form or a template uses', () => {
		for (const node of working(template)) {
			const quoted = expressionsOf(node).flatMap((text) =>
				[...text.matchAll(/'(\w+)'/g)].map(([, word]) => word!),
			);
			const words = [...quoted, ...comparedWith(node)];
			const others = words.filter((word) => !given.has(word) && !nodeNames.has(word));
			expect([node.name, others.filter((word) => !CHOICES.includes(word))]).toEqual([
				node.name,
				[],
			]);
		}
	});

	it('gives only fields that our code or a template reads, or a summary shows', () => {
		for (const node of working(template)) {
			const unread = givenBy(node).filter(
				(name) => !known.has(name) && !read.has(name) && !ONLY_SHOWN.includes(name),
			);
			expect([node.name, unread]).toEqual([node.name, []]);
		}
	});
});

it('has no exception that no template needs', () => {
	const gives = new Set(everyNode.flatMap(givenBy));
	expect([...OF_N8N, ...OF_OTHERS].filter((name) => !read.has(name))).toEqual([]);
	expect(ONLY_SHOWN.filter((name) => !gives.has(name))).toEqual([]);
});
