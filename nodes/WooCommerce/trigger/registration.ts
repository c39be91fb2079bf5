import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { change, create, listAll, type Place } from '../transport';

/** Whoever is asked: n8n that switches the trigger on or off, or a delivery. */
type Registering = IHookFunctions | IWebhookFunctions;

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
 * Makes the shop send exactly these topics to this address: what is missing is made, what is
 * disabled is switched on, what is too many is deleted.
 */
export async function register(
	this: Registering,
	url: string,
	topics: readonly string[],
	secret: string,
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
			await change.call(this, 'PUT', placeOf(hook), { secret, status: 'active' });
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
	await register.call(this, url, topics, secret);
	return true;
}
