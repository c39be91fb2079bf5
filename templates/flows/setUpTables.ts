import { Flow } from '../build/flow';
import { text } from '../build/text';
import { whenClicked } from '../fragments/basics';
import { makeTable } from '../fragments/table';

export function setUpTables(): Flow {
	const flow = new Flow({
		name: 'Set up tables',
		description:
			'Makes the three data tables in which the other workflows keep what they know: the order table, the client settings and how far each shop was read. Run it once per n8n.',
	});

	flow.note(
		'Overview',
		[-420, -160],
		[380, 640],
		text`
			## Set up tables

			### How it works
			Makes the data tables of the templates, each only if it is not there yet:
			- **WebshopOrders**: one row per order, refund and payment, with its state, and a code and tip when it was not booked. No names, no e-mail addresses.
			- **ClientSettings**: the settings of each client, one row per version.
			- **SyncCursors**: how far each shop was read.
			- **PeriodChecks**: what the last comparison with the books found.
			- **ShopTroubles**: what is wrong with a shop itself.
			- **Migrations**: how far the orders of a past period are.
			- **StockMemory**: the stock that was written to each shop last.
			- **ArticleChecks**: which products and articles do not fit each other.

			### Setup
			1. Run this workflow once. Running it again changes nothing.
			2. Go on with the workflow *Client settings*.

			Self-hosted n8n only: the templates use the community package **n8n-nodes-webshop-snelstart**.

			Give no other data table a name that contains one of these names: n8n looks tables up by part of their name.
		`,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const makeShopTroubleTable = flow.add(
		'Make shop trouble table',
		[220, 220],
		makeTable('ShopTroubles'),
		'once',
	);
	const makeOrderTable = flow.add('Make order table', [220, 0], makeTable('WebshopOrders'), 'once');
	const makeSettingsTable = flow.add(
		'Make settings table',
		[440, 0],
		makeTable('ClientSettings'),
		'once',
	);
	const makeCursorTable = flow.add('Make cursor table', [660, 0], makeTable('SyncCursors'), 'once');
	const makePeriodCheckTable = flow.add(
		'Make period check table',
		[880, 0],
		makeTable('PeriodChecks'),
		'once',
	);
	const makeStockMemoryTable = flow.add(
		'Make stock memory table',
		[1100, 0],
		makeTable('StockMemory'),
		'once',
	);
	const makeArticleCheckTable = flow.add(
		'Make article check table',
		[1320, 0],
		makeTable('ArticleChecks'),
		'once',
	);
	const makeMigrationTable = flow.add(
		'Make migration table',
		[1540, 0],
		makeTable('Migrations'),
		'once',
	);

	flow.wire(whenClickedNode, [makeOrderTable, makeShopTroubleTable]);
	flow.wire(
		makeOrderTable,
		makeSettingsTable,
		makeCursorTable,
		makePeriodCheckTable,
		makeStockMemoryTable,
		makeArticleCheckTable,
		makeMigrationTable,
	);

	return flow;
}
