import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { fromEuro, sayFact, type Language } from '../../../bookkeeping';

export type Row = Readonly<Record<string, unknown>>;

/** What stands in a row, as text; empty when nothing does. */
export const textOf = (row: Row, column: string): string => {
	const value = row[column];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** A number of a row; 0 when none stands there yet. */
export const numberOf = (row: Row, column: string): number => {
	const value = row[column];
	return typeof value === 'number' ? value : 0;
};

/** An amount of a row in euro, as text: `12.50`, in Dutch `12,50`. */
export const euroOf = (row: Row, column: string, language: Language): string =>
	sayFact('amount', fromEuro(numberOf(row, column)), language) ?? '';

/** A day of a row (yyyy-MM-dd), as its reader writes it. */
export const dayOf = (row: Row, column: string, language: Language): string =>
	sayFact('date', textOf(row, column), language) ?? '';

/** A list in a row; empty when there is none. */
export const listOf = (row: Row, column: string): Row[] => {
	const value = row[column];
	return Array.isArray(value) ? (value as Row[]) : [];
};

/** The items of an input; of a node that had to give one although it found nothing, none. */
export function rowsAt(this: IExecuteFunctions, input: number, needed: string): IDataObject[] {
	return this.getInputData(input)
		.map(({ json }) => json)
		.filter((row) => textOf(row, needed) !== '');
}

/** The same of an input that may be left unconnected. */
export function optionalRowsAt(
	this: IExecuteFunctions,
	input: number,
	needed: string,
): IDataObject[] {
	return optionalItemsAt.call(this, input).filter((row) => textOf(row, needed) !== '');
}

/** Everything on an input that may be left unconnected. */
export function optionalItemsAt(this: IExecuteFunctions, input: number): IDataObject[] {
	try {
		return this.getInputData(input).map(({ json }) => json);
	} catch {
		return [];
	}
}
