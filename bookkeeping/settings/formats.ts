import { z } from 'zod';

import { valueText } from '../codes/valueTexts';
const text = () => z.string({ message: valueText('text') }).trim();

/** A short name that workflows use: of a client, or of a shop. */
export const shortName = text().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, valueText('shortName'));

export const country = text()
	.toUpperCase()
	.regex(/^[A-Z]{2}$/, valueText('country'));

/** A country, or empty for every country. */
export const optionalCountry = text()
	.toUpperCase()
	.regex(/^([A-Z]{2})?$/, valueText('country'))
	.optional()
	.transform((value) => value || undefined);

export const currency = text()
	.toUpperCase()
	.regex(/^[A-Z]{3}$/, valueText('currency'));

/** yyyy-MM-dd; empty counts as left out. */
export const optionalDay = text()
	.regex(/^(\d{4}-\d{2}-\d{2})?$/, valueText('day'))
	.optional()
	.transform((value) => value || undefined);

/** The beginning of article codes. */
export const codePrefix = text().regex(/^[A-Za-z0-9_-]{1,20}$/, valueText('code'));

/** The beginning of document numbers, which may be empty. */
export const numberPrefix = (max: number) => text().max(max, valueText('longer', { most: max }));
