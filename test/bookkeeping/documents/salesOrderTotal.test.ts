import type { SalesOrderDraft } from '../../../bookkeeping/documents/draft';
import { brokenSum } from '../../../bookkeeping/documents/salesOrderTotal';

describe('the sums of a sales order (J157)', () => {
	const draft = (changes: object) =>
		({
			...{ vatEntry: 'exclusive', invoiceAmount: 12.1, vat: [{ amount: 2.1 }] },
			lines: [{ quantity: 4, unitPrice: 2.5, amount: 10 }],
			...changes,
		}) as unknown as SalesOrderDraft;

	test.each<[string, object, object | undefined]>([
		['holds', {}, undefined],
		['two cents off', { invoiceAmount: 12.12 }, undefined],
		['three cents off', { invoiceAmount: 12.13 }, { case: 'gap', gap: 3 }],
		['three cents off the other way', { invoiceAmount: 12.07 }, { case: 'gap', gap: -3 }],
		['with VAT', { vatEntry: 'inclusive', invoiceAmount: 10 }, undefined],
		[
			'with VAT, a cent off',
			{ vatEntry: 'inclusive', invoiceAmount: 10.01 },
			{ case: 'gap', gap: 1 },
		],
		[
			'a line that is not its quantity times its price',
			{
				lines: [
					{ quantity: 4, unitPrice: 2.5, amount: 10 },
					{ quantity: 3, unitPrice: 0.33, amount: 1 },
				],
			},
			{ case: 'line', line: 2 },
		],
	])('a sales order that %s', (_, changes, broken) => {
		expect(brokenSum(draft(changes))).toEqual(broken);
	});
});
