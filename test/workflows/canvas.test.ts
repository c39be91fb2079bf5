import { eachTemplate, isNote, ownNodes, type Template } from './templates';

const WHITE = 7;
const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** The notes of a template; n8n's own yellow is the absence of a colour. */
const notesOf = ({ nodes }: Template) =>
	nodes.filter(isNote).map(({ name, position, parameters }) => ({
		name,
		position,
		color: parameters.color as number | undefined,
		content: String(parameters.content),
	}));

/** n8n's guidelines for templates (NN-401). */
describe.each(eachTemplate)('%s', (_, template) => {
	const notes = notesOf(template);
	const overviews = notes.filter(({ color }) => color === undefined || color === 1);

	it('has one yellow overview of 100 to 300 words: how it works, how to set it up', () => {
		expect(overviews).toHaveLength(1);
		const { content } = overviews[0]!;
		expect(content.startsWith(`## ${template.name}\n`)).toBe(true);
		expect(content).toMatch(/\n### How it works\n[\s\S]+\n### Setup\n/);
		expect(words(content)).toBeGreaterThanOrEqual(100);
		expect(words(content)).toBeLessThanOrEqual(300);
	});

	it('has the overview at the far left', () => {
		const others = template.nodes.filter(({ name }) => name !== overviews[0]!.name);
		const leftmost = Math.min(...others.map(({ position }) => position[0]));
		expect(overviews[0]!.position[0]).toBeLessThan(leftmost);
	});

	it('has white section notes of less than 50 words', () => {
		for (const note of notes.filter((one) => !overviews.includes(one))) {
			expect([note.name, note.color]).toEqual([note.name, WHITE]);
			expect(words(note.content)).toBeLessThan(50);
		}
	});

	it('mentions in its setup every node that needs a credential or another workflow', () => {
		const setup = overviews[0]!.content.split('### Setup')[1]!;
		for (const { name, type } of template.nodes) {
			const needs = ownNodes[type]?.description.credentials?.length;
			if (!needs && type !== 'n8n-nodes-base.executeWorkflow') continue;
			expect(setup).toContain(`**${name}**`);
		}
	});
});
