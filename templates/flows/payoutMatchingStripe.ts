import { finished } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { everyNight, splitOut, inBatches } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, whether, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asObject } from '../fragments/fields';

import { askFirstDay } from '../fragments/firstDay';
import { findPayoutRows, payoutCounts, readPages } from '../fragments/payouts';
import { listPayments, READ_FROM } from '../fragments/providerPayments';
import { listOf } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const payouts =
	"={{ $('Your values').first().json.apiAddress }}/v1/payouts?limit=100&status=paid&arrival_date[gte]={{ DateTime.fromISO($('Your values').first().json.payoutsFrom, { zone: 'utc' }).toUnixInteger() }}";
const transactions =
	"={{ $('Your values').first().json.apiAddress }}/v1/balance_transactions?limit=100&payout={{ $('Each payout').first().json.id }}&expand[]=data.source";

export function payoutMatchingStripe(): Flow {
	const flow = new Flow({
		name: 'Payout matching Stripe',
		description:
			'Reads the payouts of Stripe every day, matches them with the orders and books each in SnelStart on the clearing account: what arrived, the fees, refunds, chargebacks and reserves, exactly to the cent and never twice.',
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 780],
		text`
			## Payout matching Stripe

			### How it works
			1. Every day, reads the payouts of Stripe since *payoutsFrom*, and leaves out those that are done.
			2. Reads the balance transactions of each automatic payout. Manual payouts are pointed out: Stripe does not tell what they hold.
			3. *Match and book payout* matches the entries with the orders and books the payout in SnelStart: what arrived, with fees, refunds, chargebacks and reserves, against the clearing account. Entries without an order are listed.

			4. With *paymentsFrom* it also lists payments and refunds, and tells what the shop did not.

			A payout is done when its row in the table **WebshopOrders** is \`booked\`, or \`nothingToBook\` because you said so. All others are tried again the next day.

			### Setup
			1. In *Client settings*, add the row \`stripe\` to *Payout Providers*.
			2. **Your values**: the client, and the first day whose payouts are booked. To have payments and refunds found that the shop does not tell of, also *paymentsFrom*, the first day whose payments are read. Leave *apiAddress* as it is.
			3. **Get payouts**, **Get transactions**, **List payments** and **List refunds**: choose the *Stripe API* credential. A restricted key that reads payouts, balance transactions, charges and refunds is enough.
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
	const everyDay = flow.add('Every day', [40, -60], everyNight(6, 22));
	const yourValues = flow.add(
		'Your values',
		[190, -60],
		onlyFields({
			client: 'my-client',
			payoutsFrom: '',
			paymentsFrom: '',
			apiAddress: 'https://api.stripe.com',
		}),
	);
	const findPayoutsDone = flow.add(
		'Find payouts done',
		[490, -60],
		findPayoutRows('stripe'),
		'once',
		'evenWhenEmpty',
	);
	const getPayouts = flow.add(
		'Get payouts',
		[640, -60],
		readPages({
			url: payouts,
			signIn: 'stripeApi',
			nextPage: `${payouts}&starting_after={{ $response.body.data.at(-1).id }}`,
			isLastPage: '={{ Array.isArray($response.body.data) && !$response.body.has_more }}',
		}),
		'once',
		'retried',
	);
	const splitPayouts = flow.add('Split payouts', [790, -60], splitOut('data'));
	const keepNewPayouts = flow.add(
		'Keep new payouts',
		[940, -60],
		keepIf(
			isTrue(
				`={{ !$('Find payouts done').all().some(({ json }) => ${listOf(finished)}.includes(json.state) && json.orderId === $json.id) }}`,
			),
		),
	);
	flow.note(
		'Section read',
		[1140, -340],
		[980, 660],
		text`
			### Read what they hold
			One payout at a time, all pages. Stripe does not tell what a manual payout holds: it gets a row that needs attention.
		`,
		7,
	);
	const eachPayout = flow.add('Each payout', [1180, -60], inBatches(1));
	const automatic = flow.add('Automatic?', [1400, 60], whether(isTrue('={{ $json.automatic }}')));
	const getTransactions = flow.add(
		'Get transactions',
		[1620, -20],
		readPages({
			url: transactions,
			signIn: 'stripeApi',
			nextPage: `${transactions}&starting_after={{ $response.body.data.at(-1).id }}`,
			isLastPage: '={{ Array.isArray($response.body.data) && !$response.body.has_more }}',
		}),
		'once',
		'retried',
	);
	const joinPayout = flow.add(
		'Join payout',
		[1840, -20],
		onlyFields({
			form: 'stripe',
			payout: asObject(
				"={{ { payout: $('Each payout').first().json, transactions: $('Get transactions').all().flatMap(({ json }) => json.data) } }}",
			),
		}),
		'once',
	);
	const manualPayout = flow.add(
		'Manual payout',
		[1620, 160],
		onlyFields({
			form: 'stripe',
			payout: asObject("={{ { payout: $('Each payout').first().json, transactions: [] } }}"),
		}),
	);
	flow.note('Section book', [2160, -340], [560, 660], '### Match and book', 7);
	const matchAndBookPayout = flow.add(
		'Match and book payout',
		[2240, -120],
		call(contracts.matchAndBookPayout, {
			client: yourValues.first('client'),
			form: '={{ $json.form }}',
			payout: '={{ $json.payout }}',
		}),
		'evenWhenEmpty',
	);
	const summary = flow.add('Summary', [2480, -120], payoutCounts(matchAndBookPayout), 'once');

	flow.wire(everyDay, yourValues);
	const start = askFirstDay(flow, yourValues, {
		...{ value: 'payoutsFrom', gate: [340, -60], refusal: [490, 100] },
	});
	flow.wire(start, findPayoutsDone, getPayouts, splitPayouts, keepNewPayouts, eachPayout);
	flow.wire(eachPayout, matchAndBookPayout, summary);
	flow.wire(eachPayout.out(1), automatic);
	flow.wire(automatic.yes, getTransactions, joinPayout, eachPayout);
	flow.wire(automatic.no, manualPayout, eachPayout);
	listPayments(flow, start, {
		provider: 'stripe',
		values: yourValues,
		payments: listOfStripe('charges', ''),
		refunds: listOfStripe('refunds', '&expand[]=data.charge'),
	});
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

const listOfStripe = (list: 'charges' | 'refunds', more: string) => {
	const url = `={{ $('Your values').first().json.apiAddress }}/v1/${list}?limit=100${more}&created[gte]={{ DateTime.fromISO(${READ_FROM}).toUnixInteger() }}`;
	return {
		url,
		signIn: 'stripeApi',
		nextPage: `${url}&starting_after={{ $response.body.data.at(-1).id }}`,
		isLastPage: '={{ Array.isArray($response.body.data) && !$response.body.has_more }}',
	} as const;
};
