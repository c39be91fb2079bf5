import { finished } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { everyNight, splitOut, inBatches } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asObject } from '../fragments/fields';

import { askFirstDay } from '../fragments/firstDay';
import { findPayoutRows, payoutCounts, readPages } from '../fragments/payouts';
import { listOf } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function payoutMatchingKlarna(): Flow {
	const flow = new Flow({
		name: 'Payout matching Klarna',
		description:
			'Reads the payouts of Klarna every day, matches them with the orders and books each in SnelStart on the clearing account: what arrived, the fees, refunds, chargebacks and reserves, exactly to the cent and never twice.',
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 660],
		text`
			## Payout matching Klarna

			### How it works
			1. Every day, reads the payouts of Klarna since *payoutsFrom*, and leaves out those that are done.
			2. Reads the transactions of each payout, and books the commissions and fees that Klarna kept.
			3. *Match and book payout* matches the entries with the orders and books the payout in SnelStart: what arrived, with fees, refunds, chargebacks and reserves, against the clearing account. Entries without an order are listed.

			A payout is done when its row in the table **WebshopOrders** is \`booked\`, or \`nothingToBook\` because you said so. All others are tried again the next day.

			### Setup
			1. In *Client settings*, add the row \`klarna\` to *Payout Providers*.
			2. **Your values**: the client, and the first day whose payouts are booked. Leave *apiAddress* as it is.
			3. **Get payouts** and **Get transactions**: choose a *Basic Auth* credential with the user name and password of the Klarna API.
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
	const everyDay = flow.add('Every day', [40, -60], everyNight(6, 32));
	const yourValues = flow.add(
		'Your values',
		[190, -60],
		onlyFields({
			client: 'my-client',
			payoutsFrom: '',
			apiAddress: 'https://api.klarna.com',
		}),
	);
	const findPayoutsDone = flow.add(
		'Find payouts done',
		[490, -60],
		findPayoutRows('klarna'),
		'once',
		'evenWhenEmpty',
	);
	const getPayouts = flow.add(
		'Get payouts',
		[640, -60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/settlements/v1/payouts?size=500&start_date={{ DateTime.fromISO($('Your values').first().json.payoutsFrom, { zone: 'Europe/Amsterdam' }).toUTC().toISO({ suppressMilliseconds: true }) }}",
			signIn: 'httpBasicAuth',
			nextPage: '={{ $response.body.pagination?.next }}',
			isLastPage: '={{ Array.isArray($response.body.payouts) && !$response.body.pagination.next }}',
		}),
		'once',
		'retried',
	);
	const splitPayouts = flow.add('Split payouts', [790, -60], splitOut('payouts'));
	const keepNewPayouts = flow.add(
		'Keep new payouts',
		[940, -60],
		keepIf(
			isTrue(
				`={{ !$('Find payouts done').all().some(({ json }) => ${listOf(finished)}.includes(json.state) && json.orderId === $json.payment_reference) }}`,
			),
		),
	);
	flow.note(
		'Section read',
		[1140, -340],
		[760, 660],
		text`
			### Read what they hold
			One payout at a time, all pages.
		`,
		7,
	);
	const eachPayout = flow.add('Each payout', [1180, -60], inBatches(1));
	const getTransactions = flow.add(
		'Get transactions',
		[1420, 60],
		readPages({
			url: "={{ $('Your values').first().json.apiAddress }}/settlements/v1/transactions?size=500&payment_reference={{ $('Each payout').first().json.payment_reference }}",
			signIn: 'httpBasicAuth',
			nextPage: '={{ $response.body.pagination?.next }}',
			isLastPage:
				'={{ Array.isArray($response.body.transactions) && !$response.body.pagination.next }}',
		}),
		'once',
		'retried',
	);
	const joinPayout = flow.add(
		'Join payout',
		[1660, 60],
		onlyFields({
			form: 'klarna',
			payout: asObject(
				"={{ { payout: $('Each payout').first().json, transactions: $('Get transactions').all().flatMap(({ json }) => json.transactions) } }}",
			),
		}),
		'once',
	);
	flow.note('Section book', [1940, -340], [560, 660], '### Match and book', 7);
	const matchAndBookPayout = flow.add(
		'Match and book payout',
		[2020, -120],
		call(contracts.matchAndBookPayout, {
			client: yourValues.first('client'),
			form: '={{ $json.form }}',
			payout: '={{ $json.payout }}',
		}),
		'evenWhenEmpty',
	);
	const summary = flow.add('Summary', [2260, -120], payoutCounts(matchAndBookPayout), 'once');

	flow.wire(everyDay, yourValues);
	const start = askFirstDay(flow, yourValues, {
		...{ value: 'payoutsFrom', gate: [340, -60], refusal: [490, 100] },
	});
	flow.wire(start, findPayoutsDone, getPayouts, splitPayouts, keepNewPayouts, eachPayout);
	flow.wire(eachPayout, matchAndBookPayout, summary);
	flow.wire(eachPayout.out(1), getTransactions, joinPayout, eachPayout);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
