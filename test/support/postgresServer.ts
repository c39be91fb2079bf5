import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POSTGRES = '/usr/lib/postgresql';
const STARTS_WITHIN = 60_000;

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
const isRoot = process.getuid?.() === 0;
const asPostgres = (program: string, args: string[]): [string, string[]] =>
	isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];

/** Where a program of PostgreSQL is. @throws Error when Debian's package postgresql is not installed */
export function postgresProgram(name: string): string {
	const [version] = existsSync(POSTGRES) ? readdirSync(POSTGRES).sort().reverse() : [];
	if (version === undefined) throw new Error('Install the packages postgresql and redis-server.');
	return path.join(POSTGRES, version, 'bin', name);
}

/** Waits until something listens. */
export async function untilOpen(port: number, who: string): Promise<void> {
	for (const end = Date.now() + STARTS_WITHIN; ; ) {
		const socket = createConnection(port, '127.0.0.1');
		const isOpen = await once(socket, 'connect').then(
			() => true,
			() => false,
		);
		socket.destroy();
		if (isOpen) return;
		if (Date.now() > end) throw new Error(`${who} does not start.`);
		await wait(200);
	}
}

/**
 * A PostgreSQL with the user n8n, who needs no password, and the database postgres.
 *
 * @param folder where it keeps its data; it must not be there yet
 * @param more settings, such as those of data that may be lost
 * @throws Error when Debian's package postgresql is not installed
 */
export async function startPostgres(
	folder: string,
	port: number,
	more: string[] = [],
): Promise<ChildProcess> {
	const initdb = postgresProgram('initdb');
	mkdirSync(folder);
	chmodSync(path.dirname(folder), 0o755);
	if (isRoot) execFileSync('chown', ['postgres', folder]);
	const [make, made] = asPostgres(initdb, [
		...['-D', folder, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8'],
	]);
	execFileSync(make, made, { stdio: 'ignore', cwd: '/' });
	const options = ['-D', folder, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...more];
	const [program, args] = asPostgres(postgresProgram('postgres'), options);
	const server = spawn(program, args, { stdio: 'ignore', cwd: '/', detached: true });
	await untilOpen(port, 'PostgreSQL');
	return server;
}
