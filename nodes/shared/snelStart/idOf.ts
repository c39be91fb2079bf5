/** The id of a record or of a reference to one (`{ id, uri }`); `undefined` when it has none. */
export function idOf(record: unknown): string | undefined {
	const id = (record as { id?: unknown } | null | undefined)?.id;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Guids are the same in any case. */
export function isSameId(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
