import type { INodeProperties } from 'n8n-workflow';

/** How a list goes on after its first page. */
export type PagingStyle = 'auto' | 'cursor' | 'link' | 'none' | 'page';

/** Every name the JouwWeb API might spell differently from what this node assumes. */
export interface ApiLayout {
	websitesPath: string;
	ordersPath: string;
	orderPath: string;
	/** Where a list sits in an answer; empty means: look for it. */
	listKey: string;
	paging: PagingStyle;
	pageParameter: string;
	pageSizeParameter: string;
	pageSize: number;
	cursorParameter: string;
	createdAfterParameter: string;
	updatedAfterParameter: string;
	statusParameter: string;
}

/** Its defaults are assumptions, none of them confirmed by JouwWeb (JouwWeb reference 5). */
export const apiLayoutDescription: INodeProperties = {
	displayName: 'API Layout',
	name: 'apiLayout',
	type: 'collection',
	placeholder: 'Add Detail',
	default: {},
	description:
		"JouwWeb's API is not publicly documented. Change here what JouwWeb's own information says differently.",
	options: [
		{
			displayName: 'Created After Parameter',
			name: 'createdAfterParameter',
			type: 'string',
			default: 'createdAfter',
			description: 'Query parameter for the moment of creation. Empty sends none.',
		},
		{
			displayName: 'Cursor Parameter',
			name: 'cursorParameter',
			type: 'string',
			default: 'cursor',
			description: 'Query parameter that carries the cursor of the next page',
		},
		{
			displayName: 'List Key',
			name: 'listKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. data.orders',
			description: 'Where the list sits in an answer. Empty looks in the usual places.',
		},
		{
			displayName: 'Order Path',
			name: 'orderPath',
			type: 'string',
			default: '/websites/{websiteId}/orders/{orderId}',
			description: 'Path of one order, with {websiteId} and {orderId}',
		},
		{
			displayName: 'Orders Path',
			name: 'ordersPath',
			type: 'string',
			default: '/websites/{websiteId}/orders',
			description: 'Path of the list of orders, with {websiteId}',
		},
		{
			displayName: 'Page Parameter',
			name: 'pageParameter',
			type: 'string',
			default: 'page',
			description: 'Query parameter for the number of the page',
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description: 'How many records to ask for at a time',
		},
		{
			displayName: 'Page Size Parameter',
			name: 'pageSizeParameter',
			type: 'string',
			default: 'limit',
			description: 'Query parameter for the page size. Empty sends none.',
		},
		{
			displayName: 'Paging',
			name: 'paging',
			type: 'options',
			default: 'auto',
			description: 'How a list goes on after its first page',
			options: [
				{
					name: 'Automatic',
					value: 'auto',
					description: 'A link or a cursor when the answer has one, else page numbers',
				},
				{ name: 'Cursor', value: 'cursor', description: 'The answer holds the next cursor' },
				{ name: 'Link', value: 'link', description: 'The answer holds the next address' },
				{ name: 'None', value: 'none', description: 'One answer holds everything' },
				{ name: 'Page Number', value: 'page', description: 'Pages are numbered from 1' },
			],
		},
		{
			displayName: 'Status Parameter',
			name: 'statusParameter',
			type: 'string',
			default: 'status',
			description: 'Query parameter for statuses. Empty sends none.',
		},
		{
			displayName: 'Updated After Parameter',
			name: 'updatedAfterParameter',
			type: 'string',
			default: 'updatedAfter',
			description: 'Query parameter for the moment of change. Empty sends none.',
		},
		{
			displayName: 'Websites Path',
			name: 'websitesPath',
			type: 'string',
			default: '/websites',
			description: 'Path of the list of websites',
		},
	],
};

const defaults = Object.fromEntries(
	(apiLayoutDescription.options as INodeProperties[]).map((option) => [
		option.name,
		option.default,
	]),
) as unknown as ApiLayout;

/** The layout with the defaults filled in for what the user left alone. */
export function layoutOf(entered: Partial<ApiLayout> | undefined): ApiLayout {
	return { ...defaults, ...entered };
}
