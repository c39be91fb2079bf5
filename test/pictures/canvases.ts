import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowJson } from '../../cli/workflowJson';
import { switchOnSchedules } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { openEditor } from '../e2e/support/editor';
import type { Editor } from '../e2e/support/editor';
import { canvasHash, pictureOf } from './canvasHash';
import { smallPng } from './smallPng';

const ROOT = path.resolve(__dirname, '..', '..');
export const IMAGES = path.join(ROOT, 'docs', 'images');
/** What each canvas was like when its picture was taken. */
const TAKEN = path.join(IMAGES, 'canvases.json');
const PAGE = path.join(ROOT, 'docs', 'canvases.md');
const TABLES = 'Set up tables';

/** Pixels per unit of the canvas: names of nodes are still read easily. */
const SCALE = 0.7;
const LARGEST = { width: 2600, height: 1600 };
const SMALLEST = { width: 900, height: 500 };
/** What n8n shows beside and above the canvas, and leaves free around the workflow. */
const AROUND = { width: 260, height: 240 };
const NODE_SIZE = 100;

/** Free space around the workflow in a picture. */
const MARGIN = 20;

/** Everything that lies over the canvas; hidden, so that a picture shows the workflow alone. */
const HIDE_CONTROLS = `
	[data-test-id=canvas-controls], [data-test-id=canvas-minimap], .vue-flow__panel,
	[data-test-id=node-creator-plus-button], [data-test-id=canvas-plus-button],
	[data-test-id=execute-workflow-button], [data-test-id=tab-bar], [class*=tabBar],
	[class*=nodeButtonsWrapper], [class*=executionButtons] { display: none !important; }`;

/** Runs in the browser: where the nodes and notes with their names are, and what cannot be read. */
const LOOK = `(() => {
	const rect = (element) => element.getBoundingClientRect();
	const shown = [...document.querySelectorAll('.vue-flow__node')];
	const labels = [...document.querySelectorAll('[data-test-id=canvas-node] [class*=label]')]
		.filter((element) => element.children.length === 0 && element.textContent.trim() !== '')
		.filter((element) => !/^Input \\d+$/.test(element.textContent.trim()));
	const texts = labels.map((element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		return { name: element.textContent.trim(), ...range.getBoundingClientRect().toJSON() };
	});
	const cross = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
	const complaints = texts.flatMap((one, index) => texts.slice(index + 1)
		.filter((other) => cross(one, other))
		.map((other) => 'the names "' + one.name + '" and "' + other.name + '" overlap'));
	for (const note of document.querySelectorAll('[data-test-id=sticky] [class*=wrapper], [data-test-id=sticky]')) {
		if (note.scrollHeight > note.clientHeight + 4) {
			complaints.push('the note "' + note.textContent.trim().slice(0, 30) + '…" is too small for its text');
		}
	}
	const boxes = [...shown.map(rect), ...texts];
	return {
		complaints: [...new Set(complaints)],
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
	};
})()`;

interface Look extends Record<'left' | 'top' | 'right' | 'bottom', number> {
	complaints: string[];
}

/** A window in which the whole workflow fits at the wanted scale. */
function windowFor({ nodes }: WorkflowJson): { width: number; height: number } {
	const boxes = nodes.map(({ position, parameters }) => {
		const { width = NODE_SIZE, height = NODE_SIZE } = parameters as Record<string, number>;
		const [x = 0, y = 0] = position as number[];
		return { left: x, top: y, right: x + width, bottom: y + height };
	});
	const span = (from: 'left' | 'top', to: 'right' | 'bottom'): number =>
		Math.max(...boxes.map((box) => box[to])) - Math.min(...boxes.map((box) => box[from]));
	const size = (side: 'width' | 'height', units: number): number =>
		Math.round(
			Math.min(LARGEST[side], Math.max(SMALLEST[side], units * SCALE * 1.1 + AROUND[side])),
		);
	return {
		width: size('width', span('left', 'right')),
		height: size('height', span('top', 'bottom')),
	};
}

/** @param say told what on the canvas cannot be read */
async function takeCanvas(
	editor: Editor,
	id: string,
	workflow: WorkflowJson,
	say: (line: string) => void,
): Promise<Buffer> {
	const { page } = editor;
	await page.setViewportSize(windowFor(workflow));
	await editor.page.goto('about:blank');
	await editor.openWorkflow(id);
	await page.addStyleTag({ content: HIDE_CONTROLS });
	await page.mouse.move(5, 5);
	await wait(500);
	const { complaints, left, top, right, bottom } = await page.evaluate<Look>(LOOK);
	for (const complaint of complaints) say(`${workflow.name}: ${complaint}`);
	const clip = {
		x: Math.max(0, left - MARGIN),
		y: Math.max(0, top - MARGIN),
		// The plus behind the last node is not a node of its own.
		width: right - left + 2 * MARGIN + 30,
		height: bottom - top + 2 * MARGIN,
	};
	return await smallPng(page, await page.screenshot({ clip }));
}

const pageOf = (templates: WorkflowJson[]): string =>
	[
		'# How the templates look',
		'',
		"Made with `npm run docs:pictures` from n8n's editor, with a client set up by the [import command](import.md). What each template does: [The workflow templates](templates.md).",
		...templates.flatMap(({ name, description }) => [
			'',
			`## ${name}`,
			...(description ? ['', String(description)] : []),
			'',
			`![The canvas of ${name}](images/${pictureOf({ name })})`,
		]),
		'',
	].join('\n');

async function readTaken(): Promise<Record<string, string>> {
	try {
		return JSON.parse(await readFile(TAKEN, 'utf8')) as Record<string, string>;
	} catch {
		return {};
	}
}

/** Takes a picture of every template's canvas into docs/images, and writes docs/canvases.md. */
export async function pictureCanvases(
	stage: DemoStage,
	wanted: (name: string) => boolean,
): Promise<void> {
	const { server, templates } = stage;
	await switchOnSchedules(stage);
	const tables = templates.find(({ name }) => name === TABLES)!;
	const ids: Record<string, string> = {
		...stage.ids,
		[TABLES]: await server.client.importWorkflow(tables),
	};
	const shown = templates
		.filter(({ name }) => ids[name])
		.sort((a, b) => a.name.localeCompare(b.name));
	await mkdir(IMAGES, { recursive: true });
	const taken = await readTaken();
	const editor = await openEditor(server);
	try {
		for (const template of shown.filter(({ name }) => wanted(name))) {
			const picture = await takeCanvas(editor, ids[template.name]!, template, stage.say);
			await writeFile(path.join(IMAGES, pictureOf(template)), picture);
			taken[pictureOf(template)] = canvasHash(template);
			stage.say(`${template.name}: ${Math.round(picture.length / 1000)} kB`);
		}
	} finally {
		await editor.close();
	}
	const known = new Set(shown.map(pictureOf));
	for (const file of await readdir(IMAGES)) {
		if (file.startsWith('canvas-') && !known.has(file)) await rm(path.join(IMAGES, file));
	}
	const still = Object.entries(taken).filter(([file]) => known.has(file));
	await writeFile(TAKEN, `${JSON.stringify(Object.fromEntries(still.sort()), null, 2)}\n`);
	await writeFile(PAGE, pageOf(shown));
}
