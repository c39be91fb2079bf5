import { finished } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { everyNight, splitOut, inBatches } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asBoolean, asArray, asObject } from '../fragments/fields';

import { askFirstDay } from '../fragments/firstDay';
import { findPayoutRows, payoutCounts, readPages } from '../fragments/payouts';
import { listOf } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

/** PayPal tells three years back. */
const FURTHEST = 1_095;
/** A day without transactions has no row: those of a month are read again. */
const ALWAYS = 30;
const DAYS = 'the first and the last second of a day of the Netherlands';
/** A moment of the day that is read, as PayPal wants it in an address. */
const moment = (ofDay: string): string =>
	`{{ encodeURIComponent(${day}.${ofDay}.toISO({ suppressMilliseconds: true })) }}`;
const day = "DateTime.fromISO($('Each day').first().json.day, { zone: 'Europe/Amsterdam' })";
const transactions = `={{ $('Your values').first().json.apiAddress }}/v1/reporting/transactions?start_date=${moment("startOf('day')")}&end_date=${moment("endOf('day').startOf('second')")}`;

export function payoutMatchingPaypal(): Flow {
	const flow = new Flow({
		name: 'Payout matching PayPal',
		description:
			'Reads the payouts of PayPal every day, matches them with the orders and books each in SnelStart on the clearing account: what arrived, the fees, refunds, chargebacks and reserves, exactly to the cent and never twice.',
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 660],
		text`
			## Payout matching PayPal

			### How it works
			1. Every day, reads the payouts of PayPal since *payoutsFrom*, and leaves out those that are done.
			2. Reads the transactions of each whole day since *payoutsFrom* or the latest day that is known, of 30 days at least and three years at most. PayPal does not link payments to payouts, so each day is booked as a bank statement: its balance is a bank journal, a withdrawal a transfer to the bank.
			3. *Match and book payout* matches the entries with the orders and books the payout in SnelStart: what arrived, with fees, refunds, chargebacks and reserves, against the clearing account. Entries without an order are listed.

			A payout is done when its row in the table **WebshopOrders** is \`booked\`, or \`nothingToBook\` because you said so. All others are tried again the next day.

			### Setup
			1. In *Client settings*, add the row \`payPal\` to *Payout Providers*.
			2. **Your values**: the client, and the first day whose payouts are booked. Leave *apiAddress* as it is.
			3. **Get transactions**: choose an *OAuth2 API* credential: grant type *Client Credentials*, token address \`https://api-m.paypal.com/v1/oauth2/token\`. Switch *Transaction Search* on for the app at PayPal.
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
	const everyDay = flow.add('Every day', [40, -60], everyNight(6, 27));
	const yourValues = flow.add(
		'Your values',
		[190, -60],
		onlyFields({
			client: 'my-client',
			payoutsFrom: '',
			apiAddress: 'https://api-m.paypal.com',
		}),
	);
	const findPayoutsDone = flow.add(
		'Find payouts done',
		[490, -60],
		findPayoutRows('payPal'),
		'once',
		'evenWhenEmpty',
	);
	const listDays = flow.add(
		'List days',
		[640, -60],
		onlyFields({
			day: asArray(
				because(
					'the days that were never read, at least those of a month, and those whose statement is not done',
					`={{ [$('Find payouts done').all().map(({ json }) => [/(\\d{4}-\\d\\d-\\d\\d) \\1$/.exec(json.orderKey)?.[1] ?? '', ${listOf(finished)}.includes(json.state)])].flatMap((known) => Array.from({ length: ${FURTHEST} }, (_, index) => $now.setZone('Europe/Amsterdam').minus({ days: ${FURTHEST} - index }).toISODate()).filter((day, index) => day >= $('Your values').first().json.payoutsFrom && !known.some(([at, isDone]) => isDone && at === day) && (index >= ${FURTHEST} - ${ALWAYS} || known.some(([at]) => at === day) || !known.some(([at]) => at > day)))) }}`,
				),
			),
		}),
		'once',
	);
	const splitDays = flow.add('Split days', [790, -60], splitOut('day'));
	flow.note(
		'Section read',
		[1140, -340],
		[980, 660],
		text`
			### Read what they hold
			One day at a time, all pages. A day counts when PayPal says that it is complete, which takes some hours.
		`,
		7,
	);
	const eachDay = flow.add('Each day', [1180, -60], inBatches(1));
	const getTransactions = flow.add(
		'Get transactions',
		[1420, 60],
		readPages({
			url: because(DAYS, transactions),
			signIn: 'oAuth2Api',
			nextPage: because(DAYS, `${transactions}&page={{ $response.body.page + 1 }}`),
			isLastPage:
				'={{ Array.isArray($response.body.transaction_details) && $response.body.page >= $response.body.total_pages }}',
		}),
		'once',
		'retried',
	);
	const joinDay = flow.add(
		'Join day',
		[1660, 60],
		onlyFields({
			form: 'payPal',
			complete: asBoolean(
				because(
					'a day of PayPal ends in the time zone of the Netherlands',
					"={{ DateTime.fromISO($json.last_refreshed_datetime) >= DateTime.fromISO($('Each day').first().json.day, { zone: 'Europe/Amsterdam' }).endOf('day').startOf('second') }}",
				),
			),
			payout: asObject(
				because(
					'PayPal gives a day in pages, and the pages are one payout',
					"={{ { account_number: $json.account_number, start_date: DateTime.fromISO($('Each day').first().json.day, { zone: 'Europe/Amsterdam' }).startOf('day').toISO(), end_date: DateTime.fromISO($('Each day').first().json.day, { zone: 'Europe/Amsterdam' }).endOf('day').toISO(), transaction_details: $('Get transactions').all().flatMap(({ json }) => json.transaction_details) } }}",
				),
			),
		}),
		'once',
	);
	const keepCompleteDays = flow.add(
		'Keep complete days',
		[1900, -120],
		keepIf(isTrue('={{ $json.complete && $json.payout.transaction_details.length > 0 }}')),
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
	flow.wire(start, findPayoutsDone, listDays, splitDays, eachDay);
	flow.wire(eachDay, keepCompleteDays, matchAndBookPayout, summary);
	flow.wire(eachDay.out(1), getTransactions, joinDay, eachDay);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
