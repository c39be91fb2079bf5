'use strict';

const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const ROOT = path.dirname(__dirname);

/** What bookkeeping/index.ts offers and the command does not use is left out of the bundle. */
const onlyWhatIsUsed = {
	name: 'only what is used',
	setup(build) {
		build.onResolve({ filter: /^\./ }, async ({ path: file, pluginData, ...from }) => {
			if (pluginData === 'asked') return undefined;
			const found = await build.resolve(file, { ...from, pluginData: 'asked' });
			return { ...found, sideEffects: false };
		});
	},
};

/** Licences of the packages that stand in a bundle, which ask to be named wherever they go. */
function licencesOf({ outputs }) {
	const [{ inputs }] = Object.values(outputs);
	const used = Object.keys(inputs).flatMap(
		(file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
	);
	const texts = [...new Set(used)].sort().map((name) => {
		const folder = path.join(ROOT, 'node_modules', name);
		const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one));
		if (!file) throw new Error(`${name} stands in the command, but has no licence file`);
		return `${name}\n\n${readFileSync(path.join(folder, file), 'utf8')}`;
	});
	return texts.join('\n');
}

/**
 * Makes the command: `main.js` in the folder, one file that runs with nothing installed beside it,
 * and the licences of what it holds.
 */
async function bundleInto(folder) {
	const { metafile } = await esbuild.build({
		absWorkingDir: ROOT,
		entryPoints: ['cli/main.ts'],
		outfile: path.join(folder, 'main.js'),
		bundle: true,
		platform: 'node',
		target: 'node20.19',
		metafile: true,
		plugins: [onlyWhatIsUsed],
	});
	writeFileSync(path.join(folder, 'licences.txt'), licencesOf(metafile));
}

module.exports = { bundleInto };
