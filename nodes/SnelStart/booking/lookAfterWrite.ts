import { sleep } from 'n8n-workflow';

const SECOND_LOOK_AFTER_MS = 2_000;

export interface Look<T> {
	found?: T;
	/** SnelStart did not answer the look-up either. */
	unavailable: boolean;
}

/**
 * Looks for a record whose write got no answer. SnelStart may finish the work after its gateway gave
 * up (SS-124), so what is not there yet is looked for once more.
 *
 * @param look answers `undefined` while the record is not there
 */
export async function lookAfterWrite<T>(look: () => Promise<T | undefined>): Promise<Look<T>> {
	try {
		let found = await look();
		if (found === undefined) {
			await sleep(SECOND_LOOK_AFTER_MS);
			found = await look();
		}
		return { unavailable: false, ...(found !== undefined && { found }) };
	} catch {
		// The write stays unsettled; its own reason is what the caller reports.
		return { unavailable: true };
	}
}
