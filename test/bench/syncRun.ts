import { runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';

const SYNC = 'Hourly order sync WooCommerce';
const BY_CLOCK = 'Every hour';

/** Runs the hourly order sync once; how long it took, in seconds. */
export async function sync(stage: DemoStage): Promise<number> {
	const { id } = await runWorkflow(stage, SYNC, BY_CLOCK);
	return await durationOf(stage, id);
}

/** How long an execution took, in seconds. */
export async function durationOf({ server }: DemoStage, id: string): Promise<number> {
	const { startedAt, stoppedAt } = await server.api<{ startedAt: string; stoppedAt: string }>(
		'GET',
		`/executions/${id}`,
	);
	return (Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000;
}
