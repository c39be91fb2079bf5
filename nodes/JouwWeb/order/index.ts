import type { Resource } from '../../shared/kit/resource';
import { get } from './get';
import { getMany } from './getMany';

export const order: Resource = { name: 'Order', operations: { get, getMany }, start: 'getMany' };
