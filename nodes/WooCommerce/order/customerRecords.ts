import type { IDataObject, IExecuteFunctions, INodeProperties, NodeError } from 'n8n-workflow';

import { customerToRead, withCustomerRecord } from '../../../bookkeeping';
import { listByIds } from '../transport';

export const customersOutsideField: INodeProperties = {
	displayName: 'VAT Numbers of Customers Outside',
	name: 'customersOutside',
	type: 'string',
	default: '',
	placeholder: 'e.g. NL',
	description:
		"The country of the shop, to put on an order that went to another EU country what the shop's record of its customer may hold as VAT number, in the field 'customer_record'. Only customers with an account who may be a business are read, a hundred per request. Empty: none is read.",
	displayOptions: { show: { simplify: [false] } },
};

const customers = { path: '/customers', what: 'customer' };
/**
 * Orders with what the records of their customers hold, as far as that may change how they are treated
 * for VAT. A shop that does not give the records fails no order: the order says so, and the rules
 * decide what that means. A customer who is not among those listed was deleted.
 */
export async function withCustomerRecords(
	this: IExecuteFunctions,
	orders: readonly IDataObject[],
	itemIndex: number,
): Promise<IDataObject[]> {
	const outside = String(this.getNodeParameter('customersOutside', itemIndex, '') ?? '');
	const homes = outside.split(',').map((home) => home.trim().toUpperCase());
	if (homes.every((home) => home === '')) return [...orders];
	const wanted = new Map(
		orders.flatMap((order): Array<[IDataObject, string]> => {
			const id = customerToRead(order, homes.filter(Boolean));
			return id === undefined ? [] : [[order, id]];
		}),
	);
	if (wanted.size === 0) return [...orders];
	const records = new Map<string, IDataObject>();
	let notRead: string | undefined;
	try {
		// By default only those with the role of a customer are listed.
		const query = { role: 'all', orderby: 'id', order: 'asc' };
		const rows = await listByIds.call(this, customers, [...wanted.values()], query);
		for (const row of rows) records.set(String(row.id), row);
	} catch (error) {
		const { context, name } = error as Partial<NodeError>;
		notRead = String(context?.code ?? name);
	}
	return orders.map((order) => {
		const id = wanted.get(order);
		if (id === undefined) return order;
		const record = records.get(id);
		const missing = notRead === undefined ? { gone: true as const } : { notRead };
		return withCustomerRecord(order, record ? { record } : missing) as IDataObject;
	});
}
