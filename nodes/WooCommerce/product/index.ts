import { getMany, getOne } from '../blocks/kind';
import type { Resource } from '../../shared/kit/resource';
import { product as kind } from '../kinds';
import { findBySku } from './findBySku';
import { updateBatch } from './updateBatch';

export const product: Resource = {
	name: 'Product',
	operations: {
		findBySku,
		get: getOne(kind),
		getMany: getMany(kind),
		updateBatch,
	},
	start: 'getMany',
};
