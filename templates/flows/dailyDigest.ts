import { standsStill, unfinished, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { toldInItem } from '../build/note';
import { text } from '../build/text';
import { whenClicked, byTheClock, stop, sendMail, transformer } from '../fragments/basics';
import { isFilled, equals, keepIf, whether, byAnswer } from '../fragments/conditions';
import { sendToChat } from '../fragments/chat';
import { asNumber, onlyFields } from '../fragments/fields';
import { deleteRows, getRows, insertRow, is, isAtLeast, isNot } from '../fragments/table';
import { refuseUnknownClient } from '../fragments/knownClient';
import { stateIs } from '../fragments/rowConditions';

export function dailyDigest(): Flow {
	const flow = new Flow({
		name: 'Daily digest',
		description:
			'Tells within the hour when SnelStart takes no bookings or a shop cannot be read and when that is over, and every morning by chat or mail what needs attention: orders that cannot be booked, orders that are held, orders that changed after booking, webhooks that are off, and a key that is about to end. Silent when there is nothing to say.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-440, -260],
		[400, 900],
		text`
			## Daily digest

			### How it works
			Every morning at 7:30 it looks in the order table of one client and tells what needs somebody:
			- orders that cannot be booked, with their code;
			- orders that are held for more than a day, because SnelStart or VIES did not answer;
			- what waits for days for something that did not come, and what nobody booked of a day total;
			- orders that changed, and refunds that were deleted, in the shop after they were booked;
			- webhooks that WooCommerce switched off, as the nightly review found them;
			- at once, that SnelStart does not accept the key;
			- that sales to consumers in other EU countries come near the threshold of OSS, or passed it;
			- a development key of SnelStart that ends within 14 days.

			Every hour it tells when an outage of SnelStart or of a shop began, and when it is over: once each. It also tells when a workflow that failed, of which *Alerts* told, did not fail for a day.

			When there is nothing to say it says nothing. The message holds order numbers and codes, no names.

			### Setup
			1. In **Your values** write \`chat\` or \`mail\` at *channel*.
			2. Chat: in **Send to chat** choose a credential *Chat Webhook API* with the address of an incoming webhook, as Slack, Mattermost and Google Chat give one; that of Discord with \`/slack\` behind it.
			3. Mail: fill in *mailFrom* and *mailTo*, choose a credential in **Send mail** and switch that node on: it is off as long as it has none.
			4. *keyMadeOn*: the day the SnelStart key was made, as 2026-01-31, when it ends after 90 days.
			5. *statusDays*: how long an order may wait for its status.
			6. Publish this workflow.
		`,
	);
	flow.note(
		'Section read',
		[420, -360],
		[280, 860],
		text`
			### What is there
			Rows of this client only.
		`,
		7,
	);
	flow.note(
		'Section send',
		[1180, -280],
		[560, 640],
		text`
			### Tell somebody
			By the channel that stands in *Your values*.
		`,
		7,
	);
	flow.note(
		'Section outage',
		[720, 400],
		[460, 420],
		text`
			### Remember an outage
			So that it is told once.
		`,
		7,
	);
	const everyMorning = flow.add(
		'Every morning',
		[0, -80],
		byTheClock({ field: 'days', triggerAtHour: 7, triggerAtMinute: 30 }),
	);
	const everyHour = flow.add(
		'Every hour',
		[0, 280],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 37 }),
	);
	const whenClickedNode = flow.add('When clicked', [0, 100], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[220, 0],
		onlyFields({
			client: 'my-client',
			language: 'nl',
			keyMadeOn: '',
			statusDays: asNumber('30'),
			channel: '',
			mailFrom: '',
			mailTo: '',
		}),
	);
	const findOpenOrders = flow.add(
		'Find open orders',
		[460, -180],
		getRows('WebshopOrders', {
			where: [is('client', yourValues.first('client')), ...whereState(unfinished)],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findChangedOrders = flow.add(
		'Find changed orders',
		[460, 0],
		getRows('WebshopOrders', {
			where: [is('client', yourValues.first('client')), stateIs('booked'), isNot('code', '')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findShopTroubles = flow.add(
		'Find shop troubles',
		[460, 180],
		getRows('ShopTroubles', {
			where: [is('client', yourValues.first('client')), isNot('subject', standsStill.wentOn)],
		}),
		'once',
		'evenWhenEmpty',
	);
	// What went to other countries with Dutch VAT, as far back as the OSS threshold looks.
	const findSoldAbroad = flow.add(
		'Find sold abroad',
		[460, 360],
		getRows('BookingRecords', {
			where: [
				is('client', yourValues.first('client')),
				is('regime', 'domestic'),
				isNot('deliveryCountry', ''),
				isNot('deliveryCountry', 'NL'),
				isAtLeast('documentDate', "={{ $now.minus({ years: 1 }).toFormat('yyyy') + '-01-01' }}"),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const writeDigest = flow.add(
		'Write digest',
		[760, 0],
		transformer({
			resource: 'message',
			operation: 'writeDigest',
			client: yourValues.first('client'),
			language: yourValues.first('language'),
			keyMadeOn: yourValues.first('keyMadeOn'),
			statusDays: yourValues.first('statusDays'),
			about: "={{ $('Every hour').isExecuted ? 'outage' : 'everything' }}",
		}),
	);
	const anythingToSay = flow.add(
		'Anything to say?',
		[980, 0],
		whether(isFilled('={{ $json.text }}')),
	);
	const outageBegins = flow.add(
		'Outage begins?',
		[760, 500],
		keepIf(equals('={{ $json.outage }}', 'begun')),
	);
	const noteOutage = flow.add(
		'Note outage',
		[980, 500],
		insertRow('ShopTroubles', {
			client: yourValues.first('client'),
			shop: '={{ $json.shop }}',
			subject: '={{ $json.trouble }}',
			...toldInItem,
		}),
	);
	const outageIsOver = flow.add(
		'Outage is over?',
		[760, 660],
		keepIf(equals('={{ $json.outage }}', 'over')),
	);
	const forgetOutage = flow.add(
		'Forget outage',
		[980, 660],
		deleteRows('ShopTroubles', [
			is('client', yourValues.first('client')),
			is('shop', '={{ $json.shop }}'),
			is('subject', '={{ $json.trouble }}'),
		]),
	);
	const byWhichChannel = flow.add(
		'By which channel',
		[1220, 0],
		byAnswer(
			{
				chat: equals(yourValues.first('channel'), 'chat'),
				mail: equals(yourValues.first('channel'), 'mail'),
			},
			'none',
		),
	);
	const toChat = flow.add(
		'Send to chat',
		[1460, -180],
		sendToChat('={{ JSON.stringify({ text: $json.text }) }}'),
		'retried',
	);
	const sendMailNode = flow.add(
		'Send mail',
		[1460, 0],
		sendMail({
			fromEmail: yourValues.first('mailFrom'),
			toEmail: yourValues.first('mailTo'),
			subject: '={{ $json.subject }}',
			emailFormat: 'text',
			text: '={{ $json.text }}',
			options: { appendAttribution: false },
		}),
		'retried',
		'switchedOff',
	);
	const noChannelChosen = flow.add(
		'No channel chosen',
		[1460, 180],
		stop("Nobody was told: write chat or mail at 'channel' in the node 'Your values'"),
	);
	flow.wire(everyMorning, yourValues, [
		findOpenOrders,
		findChangedOrders,
		findShopTroubles,
		findSoldAbroad,
	]);
	flow.wire(findOpenOrders, writeDigest, anythingToSay);
	flow.wire(findChangedOrders, writeDigest.in(1));
	flow.wire(findShopTroubles, writeDigest.in(2));
	flow.wire(findSoldAbroad, writeDigest.in(3));
	flow.wire(whenClickedNode, yourValues);
	flow.wire(everyHour, yourValues);
	flow.wire(writeDigest, [outageBegins, outageIsOver]);
	flow.wire(outageBegins, noteOutage);
	flow.wire(outageIsOver, forgetOutage);
	flow.wire(anythingToSay.yes, byWhichChannel);
	flow.wire(byWhichChannel, toChat);
	flow.wire(byWhichChannel.out(1), sendMailNode);
	flow.wire(byWhichChannel.out(2), noChannelChosen);
	refuseUnknownClient(flow, yourValues);

	return flow;
}
