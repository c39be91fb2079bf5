import { finished } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { everyNight, splitOut, inBatches } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asObject } from '../fragments/fields';

import { askFirstDay } from '../fragments/firstDay';
import { findPayoutRows, payoutCounts, readPages } from '../fragments/payouts';
import { lastOfMollie, listPayments } from '../fragments/providerPayments';
import { listOf } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function payoutMatchingMollie(): Flow {
	const flow = new Flow({
		name: 'Payout matching Mollie',
		description:
			'Reads the payouts of Mollie every day, matches them with the orders and books each in SnelStart on the clearing account: what arrived, the fees, refunds, chargebacks and reserves, exactly to the cent and never twice.',
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 820],
		text`
			## Payout matching Mollie

			### How it works
			1. Every day, reads the payouts of Mollie since *payoutsFrom*, and leaves out those that are done.
			2. Reads the payments, refunds, chargebacks and captures of each settlement that was paid out. The fees stand in the settlement itself.
			3. *Match and book payout* matches the entries with the orders and books the payout in SnelStart: what arrived, with fees, refunds, chargebacks and reserves, against the clearing account. Entries without an order are listed.

			4. With *paymentsFrom* it also lists payments and refunds, and tells what the shop did not.

			A payout is done when its row in the table **WebshopOrders** is \`booked\`, or \`nothingToBook\` because you said so. All others are tried again the next day.

			### Setup
			1. In *Client settings*, add the row \`mollie\` to *Payout Providers*.
			2. **Your values**: the client, and the first day whose payouts are booked. To have payments and refunds found that the shop does not tell of, also *paymentsFrom*, the first day whose payments are read, and *profileId*, the id of your website at Mollie (pfl_...). Leave *apiAddress* as it is.
			3. **Get settlements**, the four nodes that read one, **List payments** and **List refunds**: choose a *Bearer Auth* credential with an organisation token that may read settlements, payments and refunds. The API key of a website may not.
			4. **Match and book payout**: choose the workflow *Match and book payout*.
			5. Publish this workflow.
		`,
	);
	flow.note(
		'Section find',
		[0, -340],
		[1100, 660],
		text`
			### Find new payouts
			What was booked in an earlier run is left out.
		`,
		7,
	);
	const everyDay = flow.add('Every day', [40, -60], everyNight(6, 17));
	const yourValues = flow.add(
		'Your values',
		[190, -60],
		onlyFields({
			client: 'my-client',
			payoutsFrom: '',
			paymentsFrom: '',
			profileId: '',
			apiAddress: 'https://api.mollie.com',
		}),
	);
	const findPayoutsDone = flow.add(
		'Find payouts done',
		[490, -60],
		findPayoutRows('mollie'),
		'once',
		'evenWhenEmpty',
	);
	const getSettlements = flow.add(
		'Get settlements',
		[640, -60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/v2/settlements?limit=250",
			signIn: 'httpBearerAuth',
			nextPage: '={{ $response.body._links?.next?.href }}',
			isLastPage: because(
				'the HTTP Request node asks for one condition, and this list has no filter by day',
				"={{ Array.isArray($response.body._embedded?.settlements) && (!$response.body._links.next || DateTime.fromISO($response.body._embedded.settlements.at(-1).createdAt).setZone('Europe/Amsterdam').toISODate() < $('Your values').first().json.payoutsFrom) }}",
			),
		}),
		'once',
		'retried',
	);
	const splitSettlements = flow.add(
		'Split settlements',
		[790, -60],
		splitOut('_embedded.settlements'),
	);
	const keepNewPayouts = flow.add(
		'Keep new payouts',
		[940, -60],
		keepIf(
			isTrue(
				because(
					'three plain conditions: paid out, recent, and not done before',
					`={{ $json.status === 'paidout' && DateTime.fromISO($json.settledAt).setZone('Europe/Amsterdam').toISODate() >= $('Your values').first().json.payoutsFrom && !$('Find payouts done').all().some(({ json }) => ${listOf(finished)}.includes(json.state) && json.orderId === $json.id) }}`,
				),
			),
		),
	);
	flow.note(
		'Section read',
		[1140, -340],
		[1180, 660],
		text`
			### Read what they hold
			One settlement at a time, all pages.
		`,
		7,
	);
	const eachPayout = flow.add('Each payout', [1180, -60], inBatches(1));
	const getPayments = flow.add(
		'Get payments',
		[1380, 60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/v2/settlements/{{ $('Each payout').first().json.id }}/payments?limit=250",
			signIn: 'httpBearerAuth',
			nextPage: '={{ $response.body._links?.next?.href }}',
			isLastPage:
				'={{ Array.isArray($response.body._embedded?.payments) && !$response.body._links.next }}',
		}),
		'once',
		'retried',
	);
	const getRefunds = flow.add(
		'Get refunds',
		[1560, 60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/v2/settlements/{{ $('Each payout').first().json.id }}/refunds?limit=250",
			signIn: 'httpBearerAuth',
			nextPage: '={{ $response.body._links?.next?.href }}',
			isLastPage:
				'={{ Array.isArray($response.body._embedded?.refunds) && !$response.body._links.next }}',
		}),
		'once',
		'retried',
	);
	const getChargebacks = flow.add(
		'Get chargebacks',
		[1740, 60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/v2/settlements/{{ $('Each payout').first().json.id }}/chargebacks?limit=250",
			signIn: 'httpBearerAuth',
			nextPage: '={{ $response.body._links?.next?.href }}',
			isLastPage:
				'={{ Array.isArray($response.body._embedded?.chargebacks) && !$response.body._links.next }}',
		}),
		'once',
		'retried',
	);
	const getCaptures = flow.add(
		'Get captures',
		[1920, 60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/v2/settlements/{{ $('Each payout').first().json.id }}/captures?limit=250",
			signIn: 'httpBearerAuth',
			nextPage: '={{ $response.body._links?.next?.href }}',
			isLastPage:
				'={{ Array.isArray($response.body._embedded?.captures) && !$response.body._links.next }}',
		}),
		'once',
		'retried',
	);
	const joinPayout = flow.add(
		'Join payout',
		[2120, 60],
		onlyFields({
			form: 'mollie',
			payout: asObject(
				because(
					'five lists that are read apart are one payout',
					"={{ { ...$('Each payout').first().json, payments: $('Get payments').all().flatMap(({ json }) => json._embedded.payments), refunds: $('Get refunds').all().flatMap(({ json }) => json._embedded.refunds), chargebacks: $('Get chargebacks').all().flatMap(({ json }) => json._embedded.chargebacks), captures: $('Get captures').all().flatMap(({ json }) => json._embedded.captures) } }}",
				),
			),
		}),
		'once',
	);
	flow.note('Section book', [2360, -340], [560, 660], '### Match and book', 7);
	const matchAndBookPayout = flow.add(
		'Match and book payout',
		[2440, -120],
		call(contracts.matchAndBookPayout, {
			client: yourValues.first('client'),
			form: '={{ $json.form }}',
			payout: '={{ $json.payout }}',
		}),
		'evenWhenEmpty',
	);
	const summary = flow.add('Summary', [2680, -120], payoutCounts(matchAndBookPayout), 'once');

	flow.wire(everyDay, yourValues);
	const start = askFirstDay(flow, yourValues, {
		...{ value: 'payoutsFrom', gate: [340, -60], refusal: [490, 100] },
	});
	flow.wire(start, findPayoutsDone, getSettlements, splitSettlements, keepNewPayouts, eachPayout);
	flow.wire(eachPayout, matchAndBookPayout, summary);
	flow.wire(
		eachPayout.out(1),
		getPayments,
		getRefunds,
		getChargebacks,
		getCaptures,
		joinPayout,
		eachPayout,
	);
	listPayments(flow, start, {
		provider: 'mollie',
		values: yourValues,
		payments: listOfMollie('payments', ''),
		refunds: listOfMollie('refunds', '&embed=payment'),
	});
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

/** An organisation token has to say of which website; the key of a website must not. */
const listOfMollie = (list: 'payments' | 'refunds', more: string) =>
	({
		url: `={{ $('Your values').first().json.apiAddress }}/v2/${list}?limit=250${more}{{ $('Your values').first().json.profileId ? '&profileId=' + $('Your values').first().json.profileId : '' }}`,
		signIn: 'httpBearerAuth',
		nextPage: '={{ $response.body._links?.next?.href }}',
		isLastPage: lastOfMollie(list),
	}) as const;
