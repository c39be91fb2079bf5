import { apiCall } from './apiCall';
import type { Resources } from '../shared/kit/resource';
import { readOnlyResources } from './kinds';
import { order } from './order';
import { orderNote } from './orderNote';
import { product } from './product';
import { refund } from './refund';
import { settings } from './settings';
import { webhook } from './webhook';

/** Everything of a shop the node knows, by the resource's value in the panel. */
export const resources: Resources = {
	...readOnlyResources,
	apiCall,
	order,
	orderNote,
	product,
	refund,
	settings,
	webhook,
};
