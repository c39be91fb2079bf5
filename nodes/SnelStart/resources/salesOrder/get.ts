import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { read } from '../../../shared/snelStart/transport';
import { shownFor, simplifyField } from '../../fields';
import { readId } from '../../readParameters';
import { simplifySalesOrder } from './simplify';

export const description = shownFor({ resource: 'salesOrder', operations: ['get'] }, [
	{
		displayName: 'Sales Order ID',
		name: 'salesOrderId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		description: "The 'salesOrderId' that Book returns",
	},
	simplifyField,
]);

/** Reads one sales order (verkooporder) with its lines and totals. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const id = readId.call(this, 'salesOrderId', 'Sales Order ID', itemIndex);
	const order = (await read.call(this, `/verkooporders/${id}`)) as IDataObject;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifySalesOrder(order) : order];
}
