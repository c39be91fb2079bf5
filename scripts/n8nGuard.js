'use strict';

/**
 * Stands between whoever started n8n and n8n itself, so that n8n never outlives its starter: when
 * the starter lets go (on purpose, or because it crashed or was killed), everything in this
 * process group is ended and the user folder is removed if it was a temporary one.
 * Arguments: node, n8n, folder to remove at the end (or nothing).
 */

const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');

const GRACE = 15_000;
const [node, n8n, temporaryFolder] = process.argv.slice(2);

const child = spawn(node, [n8n, 'start'], { stdio: ['ignore', 'inherit', 'inherit'] });

function endEverything() {
	if (temporaryFolder) rmSync(temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
	process.kill(-process.pid, 'SIGKILL');
}

function stop() {
	child.kill('SIGTERM');
	setTimeout(endEverything, GRACE);
}

child.on('error', endEverything);
child.on('exit', endEverything);
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
