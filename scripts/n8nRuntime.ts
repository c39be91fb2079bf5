import { execFile, execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TESTED_N8N } from '../bookkeeping/codes/commandCodes';
import { GIGABYTE, diskTooSmall } from './diskSpace.js';
import { withInstallLock } from './installLock';
import { isAtLeast } from './nodeVersion.js';
import { runNpm } from './npm.js';
import { withProgress } from './progress';

export const N8N_VERSION = TESTED_N8N;
export const NODE_VERSION = '24.21.0';

const RECIPE = path.join(__dirname, 'n8n-runtime');
const CACHE_NEEDS = 3.5 * GIGABYTE;
const NODE_SIZE = 0.2 * GIGABYTE;
const N8N_SIZE = 3 * GIGABYTE;
const INSTALL_OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** A real n8n, ready to be started. */
export interface N8nRuntime {
	/** Program file of a Node that n8n accepts (24 or newer). */
	node: string;
	/** n8n's program file, to be run by that Node. */
	n8n: string;
}

interface NodeForN8n {
	node: string;
	/** Folder with Node's C++ headers, if there is one at hand. */
	headers?: string;
}

/** The folder outside the clone that keeps the n8n runtime for the demo and the tests. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
	if (environment.WEBSHOP_SNELSTART_CACHE) return path.resolve(environment.WEBSHOP_SNELSTART_CACHE);
	const base = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.join(base, 'n8n-nodes-webshop-snelstart');
}

/**
 * The npm package that carries a whole Node for this machine.
 * @throws Error with one sentence for a machine for which there is none
 */
export function nodePackage(platform: string, architecture: string): string {
	if (platform === 'linux' && (architecture === 'x64' || architecture === 'arm64')) {
		return `node-linux-${architecture}`;
	}
	throw new Error(
		`n8n ${N8N_VERSION} needs Node 24 or newer, which cannot be fetched by itself for ${platform} ${architecture}: install Node 24 from https://nodejs.org and start again.`,
	);
}

/** Whether a stamp file says that exactly this was installed to the end. */
const isComplete = (stamp: string, content: string): boolean =>
	existsSync(stamp) && readFileSync(stamp, 'utf8') === content;

const note = (message: string): void => {
	process.stderr.write(`${message}\n`);
};

/** npm that ends with this process, also when it is interrupted. */
async function npmInstallStep(
	args: string[],
	options: { cwd: string; node?: string; environment?: Record<string, string> },
): Promise<void> {
	let npm: ChildProcess | undefined;
	const stop = () => npm?.kill('SIGTERM');
	process.once('exit', stop);
	try {
		await runNpm(args, { ...options, onStart: (child) => (npm = child) });
	} finally {
		process.removeListener('exit', stop);
	}
}

/** The Node n8n runs on: this one when it is new enough, else one from the cache folder. */
async function ensureNode(cache: string): Promise<NodeForN8n> {
	if (isAtLeast(process.version, [24, 0])) {
		const headers = path.resolve(process.execPath, '..', '..');
		const hasHeaders = existsSync(path.join(headers, 'include', 'node', 'node_api.h'));
		return { node: process.execPath, headers: hasHeaders ? headers : undefined };
	}
	const name = nodePackage(process.platform, process.arch);
	const folder = path.join(cache, `node-${NODE_VERSION}`);
	const stamp = path.join(folder, '.complete');
	const home = path.join(folder, 'node_modules', name);
	const found = { node: path.join(home, 'bin', 'node'), headers: home };
	if (isComplete(stamp, `${name}@${NODE_VERSION}`)) return found;
	const fresh = `${folder}.new`;
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	writeFileSync(
		path.join(fresh, 'package.json'),
		JSON.stringify({ private: true, dependencies: { [name]: NODE_VERSION } }),
	);
	await withProgress(
		{
			what: `Fetching Node ${NODE_VERSION} for n8n`,
			expectedSeconds: 15,
			folder: fresh,
			expectedBytes: NODE_SIZE,
		},
		() => npmInstallStep(['install', ...INSTALL_OPTIONS], { cwd: fresh }),
	);
	rmSync(folder, { recursive: true, force: true });
	renameSync(fresh, folder);
	writeFileSync(stamp, `${name}@${NODE_VERSION}`);
	return found;
}

/**
 * The sentence for missing build tools, or undefined when all are there. sqlite3 is compiled when
 * its ready-made binary cannot be downloaded.
 */
export function missingBuildTools(has: (tool: string) => boolean = isOnPath): string | undefined {
	const missing = ['python3', 'make', 'g++'].filter((tool) => !has(tool));
	if (missing.length === 0) return undefined;
	return `n8n's database driver sqlite3 has to be compiled and ${missing.join(', ')} is missing; install it (Debian: apt-get install ${missing.join(' ')}) and start again.`;
}

function isOnPath(tool: string): boolean {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.some((folder) => existsSync(path.join(folder, tool)));
}

/**
 * What npm is asked for. Of another version than the one of the recipe the lock file only begins: npm
 * keeps of it what fits.
 */
