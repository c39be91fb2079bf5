import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNpm } from './npm.js';
import { ROOT } from './setUp.js';

/**
 * Packs this project as npm would publish it.
 * @param folder where the tarball goes (default: a new temporary folder)
 * @returns path of the tarball
 */
export async function packPackage(folder?: string): Promise<string> {
	const destination = folder ?? (await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-pack-')));
	const printed = await runNpm(
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination],
		{ cwd: ROOT },
	);
	const [packed] = JSON.parse(printed) as Array<{ filename: string }>;
	if (!packed) throw new Error('npm pack made no tarball.');
	return path.join(destination, packed.filename);
}
