/**
 * The steps of a page of docs/, so that a test walks them as they are written: a step names what
 * somebody clicks, chooses or fills in, and a walk takes those names from the step.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';

export interface Step {
	text: string;
	/** A name of the step, as it is written there. @throws Error when the step does not say it */
	says(name: string): string;
}

/** Names of nodes, workflows, files, settings and buttons: bold, slanted or as code. */
const NAMED = /\*\*(.+?)\*\*|(?<![\w*])_(.+?)_(?!\w)|`(.+?)`/g;

/** What stands below a heading, up to the next one. @throws Error when the page has no such heading */
export function sectionOf(page: string, heading: string): string {
	const text = readFileSync(path.join(ROOT, 'docs', page), 'utf8');
	const [, after] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
	if (after === undefined) throw new Error(`docs/${page} has no heading "${heading}"`);
	return after.split(/^#+ /m)[0]!;
}

/** The numbered steps below a heading. */
const stepsOf = (page: string, heading: string): string[] =>
	sectionOf(page, heading)
		.split(/^\d+\. /m)
		.slice(1)
		// What follows the list stands at the margin again.
		.map((step) => step.split(/\n\n(?=\S)/)[0]!.trim());

/** Every name of a text. */
const namesIn = (text: string): string[] =>
	[...text.replace(/```[\s\S]*?```/g, '').matchAll(NAMED)].map(
		([, bold, slanted, code]) => (bold ?? slanted ?? code)!,
	);

/**
 * Walks the numbered steps below a heading, one way for each.
 *
 * @throws Error when there are other steps than ways, when a way wants a name that its step does not
 *   say, or when a step says a name that its way did not come by
 */
export async function followGuide(
	page: string,
	heading: string,
	ways: ReadonlyArray<(step: Step) => Promise<void>>,
): Promise<void> {
	const steps = stepsOf(page, heading);
	if (steps.length !== ways.length) {
		throw new Error(`docs/${page}, "${heading}": ${steps.length} steps, ${ways.length} walked`);
	}
	for (const [index, text] of steps.entries()) {
		const where = `docs/${page}, "${heading}", step ${index + 1}`;
		const names = namesIn(text);
		const left = new Set(names);
		await ways[index]!({
			text,
			says: (name) => {
				if (!names.includes(name)) throw new Error(`${where} does not say "${name}"`);
				left.delete(name);
				return name;
			},
		});
		if (left.size > 0)
			throw new Error(`${where} says what was not walked: ${[...left].join(', ')}`);
	}
}
