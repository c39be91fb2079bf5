import { Flow, type Node } from '../build/flow';
import { because } from '../build/because';
import { text } from '../build/text';
import {
	whenClicked,
	append,
	sortedBy,
	snelStart,
	transformer,
	wooCommerce,
} from '../fragments/basics';
import { exists, isTrue, keepIf } from '../fragments/conditions';
import { onlyFields, asBoolean } from '../fragments/fields';
import { readSettings } from '../fragments/settings';
import { realtimeTopics, type Shop } from '../fragments/shops';
import { spoken } from '../fragments/spoken';

export function setUpCheck(shop: Shop): Flow {
	const flow = new Flow({
		name: `Set-up check ${shop.name}`,
		description: `Looks whether a client with a ${shop.name} shop is ready to book: keys, rights and package in SnelStart, saved settings, accounts and journals, the connection with the shop, and what would become of every order of last month. Gives a list of what is right and what to do.`,
	});

	flow.note(
		'Overview',
		[-440, -340],
		[400, 640],
		text`
			## Set-up check ${shop.name}

			### How it works
			Run it before a client goes live, and whenever something seems wrong. It books nothing. The last node, *Lights*, gives one line per check, red ones first: what was looked at, whether it is right, what was found, what to do.
			- SnelStart: keys, rights, package, article codes, journals, accounts, and the saved settings against the administration.
			- The shop: whether it answers.
			- The orders of the last month, drafted with the saved settings: each reason why some would not be booked, with how many; each VAT rate that has no row; each status and payment method in use.
			- The data tables and the settings: whether they are there; who gets alerts and the digest.${shop.tellsRefunds ? '\n- Realtime: whether the shop has every webhook that is wanted.' : ''}

			### Setup
			1. **Your values**: names of client and shop as in the settings; the day a SnelStart key of Ontwikkeling & Test was made; who gets alerts (*alertsTo*) and the digest (*digestTo*)${shop.tellsRefunds ? '; *realtime*: *yes* when *Realtime order sync WooCommerce* is used' : ''}.
			2. **Check SnelStart**: choose the SnelStart credential.
			3. **Get orders of last month**${shop.tellsRefunds ? ' and **Check webhooks**' : ''}: choose the shop credential${shop.alsoToChoose}.
			4. Run it. Needs self-hosted n8n with n8n-nodes-webshop-snelstart.
		`,
	);
	flow.note(
		'Section books',
		[420, -440],
		[720, 400],
		text`
			### The books
			With the newest saved settings of the client.
		`,
		7,
	);
	flow.note(
		'Section shop',
		[420, -20],
		[1260, 680],
		text`
			### The shop
			Orders that changed in the last month, drafted with those settings but not booked.
		`,
		7,
	);
	const whenClickedNode = flow.add('When clicked', [0, -160], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[220, -160],
		onlyFields({
			client: 'my-client',
			shop: shop.usualName,
			language: 'nl',
			keyMadeOn: '',
			alertsTo: '',
			digestTo: '',
			...(shop.tellsRefunds ? { realtime: 'no' } : {}),
		}),
	);
	const loadSettings = flow.add(
		'Load settings',
		[460, -260],
		readSettings('={{ $json.client }}'),
		'once',
		'evenWhenEmpty',
		'withErrorOutput',
	);
	const checkSnelStart = flow.add(
		'Check SnelStart',
		[700, -340],
		snelStart({
			resource: 'connection',
			operation: 'check',
			settings: '={{ $json.settings }}',
			keyMadeOn: yourValues.first('keyMadeOn'),
		}),
		'once',
	);
	// A node that always gives an item gives one on its first output too when it failed.
	const tablesAreThere = flow.add(
		'Tables are there',
		[700, -180],
		keepIf(isTrue("={{ $('Load settings').all(1).length === 0 }}")),
	);
	const settingsLight = flow.add(
		'Settings light',
		[920, -180],
		onlyFields({
			check: 'Saved settings',
			ok: asBoolean('={{ Boolean($json.settings) }}'),
			found:
				"={{ $json.settings ? 'Version ' + $json.version : 'No settings of client \"' + $('Your values').first().json.client + '\" are saved' }}",
			tip: "={{ $json.settings ? '' : 'Fill in and run the workflow Client settings, and check the name of the client in Your values' }}",
		}),
		'once',
	);
	const tablesLight = flow.add(
		'Tables light',
		[920, -340],
		onlyFields({
			check: 'Data tables',
			ok: asBoolean('={{ false }}'),
			found: 'The data table ClientSettings cannot be read',
			tip: 'Run the workflow Set up tables',
		}),
		'once',
	);
	const getOrdersOfLastMonth = flow.add(
		'Get orders of last month',
		[460, 220],
		shop.getOrders({ changedAfter: '={{ $now.minus({ months: 1 }).toISO() }}' }),
		'once',
		'evenWhenEmpty',
		'withErrorOutput',
	);
	const shopAnswered = flow.add(
		'Shop answered',
		[700, 380],
		keepIf(isTrue("={{ $('Get orders of last month').all(1).length === 0 }}")),
	);
	const shopLight = flow.add(
		'Shop light',
		[920, 380],
		onlyFields({
			check: 'Shop',
			ok: asBoolean('={{ true }}'),
			found:
				"={{ $('Get orders of last month').all().filter(({ json }) => json.id).length + ' orders changed in the last month' }}",
			tip: '',
		}),
		'once',
	);
	const shopRefusedLight = flow.add(
		'Shop refused light',
		[920, 520],
		onlyFields({
			check: 'Shop',
			ok: asBoolean('={{ false }}'),
			found: "={{ $json.error?.message ?? $json.error ?? 'The shop does not give its orders' }}",
			tip: 'Check the credential of the shop: its address, its keys and the right to read orders',
		}),
		'once',
	);
	const onlyOrders = flow.add(
		'Only orders',
		[700, 220],
		keepIf(
			exists(
				"={{ $('Load settings').all().some(({ json }) => json.settings) ? $json.id : undefined }}",
			),
		),
	);
	const onlySavedSettings = flow.add(
		'Only saved settings',
		[700, 80],
		keepIf(exists('={{ $json.settings }}')),
	);
	const checkOrders = flow.add(
		'Check orders',
		[940, 140],
		transformer({
			resource: 'order',
			operation: 'checkOrders',
			shop: yourValues.first('shop'),
		}),
	);
	const toldLight = flow.add(
		'Who is told light',
		[220, -340],
		onlyFields({
			check: spoken({ en: 'Who is told', nl: 'Wie bericht krijgt' }),
			ok: asBoolean('={{ Boolean($json.alertsTo && $json.digestTo) }}'),
			found: because(
				'One sentence in two languages, of two values that may be empty.',
				`={{ ((words) => words[0] + ($json.alertsTo || words[2]) + words[1] + ($json.digestTo || words[2]))($json.language === 'en' ? ['Alerts: ', '; daily digest: ', 'nobody yet'] : ['Meldingen: ', '; dagelijks bericht: ', 'nog niemand']) }}`,
			),
			tip: because(
				'One sentence in two languages.',
				spoken({ en: '', nl: '' }, '$json.alertsTo && $json.digestTo', {
					en: "Agree on who gets them, write 'channel' at Your values of Alerts and Daily digest, publish both, and note here who it is: 'alertsTo' and 'digestTo'",
					nl: "Spreek af wie ze krijgt, vul 'channel' in bij Your values van Alerts en Daily digest, publiceer beide, en noteer hier wie het is: 'alertsTo' en 'digestTo'",
				}),
			),
		}),
	);
	const allLights = flow.add('All lights', [1740, -100], append(shop.tellsRefunds ? 8 : 7));
	const lights = flow.add('Lights', [1960, -100], sortedBy('ok', 'ascending'));

	flow.wire(whenClickedNode, yourValues, [loadSettings, getOrdersOfLastMonth, toldLight]);
	flow.wire(toldLight, allLights.in(6));
	flow.wire(loadSettings, [checkSnelStart, tablesAreThere, onlySavedSettings]);
	flow.wire(loadSettings.error, tablesLight, allLights.in(2));
	flow.wire(getOrdersOfLastMonth, [onlyOrders, shopAnswered]);
	flow.wire(getOrdersOfLastMonth.error, shopRefusedLight, allLights.in(5));
	flow.wire(checkSnelStart, allLights, lights);
	flow.wire(tablesAreThere, settingsLight, allLights.in(1));
	flow.wire(onlySavedSettings, checkOrders.in(1));
	flow.wire(onlyOrders, checkOrders);
	flow.wire(shopAnswered, shopLight, allLights.in(4));
	flow.wire(checkOrders, allLights.in(3));

	if (shop.tellsRefunds) lookAtWebhooks(flow, yourValues, allLights);

	return flow;
}

