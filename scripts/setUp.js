'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { execFile } = require('node:child_process');
const { SOURCES, sourcesFingerprint } = require('./buildSources.js');
const { GIGABYTE, diskTooSmall } = require('./diskSpace.js');
const { runNpm } = require('./npm.js');

const ROOT = path.dirname(__dirname);
const PROJECT_NEEDS = 1.5 * GIGABYTE;
const INSTALL_STAMP = path.join(ROOT, 'node_modules', '.webshop-snelstart-installed');
const BUILD_STAMP = path.join(ROOT, 'node_modules', '.webshop-snelstart-built');

/** What the installed packages depend on, as one fingerprint. */
function packagesFingerprint() {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
		const full = path.join(ROOT, file);
		if (existsSync(full)) hash.update(readFileSync(full));
	}
	return hash.digest('hex');
}

/** Installs the packages unless exactly these are installed already. */
async function installPackages() {
	const fingerprint = packagesFingerprint();
	if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === fingerprint) return;
	const tooSmall = diskTooSmall(ROOT, PROJECT_NEEDS);
	if (tooSmall) throw new Error(tooSmall);
	console.log("Installing the project's packages (about a minute the first time) …");
	await runNpm(['install', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: ROOT,
		show: true,
	});
	// npm may have completed the lock file, so the fingerprint is taken again.
	writeFileSync(INSTALL_STAMP, packagesFingerprint());
}

/** Builds dist/ unless it was made of exactly these sources. */
async function buildPackage() {
	const isThere = ['dist', 'cli/dist', BUILD_STAMP].every((file) =>
		existsSync(path.resolve(ROOT, file)),
	);
	if (isThere && readFileSync(BUILD_STAMP, 'utf8') === sourcesFingerprint()) return;
	console.log('Building the nodes …');
	const gulp = path.join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await new Promise((resolve, reject) => {
		execFile(process.execPath, [gulp, 'build'], { cwd: ROOT }, (error, stdout, stderr) =>
			error ? reject(new Error(`The build failed.\n${stdout}${stderr}`)) : resolve(),
		);
	});
}

/**
 * Makes a fresh clone ready: packages installed, nodes built. Does nothing when both are current.
 * @param options.build also build dist/ (default true)
 * @throws Error with one clear sentence when the disk is too small, or npm's or the build's words
 */
async function setUp({ build = true } = {}) {
	await installPackages();
	if (build) await buildPackage();
}

module.exports = { ROOT, SOURCES, setUp };
