import { Flow } from '../build/flow';
import { text } from '../build/text';
import { byTheClock, stop, ownNode, wooCommerce } from '../fragments/basics';
import { call } from '../fragments/call';
import { isFalse, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields } from '../fragments/fields';
import { joinedBy, readSettings } from '../fragments/settings';
import { realtimeEvents, realtimeTopics } from '../fragments/shops';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function realtimeOrderSyncWooCommerce(): Flow {
	const flow = new Flow({
		name: 'Realtime order sync WooCommerce',
		description:
			'Books an order in SnelStart as soon as the WooCommerce shop tells that it was placed or changed, and starts the refund sync when it was refunded. Works beside the hourly syncs, which find what was missed.',
	});

	flow.note(
		'Overview',
		[-480, -300],
		[420, 780],
		text`
			## Realtime order sync WooCommerce

			### How it works
			1. The shop tells n8n at once that an order was placed, changed or restored. Every message is signed; others are refused.
			2. A message may come late and tell of an older state, so **Get order as it is now** reads the order from the shop. **Process orders** books the order in SnelStart or records why not, exactly as *Hourly order sync WooCommerce* does. When both meet the same order, it is booked once.
			3. When the change stands for a refund, **Process refunds** starts the refund sync of this shop, which books the credit note (creditnota).
			4. Every hour, **Check webhooks** looks whether the shop has every webhook, with the right secret, and still sends. It makes again what is missing and switches on again what was disabled; where it cannot, *Alerts* tells it.

			WooCommerce sends nothing a second time. Keep the hourly syncs: they find what was missed.

			### Setup
			1. Set up the hourly order and refund sync of this shop first.
			2. **Your values**: the names of client and shop, as there.
			3. **Order or refund**, **Get order as it is now** and **Check webhooks**: choose the WooCommerce credential. Its key needs the permission Read/Write.
			4. **Process orders** and **Process refunds**: choose the workflows *Process orders* and *Hourly refund sync WooCommerce*.
			5. Publish this workflow: that makes the webhooks in the shop. Switching it off deletes them. The shop must be able to reach n8n.
		`,
	);
	flow.note(
		'Section message',
		[0, -440],
		[880, 580],
		text`
			### A message of the shop
			Orders that were moved to the trash are left to *Nightly status review*.
		`,
		7,
	);
	flow.note(
		'Section health',
		[0, 160],
		[920, 320],
		text`
			### Does the shop still send?
			WooCommerce disables a webhook after more than five failures, for instance while n8n was down. A webhook that stays silent makes this run fail, which *Alerts* tells.
		`,
		7,
	);
	const orderOrRefund = flow.add(
		'Order or refund',
		[60, -100],
		ownNode('wooCommerceStoreTrigger', { events: [...realtimeEvents] }),
	);
	const yourValues = flow.add(
		'Your values',
		[280, -200],
		onlyFields({ client: 'my-client', shop: 'woocommerce' }),
	);
	const settings = flow.add(
		'Load settings',
		[480, -320],
		readSettings('={{ $json.client }}'),
		'once',
		'evenWhenEmpty',
	);
	const getOrder = flow.add(
		'Get order as it is now',
		[480, -200],
		wooCommerce({
			resource: 'order',
			operation: 'getBatch',
			orderId: { __rl: true, mode: 'id', value: "={{ $('Order or refund').item.json.id }}" },
			simplify: false,
			...joinedBy(settings),
		}),
		'retried',
	);
	const processOrders = flow.add(
		'Process orders',
		[680, -200],
		call(contracts.processOrders, {
			client: "={{ $('Your values').first().json.client }}",
			shop: "={{ $('Your values').first().json.shop }}",
			order: '={{ $json }}',
		}),
	);
	const processRefunds = flow.add(
		'Process refunds',
		[680, 0],
		call(contracts.hourlyRefundSyncWooCommerce, {
			client: "={{ $('Your values').isExecuted ? $('Your values').first().json.client : '' }}",
		}),
		'once',
	);
	const everyHour = flow.add(
		'Every hour',
		[60, 300],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 22 }),
	);
	const checkWebhooks = flow.add(
		'Check webhooks',
		[280, 300],
		wooCommerce({
			resource: 'webhook',
			operation: 'checkHealth',
			reEnable: true,
			mend: true,
			sentTo: "={{ $execution.resumeUrl.split('/webhook-waiting')[0] }}",
			wantedTopics: realtimeTopics,
		}),
		'retried',
	);
	const keepIfNotSending = flow.add(
		'Keep if not sending',
		[500, 300],
		keepIf(isFalse('={{ $json.healthy }}')),
	);
	const reportSilentWebhook = flow.add(
		'Report silent webhook',
		[720, 300],
		stop(
			'=The shop does not send {{ $json.topic }} to this n8n: its webhook is {{ $json.status }}. Nothing could mend it. One that is missing is made when this workflow is unpublished and published again; another is set to Active in WooCommerce, under Settings, Advanced, Webhooks.',
		),
		'once',
	);

	flow.wire(orderOrRefund, yourValues, [settings, getOrder]);
	flow.runsFirst(settings, getOrder);
	flow.wire(getOrder, processOrders);
	flow.wire(orderOrRefund.out(1), processRefunds);
	flow.wire(everyHour, checkWebhooks, keepIfNotSending, reportSilentWebhook);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
