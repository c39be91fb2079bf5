import { DateTime } from 'luxon';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { subtitleOfChoice } from '../shared/kit/resource';
import { testKeys } from '../shared/snelStart/credentialTest';
import { getAll } from '../shared/snelStart/paging';
import { simplifyField } from './fields';
import { watchedEvents } from './trigger/events';
import { SNELSTART_ZONE } from './trigger/poll';

/** Polls under way: n8n starts the next one on time even when the last one is not finished. */
const underWay = new Set<string>();

const eventField: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Article (Artikel) Created or Changed',
			value: 'articleChanged',
			description: 'By its moment of change in SnelStart',
		},
		{
			name: 'Invoice (Verkoopfactuur) Paid',
			value: 'invoicePaid',
			description: 'When nothing is open any more, read from the open balance',
		},
		{
			name: 'Relation (Relatie) Created or Changed',
			value: 'relationChanged',
			description: 'Customers and suppliers',
		},
		{
			name: 'Sales Invoice (Verkoopfactuur) Created or Changed',
			value: 'salesInvoiceChanged',
			description: 'A payment alone is not a change; use Invoice Paid',
		},
		{
			name: 'Sales Order (Verkooporder) Created or Changed',
			value: 'salesOrderChanged',
			description: 'By its moment of change in SnelStart',
		},
		{
			name: 'Stock (Voorraad) Changed',
			value: 'stockChanged',
			description: 'Reads every article with stock control at each poll, 25 per call',
		},
	],
	default: 'invoicePaid',
};

export class SnelStartTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SnelStart Trigger',
		name: 'snelStartTrigger',
		icon: { light: 'file:../../icons/snelstart.svg', dark: 'file:../../icons/snelstart.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOfChoice(eventField),
		description: 'Starts the workflow when something changes in SnelStart',
		defaults: { name: 'SnelStart Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'snelStartB2bApi', required: true, testedBy: 'testKeys' }],
		properties: [
			eventField,
			{
				displayName: 'Payments in Part',
				name: 'partial',
				type: 'boolean',
				default: false,
				description: 'Whether an invoice of which less is open than before is an event too',
				displayOptions: { show: { event: ['invoicePaid'] } },
			},
			simplifyField,
		],
	};

	methods = { credentialTest: { testKeys } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const name = this.getNodeParameter('event') as string;
		const event = watchedEvents[name];
		if (event === undefined) {
			throw new NodeOperationError(this.getNode(), `The event '${name}' is not known`, {
				description: "Choose another 'Event'",
			});
		}
		const partial = name === 'invoicePaid' && (this.getNodeParameter('partial', false) as boolean);
		const toItems = (rows: IDataObject[]): INodeExecutionData[][] | null => {
			if (rows.length === 0) return null;
			const simplify = this.getNodeParameter('simplify', true) as boolean;
			return [rows.map((row) => ({ json: simplify ? event.simplify(row) : row }))];
		};
		if (this.getMode() === 'manual') {
			const rows = await getAll.call(this, event.path, { filter: event.example, limit: 1 });
			return toItems(rows);
		}
		const key = `${this.getWorkflow().id}/${this.getNode().id}`;
		// Two polls from one state would hand the same event over twice.
		if (underWay.has(key)) return null;
		underWay.add(key);
		try {
			const kept = this.getWorkflowStaticData('node');
			const watched = `${name}${partial ? '/partial' : ''}`;
			const before = kept.watched === watched ? kept.state : undefined;
			const now = DateTime.now().setZone(SNELSTART_ZONE);
			const { events, state } = await event.poll(partial).call(this, before, now);
			const items = toItems(events);
			kept.watched = watched;
			kept.state = state as IDataObject;
			return items;
		} finally {
			underWay.delete(key);
		}
	}
}
