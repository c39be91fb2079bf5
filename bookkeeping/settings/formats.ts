import { z } from 'zod';

const text = () => z.string({ message: 'must be a text' }).trim();

/** A short name that workflows use: of a client, or of a shop. */
export const shortName = text().regex(
	/^[a-z0-9][a-z0-9-]{0,39}$/,
	'Use small letters, digits and dashes',
);

export const country = text()
	.toUpperCase()
	.regex(/^[A-Z]{2}$/, 'A country is a two-letter code, such as NL');

export const currency = text()
	.toUpperCase()
	.regex(/^[A-Z]{3}$/, 'A currency is a three-letter code, such as USD');

/** yyyy-MM-dd; empty counts as left out. */
export const optionalDay = text()
	.regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Write a day as 2026-01-31')
	.optional()
	.transform((value) => value || undefined);

/** The beginning of article codes. */
export const codePrefix = text().regex(
	/^[A-Za-z0-9_-]{1,20}$/,
	'Use letters, digits, dashes and underscores',
);

/** The beginning of document numbers, which may be empty. */
export const numberPrefix = (max: number) => text().max(max, `has more than ${max} characters`);
