import type { Resource } from '../../../shared/kit/resource';
import { getOne } from '../../blocks/operations';
import { downloadUbl } from './downloadUbl';
import { getMany } from './getMany';
import { salesInvoiceKind } from './kind';

/** Sales invoices (verkoopfacturen): one behind every sales entry, only read. */
export const salesInvoice: Resource = {
	name: 'Sales Invoice (Verkoopfactuur)',
	operations: { downloadUbl, get: getOne(salesInvoiceKind), getMany },
	start: 'getMany',
};
