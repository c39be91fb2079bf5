import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import {
	allowedAddressesField,
	checkAllowedAddresses,
	refuseAddress,
} from '../shared/allowedAddresses';
import { subtitleOfChoice } from '../shared/kit/resource';
import { testShop } from './credentialTest';
import { withoutVisitor } from './order/ofVisitor';
import { refundsOf, withOrder } from './refund/refund';
import { listAll } from './transport';
import { isNew, isRepeat } from './trigger/memory';
import { forget, register, remember, renewSecret, unregister } from './trigger/registration';
import { isSigned, webhookSecret } from './trigger/signature';

const OUTPUTS = ['Order', 'Refund', 'Deleted'];

/** Each event the user can choose, and the topic of WooCommerce that brings it. */
const topicOf: Record<string, string> = {
	created: 'order.created',
	deleted: 'order.deleted',
	refunded: 'order.updated',
	restored: 'order.restored',
	updated: 'order.updated',
};

const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['created', 'updated'],
	options: [
		{ name: 'Order Created', value: 'created' },
		{
			name: 'Order Deleted',
			value: 'deleted',
			description: 'Moved to the trash; only its ID is known',
		},
		{
			name: 'Order Refunded',
			value: 'refunded',
			description: 'The refund with its order, on the output Refund',
		},
		{ name: 'Order Restored', value: 'restored' },
		{ name: 'Order Updated', value: 'updated' },
	],
	description: 'What starts the workflow',
};

export class WooCommerceStoreTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WooCommerce Store Trigger',
		name: 'wooCommerceStoreTrigger',
		icon: {
			light: 'file:../../icons/woocommerce.svg',
			dark: 'file:../../icons/woocommerce.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOfChoice(eventsField),
		description: 'Starts when a shop says that an order was placed, changed, refunded or deleted',
		defaults: { name: 'WooCommerce Store Trigger' },
		inputs: [],
		outputs: OUTPUTS.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
		outputNames: OUTPUTS,
		credentials: [{ name: 'wooCommerceStoreApi', required: true, testedBy: 'testShop' }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [
			{
				displayName:
					'WooCommerce does not send a second time, and stops after failures. Keep a scheduled sync beside this trigger: it finds what was missed.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			eventsField,
			allowedAddressesField,
		],
	};

	methods = { credentialTest: { testShop } };

	webhookMethods = {
		default: {
			/** The shop does not tell the secret of a webhook, so that it is always written again. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				checkAllowedAddresses.call(this, String(this.getNodeParameter('allowedAddresses', '')));
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const url = ownUrl.call(this);
				const secret = await secretFor.call(this);
				await register.call(this, url, topics.call(this), secret);
				const trigger = triggerName.call(this);
				const before = remember.call(this, url, topics.call(this), trigger, secret);
				if (before !== undefined) await unregister.call(this, before);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister.call(this, ownUrl.call(this));
				forget.call(this, triggerName.call(this));
				return true;
			},
		},
	};

	/**
	 * Lets in what the shop signed. The ping of a new webhook is unsigned: it is answered and starts
	 * nothing. A repeat starts nothing either.
	 */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const refused = refuseAddress.call(this);
		if (refused !== undefined) return refused;
		const headers = this.getHeaderData();
		const { rawBody } = this.getRequestObject() as { rawBody?: Buffer };
		const body = rawBody ?? Buffer.alloc(0);
		const signature = headers['x-wc-webhook-signature'];
		if (signature === undefined && /^webhook_id=\d+$/.test(body.toString('utf8'))) {
			return { webhookResponse: 'OK' };
		}
		if (!isSigned(body, signature, await secretFor.call(this))) {
			const response = this.getResponseObject();
			response.status(401).setHeader('Content-Type', 'text/plain; charset=utf-8');
			response.end('The signature is missing or wrong.');
			if (headers['x-wc-webhook-id'] !== undefined) await mendSignature.call(this);
			return { noWebhookResponse: true };
		}
		const topic = String(headers['x-wc-webhook-topic'] ?? '');
		const events = this.getNodeParameter('events') as string[];
		if (!events.some((event) => topicOf[event] === topic)) return { webhookResponse: 'OK' };
		const record = withoutVisitor(this.getBodyData() as IDataObject);
		const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
		if (topic === 'order.deleted') outputs[2]!.push({ json: record });
		else if (topic !== 'order.updated' || events.includes('updated')) {
			if (!isRepeat.call(this, record, body)) outputs[0]!.push({ json: record });
		}
		if (topic === 'order.updated' && events.includes('refunded')) {
			outputs[1]!.push(...(await newRefunds.call(this, record)));
		}
		if (outputs.every((items) => items.length === 0)) return { webhookResponse: 'OK' };
		return { workflowData: outputs };
	}
}

/**
 * The refunds of an order that were not handed out before, each with what the transformer needs. An
 * order names its refunds with ID and amount only, so they are read (WC-704).
 */
async function newRefunds(
	this: IWebhookFunctions,
	order: IDataObject,
): Promise<INodeExecutionData[]> {
	const named = Array.isArray(order.refunds) ? (order.refunds as IDataObject[]) : [];
	if (named.length === 0) return [];
	const id = String(order.id);
	const query = { orderby: 'id', order: 'asc' };
	const refunds = (await listAll.call(this, refundsOf(id), query)).map(withOrder(id));
	return refunds
		.filter((refund) => isNew.call(this, `refund ${String(refund.id)}`))
		.map((refund) => ({
			json: {
				order,
				refund,
				earlierRefunds: refunds.filter((one) => Number(one.id) < Number(refund.id)),
			},
		}));
}

/** A webhook of the shop that signs with another secret than ours, or somebody who says so. */
async function mendSignature(this: IWebhookFunctions): Promise<void> {
	try {
		const secret = await secretFor.call(this);
		if (!(await renewSecret.call(this, ownUrl.call(this), topics.call(this), secret))) return;
		this.logger.warn(
			'WooCommerce signed a webhook with another secret, as it does after its keys were renewed. Its webhooks to this workflow have the right one again; what came before is found by the hourly sync.',
		);
	} catch (error) {
		this.logger.warn(
			`WooCommerce signed a webhook with another secret, and its webhooks could not be mended: ${(error as Error).message}`,
		);
	}
}

function topics(this: IHookFunctions | IWebhookFunctions): string[] {
	const events = this.getNodeParameter('events') as string[];
	return [...new Set(events.flatMap((event) => topicOf[event] ?? []))];
}

/** @throws NodeOperationError when n8n has no address for this webhook */
function ownUrl(this: IHookFunctions | IWebhookFunctions): string {
	const url = this.getNodeWebhookUrl('default');
	if (url !== undefined) return url;
	throw new NodeOperationError(this.getNode(), 'n8n has no address for this trigger', {
		description: 'Set WEBHOOK_URL of n8n to the address at which the shop can reach it',
	});
}

async function secretFor(this: IHookFunctions | IWebhookFunctions): Promise<string> {
	const { consumerSecret } = await this.getCredentials<{ consumerSecret: string }>(
		'wooCommerceStoreApi',
	);
	return webhookSecret(consumerSecret, triggerName.call(this));
}

/** No other trigger of this n8n has it. */
function triggerName(this: IHookFunctions | IWebhookFunctions): string {
	return `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
}
