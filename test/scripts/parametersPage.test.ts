import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { PAGE, parametersPage } from '../../scripts/parametersPage';

const ROOT = path.resolve(__dirname, '..', '..');
const page = readFileSync(PAGE, 'utf8');

test('docs/nodes/parameters.md is in step with the nodes (npm run docs:parameters)', () => {
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
		cwd: ROOT,
		input: parametersPage(),
		encoding: 'utf8',
	});
	expect(page).toBe(formatted);
});

const published = (
	JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } }
).n8n.nodes.map((file) => file.replace(/^dist\/(.*)\.js$/, '$1'));

test.each(published.filter((file) => !file.endsWith('WebshopSettings.node')))(
	'%s has a heading, and every parameter and operation of its panel stands under it',
	async (file) => {
		const module = (await import(path.join(ROOT, file))) as Record<string, new () => INodeType>;
		const [Node] = Object.values(module);
		const { displayName, properties } = new Node!().description;
		const [, after] = page.split(`\n## ${displayName}\n`);
		const own = after!.split('\n## ')[0]!;
		for (const property of properties.filter(({ type }) => type !== 'notice')) {
			if (property.name === 'resource') continue;
			const names =
				property.name === 'operation'
					? property.options!.map(({ name }) => `**${name}**`)
					: [`| ${property.displayName}`];
			for (const name of names)
				expect([file, own.includes(name), name]).toEqual([file, true, name]);
		}
	},
);
