import { commandText } from './commandTexts';
import type { Report } from './report';
import { ALERT_TEMPLATE, DIGEST_TEMPLATE } from './templates';
import type { WorkflowJson } from './workflowJson';

/** Templates that tell people something, by the channel at their "Your values". */
const TELL = [ALERT_TEMPLATE, DIGEST_TEMPLATE];
const VALUES_NODE = 'Your values';

/** Whether a workflow that tells people something has no channel to do so. */
function isMute({ nodes }: WorkflowJson): boolean {
	const values = nodes.find(({ name }) => name === VALUES_NODE)?.parameters.assignments;
	const { assignments = [] } = (values ?? {}) as { assignments?: Array<Record<string, unknown>> };
	return assignments.some(({ name, value }) => name === 'channel' && value === '');
}

/** Says of alerts and digest that nobody hears them as long as they have no channel. */
export function tellOfMuteWorkflows(
	workflows: ReadonlyArray<{ wanted: { key: string }; stored: WorkflowJson }>,
	report: Report,
): void {
	for (const { wanted, stored } of workflows) {
		if (!TELL.includes(wanted.key) || !isMute(stored)) continue;
		report.add('mute', 'workflow', stored.name, commandText('mute', { node: VALUES_NODE }));
	}
}
