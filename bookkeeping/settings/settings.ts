import { z } from 'zod';

import { exchangeComplaints, exchangeSettingsSchema } from './exchangeSettings';
import { shopKinds, shops } from '../shops';
import { vatKinds } from '../trade/vatKinds';
import {
	paymentComplaints,
	paymentMethodSchema,
	payoutProviderSchema,
	usualPaidStatuses,
} from './paymentSettings';
import { salesOrderComplaints, salesOrderSettingsSchema } from './salesOrderSettings';
import { hasVatNumberFormat, normaliseVatNumber } from '../trade/vatNumber';

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

/** VAT kinds of a mapping row: those of SnelStart's lines, or its own OSS way (SS-420). */
export const mappingVatKinds = [...vatKinds, 'oss'] as const;

const vatMappingRowSchema = accountsSchema.extend({
	/** Delivery country, two-letter ISO code. */
	country,
	/** The VAT percentage as sold. */
	percentage: z.number().min(0).max(100),
	/** The VAT rate in SnelStart: none, low, high or other, or oss for foreign VAT. */
	vatKind: z.enum(mappingVatKinds),
});
export type VatMappingRow = z.infer<typeof vatMappingRowSchema>;

const statuses = z.array(z.string().trim().min(1));

const shopSchema = z
	.object({
		/** Short name that the workflows use, unique per client. */
		shop: z
			.string()
			.trim()
			.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes'),
		kind: z.enum(shopKinds),
		/** The country of the shop: the other side of "delivered abroad" (J092). */
		country: country.default('NL'),
		zone: z.string().trim().min(1).default('Europe/Amsterdam'),
		/** Statuses whose orders are booked (J032, W030); all others wait. */
		statusesToBook: statuses.default([]),
		/** Statuses whose orders are never booked. */
		statusesToSkip: statuses.default([]),
		/** Payment statuses that mean the money was paid (J160); JouwWeb gives no list of its own. */
		paidStatuses: statuses.default(usualPaidStatuses),
		/** Keeps the numbers of several shops apart (HC-16). */
		invoiceNumberPrefix: z.string().trim().max(20).default(''),
		/** Field (WooCommerce: key of the metadata) that holds the invoice number; else the order number. */
		invoiceNumberField: optionalId,
		/** First day whose orders are booked, yyyy-MM-dd (W087). */
		bookFrom: z
			.string()
			.trim()
			.regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Write a day as 2026-01-31')
			.optional()
			.transform((value) => value || undefined),
		/** Only orders with these payment methods are booked; empty: all (W087). */
		paymentMethodsToBook: statuses.default([]),
		/** Only orders whose products are all in these categories are booked; empty: all (W087). */
		categoriesToBook: statuses.default([]),
		/** The shop sells under the margin scheme (margeregeling): never ICP (J092). */
		marginScheme: z.boolean().default(false),
		/** Stands before the number of a credit note, which is that of the refund (W043). */
		creditNoteNumberPrefix: z.string().trim().max(10).default('C'),
	})
	.transform((shop) => {
		const { statuses: usual } = shops[shop.kind];
		if (!usual || shop.statusesToBook.length > 0) return shop;
		const statusesToSkip = [...usual.skip, ...shop.statusesToSkip];
		return { ...shop, statusesToBook: [...usual.book], statusesToSkip };
	});
export type ShopSettings = z.infer<typeof shopSchema>;

