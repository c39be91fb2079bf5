import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const PACKAGES = ['chromium', 'fonts-liberation'];

/** Program file of a command, if it is on the PATH. */
function onPath(command: string): string | undefined {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file));
}

const findChromium = (): string | undefined =>
	NAMES.map((name) => onPath(name)).find((file) => file !== undefined);

/** Installs Debian's Chromium; only an administrator can. */
function installChromium(): boolean {
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const aptGet = (...args: string[]): boolean =>
		spawnSync('apt-get', args, { env: environment, stdio: 'ignore' }).status === 0;
	const install = (): boolean => aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
	// Fresh images come without package lists.
	return install() || (aptGet('update') && install());
}

/**
 * Program file of a Chromium for the screenshot tests. Missing on a Debian where this process is
 * root: it is installed.
 * @throws Error with one sentence when there is none and none could be installed
 */
export function ensureChromium(): string {
	const found = findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && onPath('apt-get')) {
		process.stderr.write(`Installing ${PACKAGES.join(' and ')} for the screenshot tests …\n`);
		installChromium();
	}
	const installed = findChromium();
	if (installed) return installed;
	throw new Error(
		`The screenshot tests need ${NAMES.join(', ')}; install one (Debian: apt-get install ${PACKAGES.join(' ')}) and start again.`,
	);
}
