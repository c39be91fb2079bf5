import type { Resource } from '../../shared/kit/resource';
import { create } from './create';
import { findDeleted } from './findDeleted';
import { get } from './get';
import { getMany } from './getMany';

export const refund: Resource = {
	name: 'Refund',
	operations: {
		create,
		findDeleted,
		get,
		getMany,
	},
	start: 'getMany',
};
