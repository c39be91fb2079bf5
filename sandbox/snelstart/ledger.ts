import type { Account, LineKind } from './accounts';

/** VAT kinds of a document's VAT rows (SS-240). */
export const documentKinds = [
	'Geen',
	'VerkopenLaag',
	'VerkopenHoog',
	'VerkopenOverig',
	'VerkopenVerlegd',
	'InkopenLaag',
	'InkopenHoog',
	'InkopenOverig',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A line word and the document word that carries its VAT. */
export const vatRowOf: Record<Exclude<LineKind, 'Geen'>, DocumentKind> = {
	Laag: 'VerkopenLaag',
	Hoog: 'VerkopenHoog',
	Overig: 'VerkopenOverig',
};
export const taxedKinds = ['Laag', 'Hoog', 'Overig'] as const;

export interface Address {
	contactpersoon: string;
	straat: string;
	postcode: string;
	plaats: string;
	land: { id: string; uri: string } | null;
}

/** A card (relatie) as GET returns it; fields no rule looks at are not named here. */
export interface Relation {
	id: string;
	uri: string;
	modifiedOn: string;
	relatiesoort: Array<'Klant' | 'Leverancier' | 'Eigen'>;
	relatiecode: number;
	naam: string;
	vestigingsAdres: Address | null;
	correspondentieAdres: Address | null;
	nonactief: boolean;
	[field: string]: unknown;
}

export interface EntryLine {
	description: string | null;
	accountId: string;
	/** Undefined when the account does not exist. */
	account: Account | undefined;
	costCentreId: string | null;
	cents: number;
	/** What the line says; a document word here is kept so that the rules can refuse it. */
	kind: LineKind | DocumentKind | undefined;
}

export interface VatRow {
	kind: DocumentKind | LineKind;
	cents: number;
}

/** A sales entry (verkoopboeking); amounts in integer cents, dates yyyy-MM-dd. */
export interface SalesEntry {
	id: string;
	modifiedOn: string;
	number: string;
	relationId: string;
	date: string;
	grossCents: number;
	termDays: number;
	description: string | null;
	voucher: string | null;
	marked: boolean;
	lines: EntryLine[];
	vat: VatRow[];
}

/** The one sales invoice (verkoopfactuur) behind a sales entry; amounts in integer cents. */
export interface SalesInvoice {
	id: string;
	entryId: string;
	relationId: string;
	number: string;
	date: string;
	dueDate: string;
	grossCents: number;
	openCents: number;
	modifiedOn: string;
}

/** An article (artikel). */
export interface Article {
	id: string;
	modifiedOn: string;
	code: string;
	description: string;
	groupId: string;
	priceCents: number;
	inactive: boolean;
	purchasePrice: number;
	unit: string;
	supplierId: string | null;
	stockKept: boolean;
	/** Pieces; no API call changes it. */
	stock: number;
}

export interface OrderLine {
	articleId: string;
	description: string;
	unitCents: number;
	/** Quantity in hundredths of a piece. */
	hundredths: number;
	/** Hundredths of a percent. */
	discount: number;
	cents: number;
}

/** A sales order (verkooporder); amounts in integer cents, dates yyyy-MM-dd. */
export interface SalesOrder {
	id: string;
	modifiedOn: string;
	number: number;
	relationId: string;
	status: string;
	date: string;
	termDays: number | null;
	description: string | null;
	paymentReference: string | null;
	reference: string | null;
	memo: string | null;
	deliveryAddress: Address | null;
	invoiceAddress: Address | null;
	pricesIncludeVat: boolean;
	costCentreId: string | null;
	templateId: string | null;
	lines: OrderLine[];
}

/** A record as GET returns it, kept in the ledger's `records` under its path. */
export interface Row {
	id: string;
	[field: string]: unknown;
}

/** Everything that changes: the cards and the entries of the one administration. */
export interface Ledger {
	relations: Relation[];
	salesEntries: SalesEntry[];
	salesInvoices: SalesInvoice[];
	nextRelationCode: number;
	articles: Article[];
	salesOrders: SalesOrder[];
	/** Quotes (offertes) have the form of sales orders. */
	quotes: SalesOrder[];
	nextSalesOrderNumber: number;
	/** Records that are kept as GET returns them, by path: `kostenplaatsen`. */
	records: Record<string, Row[]>;
}
