import { ensureChromium } from '../../../scripts/chromium';

/** Before the first file: two files at a time would both install a Chromium that is missing. */
export default function installChromium(): void {
	ensureChromium();
}
