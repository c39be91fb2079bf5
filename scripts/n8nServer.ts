import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, requireFreePort } from './freePort';
import { n8nClient } from './n8nClient';
import type { N8nClient } from './n8nClient';
import { openDoors } from './n8nRequests';
import type { N8nDoors } from './n8nRequests';
import { cacheFolder, ensureN8n } from './n8nRuntime';
import { runNpm } from './npm.js';

const READY_WITHIN = 180_000;

export interface N8nServerOptions {
	/** n8n's user folder; left out: a temporary one that is removed when n8n stops. */
	userFolder?: string;
	/** A user folder that n8n is to begin with; it is copied. */
	copyOf?: string;
	/** Port of the editor and the API; left out: a free one. */
	port?: number;
	/** The packed nodes to install; left out: none. */
	packageTarball?: string;
	/** Which n8n; left out: the one that everything is tested with. */
	version?: string;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
	/** The owner of a user folder that was set up before. */
	owner?: { email: string; password: string };
}

/** A running n8n with its owner signed in. */
export interface N8nServer extends N8nDoors {
	baseUrl: string;
	email: string;
	password: string;
	userFolder: string;
	logFile: string;
	client: N8nClient;
	/** Stops n8n and everything it started. */
	stop(): Promise<void>;
	/** Ends n8n and everything it started at once, as a power cut does; its user folder stays. */
	kill(): Promise<void>;
}

/** A password that meets n8n's rule: 8 to 64 characters with a capital and a digit. */
const newPassword = (): string => `N8n-${randomBytes(9).toString('hex')}`;

/**
 * The environment of a quiet n8n that works without the internet. Nothing of the user's own n8n,
 * of npm, of jest or of a proxy may leak in.
 */
export function n8nEnvironment(
	own: Record<string, string>,
	environment: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
	const foreign =
		/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|CREDENTIALS_|npm_|JEST_|NODE_ENV$|NODE_OPTIONS$|NODE_PATH$)|_proxy$/i;
	const kept = Object.entries(environment).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]),
	);
	return {
		...Object.fromEntries(kept),
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		GENERIC_TIMEZONE: 'Europe/Amsterdam',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		// The usual engine; a sandbox is made for what needs one, and from what is compiled already.
		N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// Its own addresses begin with this one too: a cookie of 127.0.0.1 signs nobody in at localhost.
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_LOG_LEVEL: 'warn',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		NODE_ENV: 'production',
		...own,
	};
}

/** Installs packed nodes the way n8n finds them as a community package. */
async function installNodes(userFolder: string, tarball: string, node: string): Promise<void> {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	const options = ['--omit=peer', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts'];
	const quiet = ['--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
	await runNpm(['install', tarball, ...options, ...quiet], { cwd: folder, node });
}

async function lastLines(file: string): Promise<string> {
	return (await readFile(file, 'utf8')).trim().split('\n').slice(-25).join('\n');
}

async function isReady(baseUrl: string): Promise<boolean> {
	return await fetch(`${baseUrl}/healthz/readiness`).then(
		(response) => response.ok,
		() => false,
	);
}

/** @throws Error with the end of n8n's log when it stops or is not ready in time */
async function waitUntilReady(baseUrl: string, guard: ChildProcess, log: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN;
	while (!(await isReady(baseUrl))) {
		const hasEnded = guard.exitCode !== null || guard.signalCode !== null;
		if (hasEnded || Date.now() > deadline) {
			const outcome = hasEnded ? 'stopped' : `was not ready within ${READY_WITHIN / 1000} s`;
			throw new Error(
				`n8n ${outcome} while starting; the end of its log:\n${await lastLines(log)}`,
			);
		}
		await wait(250);
	}
}

/** Lets go of the guard, which then ends n8n, and waits until it is gone. */
function stopper(guard: ChildProcess): () => Promise<void> {
	const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
	return async () => {
		if (guard.connected) {
			guard.ref();
			guard.disconnect();
		}
		if (guard.exitCode === null && guard.signalCode === null) await ended;
	};
}

/** Kills the guard's whole process group, so that nobody gets to tidy up. */
function killer(guard: ChildProcess): () => Promise<void> {
	return async () => {
		const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
		guard.ref();
		process.kill(-guard.pid!, 'SIGKILL');
		await ended;
	};
}

/**
 * Starts a real n8n on this machine, with our nodes installed if a tarball is given, and signs its
 * owner in. n8n never outlives the calling process, however that ends.
 * @throws Error with one sentence when the port is taken; with n8n's own log when it does not start
 */
export async function startN8n(options: N8nServerOptions = {}): Promise<N8nServer> {
	if (options.port !== undefined) await requireFreePort(options.port, '--port');
	const port = options.port ?? (await freePort());
	const runtime = await ensureN8n(options.version);
	const isTemporary = options.userFolder === undefined;
	const userFolder =
		options.userFolder ?? (await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-n8n-')));
	if (options.copyOf) await cp(options.copyOf, userFolder, { recursive: true });
	const isNew = !existsSync(path.join(userFolder, '.n8n', 'database.sqlite'));
	await mkdir(userFolder, { recursive: true });
	if (options.packageTarball) {
		await installNodes(userFolder, options.packageTarball, runtime.node);
	}
	const logFile = path.join(userFolder, 'n8n.log');
	const log = await open(logFile, 'a');
	const guard = spawn(
		process.execPath,
		[
			path.join(__dirname, 'n8nGuard.js'),
			runtime.node,
			runtime.n8n,
			...(isTemporary ? [userFolder] : []),
		],
		{
			cwd: userFolder,
			detached: true,
			stdio: ['ignore', log.fd, log.fd, 'ipc'],
			env: n8nEnvironment({
				N8N_PORT: String(port),
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				N8N_USER_FOLDER: userFolder,
				// n8n compiles thousands of files at every start; kept, the next one takes a quarter less.
				NODE_COMPILE_CACHE: path.join(cacheFolder(), 'compiled'),
				...options.env,
			}),
		},
	);
	await log.close();
	guard.unref();
	guard.channel?.unref();
	const stop = stopper(guard);
	const baseUrl = `http://127.0.0.1:${port}`;
	const owner = options.owner ?? { email: 'owner@webshop.example', password: newPassword() };
	try {
		await waitUntilReady(baseUrl, guard, logFile);
		const doors = await openDoors(baseUrl, owner, isNew);
		const client = n8nClient(doors);
		const kill = killer(guard);
		return { baseUrl, ...owner, ...doors, userFolder, logFile, client, stop, kill };
	} catch (error) {
		await stop();
		throw error;
	}
}
