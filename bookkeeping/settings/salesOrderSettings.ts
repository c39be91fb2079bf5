import { z } from 'zod';

import { vatKinds, type VatKind } from '../trade/vatKinds';

const codePrefix = z
	.string()
	.trim()
	.regex(/^[A-Za-z0-9_-]{1,20}$/, 'Use letters, digits, dashes and underscores');

/** What only sales orders (verkooporders) need to be known. */
export const salesOrderSettingsSchema = z.object({
	/** Whether prices on a sales order are without or with VAT (J153). */
	vatEntry: z.enum(['exclusive', 'inclusive']).default('exclusive'),
	/**
	 * What a line becomes whose price does not divide by its pieces: one piece at the line total, or
	 * two lines whose unit prices are a cent apart, so that the stock falls by what was sold (W055).
	 */
	pieces: z.enum(['onePiece', 'asSold']).default('onePiece'),
	/** The revenue group (artikelomzetgroep) of new items, per VAT rate (J180). */
	revenueGroups: z
		.array(z.object({ vatKind: z.enum(vatKinds), revenueGroupId: z.string().trim().min(1) }))
		.default([]),
	/** Beginnings of the codes of items that stand for products without SKU (HC-20). */
	dummyItems: z
		.object({ deleted: codePrefix.default('DELETED'), jouwWeb: codePrefix.default('JOUWWEB') })
		.default({}),
});
export type SalesOrderSettings = z.infer<typeof salesOrderSettingsSchema>;

/** Most days that SnelStart takes as the payment term (krediettermijn) of a sales order. */
export const MAX_ORDER_TERM_DAYS = 100;

/** The settings that decide whether those of sales orders are complete. */
interface OrderRelatedSettings {
	document: string;
	paymentTermDays: number;
	salesOrders: SalesOrderSettings;
	vatMapping: ReadonlyArray<{ vatKind: VatKind | 'oss' }>;
	icp?: unknown;
	international?: unknown;
	margin?: unknown;
}

/**
 * What contradicts itself or is missing in the settings of sales orders, one sentence each; nothing
 * when the client books sales entries.
 */
export function salesOrderComplaints(settings: OrderRelatedSettings): string[] {
	if (settings.document !== 'salesOrder') return [];
	const known = settings.salesOrders.revenueGroups.map(({ vatKind }) => vatKind);
	const needed = new Set(settings.vatMapping.map(({ vatKind }) => vatKind));
	if (settings.icp || settings.international || settings.margin) needed.add('none');
	const repeated = new Set(known.filter((kind, index) => known.indexOf(kind) !== index));
	return [
		...[...repeated].map((kind) => `'Revenue Groups' has two rows for ${kind}; keep one.`),
		...vatKinds
			.filter((kind) => needed.has(kind) && !known.includes(kind))
			.map(
				(kind) =>
					`'Document' is Sales Order, so 'Revenue Groups' needs a row for the VAT rate ${kind} of 'VAT Mapping'.`,
			),
		...(settings.paymentTermDays > MAX_ORDER_TERM_DAYS
			? [
					`'Payment Term (Days)' is ${settings.paymentTermDays}, but with 'Document' Sales Order SnelStart takes ${MAX_ORDER_TERM_DAYS} at most.`,
				]
			: []),
	];
}
