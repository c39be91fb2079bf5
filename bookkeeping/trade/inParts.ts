/** A list in parts of at most so many, in its order. */
export function inParts<One>(all: readonly One[], size: number): One[][] {
	const parts = Math.ceil(all.length / size);
	return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}
