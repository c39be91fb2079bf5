/** The types of n8n's Data Tables. A `date` is a moment; a calendar day is text (yyyy-MM-dd). */
export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** One column of a data table: the only place where its name, type and meaning stand. */
export interface Column {
	type: ColumnType;
	/** What stands in it, for the manual (Markdown). */
	meaning: string;
	/** What a number counts, or how a text is written. */
	unit?:
		| 'EUR'
		| 'pieces'
		| 'documents'
		| 'days'
		| 'attempts'
		| 'yyyy-MM-dd'
		| 'ISO moment'
		| 'JSON';
}

export interface DataTable {
	/** One line: what the table is for. */
	meaning: string;
	/** The template or command that makes it. */
	madeBy: 'Set up tables' | 'import command';
	/** No column of any table holds a name, a postal or e-mail address, a phone number or a VAT number. */
	personalData: 'never';
	columns: Record<string, Column>;
}

const column =
	<Type extends ColumnType>(type: Type) =>
	(meaning: string, unit?: Column['unit']): Column & { type: Type } =>
		unit === undefined ? { type, meaning } : { type, meaning, unit };

export const text = column('string');
export const number = column('number');
export const flag = column('boolean');
export const moment = column('date');

/** The two columns by which clients and shops share the tables. */
export const owner = {
	client: text('The client, as in the client settings'),
	shop: text('The name of the shop, as in the client settings'),
};
