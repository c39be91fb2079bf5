import type { SalesOrderDraft } from '../../../bookkeeping/documents/draft';
import { brokenSum } from '../../../bookkeeping/documents/salesOrderTotal';

describe('the sums of a sales order (J157)', () => {
	const draft = (changes: object) =>
		({
			...{ vatEntry: 'exclusive', invoiceAmount: 12.1, vat: [{ amount: 2.1 }] },
			lines: [{ quantity: 4, unitPrice: 2.5, amount: 10 }],
			...changes,
		}) as unknown as SalesOrderDraft;

	test.each<[string, object, string | undefined]>([
		['holds', {}, undefined],
		['two cents off', { invoiceAmount: 12.12 }, undefined],
		['three cents off', { invoiceAmount: 12.13 }, 'a gap of 0.03'],
		['three cents off the other way', { invoiceAmount: 12.07 }, 'a gap of -0.03'],
		['with VAT', { vatEntry: 'inclusive', invoiceAmount: 10 }, undefined],
		['with VAT, a cent off', { vatEntry: 'inclusive', invoiceAmount: 10.01 }, 'a gap of 0.01'],
		[
			'a line that is not its quantity times its price',
			{
				lines: [
					{ quantity: 4, unitPrice: 2.5, amount: 10 },
					{ quantity: 3, unitPrice: 0.33, amount: 1 },
				],
			},
			'line 2 is not its quantity times its unit price',
		],
	])('a sales order that %s', (_, changes, broken) => {
		expect(brokenSum(draft(changes))).toBe(broken);
	});
});
