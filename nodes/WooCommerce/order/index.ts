import type { Resource } from '../../shared/kit/resource';
import { get } from './get';
import { getBatch } from './getBatch';
import { getMany } from './getMany';
import { update } from './update';
import { writeBack } from './writeBack';

export const order: Resource = {
	name: 'Order',
	operations: {
		get,
		getBatch,
		getMany,
		update,
		writeBack,
	},
	start: 'getMany',
};
