import type { IDisplayOptions, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { listFields } from '../shared/listFields';

/** "Return All" and "Limit" of an operation that reads a list. */
export function limitParameters(show: NonNullable<IDisplayOptions['show']>): INodeProperties[] {
	return listFields.map((field) => ({
		...field,
		displayOptions: { show: { ...show, ...field.displayOptions?.show } },
	}));
}

/** How many results are wanted at most. */
export function limitOf(this: IExecuteFunctions, itemIndex: number): number {
	const returnAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
	return returnAll ? Infinity : (this.getNodeParameter('limit', itemIndex) as number);
}
