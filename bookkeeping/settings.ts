import { z } from 'zod';

import { vatKinds } from './draft';

const id = z.string().trim().min(1);
const optionalId = z
	.string()
	.trim()
	.optional()
	.transform((value) => value || undefined);
const country = z
	.string()
	.trim()
	.toUpperCase()
	.regex(/^[A-Z]{2}$/, 'A country is a two-letter code, such as NL');

/** The ledger accounts (grootboekrekeningen) of one row: own accounts per kind of line (W051, W054). */
const accountsSchema = z.object({
	productsAccountId: id,
	shippingAccountId: optionalId,
	discountAccountId: optionalId,
	feesAccountId: optionalId,
});
export type RowAccounts = z.infer<typeof accountsSchema>;

const vatMappingRowSchema = accountsSchema.extend({
	/** Delivery country, two-letter ISO code. */
	country,
	/** The VAT percentage as sold. */
	percentage: z.number().min(0).max(100),
	/** The VAT rate in SnelStart: none, low, high or other. */
	vatKind: z.enum(vatKinds),
});
export type VatMappingRow = z.infer<typeof vatMappingRowSchema>;

const statuses = z.array(z.string().trim().min(1));

const shopSchema = z.object({
	/** Short name that the workflows use, unique per client. */
	shop: z
		.string()
		.trim()
		.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes'),
	kind: z.enum(['wooCommerce', 'jouwWeb']),
	/** The country of the shop: the other side of "delivered abroad" (J092). */
	country: country.default('NL'),
	zone: z.string().trim().min(1).default('Europe/Amsterdam'),
	/** Statuses whose orders are booked (J032, W030); all others wait. */
	statusesToBook: statuses,
	/** Statuses whose orders are never booked. */
	statusesToSkip: statuses.default([]),
	/** Keeps the numbers of several shops apart (hard case 16). */
	invoiceNumberPrefix: z.string().trim().max(20).default(''),
});
export type ShopSettings = z.infer<typeof shopSchema>;

const administrationSchema = z.object({
	name: z.string(),
	accounts: z.array(
		z.object({
			id: z.string(),
			number: z.number(),
			name: z.string(),
			vatKinds: z.array(z.enum(vatKinds)),
		}),
	),
	vatRates: z.array(
		z.object({
			vatKind: z.enum(vatKinds),
			percentage: z.number(),
			validFrom: z.string(),
			validTo: z.string(),
		}),
	),
});
/** What the settings need of the client's SnelStart administration, copied when they were checked. */
export type Administration = z.infer<typeof administrationSchema>;

/** The shape of a client's settings, before contradictions are looked for. */
const shapeSchema = z.object({
	client: z
		.string()
		.trim()
		.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes'),
	shops: z.array(shopSchema).min(1, 'Add at least one shop'),
	/** Days; 14 unless changed (J142, decision A9). */
	paymentTermDays: z.number().int().min(0).max(999).default(14),
	/** Sales journal (J067) and cost centre (J068); optional. */
	salesJournalId: optionalId,
	costCentreId: optionalId,
	/** Layout of sales orders (J024). */
	salesOrderTemplateId: optionalId,
	/** Takes differences of a few cents between the lines and the total (decision J040). */
	roundingAccountId: optionalId,
	vatMapping: z.array(vatMappingRowSchema).min(1, 'Add at least one row to VAT Mapping'),
	/** EU deliveries to businesses without VAT (J063, J064). */
	icp: accountsSchema.optional(),
	/** Deliveries outside the EU (J064, J093). */
	international: accountsSchema.optional(),
	/** Payment methods whose orders always go to one debtor (J070). */
	fixedDebtors: z.array(z.object({ paymentMethod: id, relationId: id })).default([]),
	administration: administrationSchema.optional(),
});

/**
 * A client's settings: the one source for the settings node, the saved item and the error messages.
 * Contradictions are refused with a sentence that names both settings.
 */
export const settingsSchema = shapeSchema.superRefine((settings, context) => {
	const complain = (message: string) => context.addIssue({ code: 'custom', message });
	for (const shop of repeated(settings.shops.map((entry) => entry.shop))) {
		complain(`'Shops' names the shop "${shop}" twice; every shop needs a name of its own.`);
	}
	for (const row of repeated(settings.vatMapping.map((r) => `${r.country} ${r.percentage} %`))) {
		complain(`'VAT Mapping' has two rows for ${row}; keep one.`);
	}
	for (const method of repeated(settings.fixedDebtors.map((entry) => entry.paymentMethod))) {
		complain(`'Fixed Debtors' names the payment method "${method}" twice; keep one.`);
	}
	for (const { country: place, percentage, vatKind } of settings.vatMapping) {
		if ((percentage === 0) !== (vatKind === 'none')) {
			complain(
				`'VAT Mapping' of ${place} ${percentage} %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.`,
			);
		}
	}
	for (const { shop, statusesToBook, statusesToSkip } of settings.shops) {
		if (statusesToBook.length === 0) {
			complain(`'Statuses to Book' of shop "${shop}" is empty, so nothing would ever be booked.`);
		}
		for (const status of statusesToBook.filter((entry) => statusesToSkip.includes(entry))) {
			complain(
				`Shop "${shop}": status "${status}" stands both in 'Statuses to Book' and in 'Statuses to Skip'; keep one.`,
			);
		}
	}
});
export type Settings = z.infer<typeof settingsSchema>;
/** Settings as a user or a JSON file gives them: what has a default may be left out. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** The statuses of a new WooCommerce shop (decision "statuses that start a booking"). */
export const wooCommerceStatuses = {
	book: ['processing', 'completed', 'refunded'],
	skip: ['cancelled', 'failed', 'trash'],
} as const;

/**
 * Reads settings and says in sentences what is wrong with them.
 *
 * @returns the settings with defaults filled in, or every complaint at once.
 */
export function readSettings(
	input: unknown,
): { ok: true; settings: Settings } | { ok: false; complaints: string[] } {
	const result = settingsSchema.safeParse(input);
	if (result.success) return { ok: true, settings: result.data };
	return {
		ok: false,
		complaints: result.error.issues.map(({ path, message, code }) =>
			code === 'custom' ? message : `${path.join('.') || 'settings'}: ${message}`,
		),
	};
}

function repeated(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
