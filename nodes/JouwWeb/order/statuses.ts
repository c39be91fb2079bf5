import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { connectionInEditor } from '../connection';
import { chosenWebsite } from '../website/parameter';
import { firstOrders } from './read';

/** So many orders are looked at: enough to meet every status a shop uses, few enough to wait for. */
const ORDERS_LOOKED_AT = 500;

/** The statuses the newest orders of the chosen website have, for the dropdown (J061). */
export async function getStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const website = chosenWebsite(this.getCurrentNodeParameter('website', { extractValue: true }));
	if (website === '') return [];
	const connection = await connectionInEditor.call(this);
	const counts = new Map<string, number>();
	const wanted = { statuses: [], zone: this.getTimezone() };
	const orders = await firstOrders.call(this, connection, website, wanted, ORDERS_LOOKED_AT);
	for (const { status } of orders) {
		if (typeof status !== 'string' || status.trim() === '') continue;
		counts.set(status.trim(), (counts.get(status.trim()) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([status, times]) => ({
			name: status,
			value: status,
			description: `${times} of the newest ${orders.length} orders`,
		}));
}
