import type { Resource } from '../blocks/operation';
import { create } from './create';
import { findDeleted } from './findDeleted';
import { get } from './get';
import { getMany } from './getMany';

export const refund: Resource = {
	value: 'refund',
	name: 'Refund',
	operations: [create, findDeleted, get, getMany],
	start: 'getMany',
};
