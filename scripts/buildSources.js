'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.dirname(__dirname);
/** Everything that dist/ is made of. */
const SOURCES = [
	'bookkeeping',
	'cli',
	'credentials',
	'icons',
	'LICENSE',
	'nodes',
	'probe',
	'scripts/buildSources.js',
	'scripts/bundleCommand.js',
	'scripts/checkTemplate.js',
	'templates',
	'workflows',
	'gulpfile.js',
	'package.json',
	'tsconfig.json',
	'tsconfig.build.json',
];
/** What a build makes in a folder of sources. */
const MADE = ['dist', 'node_modules'];

/** The files of a source, in the same order everywhere. */
function filesIn(file) {
	const full = path.join(ROOT, file);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [file];
	const names = readdirSync(full).filter((name) => !MADE.includes(name));
	return names.sort().flatMap((name) => filesIn(path.posix.join(file, name)));
}

/**
 * What dist/ is made of, as one fingerprint: by contents, since a file that was only touched, or a
 * build that stands in the same folder, is no reason to build while others use what is there.
 */
function sourcesFingerprint() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap(filesIn)) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(path.join(ROOT, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

module.exports = { SOURCES, sourcesFingerprint };
