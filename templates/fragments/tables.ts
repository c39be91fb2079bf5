export interface Column {
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** A data table of n8n. */
export interface Table<Columns extends Record<string, Column>> {
	name: string;
	columns: Columns;
}

const table = <Columns extends Record<string, Column>>(
	name: string,
	columns: Columns,
): Table<Columns> => ({ name, columns });

export const shopTroubles = table('ShopTroubles', {
	client: { type: 'string' },
	shop: { type: 'string' },
	subject: { type: 'string' },
	code: { type: 'string' },
	message: { type: 'string' },
	tip: { type: 'string' },
});

export const webshopOrders = table('WebshopOrders', {
	orderKey: { type: 'string' },
	kind: { type: 'string' },
	parentKey: { type: 'string' },
	client: { type: 'string' },
	shop: { type: 'string' },
	orderId: { type: 'string' },
	orderNumber: { type: 'string' },
	orderStatus: { type: 'string' },
	orderDate: { type: 'string' },
	state: { type: 'string' },
	claimId: { type: 'string' },
	regime: { type: 'string' },
	total: { type: 'number' },
	vat: { type: 'number' },
	fingerprint: { type: 'string' },
	seenFingerprint: { type: 'string' },
	paymentIds: { type: 'string' },
	code: { type: 'string' },
	message: { type: 'string' },
	tip: { type: 'string' },
	snelStartNumber: { type: 'string' },
	originalInvoiceNumber: { type: 'string' },
	salesEntryId: { type: 'string' },
	relationId: { type: 'string' },
	paidState: { type: 'string' },
	attempts: { type: 'number' },
	tryUntil: { type: 'string' },
	settingsVersion: { type: 'number' },
	alreadyThere: { type: 'boolean' },
	bookedAt: { type: 'date' },
});

export const clientSettings = table('ClientSettings', {
	client: { type: 'string' },
	version: { type: 'number' },
	settings: { type: 'string' },
});

export const syncCursors = table('SyncCursors', {
	client: { type: 'string' },
	shop: { type: 'string' },
	readUntil: { type: 'string' },
});

export const periodChecks = table('PeriodChecks', {
	client: { type: 'string' },
	shop: { type: 'string' },
	periodFrom: { type: 'string' },
	periodUntil: { type: 'string' },
	kind: { type: 'string' },
	box: { type: 'string' },
	orderNumber: { type: 'string' },
	invoiceNumber: { type: 'string' },
	shopTotal: { type: 'number' },
	booksTotal: { type: 'number' },
	shopVat: { type: 'number' },
	booksVat: { type: 'number' },
	difference: { type: 'number' },
	found: { type: 'string' },
	likelyCause: { type: 'string' },
	tip: { type: 'string' },
});

export const stockMemory = table('StockMemory', {
	client: { type: 'string' },
	shop: { type: 'string' },
	sku: { type: 'string' },
	productId: { type: 'number' },
	variationId: { type: 'number' },
	written: { type: 'number' },
	held: { type: 'number' },
	since: { type: 'string' },
});

export const articleChecks = table('ArticleChecks', {
	client: { type: 'string' },
	shop: { type: 'string' },
	report: { type: 'string' },
	code: { type: 'string' },
	sku: { type: 'string' },
	productId: { type: 'number' },
	variationId: { type: 'number' },
	articleCode: { type: 'string' },
	found: { type: 'string' },
	tip: { type: 'string' },
});

export const migrations = table('Migrations', {
	client: { type: 'string' },
	shop: { type: 'string' },
	periodFrom: { type: 'string' },
	periodUntil: { type: 'string' },
	state: { type: 'string' },
	runId: { type: 'string' },
	readUntil: { type: 'string' },
	batchDays: { type: 'number' },
	found: { type: 'number' },
	read: { type: 'number' },
	booked: { type: 'number' },
	alreadyThere: { type: 'number' },
	refundsBooked: { type: 'number' },
	waiting: { type: 'number' },
	nothingToBook: { type: 'number' },
	needsAttention: { type: 'number' },
	left: { type: 'number' },
	total: { type: 'number' },
	plan: { type: 'string' },
	startedAt: { type: 'date' },
	finishedAt: { type: 'date' },
});
