import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../../shared/snelStart/idOf';

/** SnelStart's own name of a field, or what is worked out from the whole record. */
type Source = string | ((row: IDataObject) => unknown);

/** A simplifier: English names, each with where its value comes from. A missing value is ''. */
export const english =
	(names: Record<string, Source>) =>
	(row: IDataObject): IDataObject =>
		Object.fromEntries(
			Object.entries(names).map(([name, source]) => [
				name,
				(typeof source === 'string' ? row[source] : source(row)) ?? '',
			]),
		) as IDataObject;

/** The calendar day of a date field. */
export const dayOf =
	(field: string) =>
	({ [field]: value }: IDataObject): string =>
		typeof value === 'string' ? value.slice(0, 10) : '';

/** The ID of the record that a field points at. */
export const idIn =
	(field: string) =>
	({ [field]: value }: IDataObject): string =>
		idOf(value) ?? '';

/** Whether a field is true. */
export const isTrue =
	(field: string) =>
	({ [field]: value }: IDataObject): boolean =>
		value === true;

/** A list in a record, each row in English. */
export const rowsIn =
	(field: string, simplify: (row: IDataObject) => IDataObject) =>
	({ [field]: value }: IDataObject): IDataObject[] =>
		Array.isArray(value) ? (value as IDataObject[]).map(simplify) : [];
