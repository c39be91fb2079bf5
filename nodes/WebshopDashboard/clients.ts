import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { fromJson, standsStill } from '../../bookkeeping';
import { isFileAtWork } from '../shared/orderFile';
import { text } from './cells';
import { mayApprove, readRows, rowsOf, type Row } from './rows';
import type { Kept } from './told';
import { readSignOffs } from './signOffs';
import { pauseOf, readTrouble } from './troubles';

/** What the tables hold of all clients together. */
export interface TablesOfClients {
	/** The newest settings of every client; of one that saved none since an upgrade every version. */
	settings: readonly IDataObject[];
	cursors: readonly IDataObject[];
	/** Rows of the order table that may need somebody. */
	rows: readonly IDataObject[];
	troubles: readonly IDataObject[];
	signOffs: readonly IDataObject[];
}

/** When a sync of a shop ended last. */
export interface ShopRun {
	/** The shop, with ` refunds` behind it for its refunds. */
	shop: string;
	/** The moment (ISO); empty when it never did. */
	ended: string;
	/** Whole hours since then, or since the settings were saved when there was no run yet. */
	hours: number;
	/** Longer ago than is usual. */
	isSilent: boolean;
}

/** How things stand with one client. */
export interface ClientState {
	client: string;
	/** Nothing is booked for a client whose settings were never saved. */
	hasSettings: boolean;
	runs: ShopRun[];
	/** How many rows stand on the tabs of its dashboard, of all days. */
	attention: number;
	toApprove: number;
	open: number;
	/** The first day (yyyy-MM-dd) of what needs attention, and of what is open; empty without any. */
	attentionSince: string;
	openSince: string;
	/** Why nothing runs, while somebody has paused or stopped it; it is not silent then. */
	pause?: Kept;
	/** The latest month (yyyy-MM) that was signed off; empty when none was. */
	signedOff: string;
	/** What is wrong with its shops or with SnelStart. */
	troubles: Array<Kept & { shop: string }>;
}

interface Clock {
	now: DateTime;
	/** After so many hours without a run a shop is silent. */
	silentAfter: number;
	/** The day (yyyy-MM-dd) of a moment, in the readers' zone. */
	dayOf: (moment: string) => string;
}

/** Kinds of shop that a sync reads every hour; orders of others come when somebody sends them. */
export const READ_HOURLY = ['wooCommerce', 'jouwWeb'];
const OF_REFUNDS = / refunds$/;

/** How things stand with every client: those that are silent first, then those that need somebody. */
export function clientStates(tables: TablesOfClients, clock: Clock): ClientState[] {
	const lists = [tables.settings, tables.cursors, tables.rows, tables.troubles];
	const clients = new Set(lists.flatMap((rows) => rows.map(({ client }) => text(client))));
	const rank = (state: ClientState): number =>
		isSilent(state) ? 0 : state.attention + state.troubles.length > 0 ? 1 : 2;
	return [...clients]
		.filter((client) => client !== '')
		.map((client) => clientState(client, tables, clock))
		.sort((a, b) => rank(a) - rank(b) || a.client.localeCompare(b.client));
}

/** Whether a sync of the client ended longer ago than is usual, and nobody paused or stopped it. */
export const isSilent = ({ runs, pause }: ClientState): boolean =>
	pause === undefined && runs.some((run) => run.isSilent);

function clientState(client: string, tables: TablesOfClients, clock: Clock): ClientState {
	const own = (rows: readonly IDataObject[]) => rows.filter((row) => row.client === client);
	const [settings] = own(tables.settings).sort((a, b) => Number(b.version) - Number(a.version));
	const rows = readRows(own(tables.rows), clock.dayOf);
	const attention = rowsOf('errors', rows, '');
	const toApprove = rows.filter(mayApprove);
	const open = rowsOf('open', rows, '').filter((row) => !mayApprove(row));
	const troubles = own(tables.troubles).filter((row) => !isFileAtWork(row, clock.now));
	const pause = pauseOf(troubles, client);
	return {
		client,
		hasSettings: settings !== undefined,
		runs: settings === undefined ? [] : runsOf(settings, own(tables.cursors), clock),
		attention: attention.length,
		toApprove: toApprove.length,
		open: open.length,
		attentionSince: firstDay(attention),
		openSince: firstDay([...toApprove, ...open]),
		...(pause && { pause }),
		signedOff: readSignOffs(tables.signOffs, client)[0]?.month ?? '',
		troubles: troublesOf(
			troubles.filter(({ subject }) => !Object.values<unknown>(standsStill).includes(subject)),
		),
	};
}

const firstDay = (rows: readonly Row[]): string =>
	rows
		.map(({ orderDate, day: worked }) => orderDate || worked)
		.filter((one) => one !== '')
		.sort()[0] ?? '';

/** The syncs that are to run for the shops in the settings; that of refunds once it ran. */
function runsOf(
	settings: IDataObject,
	cursors: readonly IDataObject[],
	{ now, silentAfter }: Clock,
): ShopRun[] {
	const { shops = [] } = (fromJson(settings.settings) ?? {}) as {
		shops?: Array<{ shop: string; kind: string }>;
	};
	const hourly = shops.filter(({ kind }) => READ_HOURLY.includes(kind)).map(({ shop }) => shop);
	const ofRefunds = cursors
		.map(({ shop }) => text(shop))
		.filter((name) => OF_REFUNDS.test(name) && hourly.includes(name.replace(OF_REFUNDS, '')));
	return [...hourly, ...new Set(ofRefunds)].map((shop) => {
		const [ended = ''] = cursors
			.filter((cursor) => cursor.shop === shop)
			.map(({ updatedAt }) => text(updatedAt))
			.sort()
			.reverse();
		const since = DateTime.fromISO(ended || text(settings.createdAt), { zone: 'utc' });
		const hours = since.isValid ? Math.floor(now.diff(since, 'hours').hours) : silentAfter;
		return { shop, ended, hours, isSilent: hours >= silentAfter };
	});
}

/** What is wrong, each thing once: that an outage was told says the same as the outage. */
function troublesOf(rows: readonly IDataObject[]): ClientState['troubles'] {
	const troubles = rows.map(readTrouble);
	const seen = new Set<string>();
	return troubles.filter(({ shop, code }) => {
		const key = `${shop} ${code}`;
		return !seen.has(key) && seen.add(key);
	});
}
