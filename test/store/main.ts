/**
 * `npm run test:store`: what the templates do in n8n's data tables they do in PostgreSQL too. Every
 * node that the flow tests run is run in both; rows and conditions drawn at random are, too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../../scripts/freePort';
import { startPostgres } from '../support/postgresServer';

/** What these tests write may be lost. */
const AT_EASE = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

async function main(): Promise<number> {
	const folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-store-'));
	const port = await freePort();
	const server = await startPostgres(path.join(folder, 'postgres'), port, AT_EASE);
	try {
		const jest = spawn(
			'npx',
			[
				'jest',
				'--selectProjects',
				'store',
				'--maxWorkers=1',
				'--forceExit',
				...process.argv.slice(2),
			],
			{
				stdio: 'inherit',
				env: { ...process.env, STORE_DATABASE: `127.0.0.1:${port}/postgres` },
			},
		);
		const [code] = (await once(jest, 'exit')) as [number | null];
		return code ?? 1;
	} finally {
		if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
		await rm(folder, { recursive: true, force: true });
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
