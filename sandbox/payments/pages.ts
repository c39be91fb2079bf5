/** What the stand-ins of the payment providers have in common. */
export interface PageSwitches {
	/** Never more on one page than this, whatever is asked for; null: as the provider does. */
	pageSize: number | null;
}

/** A whole number of the query within bounds, its usual value, or undefined when it is none. */
export function wholeNumber(
	text: string | null,
	usual: number,
	least: number,
	most = Number.MAX_SAFE_INTEGER,
): number | undefined {
	if (text === null) return usual;
	const value = /^\d+$/.test(text) ? Number(text) : NaN;
	return value >= least && value <= most ? value : undefined;
}

export const clipped = (size: number, { pageSize }: PageSwitches): number =>
	pageSize === null ? size : Math.min(size, pageSize);

/** User and password of a Basic header; undefined without one. */
export function basicUser(header: string | undefined): [string, string] | undefined {
	const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return [user, rest.join(':')];
}

export const bearer = (header: string | undefined): string =>
	/^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '';
