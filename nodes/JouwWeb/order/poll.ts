import { createHash } from 'node:crypto';

import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { inputError, reason } from '../../shared/codedError';
import { momentOf } from '../../shared/moment';
import { pollFresh } from '../../shared/poll';
import type { PolledRecord } from '../../shared/pollMemory';
import { connectionOf } from '../connection';
import type { Connection } from '../connection';
import { polledWebsiteId } from '../website/parameter';
import { changedAt, textList, type Wanted } from './filters';
import { firstOrders, readAllOrders } from './read';
import { simplifyOrder } from './simplify';

const MINUTE_MS = 60_000;
/** So many orders a manual run shows: enough to build a workflow with. */
const ORDERS_SHOWN = 5;

type Event = 'newOrder' | 'newOrChangedOrder';
type PolledOrder = PolledRecord & { order: IDataObject };

export const pollParameters: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'New Order',
				value: 'newOrder',
				description: 'Once for every order, when it first has one of the statuses',
			},
			{
				name: 'New or Changed Order',
				value: 'newOrChangedOrder',
				description: 'Also whenever anything in the order has changed',
			},
		],
		default: 'newOrChangedOrder',
	},
	{
		displayName: 'Status Names or IDs',
		name: 'statuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getStatuses', loadOptionsDependsOn: ['website'] },
		default: [],
		description:
			'Only orders with one of these statuses; all when empty. The list shows those that the newest orders of the shop have. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Look Back (Days)',
				name: 'lookBackDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'Read every order placed in the last so many days again at each poll. For an API that does not say when an order changed.',
			},
			{
				displayName: 'Overlap (Minutes)',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 60,
				description:
					'How much of the last poll is read again, for orders that JouwWeb shows later than it dates them',
			},
			{
				displayName: 'Start From',
				name: 'startFrom',
				type: 'dateTime',
				default: '',
				description:
					'Hand over orders changed from this moment on. Empty starts when the workflow is activated. Counts at the first poll only.',
			},
		],
	},
];

/**
 * The orders that no earlier poll handed over. A manual run shows the newest few and remembers
 * nothing.
 *
 * @throws what `readAllOrders` throws: a poll that did not read everything hands over nothing
 */
export async function pollOrders(this: IPollFunctions): Promise<IDataObject[]> {
	const authentication = this.getNodeParameter('authentication') as string;
	const connection = await connectionOf.call(this, authentication);
	const website = polledWebsiteId.call(this);
	const statuses = textList(this.getNodeParameter('statuses', []));
	const orders =
		this.getMode() === 'manual'
			? await newestOrders.call(this, connection, website, statuses)
			: await freshOrders.call(this, connection, website, statuses);
	return this.getNodeParameter('simplify', true) === true ? orders.map(simplifyOrder) : orders;
}

async function newestOrders(
	this: IPollFunctions,
	connection: Connection,
	website: string,
	statuses: string[],
): Promise<IDataObject[]> {
	const wanted = { statuses, zone: this.getTimezone() };
	return await firstOrders.call(this, connection, website, wanted, ORDERS_SHOWN);
}

async function freshOrders(
	this: IPollFunctions,
	connection: Connection,
	website: string,
	statuses: string[],
): Promise<IDataObject[]> {
	const event = this.getNodeParameter('event') as Event;
	const options = this.getNodeParameter('options', {}) as IDataObject;
	const zone = this.getTimezone();
	const start = startOf.call(this, options.startFrom, zone);
	const lookBackDays = Number(options.lookBackDays ?? 0);

	const readSince = async (fromMs: number): Promise<PolledOrder[]> => {
		const found = new Map<string, IDataObject>();
		const read = async (wanted: Wanted) => {
			const orders = await readAllOrders.call(this, connection, website, wanted);
			for (const order of orders) found.set(keyOf.call(this, order), order);
		};
		await read({ updatedAfter: DateTime.fromMillis(fromMs), statuses, zone });
		if (lookBackDays > 0) {
			const placedAfter = DateTime.max(
				DateTime.now().minus({ days: lookBackDays }),
				start ?? DateTime.fromMillis(0),
			);
			await read({ createdAfter: placedAfter, statuses, zone });
		}
		return [...found].map(([key, order]) => ({
			key,
			version: event === 'newOrder' ? '' : fingerprint(order),
			momentMs: changedAt(order, zone)?.toMillis(),
			order,
		}));
	};

	const fresh = await pollFresh.call(this, {
		source: `${connection.baseUrl} ${website} ${event}`,
		startMs: start?.toMillis(),
		overlapMs: Number(options.overlapMinutes ?? 60) * MINUTE_MS,
		readSince,
	});
	return (fresh as PolledOrder[]).map(({ order }) => order);
}

function startOf(this: IPollFunctions, entered: unknown, zone: string): DateTime | undefined {
	if (entered === undefined || entered === '') return undefined;
	const moment = momentOf(entered, zone);
	if (moment !== undefined) return moment;
	throw new NodeOperationError(this.getNode(), "'Start From' is not a date", {
		description: "Use a date and time such as '2026-11-22T13:45:00+01:00'",
	});
}

/** @throws NodeOperationError for an order that cannot be told apart from others */
function keyOf(this: IPollFunctions, order: IDataObject): string {
	const key = order.id ?? order.orderNumber;
	if (key !== undefined && key !== null && key !== '') return String(key);
	throw inputError(this.getNode(), reason('JOUWWEB_ORDER_WITHOUT_ID'));
}

/** The same for the same content, in whatever order the fields come. */
function fingerprint(order: IDataObject): string {
	return createHash('sha256').update(sorted(order)).digest('base64url').slice(0, 16);
}

function sorted(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}
