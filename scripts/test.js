'use strict';

/** `npm test`: every check there is, cheapest first; stops at the first one that fails. */

const tooOld = require('./nodeVersion.js').nodeTooOld(process.version);
if (tooOld) {
	console.error(tooOld);
	process.exit(1);
}

const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { findNpmCli } = require('./npm.js');
const { ROOT, setUp } = require('./setUp.js');
const { countTests } = require('./testCount.js');

/** The parts of `npm run lint`, which take turns with the types. */
const lint = require('../package.json').scripts.lint.match(/lint:\w+/g);

// Templates are built after the fast tests: these look whether somebody forgot to.
const STEPS = [
	{ heading: 'Lint: code, formatting, who imports whom; types', scripts: [...lint, 'types'] },
	{
		heading: "Unit, node and workflow tests: money rules, n8n's engine, the templates",
		scripts: ['test:fast'],
		jest: true,
	},
	{ heading: 'Build', scripts: ['build'] },
	{ heading: "n8n's scanner over what is published", scripts: ['scan'] },
	{ heading: 'End-to-end tests: a real n8n', scripts: ['test:e2e'], jest: true },
];

/** Runs one npm script of this project; resolves to its exit status and, unless shown, its output. */
function runScript(script, args, show) {
	return new Promise((resolve) => {
		const npm = spawn(
			process.execPath,
			[findNpmCli(), 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])],
			{ cwd: ROOT, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] },
		);
		let printed = '';
		npm.stdout?.on('data', (chunk) => (printed += chunk));
		npm.stderr?.on('data', (chunk) => (printed += chunk));
		npm.on('error', () => resolve({ script, status: 1, printed }));
		npm.on('close', (code) => resolve({ script, status: code ?? 1, printed }));
	});
}

/** Runs the scripts of a step, two side by side, and resolves to those that failed. */
async function runStep({ scripts, args }) {
	const show = scripts.length === 1;
	const left = scripts.values();
	const ended = [];
	const lane = async () => {
		for (const script of left) ended.push(await runScript(script, args, show));
	};
	await Promise.all([lane(), lane()]);
	for (const { printed } of ended) process.stdout.write(printed);
	return ended.filter(({ status }) => status !== 0);
}

async function test() {
	await setUp({ build: false });
	const results = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-test-'));
	const summaries = [];
	let failed = [];
	for (const { heading, scripts, jest } of STEPS) {
		console.log(`\n=== ${heading} ===`);
		const summary = path.join(results, `${summaries.length}.json`);
		const args = jest ? ['--json', `--outputFile=${summary}`] : [];
		failed = await runStep({ scripts, args });
		if (jest && existsSync(summary)) summaries.push(JSON.parse(readFileSync(summary, 'utf8')));
		if (failed.length > 0) {
			const commands = failed.map(({ script }) => `npm run ${script}`).join(', ');
			console.log(`\nStopped: "${heading}" failed (${commands}).`);
			break;
		}
	}
	rmSync(results, { recursive: true, force: true });
	const count = countTests(summaries);
	console.log(`${count.passed} passed, ${count.failed} failed`);
	return failed[0]?.status ?? 0;
}

test().then(
	(status) => process.exit(status),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
