import type { Resource } from './blocks/operation';
import { order } from './order';
import { orderNote } from './orderNote';
import { refund } from './refund';

/** Everything of a shop the node knows, by name. */
export const resources: Resource[] = [order, orderNote, refund];
