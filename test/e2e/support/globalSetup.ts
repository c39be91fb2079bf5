import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureChromium } from '../../../scripts/chromium';

/**
 * Before the first file: two files at a time would both install a Chromium that is missing, and all
 * workers keep their stages in one folder.
 */
export default async function globalSetup(): Promise<void> {
	ensureChromium();
	process.env.KEPT_STAGES = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-stages-'));
}
