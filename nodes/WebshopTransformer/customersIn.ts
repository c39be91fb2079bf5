import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { CustomerKeys } from '../../bookkeeping';

/** The customers of claimed drafts, as far as they have keys. */
export const customersIn = (drafts: readonly INodeExecutionData[]): CustomerKeys[] =>
	drafts.flatMap(({ json }) => {
		const { ofCustomer } = json.found as IDataObject & { ofCustomer?: CustomerKeys };
		return ofCustomer ? [ofCustomer] : [];
	});