function recipeOf(version: string): Array<[file: string, content: string]> {
	const read = (file: string) => readFileSync(path.join(RECIPE, file), 'utf8');
	return [
		['package.json', read('package.json').replaceAll(N8N_VERSION, version)],
		['package-lock.json', read('package-lock.json')],
	];
}

/** Fingerprint of the recipe: a changed lock file means a new installation. */
function recipeFingerprint(version: string): string {
	const hash = createHash('sha256');
	for (const [, content] of recipeOf(version)) hash.update(content);
	return hash.digest('hex');
}

/** n8n's packages without any install script, one of which would need more than npm. */
async function installPackages(folder: string, version: string, node: NodeForN8n): Promise<void> {
	rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [file, content] of recipeOf(version)) writeFileSync(path.join(folder, file), content);
	await withProgress(
		{
			what: `Installing n8n ${version} in ${folder}`,
			expectedSeconds: 3 * 60,
			folder,
			expectedBytes: N8N_SIZE,
		},
		() => npmInstallStep(['install', ...INSTALL_OPTIONS], { cwd: folder, node: node.node }),
	);
}

/**
 * The one install script n8n cannot do without: sqlite3's binary, downloaded or compiled. It is
 * made in a temporary folder, because node-gyp cannot cope with a space in any path it meets.
 */
async function buildDatabaseDriver(folder: string, node: NodeForN8n): Promise<void> {
	const installed = path.join(folder, 'node_modules', 'sqlite3');
	const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
		version: string;
	};
	const workshop = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-sqlite3-'));
	const environment: Record<string, string> = {
		PATH: `${path.dirname(node.node)}${path.delimiter}${process.env.PATH ?? ''}`,
	};
	if (node.headers) {
		environment.npm_config_nodedir = path.join(workshop, 'node');
		symlinkSync(node.headers, environment.npm_config_nodedir);
	}
	const dependencies = { sqlite3: version };
	writeFileSync(
		path.join(workshop, 'package.json'),
		JSON.stringify({ private: true, dependencies }),
	);
	const options = ['--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'];
	try {
		await withProgress(
			{ what: "Building n8n's database driver sqlite3", expectedSeconds: 2 * 60 },
			() =>
				npmInstallStep(['install', ...options], { cwd: workshop, node: node.node, environment }),
		);
		const binary = path.join('build', 'Release', 'node_sqlite3.node');
		mkdirSync(path.join(installed, 'build', 'Release'), { recursive: true });
		copyFileSync(
			path.join(workshop, 'node_modules', 'sqlite3', binary),
			path.join(installed, binary),
		);
	} catch (error) {
		throw new Error(missingBuildTools() ?? (error as Error).message);
	} finally {
		rmSync(workshop, { recursive: true, force: true });
	}
}

/** @throws Error when the installed n8n does not start or is another version */
async function checkVersion({ node, n8n }: N8nRuntime, version: string): Promise<void> {
	const { stdout } = await promisify(execFile)(node, [n8n, '--version']);
	if (!stdout.includes(version)) {
		throw new Error(`The installed n8n says it is ${stdout.trim()} instead of ${version}.`);
	}
}

/** Whether sqlite3's binary is there and loads. */
function databaseDriverLoads(folder: string, node: string): boolean {
	try {
		execFileSync(node, ['-e', 'require("sqlite3")'], { cwd: folder, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/**
 * Gives a real n8n, installing it into the cache folder the first time (about 5 minutes, 3 GB).
 * What was installed to the end is used as it is; an installation that was interrupted is begun
 * again, and a second set-up at the same time waits for the first.
 * @param version left out: the one that everything is tested with
 * @throws Error with one sentence: disk too small, build tools missing, machine not supported, or
 * the last lines of npm
 */
export async function ensureN8n(version: string = N8N_VERSION): Promise<N8nRuntime> {
	const cache = cacheFolder();
	const folder = path.join(cache, `n8n-${version}`);
	const stamp = path.join(folder, '.complete');
	const fingerprint = recipeFingerprint(version);
	const n8n = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	mkdirSync(cache, { recursive: true });
	const onWait = () => note(`Another set-up is installing n8n in ${cache}; waiting for it …`);
	return await withInstallLock(path.join(cache, 'installing.lock'), onWait, async () => {
		const isInstalled = isComplete(stamp, fingerprint);
		if (!isInstalled) {
			const tooSmall = diskTooSmall(cache, CACHE_NEEDS);
			if (tooSmall) throw new Error(tooSmall);
		}
		const node = await ensureNode(cache);
		const runtime = { node: node.node, n8n };
		if (isInstalled) return runtime;
		const packages = path.join(folder, '.packages');
		if (!isComplete(packages, fingerprint)) {
			rmSync(stamp, { force: true });
			rmSync(packages, { force: true });
			await installPackages(folder, version, node);
			writeFileSync(packages, fingerprint);
		}
		if (!databaseDriverLoads(folder, node.node)) await buildDatabaseDriver(folder, node);
		await checkVersion(runtime, version);
		writeFileSync(stamp, fingerprint);
		return runtime;
	});
}
