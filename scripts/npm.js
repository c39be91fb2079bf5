'use strict';

const { spawn } = require('node:child_process');
const { existsSync, realpathSync } = require('node:fs');
const path = require('node:path');

const isNpmCli = (file) => file !== undefined && path.basename(file) === 'npm-cli.js';

/** npm's own program file, so that any Node can run it and no shell is needed. */
function findNpmCli(environment = process.env) {
	if (isNpmCli(environment.npm_execpath)) return environment.npm_execpath;
	const folders = [
		path.dirname(process.execPath),
		...(environment.PATH ?? '').split(path.delimiter),
	];
	for (const folder of folders) {
		const command = path.join(folder, 'npm');
		if (existsSync(command) && isNpmCli(realpathSync(command))) return realpathSync(command);
		const beside = path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
		if (existsSync(beside)) return beside;
	}
	throw new Error('npm was not found; install Node together with npm and start again.');
}

/**
 * The environment for an npm that works in another folder: what an outer `npm start` or
 * `npm test` says about *its* folder and options must not reach it.
 */
function npmEnvironment(environment = process.env) {
	const about = /^(npm_(package|lifecycle|command|node_execpath|execpath)|INIT_CWD$)/;
	const options =
		/^npm_config_(ignore_scripts|legacy_peer_deps|local_prefix|omit|include|prefix|global_prefix|noproxy)$/;
	return Object.fromEntries(
		Object.entries(environment).filter(([name]) => !about.test(name) && !options.test(name)),
	);
}

/**
 * Runs npm in a folder and resolves to what it printed.
 * @param options.node program file of the Node that runs npm (default: this one)
 * @param options.environment added to the cleaned environment
 * @param options.show let npm write to the terminal instead of collecting its output
 * @throws Error with the last lines npm printed when npm fails
 */
function runNpm(args, { cwd, node = process.execPath, environment = {}, show = false, onStart }) {
	return new Promise((resolve, reject) => {
		const npm = spawn(node, [findNpmCli(), ...args], {
			cwd,
			env: { ...npmEnvironment(), ...environment },
			stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		});
		onStart?.(npm);
		let stdout = '';
		let printed = '';
		npm.stdout?.on('data', (chunk) => {
			stdout += chunk;
			printed += chunk;
		});
		npm.stderr?.on('data', (chunk) => (printed += chunk));
		npm.on('error', reject);
		npm.on('close', (code, signal) => {
			if (code === 0) return resolve(stdout);
			const tail = printed.trim().split('\n').slice(-25).join('\n');
			const outcome = signal ? `was stopped (${signal})` : `failed (exit status ${code})`;
			reject(new Error(`npm ${args[0]} in ${cwd} ${outcome}.${tail ? `\n${tail}` : ''}`));
		});
	});
}

module.exports = { findNpmCli, npmEnvironment, runNpm };
