import { z } from 'zod';

import { readRows } from './readRows';

/** An article (artikel) of SnelStart, as far as stock and codes need it. */
export interface Article {
	code: string;
	inactive: boolean;
	/** Whether SnelStart keeps its stock (voorraadcontrole). */
	stockKept: boolean;
	/** Pieces on the shelf (technische voorraad); SnelStart may hold parts of a piece. */
	stock: number;
	/** What of it is still for sale (vrije voorraad): without what sales orders hold. */
	freeStock: number;
}

const number = z
	.number()
	.nullish()
	.transform((value) => value ?? 0);

const articleSchema = z.object({
	code: z.string().transform((code) => code.trim()),
	inactive: z.boolean().default(false),
	stockKept: z.boolean().default(false),
	stock: number,
	freeStock: number,
});

/**
 * Reads articles as the SnelStart node gives them, simplified. Those without a code are left out:
 * nothing can be matched with them.
 *
 * @throws Error that names the row, when it is not an article
 */
export function readArticles(rows: readonly unknown[]): Article[] {
	return readRows(articleSchema, rows, 'a simplified article of SnelStart').filter(
		({ code }) => code !== '',
	);
}
