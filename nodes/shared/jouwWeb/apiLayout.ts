import type { INodeProperties } from 'n8n-workflow';

/** How a list goes on after its first page. */
export type PagingStyle = 'auto' | 'cursor' | 'link' | 'none' | 'offset' | 'page';

/** How a moment is written in a query. */
export type DateFormat = 'date' | 'dateTime' | 'seconds';

/** Every name the JouwWeb API might spell differently from what this package assumes. */
export interface ApiLayout {
	websitesPath: string;
	ordersPath: string;
	orderPath: string;
	productsPath: string;
	/** Where a list sits in an answer; empty means: look for it. */
	listKey: string;
	paging: PagingStyle;
	pageParameter: string;
	/** The number of the first page: 1, or 0. */
	firstPage: number;
	pageSizeParameter: string;
	pageSize: number;
	cursorParameter: string;
	/** Where the next cursor or link sits in an answer; empty means: look for it. */
	nextKey: string;
	createdAfterParameter: string;
	updatedAfterParameter: string;
	statusParameter: string;
	dateFormat: DateFormat;
	/** `our name = their name`, separated by commas or lines. */
	fieldNames: string;
}

/**
 * The API layout as fields of a credential, so that it is set once for every node that uses it. Its
 * defaults are assumptions, none of them confirmed by JouwWeb (JW-501).
 */
export const apiLayoutProperties: INodeProperties[] = [
	{
		displayName: 'API Layout',
		name: 'apiLayout',
		type: 'options',
		default: 'assumed',
		description:
			"JouwWeb's API is not publicly documented: paths and names are assumed. Change here what JouwWeb's own information says differently.",
		options: [
			{ name: 'As Assumed', value: 'assumed' },
			{ name: 'As Entered Below', value: 'own' },
		],
	},
	...ownLayout([
		path('Websites Path', 'websitesPath', '/websites', 'the list of websites'),
		path(
			'Orders Path',
			'ordersPath',
			'/websites/{websiteId}/orders',
			'the list of orders, with {websiteId}',
		),
		path(
			'Order Path',
			'orderPath',
			'/websites/{websiteId}/orders/{orderId}',
			'one order, with {websiteId} and {orderId}',
		),
		path(
			'Products Path',
			'productsPath',
			'/websites/{websiteId}/products',
			'the list of products, with {websiteId}',
		),
		{
			displayName: 'List Key',
			name: 'listKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. data.orders',
			description:
				'Where the list sits in an answer; several names with commas between. Empty looks in the usual places.',
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
				{
					name: 'Offset',
					value: 'offset',
					description: 'The page parameter says how many records to skip',
				},
				{ name: 'Page Number', value: 'page', description: 'Pages are numbered' },
			],
		},
		{
			displayName: 'Page Parameter',
			name: 'pageParameter',
			type: 'string',
			default: 'page',
			description: 'Query parameter for the number of the page, or for the offset',
		},
		{
			displayName: 'First Page',
			name: 'firstPage',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1 },
			default: 1,
			description: 'The number of the first page',
		},
		{
			displayName: 'Page Size Parameter',
			name: 'pageSizeParameter',
			type: 'string',
			default: 'limit',
			description: 'Query parameter for the page size. Empty sends none.',
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
			displayName: 'Cursor Parameter',
			name: 'cursorParameter',
			type: 'string',
			default: 'cursor',
			description: 'Query parameter that carries the cursor of the next page',
		},
		{
			displayName: 'Next Key',
			name: 'nextKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. paging.next',
			description:
				'Where the next link or cursor sits in an answer. Empty looks in the usual places.',
		},
		{
			displayName: 'Created After Parameter',
			name: 'createdAfterParameter',
			type: 'string',
			default: 'createdAfter',
			description: 'Query parameter for the moment of creation. Empty sends none.',
		},
		{
			displayName: 'Updated After Parameter',
			name: 'updatedAfterParameter',
			type: 'string',
			default: 'updatedAfter',
			description: 'Query parameter for the moment of change. Empty sends none.',
		},
		{
			displayName: 'Status Parameter',
			name: 'statusParameter',
			type: 'string',
			default: 'status',
			description: 'Query parameter for statuses, with commas between. Empty sends none.',
		},
		{
			displayName: 'Date Format',
			name: 'dateFormat',
			type: 'options',
			default: 'dateTime',
			description: 'How a moment is written in a query',
			options: [
				{ name: 'Date and Time (2026-11-22T13:45:00Z)', value: 'dateTime' },
				{ name: 'Date Only (2026-11-22)', value: 'date' },
				{ name: 'Seconds Since 1970', value: 'seconds' },
			],
		},
		{
			displayName: 'Field Names',
			name: 'fieldNames',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. orderNumber = number, orderLines = lines, line.title = name',
			description:
				"Fields of an order that JouwWeb names differently, as 'our name = their name' with commas between. Fields of a line start with 'line.'.",
		},
	]),
];

function path(displayName: string, name: string, value: string, of: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: value,
		description: `Path of ${of}`,
	};
}

function ownLayout(properties: INodeProperties[]): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: { show: { apiLayout: ['own'] } },
	}));
}

const defaults = Object.fromEntries(
	apiLayoutProperties.map((property) => [property.name, property.default]),
) as unknown as ApiLayout;

/** The layout a credential describes: the assumed one, or what was entered in its place. */
export function layoutOf(credential: object): ApiLayout {
	const isOwn = 'apiLayout' in credential && credential.apiLayout === 'own';
	return isOwn ? { ...defaults, ...credential } : defaults;
}
