import { getMany, getOne } from '../blocks/kind';
import type { Resource } from '../blocks/operation';
import { product as kind } from '../kinds';
import { findBySku } from './findBySku';
import { updateBatch } from './updateBatch';

export const product: Resource = {
	value: 'product',
	name: 'Product',
	operations: [findBySku, getOne(kind), getMany(kind), updateBatch],
	start: 'getMany',
};
