import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureChromium } from '../../../scripts/chromium';
import { minuteGoneBy } from './clockMinute';

/**
 * Before the first file: two files at a time would both install a Chromium that is missing, and all
 * workers keep their stages in one folder, with clocks that strike at one minute.
 */
export default async function globalSetup(): Promise<void> {
	ensureChromium();
	process.env.KEPT_STAGES = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-stages-'));
	process.env.CLOCK_MINUTE = String(minuteGoneBy(new Date()));
}
