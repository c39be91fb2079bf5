import { type Language, lightTexts, ofTotals, whereState } from '../../bookkeeping';
import { Flow, type Node } from '../build/flow';
import { because } from '../build/because';
import { codeName } from '../build/note';
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
import { pauseOf } from '../fragments/paused';
import { readSettings } from '../fragments/settings';
import { realtimeTopics, type Shop } from '../fragments/shops';
import { speaking } from '../fragments/spoken';
import { getRows, is, isAtMost } from '../fragments/table';

/** Every light is in the language of the saved settings, as SnelStart's own are. */
const { spoken, spokenUnless } = speaking('Language');

/** What a green light has to be done about. */
const NOTHING = { en: '', nl: '' };

/** The words of the light that a client is at work, within an expression. */
const runningWords = (language: Language): string => {
	const { pausedBy, stoppedBy, since, goesOn } = lightTexts;
	const words = [pausedBy, stoppedBy, since, goesOn].map((of) => `'${of[language]}'`);
	return `[${words.join(', ')}]`;
};

export function setUpCheck(shop: Shop): Flow {
	const flow = new Flow({
		name: `Set-up check ${shop.name}`,
		description: `Looks whether a client with a ${shop.name} shop is ready to book: keys, rights and package in SnelStart, saved settings, accounts and journals, the connection with the shop, and what would become of every order of last month. Gives a list of what is right and what to do.`,
	});

	flow.note(
		'Overview',
		[-440, -340],
		[400, 740],
		text`
			## Set-up check ${shop.name}

			### How it works
			Run it before a client goes live, and whenever something seems wrong. It books nothing. The last node, *Lights*, gives one line per check, red ones first: what was looked at, whether it is right, what was found, what to do.
			- SnelStart: keys, rights, package, article codes, journals, accounts, and the saved settings against the administration.
			- The shop: whether it answers.
			- The orders of the last month, drafted with the saved settings: each reason why some would not be booked, with how many; each VAT rate that has no row; each status and payment method in use.
			- Day totals: whether every day that is over is booked.
			- The data tables and the settings: whether they are there; whether somebody paused or stopped the client; who gets alerts and the digest.${shop.tellsRefunds ? '\n- Realtime: whether the shop has every webhook that is wanted.' : ''}

			### Setup
			1. **Your values**: names of client and shop as in the settings; the day a SnelStart key of Ontwikkeling & Test was made; who gets alerts (*alertsTo*) and the digest (*digestTo*)${shop.tellsRefunds ? '; *realtime*: *yes* when *Realtime order sync WooCommerce* is used' : ''}.
			2. **Check SnelStart**: choose the SnelStart credential.
			3. **Get orders of last month**${shop.tellsRefunds ? ' and **Check webhooks**' : ''}: choose the shop credential${shop.alsoToChoose}.
			4. Run it. Needs self-hosted n8n with n8n-nodes-webshop-snelstart.
		`,
	);
	flow.note(
		'Section books',
		[420, -580],
		[720, 560],
		text`
			### The books
			With the newest saved settings of the client, in whose language every light is.
		`,
		7,
	);
	flow.note(
		'Section shop',
		[420, -20],
		[1260, 720],
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
	const language = flow.add(
		'Language',
		[700, -480],
		onlyFields({ language: "={{ JSON.parse($json.settings ?? '{}').lineLanguage ?? 'nl' }}" }),
		'once',
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
			check: spoken(lightTexts.saved),
			ok: asBoolean('={{ Boolean($json.settings) }}'),
			found: because(
				'One sentence in two languages, with the version or the client.',
				`={{ (([version, before, after]) => $json.settings ? version + $json.version : before + $('Your values').first().json.client + after)($('Language').first().json.language === 'en' ? ['Version ', 'No settings of client "', '" are saved'] : ['Versie ', 'Van klant "', '" zijn geen instellingen opgeslagen']) }}`,
			),
			tip: because(
				'One sentence in two languages.',
				spoken(NOTHING, '$json.settings', lightTexts.savedTip),
			),
		}),
		'once',
	);
	const tablesLight = flow.add(
		'Tables light',
		[920, -340],
		onlyFields({
			check: spoken(lightTexts.tables),
			ok: asBoolean('={{ false }}'),
			found: because('One sentence in two languages.', spoken(lightTexts.tableUnread)),
			tip: spoken(lightTexts.tablesTip),
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
			check: spoken(lightTexts.shop),
			ok: asBoolean('={{ true }}'),
			found: because(
				'One sentence in two languages.',
				"={{ $('Get orders of last month').all().filter(({ json }) => json.id).length + ({ en: ' orders changed in the last month', nl: ' bestellingen gewijzigd in de afgelopen maand' })[$('Language').first().json.language === 'en' ? 'en' : 'nl'] }}",
			),
			tip: '',
		}),
		'once',
	);
	const shopRefusedLight = flow.add(
		'Shop refused light',
		[920, 520],
		onlyFields({
			check: spoken(lightTexts.shop),
			ok: asBoolean('={{ false }}'),
			found: because(
				'One sentence in two languages, unless the shop said something.',
				spokenUnless('$json.error?.message ?? $json.error', lightTexts.shopSilent),
			),
			tip: because('One sentence in two languages.', spoken(lightTexts.shopTip)),
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
		[460, -110],
		onlyFields({
			check: spoken(lightTexts.told),
			ok: asBoolean('={{ Boolean($json.alertsTo && $json.digestTo) }}'),
			found: because(
				'One sentence in two languages, of two values that may be empty.',
				`={{ ((words) => words[0] + ($json.alertsTo || words[2]) + words[1] + ($json.digestTo || words[2]))($('Language').first().json.language === 'en' ? ['Alerts: ', '; daily digest: ', 'nobody yet'] : ['Meldingen: ', '; dagelijks bericht: ', 'nog niemand']) }}`,
			),
			tip: because(
				'One sentence in two languages.',
				spoken(NOTHING, '$json.alertsTo && $json.digestTo', lightTexts.toldTip),
			),
		}),
	);
	const findPause = flow.add(
		'Find a pause',
		[1180, -140],
		getRows('ShopTroubles', { where: pauseOf(yourValues.first('client')), limit: 1 }),
		'once',
		'evenWhenEmpty',
	);
	const runningLight = flow.add(
		'Running light',
		[1360, -140],
		onlyFields({
			check: spoken(lightTexts.running),
			ok: asBoolean('={{ !$json.code }}'),
			found: because(
				'One sentence in two languages, with who did it and since when.',
				`={{ ((words) => $json.code ? [words[Number($json.code === '${codeName('CLIENT_STOPPED')}')], JSON.parse($json.facts).by, words[2], JSON.parse($json.facts).since].join(' ') : words[3])($('Language').first().json.language === 'en' ? ${runningWords('en')} : ${runningWords('nl')}) }}`,
			),
			tip: because(
				'One sentence in two languages.',
				spoken(NOTHING, '!$json.code', lightTexts.runningTip),
			),
		}),
		'once',
	);
	// Book day totals runs every hour: what is due that long has been passed by.
	const findTotals = flow.add(
		'Find totals not closed',
		[1180, 20],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				...whereState(ofTotals),
				isAtMost('tryUntil', '={{ $now.minus({ hours: 3 }).toUTC().toISO() }}'),
			],
			limit: 1,
			lowest: 'tryUntil',
		}),
		'once',
		'evenWhenEmpty',
	);
	const hasTotals = flow.add(
		'Any day totals?',
		[1360, 20],
		keepIf(
			isTrue(
				because(
					'the settings are JSON, and what was gathered before totals were switched off counts too',
					`={{ Boolean($json.orderKey) || (JSON.parse($('Load settings').first().json.settings).dayTotals ?? []).some((row) => row.shop === $('Your values').first().json.shop) }}`,
				),
			),
		),
	);
	const totalsLight = flow.add(
		'Day totals light',
		[1540, 20],
		onlyFields({
			check: spoken(lightTexts.dayTotals),
			ok: asBoolean('={{ !$json.orderKey }}'),
			found: because(
				'One sentence in two languages, with the total that is late.',
				`={{ ((words) => $json.orderKey ? words[0] + $json.originalInvoiceNumber + words[1] + String($json.tryUntil).slice(0, 10) : words[2])($('Language').first().json.language === 'en' ? ['The total ', ' is not booked, and was due on ', 'Everything that was due is booked'] : ['Het totaal ', ' is niet geboekt, en had dat moeten zijn op ', 'Alles wat aan de beurt was, is geboekt']) }}`,
			),
			tip: because(
				'One sentence in two languages.',
				spoken(NOTHING, '!$json.orderKey', lightTexts.dayTotalsTip),
			),
		}),
		'once',
	);
	const allLights = flow.add('All lights', [1740, -100], append(shop.tellsRefunds ? 10 : 9));
	const lights = flow.add('Lights', [1960, -100], sortedBy('ok', 'ascending'));

	flow.wire(whenClickedNode, yourValues, [loadSettings, getOrdersOfLastMonth, toldLight]);
	flow.wire(toldLight, allLights.in(6));
	flow.wire(loadSettings, [language, checkSnelStart, tablesAreThere, onlySavedSettings]);
	flow.wire(loadSettings.error, tablesLight, allLights.in(2));
	flow.wire(getOrdersOfLastMonth, [onlyOrders, shopAnswered]);
	flow.wire(getOrdersOfLastMonth.error, shopRefusedLight, allLights.in(5));
	flow.wire(checkSnelStart, allLights, lights);
	flow.wire(tablesAreThere, settingsLight, allLights.in(1));
	flow.wire(onlySavedSettings, [checkOrders.in(1), findTotals, findPause]);
	flow.wire(findPause, runningLight, allLights.in(8));
	flow.wire(findTotals, hasTotals, totalsLight, allLights.in(7));
	flow.wire(onlyOrders, checkOrders);
	flow.wire(shopAnswered, shopLight, allLights.in(4));
	flow.wire(checkOrders, allLights.in(3));
	flow.runsFirst(language, checkSnelStart);
	flow.runsFirst(loadSettings, toldLight);

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
			tip: because(
				'One sentence in two languages.',
				spoken(NOTHING, '$json.healthy', lightTexts.webhookTip),
			),
		}),
	);
	const unreadWebhooksLight = flow.add(
		'Webhooks unread light',
		[1340, 420],
		onlyFields({
			check: spoken(lightTexts.webhooks),
			ok: asBoolean("={{ $('Your values').first().json.realtime !== 'yes' }}"),
			found: because(
				'One sentence in two languages, unless the shop said something.',
				spokenUnless('$json.error?.message ?? $json.error', lightTexts.webhooksSilent),
			),
			tip: because('One sentence in two languages.', spoken(lightTexts.webhooksTip)),
		}),
	);
	const webhooksLooked = flow.add('All webhooks', [1540, 380], append(2));

	flow.wire(yourValues, checkWebhooks, webhookLights, webhooksLooked, allLights.in(9));
	flow.wire(checkWebhooks.error, unreadWebhooksLight, webhooksLooked.in(1));
}
