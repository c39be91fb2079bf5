import { defineResource, getOne } from '../../blocks/operations';
import { downloadUbl } from './downloadUbl';
import { getMany } from './getMany';
import { salesInvoiceKind } from './kind';

/** Sales invoices (verkoopfacturen): one behind every sales entry, only read. */
export const salesInvoice = defineResource(
	salesInvoiceKind.resource,
	{ downloadUbl, get: getOne(salesInvoiceKind), getMany },
	'getMany',
);
