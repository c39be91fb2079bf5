import type { z } from 'zod';

/**
 * Reads rows that somebody connected to an input.
 *
 * @param what for messages, for example `a product of WooCommerce`
 * @throws Error that names the first row that is not what it should be, and its field
 */
export function readRows<Schema extends z.ZodTypeAny>(
	schema: Schema,
	rows: readonly unknown[],
	what: string,
): Array<z.output<Schema>> {
	return rows.map((row, index) => {
		const result = schema.safeParse(row);
		if (result.success) return result.data as z.output<Schema>;
		const field = result.error.issues[0]?.path.join('.') ?? '';
		throw new Error(`Row ${index + 1} is not ${what}: check its field "${field}"`);
	});
}
