import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { dates } from './clock';
import { invalidParameter, unknownRecord } from './errors';
import { listOrders, selectFields } from './orderQuery';
import { bodyOf, type Route, type Tell } from './shop';

export interface Webhook {
	id: number;
	name: string;
	status: string;
	topic: string;
	delivery_url: string;
	/** Never shown. */
	secret: string;
	/** Deliveries in a row that failed. */
	failures: number;
}

const topics = ['created', 'updated', 'deleted', 'restored'].map((event) => `order.${event}`);
const MOST_FAILURES = 5;
const AGENT = 'WooCommerce/10.5.0 Hookshot (WordPress/6.9.1)';

/** A webhook as the API gives it: without its secret. */
const shown = (hook: Webhook): { id: number } =>
	Object.fromEntries(
		Object.entries(hook).filter(([name]) => name !== 'secret' && name !== 'failures'),
	) as never;

/** Webhooks as WooCommerce sends them: late, once, signed, and disabled after failures (WC-701 to WC-706). */
export function createWebhooks(
	now: () => Date,
	home: () => string,
): {
	hooks: readonly Webhook[];
	tell: Tell;
	routes: Route[];
	delivered(): Promise<void>;
	reset(): void;
} {
	const hooks: Webhook[] = [];
	const underWay = new Set<Promise<void>>();
	const queued = new Set<string>();
	const salt = randomBytes(16);
	let lastId = 0;

	const later = (work: () => Promise<void>): void => {
		const job = wait(5)
			.then(work)
			.finally(() => underWay.delete(job));
		underWay.add(job);
	};
	const post = async (hook: Webhook, headers: Record<string, string>, body: string) => {
		try {
			const answer = await fetch(hook.delivery_url, {
				method: 'POST',
				headers: { 'User-Agent': AGENT, ...headers },
				body,
			});
			return answer.status < 400;
		} catch {
			return false;
		}
	};
	const ping = (hook: Webhook): void =>
		later(async () => {
			const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
			await post(hook, headers, `webhook_id=${hook.id}`);
		});
	const deliver = async (hook: Webhook, record: unknown): Promise<void> => {
		if (hook.status !== 'active' || !hooks.includes(hook)) return;
		const body = JSON.stringify(record);
		const [resource = '', event = ''] = hook.topic.split('.');
		const isTaken = await post(
			hook,
			{
				'Content-Type': 'application/json',
				'X-WC-Webhook-Source': `${home()}/`,
				'X-WC-Webhook-Topic': hook.topic,
				'X-WC-Webhook-Resource': resource,
				'X-WC-Webhook-Event': event,
				'X-WC-Webhook-Signature': createHmac('sha256', hook.secret).update(body).digest('base64'),
				'X-WC-Webhook-ID': String(hook.id),
				'X-WC-Webhook-Delivery-ID': deliveryId(hook),
			},
			body,
		);
		hook.failures = isTaken ? 0 : hook.failures + 1;
		if (hook.failures > MOST_FAILURES) hook.status = 'disabled';
	};
	// As WooCommerce makes it: of the webhook and the second, so that it is not a number of a
	// delivery.
	const deliveryId = ({ id }: Webhook): string =>
		createHmac('md5', salt)
			.update(`${id}${Math.floor(now().getTime() / 1000)}`)
			.digest('hex');
	const hookOf = (id: number | undefined): Webhook | undefined =>
		hooks.find((hook) => hook.id === id);

	const routes: Route[] = [
		['GET', '/webhooks', (_, call, url) => listOrders(hooks.map(shown) as never, call.query, url)],
		[
			'POST',
			'/webhooks',
			(_, call) => {
				const { name, topic, delivery_url: url, secret } = bodyOf(call);
				if (!topics.includes(String(topic))) {
					return invalidParameter('topic', 'Webhook topic is invalid.', 'rest_invalid_param');
				}
				const hook: Webhook = {
					id: ++lastId,
					name: String(name ?? topic),
					status: 'active',
					topic: String(topic),
					delivery_url: String(url),
					...dates('date_created', now()),
					...dates('date_modified', now()),
					secret: String(secret ?? ''),
					failures: 0,
				};
				hooks.push(hook);
				ping(hook);
				return { status: 201, json: shown(hook) };
			},
		],
		[
			'PUT',
			'/webhooks/:id',
			([id], call) => {
				const hook = hookOf(id);
				if (!hook) return unknownRecord('shop_webhook');
				const { status, secret } = bodyOf(call);
				if (typeof secret === 'string') hook.secret = secret;
				if (typeof status === 'string') hook.status = status;
				if (status === 'active') hook.failures = 0;
				return { status: 200, json: selectFields(shown(hook) as never, call.query) };
			},
		],
		[
			'DELETE',
			'/webhooks/:id',
			([id]) => {
				const hook = hookOf(id);
				if (!hook) return unknownRecord('shop_webhook');
				hooks.splice(hooks.indexOf(hook), 1);
				return { status: 200, json: shown(hook) };
			},
		],
	];
	return {
		hooks,
		routes,
		tell(topic, id, body) {
			for (const hook of hooks.filter((one) => one.topic === topic && one.status === 'active')) {
				// Changes of one record before it is sent are sent once, as it is then.
				const key = `${hook.id} ${id}`;
				if (queued.has(key)) continue;
				queued.add(key);
				later(async () => {
					queued.delete(key);
					await deliver(hook, body());
				});
			}
		},
		async delivered() {
			while (underWay.size > 0) await Promise.all(underWay);
		},
		reset() {
			hooks.splice(0);
			lastId = 0;
		},
	};
}
