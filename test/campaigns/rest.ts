import { setTimeout as wait } from 'node:timers/promises';

import type { DemoStage } from '../../scripts/demoStage';

// The server knows where n8n is after it was started again.
const listed = async ({ server }: DemoStage, which: string): Promise<number> =>
	(await server.api<{ data: unknown[] }>('GET', `/executions?${which}`)).data.length;

/** Waits until no run is under way any more. */
export async function untilAtRest(stage: DemoStage): Promise<void> {
	do await wait(2_000);
	while ((await listed(stage, 'status=running')) > 0);
}

/** @returns how many of the last runs of a workflow failed */
export const failedRuns = async (stage: DemoStage, name: string): Promise<number> =>
	await listed(stage, `status=error&workflowId=${stage.ids[name]!}`);

const ENDED = /^(success|error|canceled|crashed)$/;
const ENDS_WITHIN = 600_000;

/**
 * Waits until a run is over.
 * @returns its status
 */
export async function endOf({ server }: DemoStage, id: string): Promise<string> {
	for (const end = Date.now() + ENDS_WITHIN; Date.now() < end; await wait(700)) {
		const { status } = await server.api<{ status: string }>('GET', `/executions/${id}`);
		if (ENDED.test(status)) return status;
	}
	throw new Error(`Execution ${id} does not end.`);
}
