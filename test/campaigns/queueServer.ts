import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { freePort } from '../../scripts/freePort';
import { n8nEnvironment, type N8nServer } from '../../scripts/n8nServer';
import { ensureN8n } from '../../scripts/n8nRuntime';
import { startN8nWithNodes } from '../support/n8nServer';
import { startPostgres, untilOpen } from '../support/postgresServer';

/** An n8n in queue mode: one main, workers, Redis and PostgreSQL, all on ports of their own. */
export interface QueueServer {
	server: N8nServer;
	stop(): Promise<void>;
}

async function startRedis(folder: string, port: number): Promise<ChildProcess> {
	const args = ['--port', String(port), '--save', '', '--bind', '127.0.0.1', '--dir', folder];
	const server = spawn('redis-server', args, { stdio: 'ignore', detached: true });
	await untilOpen(port, 'Redis');
	return server;
}

/**
 * Starts n8n in queue mode with this project's built nodes.
 *
 * @param folder an empty folder of one's own, for the data of all of them
 */
export async function startQueue(folder: string, workers: number): Promise<QueueServer> {
	const started: ChildProcess[] = [];
	const stopAll = (): void => {
		for (const { pid } of started.reverse()) {
			try {
				if (pid !== undefined) process.kill(-pid, 'SIGKILL');
			} catch {
				// It has ended already.
			}
		}
	};
	process.once('exit', stopAll);
	const [redisPort, postgresPort] = [await freePort(), await freePort()];
	started.push(await startRedis(folder, redisPort));
	started.push(await startPostgres(path.join(folder, 'postgres'), postgresPort));
	const env = {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	};
	const userFolder = path.join(folder, 'n8n');
	const server = await startN8nWithNodes({ userFolder, env });
	const { node, n8n } = await ensureN8n();
	for (let worker = 0; worker < workers; worker++) {
		const health = await freePort();
		const own = {
			...env,
			N8N_USER_FOLDER: userFolder,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(health),
		};
		const options = { stdio: 'ignore', env: n8nEnvironment(own), detached: true } as const;
		started.push(spawn(node, [n8n, 'worker', '--concurrency=5'], options));
		await untilOpen(health, 'A worker of n8n');
	}
	return {
		server,
		stop: async () => {
			await server.stop();
			stopAll();
		},
	};
}