/** Compares the webhooks that are wanted with those that the shop has. */
function lookAtWebhooks(flow: Flow, yourValues: Node, allLights: Node): void {
	const checkWebhooks = flow.add(
		'Check webhooks',
		[460, 380],
		wooCommerce({
			resource: 'webhook',
			operation: 'checkHealth',
			reEnable: false,
			sentTo: "={{ $execution.resumeUrl.split('/webhook-waiting')[0] }}",
			wantedTopics: `={{ $json.realtime === 'yes' ? '${realtimeTopics}' : '' }}`,
		}),
		'once',
		'withErrorOutput',
	);
	const webhookLights = flow.add(
		'Webhook lights',
		[1160, 360],
		onlyFields({
			check: "={{ 'Webhook ' + $json.topic }}",
			ok: asBoolean('={{ $json.healthy }}'),
			found: '={{ $json.status }}',
			tip: "={{ $json.healthy ? '' : 'Publish Realtime order sync WooCommerce again. Why one was disabled: WooCommerce, Status, Logs' }}",
		}),
	);
	const unreadWebhooksLight = flow.add(
		'Webhooks unread light',
		[1340, 420],
		onlyFields({
			check: 'Webhooks',
			ok: asBoolean("={{ $('Your values').first().json.realtime !== 'yes' }}"),
			found: "={{ $json.error?.message ?? $json.error ?? 'The shop does not list its webhooks' }}",
			tip: 'Only for orders in realtime: the key of the shop needs the permission Read/Write',
		}),
	);
	const webhooksLooked = flow.add('All webhooks', [1540, 380], append(2));

	flow.wire(yourValues, checkWebhooks, webhookLights, webhooksLooked, allLights.in(7));
	flow.wire(checkWebhooks.error, unreadWebhooksLight, webhooksLooked.in(1));
}
