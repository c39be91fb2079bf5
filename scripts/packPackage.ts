import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNpm } from './npm.js';
import { ROOT } from './setUp.js';

/** Where the package of the command stands. */
export const COMMAND = path.join(ROOT, 'cli');

/**
 * Packs this project, or the package in another folder, as npm would publish it.
 * @param folder where the tarball goes (default: a new temporary folder)
 * @returns path of the tarball
 */
export async function packPackage(folder?: string, source = ROOT): Promise<string> {
	const destination = folder ?? (await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-pack-')));
	const printed = await runNpm(
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination],
		{ cwd: source },
	);
	const [packed] = JSON.parse(printed) as Array<{ filename: string }>;
	if (!packed) throw new Error('npm pack made no tarball.');
	return path.join(destination, packed.filename);
}
