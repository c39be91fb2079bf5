import { tablesToSetUp, type TableToSetUp } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { stop, transformer, whenClicked } from '../fragments/basics';
import { onlyFields } from '../fragments/fields';
import { listTables, makeTable } from '../fragments/table';

/** The node that makes each table, and what the overview says of the table. */
const tables: Record<TableToSetUp, { node: string; holds: string }> = {
	WebshopOrders: {
		node: 'Make order table',
		holds:
			'one row per order, refund and payment, with its state, and a code and tip when it was not booked. No names, no e-mail addresses.',
	},
	BookingRecords: {
		node: 'Make booking record table',
		holds: 'what was booked, one row per document.',
	},
	ClientSettings: {
		node: 'Make settings table',
		holds: 'the settings of each client, one row per version.',
	},
	SyncCursors: { node: 'Make cursor table', holds: 'how far each shop was read.' },
	PeriodChecks: {
		node: 'Make period check table',
		holds: 'what the last comparison with the books found.',
	},
	ShopTroubles: { node: 'Make shop trouble table', holds: 'what is wrong with a shop itself.' },
	MonthSignOffs: {
		node: 'Make sign-off table',
		holds: 'which months somebody signed off on the dashboard.',
	},
	Migrations: {
		node: 'Make migration table',
		holds: 'how far the orders of a past period are.',
	},
	StockMemory: {
		node: 'Make stock memory table',
		holds: 'the stock that was written to each shop last.',
	},
	ArticleChecks: {
		node: 'Make article check table',
		holds: 'which products and articles do not fit each other.',
	},
};

export function setUpTables(): Flow {
	const flow = new Flow({
		name: 'Set up tables',
		description:
			'Makes the data tables in which the other workflows keep what they know, and checks that they have every column. Run it once per n8n, and after each update.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-420, -160],
		[380, 800],
		text`
			## Set up tables

			### How it works
			Makes the data tables of the templates, each only if it is not there yet:
			${Object.entries(tables)
				.map(([name, { holds }]) => `- **${name}**: ${holds}`)
				.join('\n')}

			Then it checks all tables: n8n adds no column to a table that is there. When a newer version needs one, the last node says which, and what to do. Rows are never touched.

			### Setup
			1. Run this workflow once, and after each update of the templates.
			2. Go on with the workflow *Client settings*.

			Self-hosted n8n only: the templates use the community package **n8n-nodes-webshop-snelstart**.

			Give no other data table a name that contains one of these names: n8n looks tables up by part of their name.
		`,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const makers = tablesToSetUp.map((table, place) =>
		flow.add(tables[table].node, [220 * (place + 1), 0], makeTable(table), 'once'),
	);
	const after = 220 * (makers.length + 1);
	const list = flow.add('List tables', [after, 0], listTables(), 'once');
	const check = flow.add(
		'Check tables',
		[after + 220, 0],
		transformer({ resource: 'orderTable', operation: 'checkTables' }),
	);
	const incomplete = flow.add(
		'Something is missing',
		[after + 440, 120],
		stop("={{ $input.all().map(({ json }) => json.message + ' ' + json.tip).join(' ') }}"),
	);
	const ready = flow.add(
		'Ready',
		[after + 440, -60],
		onlyFields({ tables: '={{ $json.tables }}' }),
	);

	flow.wire(whenClickedNode, ...makers, list, check, ready);
	flow.wire(check.out(1), incomplete);

	return flow;
}
