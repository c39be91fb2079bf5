import type { Resource } from '../../shared/kit/resource';
import { downloadInvoice } from './downloadInvoice';
import { get } from './get';
import { getBatch } from './getBatch';
import { getMany } from './getMany';
import { update } from './update';
import { writeBack } from './writeBack';

export const order: Resource = {
	name: 'Order',
	operations: {
		downloadInvoice,
		get,
		getBatch,
		getMany,
		update,
		writeBack,
	},
	start: 'getMany',
};
