import { setTimeout as wait } from 'node:timers/promises';
import type { N8nApi } from './n8nApi';
import { Trouble } from './trouble';

const BUSY_FOR = 30_000;
const CONFLICT = 409;

/**
 * Deletes a workflow. n8n wants it switched off first, and goes on answering that it is busy with
 * that for a moment.
 */
export async function deleteWorkflow(api: N8nApi, id: string, isActive: boolean): Promise<void> {
	if (isActive) await api.request('POST', `/workflows/${id}/deactivate`);
	const deadline = Date.now() + BUSY_FOR;
	for (;;) {
		try {
			await api.request('DELETE', `/workflows/${id}`);
			return;
		} catch (error) {
			const isBusy = error instanceof Trouble && error.status === CONFLICT;
			if (!isBusy || Date.now() > deadline) throw error;
			await wait(250);
		}
	}
}
