import { standsStill, unfinished, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { ownNode } from '../fragments/basics';
import { stateIs } from '../fragments/rowConditions';
import { getRows, isEmpty, isNot } from '../fragments/table';

export function officeDashboard(): Flow {
	const flow = new Flow({
		name: 'Office dashboard',
		description:
			'A web page behind a login of its own on which an office sees all its clients: when each was read last, what needs attention, what waits, and the way to each dashboard.',
	});

	flow.note(
		'Overview',
		[-460, -360],
		[420, 560],
		text`
			## Office dashboard

			### How it works
			One page for an office with several clients in this n8n, in Dutch or English. Per client: when each of its shops was read last, how many orders and payments need attention, wait for approval or are open, what is wrong with a shop, and which month is signed off. Each number leads to the client's dashboard, which asks for its own login.

			A client that was not read for three hours stands first, in red: nobody else would say so.

			The page changes nothing.

			### Setup
			1. Make a *Webshop Dashboard API* credential for the office: a login of its own, since it shows every client. Choose it in **Open office dashboard** and **Send page**.
			2. Has a dashboard another path than the name of its client, add its address in **Send page**.
			3. Publish the workflow. The page is at the Production URL of **Open office dashboard**.
		`,
	);
	flow.note(
		'Note on the page',
		[180, -420],
		[600, 1140],
		text`
			### What is there
			Of all clients. Of the order table only rows that are not finished, and booked ones with a note.
		`,
		7,
	);
	const open = flow.add(
		'Open office dashboard',
		[0, 80],
		ownNode('webshopDashboardTrigger', { shows: 'allClients', path: 'office' }),
	);
	const sources = [
		flow.add(
			'Load settings',
			[240, -300],
			getRows('ClientSettings', { where: [isEmpty('replaced')] }),
			'evenWhenEmpty',
		),
		flow.add(
			'Load cursors',
			[240, -130],
			getRows('SyncCursors', { where: [isNot('client', '')] }),
			'evenWhenEmpty',
		),
		flow.add(
			'Find unfinished rows',
			[240, 40],
			getRows('WebshopOrders', { where: whereState(unfinished) }),
			'evenWhenEmpty',
		),
		flow.add(
			'Find noted rows',
			[240, 210],
			getRows('WebshopOrders', { where: [stateIs('booked'), isNot('code', '')] }),
			'evenWhenEmpty',
		),
		flow.add(
			'Load shop troubles',
			[240, 380],
			getRows('ShopTroubles', {
				where: [isNot('client', ''), isNot('subject', standsStill.wentOn)],
			}),
			'evenWhenEmpty',
		),
		flow.add(
			'Load sign-offs',
			[240, 550],
			getRows('MonthSignOffs', { where: [isNot('client', '')] }),
			'evenWhenEmpty',
		),
	];
	const sendPage = flow.add(
		'Send page',
		[560, 40],
		ownNode('webshopDashboard', {
			operation: 'showClients',
			request: "={{ $('Open office dashboard').first().json }}",
		}),
	);
	flow.wire(open, sources);
	sources.forEach((source, input) => flow.wire(source, sendPage.in(input)));

	return flow;
}
