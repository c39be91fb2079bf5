import type { WorkflowJson } from '../../../cli/workflowJson';

interface ClockNode {
	rule: { interval: Array<{ triggerAtMinute?: number }> };
}

/** A minute of the hour that has gone by when the tests begin, and does not come back while they last. */
export const minuteGoneBy = (now: Date): number => (now.getMinutes() + 55) % 60;

/**
 * A template whose clock does not strike while a test lasts: a run by hand that meets the same run by
 * the clock gives its orders back, and the next hour books them.
 */
export function withoutStrike(template: WorkflowJson): WorkflowJson {
	const minute = Number(process.env.CLOCK_MINUTE);
	const copy = structuredClone(template);
	for (const { type, parameters } of copy.nodes) {
		if (!type.endsWith('.scheduleTrigger')) continue;
		for (const interval of (parameters as unknown as ClockNode).rule.interval) {
			if (interval.triggerAtMinute !== undefined) interval.triggerAtMinute = minute;
		}
	}
	return copy;
}
