import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startN8n } from '../../scripts/n8nServer';
import type { N8nServer, N8nServerOptions } from '../../scripts/n8nServer';
import { packPackage } from '../../scripts/packPackage';

/**
 * Starts a real n8n on a free port with this project's built nodes installed, in a temporary user
 * folder that is gone after `stop()`. Needs a current dist/ (`npm run build`).
 */
export async function startN8nWithNodes(options: N8nServerOptions = {}): Promise<N8nServer> {
	const packageTarball = await packPackage();
	try {
		return await startN8n({ ...options, packageTarball });
	} finally {
		await rm(path.dirname(packageTarball), { recursive: true, force: true });
	}
}