const vatNumberCheckSchema = z.object({
	/** Who says whether the VAT number of an ICP delivery is valid (J041, J044). */
	use: z.enum(['vies', 'formOnly']).default('vies'),
	/** What happens with the order as long as VIES does not say (D-VIES-UNKNOWN). */
	whenUnknown: z.enum(['hold', 'bookWithWarning', 'error']).default('hold'),
	/** With it, VIES gives a consultation number as proof. */
	ownVatNumber: z
		.string()
		.optional()
		.transform((value) => normaliseVatNumber(value ?? '', '') || undefined),
	viesUrl: z.string().trim().url().default('https://ec.europa.eu/taxation_customs/vies/rest-api'),
});
export type VatNumberCheckSettings = z.infer<typeof vatNumberCheckSchema>;

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
	/** Where OSS VAT is booked; only when the administration has OSS switched on. */
	foreignVatAccountId: z.string().optional(),
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
	/** What becomes of an order: a sales entry, or a sales order of SnelStart (J020, J021). */
	document: z.enum(['salesEntry', 'salesOrder']).default('salesEntry'),
	salesOrders: salesOrderSettingsSchema.default({}),
	/** Layout of sales orders (J024). */
	salesOrderTemplateId: optionalId,
	/** Takes differences of a few cents between the lines and the total (D-J040). */
	roundingAccountId: optionalId,
	vatMapping: z.array(vatMappingRowSchema).min(1, 'Add at least one row to VAT Mapping'),
	/** EU deliveries to businesses without VAT (J063, J064). */
	icp: accountsSchema.optional(),
	/** Deliveries outside the EU (J064, J093). */
	international: accountsSchema.optional(),
	/** Sales under the margin scheme (margeregeling), of shops that use it. */
	margin: accountsSchema.optional(),
	/** Dutch businesses that owe the VAT themselves (btw verlegd). */
	reverseCharge: accountsSchema.optional(),
	/** Products with an account of their own: gift cards, deposits, categories (W007, W048, W051). */
	productAccounts: z
		.array(
			z.object({
				/** Either the article number, where `*` at the end stands for any ending… */
				sku: z.string().trim().default(''),
				/** …or the name of a category, for shops whose order lines state their categories. */
				category: optionalId,
				accountId: id,
				costCentreId: optionalId,
			}),
		)
		.default([]),
	/** What sold gift cards (cadeaubonnen) stand on until they are spent (HC-08). */
	giftCardAccountId: optionalId,
	/** Text of an entry; {orderNumber}, {invoiceNumber}, {paymentMethod}, {shop} are filled in. */
	descriptionPattern: optionalId,
	/** Payment methods whose orders always go to one debtor (J070). */
	fixedDebtors: z.array(z.object({ paymentMethod: id, relationId: id })).default([]),
	/** An order that has refunds: its sale is booked in full only when its refunds are, too. */
	ordersWithRefunds: z.enum(['attention', 'book']).default('attention'),
	/** A refunded line without VAT although VAT was paid on it (HC-10). */
	refundWithoutVat: z.enum(['gross', 'asEntered']).default('gross'),
	/** A refund whose lines do not add up to its amount. */
	refundAmountDiffers: z.enum(['attention', 'book']).default('attention'),
	/** Payment methods whose payments are booked (J072, J160). */
	paymentMethods: z.array(paymentMethodSchema).default([]),
	/** Payment providers whose payouts are booked (W049, W050). */
	payoutProviders: z.array(payoutProviderSchema).default([]),
	/** Takes the fees of payment providers (W049). */
	paymentCostsAccountId: optionalId,
	/** Metadata fields that hold the provider's fee, tried before the usual ones. */
	paymentFeeFields: z.array(id).default([]),
	/** The check of VAT numbers of customers in other EU countries. */
	vatNumberCheck: vatNumberCheckSchema.default({}),
	/** Orders in another currency than the euro: refused, unless the settings name a rate. */
	exchangeRates: exchangeSettingsSchema.default({}),
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
	paymentComplaints(settings).forEach(complain);
	salesOrderComplaints(settings).forEach(complain);
	exchangeComplaints(settings).forEach(complain);
	const { ownVatNumber } = settings.vatNumberCheck;
	if (ownVatNumber !== undefined && !hasVatNumberFormat(ownVatNumber)) {
		complain(
			"'Own VAT Number' of 'VAT Number Check' does not have the form of an EU VAT number, such as NL123456789B01.",
		);
	}
	for (const { country: place, percentage, vatKind } of settings.vatMapping) {
		const home = settings.shops.some((shop) => shop.country === place);
		if (vatKind === 'oss' && home) {
			complain(
				`'VAT Mapping' of ${place} ${percentage} %: 'VAT Rate' OSS is for other countries than that of the shop in 'Shops'.`,
			);
		}
		if ((percentage === 0) !== (vatKind === 'none')) {
			complain(
				`'VAT Mapping' of ${place} ${percentage} %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.`,
			);
		}
	}
	for (const { shop, ...prefixes } of settings.shops) {
		const creditNotes = `${prefixes.creditNoteNumberPrefix}${prefixes.invoiceNumberPrefix}`;
		const other = settings.shops.find(({ invoiceNumberPrefix }) =>
			onlyDigitsApart(creditNotes, invoiceNumberPrefix),
		);
		if (other) {
			complain(
				`'Credit Note Number Prefix' of shop "${shop}" gives credit notes numbers like those of the orders of shop "${other.shop}" ('Invoice Number Prefix'); put other letters in one of them.`,
			);
		}
	}
	settings.shops.forEach((shop, index) => {
		const other = settings.shops
			.slice(0, index)
			.find(
				({ kind, invoiceNumberPrefix }) =>
					kind === shop.kind && onlyDigitsApart(invoiceNumberPrefix, shop.invoiceNumberPrefix),
			);
		if (other) {
			complain(
				`'Invoice Number Prefix' of shop "${shop.shop}" and of shop "${other.shop}" can give the same invoice numbers, since both shops number their orders alike; put other letters in one of them.`,
			);
		}
	});
	const { productAccounts } = settings;
	for (const sku of repeated(productAccounts.map((row) => row.sku).filter(Boolean))) {
		complain(`'Product Accounts' names the SKU "${sku}" twice; keep one.`);
	}
	const categories = productAccounts.flatMap(({ category }) => category?.toLowerCase() ?? []);
	for (const category of repeated(categories)) {
		complain(`'Product Accounts' names the category "${category}" twice; keep one.`);
	}
	for (const { sku, category } of productAccounts) {
		if ((sku === '') === (category === undefined)) {
			complain(
				`'Product Accounts' has a row with ${sku === '' ? "neither 'SKU' nor" : `both 'SKU' "${sku}" and`} 'Category'; fill one of them.`,
			);
		}
	}
	for (const { shop } of settings.shops.filter(({ marginScheme }) => marginScheme)) {
		if (!settings.margin) {
			complain(
				`Shop "${shop}" has 'Margin Scheme' on, but the accounts of 'Margin Scheme' are empty; fill them or switch it off.`,
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

/** Whether two prefixes can lead to the same number, since digits follow both. */
function onlyDigitsApart(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
}
