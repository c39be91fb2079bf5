import type { Resource } from '../blocks/operation';
import { get } from './get';
import { getBatch } from './getBatch';
import { getMany } from './getMany';
import { update } from './update';
import { writeBack } from './writeBack';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	operations: [get, getBatch, getMany, update, writeBack],
	start: 'getMany',
};
