import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { chosenId, locator, simplifyField, view, words } from '../blocks/fields';
import { getMany } from '../blocks/kind';
import type { Resource } from '../../shared/kit/resource';
import type { Simplified } from '../blocks/simplify';
import { change, listAll, type Place } from '../transport';
import { mendWebhooks } from '../trigger/registration';

const webhooks: Place = { path: '/webhooks', what: 'webhook' };

const simplified: Simplified = {
	id: 'id',
	name: 'name',
	topic: 'topic',
	status: 'status',
	deliveryUrl: 'delivery_url',
	modifiedAt: 'date_modified_gmt',
};

/** What stands for a webhook that is not there. */
const missingWebhook = (topic: string): IDataObject => ({
	...{ id: null, topic, deliveryUrl: '', status: 'missing' },
	...{ healthy: false, reEnabled: false, mended: false },
});

async function consumerSecretOf(this: IExecuteFunctions, itemIndex: number): Promise<string> {
	const keys = await this.getCredentials<{ consumerSecret: string }>(
		'wooCommerceStoreApi',
		itemIndex,
	);
	return keys.consumerSecret;
}

export const webhook: Resource = {
	name: 'Webhook',
	start: 'getMany',
	operations: {
		checkHealth: {
			name: 'Check Health',
			action: 'Check the health of webhooks',
			description:
				'Report for every webhook whether it still delivers and which are missing, and switch disabled ones on again',
			fields: [
				{
					displayName: 'Re-Enable',
					name: 'reEnable',
					type: 'boolean',
					default: false,
					description:
						'Whether to switch webhooks on again that WooCommerce disabled after failures',
				},
				{
					displayName: 'Mend',
					name: 'mend',
					type: 'boolean',
					default: false,
					description:
						"Whether to make the webhooks of this workflow's own trigger again where one is missing, was disabled, or signs with the secret of an old key. One that somebody paused stays so. The key needs the permission Read/Write.",
				},
				{
					displayName: 'Sent To',
					name: 'sentTo',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://n8n.example.com',
					description:
						'Only webhooks whose delivery URL begins with this; empty means all of the shop',
				},
				{
					displayName: 'Wanted Topics',
					name: 'wantedTopics',
					type: 'string',
					default: '',
					placeholder: 'e.g. order.created, order.updated',
					description:
						"Topics that must be delivered there, separated by commas. One without a webhook is reported with the status 'missing'.",
				},
			],
			async execute(itemIndex) {
				const sentTo = this.getNodeParameter('sentTo', itemIndex) as string;
				const reEnable = this.getNodeParameter('reEnable', itemIndex) as boolean;
				const mended = this.getNodeParameter('mend', itemIndex, false)
					? await mendWebhooks.call(this, await consumerSecretOf.call(this, itemIndex))
					: [];
				const isMended = (url: unknown, topic: unknown) =>
					mended.some((one) => one.url === url && one.topics.includes(String(topic)));
				const all = await listAll.call(this, webhooks, { orderby: 'id', order: 'asc' });
				const hooks = all.filter((hook) => String(hook.delivery_url).startsWith(sentTo));
				const checked: IDataObject[] = [];
				for (const { id, topic, status, delivery_url: deliveryUrl } of hooks) {
					const wake = reEnable && status === 'disabled';
					const place = { path: `/webhooks/${String(id)}`, what: 'webhook' };
					const now = wake
						? (await change.call(this, 'PUT', place, { status: 'active' })).status
						: status;
					checked.push({
						id,
						topic,
						deliveryUrl,
						status: now,
						healthy: now === 'active',
						reEnabled: wake,
						mended: isMended(deliveryUrl, topic),
					});
				}
				const wanted = words(this.getNodeParameter('wantedTopics', itemIndex, ''));
				const missing = wanted.filter((topic) => !hooks.some((hook) => hook.topic === topic));
				return [...checked, ...missing.map(missingWebhook)];
			},
		},
		delete: {
			name: 'Delete',
			action: 'Delete a webhook',
			description: 'Delete a webhook for good',
			fields: [locator('webhookId', 'Webhook', 'searchWebhooks'), simplifyField],
			async execute(itemIndex) {
				const id = chosenId.call(this, 'webhookId', 'Webhook', itemIndex);
				const place = { path: `/webhooks/${id}`, what: 'webhook' };
				const { show } = view.call(this, simplified, itemIndex);
				return [show(await change.call(this, 'DELETE', place, {}, { force: 'true' }))];
			},
		},
		getMany: getMany({
			...webhooks,
			one: 'a webhook',
			many: 'webhooks',
			path: () => webhooks.path,
			paged: true,
			simplified,
		}),
	},
};
