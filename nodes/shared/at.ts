/** The value at a path such as `data.orders`; undefined where the path leaves the record. */
export function at(record: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, name) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[name]
					: undefined,
			record,
		);
}
