'use strict';

/** `npm start`: makes everything ready, then hands over to the demo (scripts/demo.ts). */

const tooOld = require('./nodeVersion.js').nodeTooOld(process.version);
if (tooOld) {
	console.error(tooOld);
	process.exit(1);
}

const { spawn } = require('node:child_process');
const path = require('node:path');
const { ROOT, setUp } = require('./setUp.js');

async function start() {
	await setUp();
	const demo = spawn(
		process.execPath,
		['--import', 'tsx', path.join(__dirname, 'demo.ts'), ...process.argv.slice(2)],
		{ cwd: ROOT, stdio: 'inherit' },
	);
	// Ctrl-C reaches the demo itself, which needs the time to stop n8n; a signal sent to this
	// process alone is passed on.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => demo.kill('SIGTERM'));
	return new Promise((resolve) => {
		demo.on('close', (code) => resolve(code ?? 1));
	});
}

start().then(
	(code) => process.exit(code),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
