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

const jest = (project) => ({ script: `test:${project}`, jest: true });
const STEPS = [
	{ heading: 'Lint: code, formatting, who imports whom', script: 'lint' },
	{ heading: 'Types', script: 'types' },
	{ heading: 'Unit tests: money rules, sandbox, scripts', ...jest('unit') },
	{ heading: "Node tests: through n8n's engine", ...jest('nodes') },
	{ heading: 'Workflow tests: the templates', ...jest('workflows') },
	{ heading: 'Build', script: 'build' },
	{ heading: "n8n's scanner over what is published", script: 'scan' },
	{ heading: 'End-to-end tests: a real n8n', ...jest('e2e') },
];

/** Runs one npm script of this project and resolves to its exit status. */
function runScript(script, args) {
	return new Promise((resolve) => {
		const npm = spawn(
			process.execPath,
			[findNpmCli(), 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])],
			{ cwd: ROOT, stdio: 'inherit' },
		);
		npm.on('error', () => resolve(1));
		npm.on('close', (code) => resolve(code ?? 1));
	});
}

async function test() {
	await setUp();
	const results = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-test-'));
	const summaries = [];
	let status = 0;
	for (const step of STEPS) {
		console.log(`\n=== ${step.heading} ===`);
		const summary = path.join(results, `${summaries.length}.json`);
		const args = step.jest ? ['--json', `--outputFile=${summary}`] : [];
		status = await runScript(step.script, args);
		if (step.jest && existsSync(summary)) {
			summaries.push(JSON.parse(readFileSync(summary, 'utf8')));
		}
		if (status !== 0) {
			console.log(`\nStopped: "${step.heading}" failed (npm run ${step.script}).`);
			break;
		}
	}
	rmSync(results, { recursive: true, force: true });
	const { passed, failed } = countTests(summaries);
	console.log(`${passed} passed, ${failed} failed`);
	return status;
}

test().then(
	(status) => process.exit(status),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
