import { createHash } from 'node:crypto';

import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { change, create, listAll, type Place } from '../transport';
import { webhookSecret } from './signature';

/** Whoever is asked: n8n that switches the trigger on or off, a delivery, or the check of webhooks. */
type Registering = IExecuteFunctions | IHookFunctions | IWebhookFunctions;

/** A trigger of this workflow that has webhooks in the shop. */
interface Registered {
	url: string;
	topics: string[];
	/** What the secret is made with besides the consumer secret. */
	trigger: string;
	/** A hash of the secret that the shop was given last. */
	secret: string;
}

const webhooks: Place = { path: '/webhooks', what: 'webhook' };
const placeOf = (hook: IDataObject): Place => ({
	path: `/webhooks/${String(hook.id)}`,
	what: 'webhook',
});

/** The webhooks of the shop that send to this address. */
export async function hooksTo(this: Registering, url: string): Promise<IDataObject[]> {
	const query = { _fields: 'id,topic,status,delivery_url', orderby: 'id', order: 'asc' };
	const all = await listAll.call(this, webhooks, query);
	return all.filter((hook) => hook.delivery_url === url);
}

/**
 * Makes the shop send exactly these topics to this address: what is missing is made, what does not
 * send is switched on, what is too many is deleted.
 *
 * @param isPausedKept whether one that somebody paused stays so; it gets the secret all the same
 */
export async function register(
	this: Registering,
	url: string,
	topics: readonly string[],
	secret: string,
	isPausedKept = false,
): Promise<void> {
	const known = await hooksTo.call(this, url);
	for (const topic of topics) {
		const [hook] = known.filter((one) => one.topic === topic);
		if (hook === undefined) {
			const body = { name: `n8n ${topic}`, topic, delivery_url: url, secret, status: 'active' };
			await create.call(this, webhooks, body, async () =>
				(await hooksTo.call(this, url)).find((one) => one.topic === topic),
			);
		} else {
			const staysPaused = isPausedKept && hook.status === 'paused';
			const body = { secret, ...(!staysPaused && { status: 'active' }) };
			await change.call(this, 'PUT', placeOf(hook), body);
		}
	}
	const kept = new Set(topics.map((topic) => known.find((one) => one.topic === topic)));
	for (const hook of known) if (!kept.has(hook)) await remove.call(this, hook);
}

/** Deletes every webhook to this address. */
export async function unregister(this: Registering, url: string): Promise<void> {
	for (const hook of await hooksTo.call(this, url)) await remove.call(this, hook);
}

async function remove(this: Registering, hook: IDataObject): Promise<void> {
	await change.call(this, 'DELETE', placeOf(hook), {}, { force: 'true' });
}

const AT_MOST_EVERY_MS = 60 * 60_000;
/** When the webhooks to an address were last made anew because of a delivery; per process. */
const renewedAt = new Map<string, number>();

/**
 * Gives the shop's webhooks to this address the right secret again, at most once an hour: after the
 * keys of the credential were renewed they go on signing with the old one, and nobody can ask the
 * shop which that is.
 *
 * @returns whether there were any
 */
export async function renewSecret(
	this: Registering,
	url: string,
	topics: readonly string[],
	secret: string,
): Promise<boolean> {
	const now = Date.now();
	if (now - (renewedAt.get(url) ?? Number.NEGATIVE_INFINITY) < AT_MOST_EVERY_MS) return false;
	renewedAt.set(url, now);
	if ((await hooksTo.call(this, url)).length === 0) return false;
	await register.call(this, url, topics, secret, true);
	return true;
}

/**
 * What this workflow keeps of its triggers. n8n gives it to runs that it starts by itself; without it,
 * as where a worker is not given it, webhooks are looked at and not made again.
 */
function registered(this: Registering): Record<string, Registered> {
	const memory = this.getWorkflowStaticData('global');
	memory.webhooks ??= {};
	return memory.webhooks as Record<string, Registered>;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * Remembers where the shop sends for a trigger, so that the check of webhooks can make them again.
 *
 * @returns the address to which it sent before, when that was another one
 */
export function remember(
	this: Registering,
	url: string,
	topics: readonly string[],
	trigger: string,
	secret: string,
): string | undefined {
	const known = registered.call(this);
	const before = known[trigger]?.url;
	known[trigger] = { url, topics: [...topics], trigger, secret: hashOf(secret) };
	return before === url ? undefined : before;
}

/** A trigger that is switched off has no webhooks to be looked after. */
export function forget(this: Registering, trigger: string): void {
	delete registered.call(this)[trigger];
}

/**
 * Makes the webhooks of the triggers of this workflow anew where one is missing, was disabled, or
 * signs with a secret of keys that were renewed since. Webhooks to other addresses are left alone, and
 * so is one that somebody paused.
 *
 * @returns the topics of each address that was mended
 * @throws NodeApiError when the key may not write in the shop
 */
export async function mendWebhooks(
	this: IExecuteFunctions,
	consumerSecret: string,
): Promise<Array<{ url: string; topics: string[] }>> {
	const mended: Array<{ url: string; topics: string[] }> = [];
	for (const { url, topics, trigger, secret: given } of Object.values(registered.call(this))) {
		const secret = webhookSecret(consumerSecret, trigger);
		const there = await hooksTo.call(this, url);
		const sends = (topic: string) =>
			there.some((hook) => hook.topic === topic && hook.status !== 'disabled');
		if (topics.every(sends) && given === hashOf(secret)) continue;
		await register.call(this, url, topics, secret, true);
		remember.call(this, url, topics, trigger, secret);
		mended.push({ url, topics });
	}
	return mended;
}
