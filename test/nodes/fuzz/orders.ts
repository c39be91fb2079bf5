/** What must hold of orders that were read from a damaged answer. */
import type { IDataObject } from 'n8n-workflow';

import type { transform } from '../../bookkeeping/support';
import { isTold } from './bareNode';

/** Orders that were delivered and not handed over, or handed over twice, or never delivered. */
export function lostOrDoubled(
	delivered: readonly unknown[],
	rows: readonly IDataObject[],
): string[] {
	const ids = (records: readonly unknown[]) =>
		records.map((record) => {
			const { id } = (record ?? {}) as IDataObject;
			const isUsable = typeof id === 'number' || (typeof id === 'string' && id !== '');
			return isUsable ? String(id) : JSON.stringify(record);
		});
	const known = new Set(delivered.filter(Array.isArray).flatMap((list) => ids(list as unknown[])));
	const read = ids(rows);
	return [
		...[...known].filter((id) => !read.includes(id)).map((id) => `lost ${id}`),
		...read.filter((id, index) => read.indexOf(id) !== index).map((id) => `doubled ${id}`),
		...read.filter((id) => !known.has(id)).map((id) => `invented ${id}`),
	];
}

/** What is wrong with what became of an order: a draft of another amount, or no reason for none. */
export function otherThanTheShops(
	total: unknown,
	{ outcome, draft, code, facts }: ReturnType<typeof transform>,
): string | undefined {
	if (draft === undefined) {
		if (outcome === 'book') return 'to be booked without a draft';
		if (code === '' && outcome !== 'attention') return undefined;
		if (code === 'CONTENT_UNREADABLE') return `the program failed: ${JSON.stringify(facts)}`;
		return isTold(code, facts) ? undefined : `${code} says nothing`;
	}
	const cents = (amount: unknown) => Math.round(Number(amount) * 100);
	if (typeof total !== 'number' && typeof total !== 'string') return 'drafted without a total';
	const drafted = cents(draft.invoiceAmount);
	return drafted === cents(total) ? undefined : `${drafted} cents instead of ${String(total)}`;
}
