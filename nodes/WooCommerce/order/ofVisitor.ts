import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { vatNumberIn } from '../../../bookkeeping';
import { listedFields, view, type View } from '../blocks/fields';
import { simplifiedOrder } from './order';

/**
 * What an order says of the visitor's device, his own words, and keys to his order page: no booking
 * needs them, and n8n keeps whatever a node gives with its executions.
 */
const OF_VISITOR = ['customer_ip_address', 'customer_user_agent', 'order_key', 'payment_url'];
/** His own words: nothing of them but a VAT number, by which a business is told from a consumer. */
const NOTE = 'customer_note';
/** Where the visitor came from, his browser and how long he stayed: meta fields of WooCommerce's own. */
const META_OF_VISITOR = '_wc_order_attribution_';

/**
 * A raw order without what only tells of the visitor. They are taken out after reading, since
 * WooCommerce's `_fields` names what to give and not what to leave out, and a field of a plugin that
 * nobody foresaw may hold money.
 */
export function withoutVisitor(order: IDataObject): IDataObject {
	const rest = Object.fromEntries(
		Object.entries(order).filter(([name]) => name !== NOTE && !OF_VISITOR.includes(name)),
	);
	const note = order[NOTE];
	const vatNumber = typeof note === 'string' ? vatNumberIn(note) : '';
	if (vatNumber !== '') rest[NOTE] = vatNumber;
	if (!Array.isArray(rest.meta_data)) return rest;
	const meta = rest.meta_data as Array<IDataObject | null>;
	return {
		...rest,
		meta_data: meta.filter((field) => !String(field?.key ?? '').startsWith(META_OF_VISITOR)),
	};
}

/** How orders leave the node: without what only tells of the visitor, unless Fields asks for it. */
export function orderView(this: IExecuteFunctions, itemIndex: number): View {
	const { query, show } = view.call(this, simplifiedOrder, itemIndex);
	if (listedFields.call(this, itemIndex).length > 0) return { query, show };
	return { query, show: (order) => show(withoutVisitor(order)) };
}
