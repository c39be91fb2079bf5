import { NodeOperationError } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../shared/kit/resource';
import { fromEuro, toEuro } from '../../../bookkeeping';
import { findOpenItems } from '../openItems/findOpenItems';
import type { OpenItemWanted } from '../openItems/findOpenItems';
import { simplifyField } from '../fields';
import { simplifySalesInvoice } from '../simplify';

const text = (
	displayName: string,
	name: string,
	description: string,
	placeholder?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder && { placeholder }),
});

/** Finds open items of all items together; none and several are said, not thrown. */
const find: Operation = {
	name: 'Find',
	action: 'Find open items',
	description: 'Look up the sales invoice a payment belongs to, by number, amount and e-mail',
	fields: [
		text('Invoice Number', 'invoiceNumber', 'The number of the invoice, tried first'),
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			typeOptions: { numberPrecision: 2 },
			default: 0,
			description: 'What is open, in euro with VAT; negative for a credit note',
		},
		text(
			'E-Mail',
			'email',
			'Of the customer; tried with the amount when the number finds nothing',
			'e.g. name@example.com',
		),
		text(
			'Order Number',
			'orderNumber',
			'When filled, an item found by e-mail and amount must hold it in its number or description',
		),
		{
			displayName: 'Only Open Items',
			name: 'openOnly',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out invoices that are paid in full',
		},
		simplifyField,
	],
	async batch(items) {
		const wanted = items.map((_item, itemIndex): OpenItemWanted => {
			const read = (name: string) =>
				String(this.getNodeParameter(name, itemIndex, '') ?? '').trim();
			const one = {
				salesEntryId: '',
				invoiceNumber: read('invoiceNumber'),
				orderNumber: read('orderNumber'),
				cents: fromEuro(Number(this.getNodeParameter('amount', itemIndex, 0))),
				email: read('email'),
			};
			if (one.invoiceNumber === '' && one.email === '') {
				throw new NodeOperationError(
					this.getNode(),
					"Neither 'Invoice Number' nor 'E-Mail' is filled",
					{ itemIndex, description: 'Fill at least one of them' },
				);
			}
			return one;
		});
		const found = await findOpenItems.call(this, wanted);
		return found.map(({ items: candidates, foundBy }, item) => {
			const openOnly = this.getNodeParameter('openOnly', item, true) as boolean;
			const simplify = this.getNodeParameter('simplify', item, true) as boolean;
			const fitting = candidates.filter(({ openCents }) => !openOnly || openCents !== 0);
			const [only] = fitting;
			const state =
				only === undefined ? 'openItemNotFound' : fitting.length === 1 ? 'found' : 'ambiguous';
			return {
				json: {
					state,
					...(only && { foundBy }),
					...(state === 'found' && {
						salesEntryId: only!.salesEntryId,
						relationId: only!.relationId,
						invoiceNumber: only!.invoiceNumber,
						openAmount: toEuro(only!.openCents),
						invoiceAmount: toEuro(only!.totalCents),
					}),
					candidates: fitting.map(({ row }) => (simplify ? simplifySalesInvoice(row) : row)),
				},
				pairedItem: { item },
			};
		});
	},
};

/** Open items (openstaande posten): sales invoices of which something is to be paid. */
export const openItem: Resource = {
	name: 'Open Item (Openstaande Post)',
	operations: { find },
	start: 'find',
};
