import { createHash } from 'node:crypto';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

const REMEMBERED = 500;

/** What each trigger of this n8n has seen, the newest last. */
const seenHere = new Map<string, string[]>();

/**
 * Whether a trigger was handed the same body of the same order and moment before. Nothing else makes
 * a repeat: the delivery id is shared by all deliveries of one second (WC-706), and a message without
 * a moment may well come twice.
 */
export function isRepeat(this: IWebhookFunctions, order: IDataObject, body: Buffer): boolean {
	const { id, date_modified_gmt: moment } = order;
	if (id === undefined || typeof moment !== 'string') return false;
	const content = createHash('sha256').update(body).digest('base64url');
	return !isNew.call(this, `order ${String(id)} ${moment} ${content}`);
}

/**
 * Whether a trigger did not see this before. It is kept with the workflow, to outlive a restart, and
 * in this process as well: n8n 2.41 starts the execution before it keeps what a webhook wrote, and
 * then takes it for unchanged. With several workers a second one may still get through; so this
 * spares runs and is no promise.
 */
export function isNew(this: IWebhookFunctions, name: string): boolean {
	const trigger = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	const memory = this.getWorkflowStaticData('node');
	const kept = Array.isArray(memory.seen) ? (memory.seen as string[]) : [];
	const here = seenHere.get(trigger) ?? [];
	if (kept.includes(name) || here.includes(name)) return false;
	const seen = [...new Set([...kept, ...here, name])].slice(-REMEMBERED);
	seenHere.set(trigger, seen);
	memory.seen = seen;
	return true;
}
