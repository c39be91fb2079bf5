import type { ColumnOf, TableName } from './columns';

/** By which columns a database finds rows; n8n's data tables know neither keys nor indexes. */
export interface RowKeys<Name extends TableName> {
	/** Of two rows with the same values here one is too many; left out: rows may be alike. */
	unique?: ReadonlyArray<ColumnOf<Name>>;
	/** What the flows look rows up by, each a list of columns. */
	lookedUp: ReadonlyArray<ReadonlyArray<AnyColumn<Name>>>;
	/** Nearly every row is in this state in the end, and the flows look for the others. */
	settled?: { column: ColumnOf<Name>; value: string; by: ReadonlyArray<ColumnOf<Name>> };
}

type AnyColumn<Name extends TableName> = ColumnOf<Name> | 'createdAt' | 'updatedAt';

/**
 * What tells the rows of each table apart, and what they are looked up by. An upsert of the
 * templates names exactly the unique columns; a test holds the templates to it.
 */
export const rowKeys: { readonly [Name in TableName]: RowKeys<Name> } = {
	WebshopOrders: {
		unique: ['orderKey'],
		lookedUp: [
			['parentKey'],
			['client', 'shop', 'kind', 'state'],
			['client', 'state', 'updatedAt'],
			['client', 'shop', 'createdAt'],
			['client', 'snelStartNumber'],
			['client', 'originalInvoiceNumber'],
			['client', 'orderNumber'],
		],
		settled: { column: 'state', value: 'booked', by: ['client', 'shop', 'kind'] },
	},
	BookingRecords: {
		unique: ['documentKey'],
		lookedUp: [
			['parentKey'],
			['entryId'],
			['buyerKey'],
			['contactKey'],
			['client', 'number'],
			['client', 'kind', 'bookedAt'],
			['client', 'documentDate'],
			['client', 'updatedAt'],
		],
	},
	ClientSettings: { unique: ['client', 'version'], lookedUp: [] },
	SyncCursors: { unique: ['client', 'shop'], lookedUp: [] },
	PeriodChecks: { lookedUp: [['client', 'shop']] },
	ShopTroubles: { lookedUp: [['client', 'shop']] },
	MonthSignOffs: { unique: ['client', 'month'], lookedUp: [] },
	Migrations: { unique: ['client', 'shop', 'periodFrom', 'periodUntil'], lookedUp: [] },
	StockMemory: { unique: ['client', 'shop', 'productId', 'variationId'], lookedUp: [] },
	ArticleChecks: { lookedUp: [['client', 'shop']] },
	ClientImports: { unique: ['client', 'kind', 'key'], lookedUp: [] },
	ClientInvitations: { unique: ['referenceHash'], lookedUp: [['client']] },
};
