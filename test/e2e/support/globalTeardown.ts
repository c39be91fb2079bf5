import { rm } from 'node:fs/promises';

/** After the last file. */
export default async function globalTeardown(): Promise<void> {
	await rm(String(process.env.KEPT_STAGES), { recursive: true, force: true });
}
