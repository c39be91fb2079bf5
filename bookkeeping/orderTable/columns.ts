import { bookingRecords } from './tables/bookingRecords';
import { clientInvitations } from './tables/clientInvitations';
import { clientImports } from './tables/clientImports';
import type { Column, ColumnType, DataTable } from './tables/column';
import { migrations } from './tables/migrations';
import { monthSignOffs, periodChecks, shopTroubles } from './tables/oversight';
import { clientSettings, syncCursors } from './tables/settingsAndCursors';
import { articleChecks, stockMemory } from './tables/stock';
import { webshopOrders } from './tables/webshopOrders';

export type { Column, ColumnType, DataTable };

/**
 * Every data table of the product. The template "Set up tables", the manual and the checks of the
 * templates are made from this. No name is part of another one's: n8n looks a table up by LIKE
 * '%name%' (NN-204).
 */
export const dataTables = {
	WebshopOrders: webshopOrders,
	BookingRecords: bookingRecords,
	ClientSettings: clientSettings,
	SyncCursors: syncCursors,
	PeriodChecks: periodChecks,
	ShopTroubles: shopTroubles,
	MonthSignOffs: monthSignOffs,
	Migrations: migrations,
	StockMemory: stockMemory,
	ArticleChecks: articleChecks,
	ClientImports: clientImports,
	ClientInvitations: clientInvitations,
} as const satisfies Record<string, DataTable>;

export type TableName = keyof typeof dataTables;

/** The names of a table's columns, without those that n8n gives. */
export type ColumnOf<Name extends TableName> = Extract<
	keyof (typeof dataTables)[Name]['columns'],
	string
>;

interface ValueOf {
	string: string;
	number: number | null;
	boolean: boolean;
	/** ISO text. */
	date: string | null;
}

/** A row of a table as a template writes it. */
export type RowOf<Name extends TableName> = {
	[Column in ColumnOf<Name>]: ValueOf[ColumnTypeOf<Name, Column>];
};

type ColumnTypeOf<
	Name extends TableName,
	Column,
> = Column extends keyof (typeof dataTables)[Name]['columns']
	? (typeof dataTables)[Name]['columns'][Column] extends { type: infer Type extends ColumnType }
		? Type
		: never
	: never;

/** The columns that n8n itself gives every table. */
export const givenColumns = {
	id: { type: 'number', meaning: "n8n's own number of the row" },
	createdAt: { type: 'date', meaning: 'When the row was added' },
	updatedAt: { type: 'date', meaning: 'When the row was written last' },
} as const satisfies Record<string, Column>;

/** Name and type of the columns of a table, in the order in which they stand in n8n. */
export function columnsOf(name: TableName): Array<{ name: string; type: ColumnType }> {
	const { columns }: DataTable = dataTables[name];
	return Object.entries(columns).map(([column, { type }]) => ({ name: column, type }));
}

/** The tables that the template "Set up tables" makes. */
export type TableToSetUp = {
	[Name in TableName]: (typeof dataTables)[Name]['madeBy'] extends 'Set up tables' ? Name : never;
}[TableName];

export const tablesToSetUp = (Object.keys(dataTables) as TableName[]).filter(
	(name): name is TableToSetUp => dataTables[name].madeBy === 'Set up tables',
);
