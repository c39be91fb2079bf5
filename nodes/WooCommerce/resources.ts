import { apiCall } from './apiCall';
import type { Resource } from './blocks/operation';
import { readOnlyResources } from './kinds';
import { order } from './order';
import { orderNote } from './orderNote';
import { product } from './product';
import { refund } from './refund';
import { settings } from './settings';
import { webhook } from './webhook';

/** Everything of a shop the node knows, by name. */
export const resources: Resource[] = [
	...readOnlyResources,
	apiCall,
	order,
	orderNote,
	product,
	refund,
	settings,
	webhook,
].sort((a, b) => a.name.localeCompare(b.name));
