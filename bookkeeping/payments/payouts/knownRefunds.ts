import { cellVersion } from '../../orderTable/cell';
import { creditedVersion, setOffKey } from '../../orderTable/keys';
import { readMicros, roundToCents, type Cents } from '../../money/money';
import { isObject, text } from '../../trade/fields';
import type { BesidePart, BesideParts } from './knownParts';

/** A refund of an order that the shop knows, with its credit note where that is booked. */
export interface KnownRefund {
	/** Of the credit note; empty as long as it is not booked. */
	invoiceNumber: string;
	salesEntryId: string;
	/** Above zero; `undefined` when it is not known, or not in euro. */
	amount: Cents | undefined;
	/** yyyy-MM-dd; empty when it is not known. */
	date: string;
	/** What of it stands on a credit note of its own, of an order in two entries. */
	beside?: BesidePart;
	/** It is settled with its invoice, since nobody had paid: no money follows it. */
	isSetOff?: true;
}

/** Refunds by the key of their order. */
export type RefundsOfOrders = ReadonlyMap<string, readonly KnownRefund[]>;

/**
 * Reads the rows of refunds, and of credits of cancelled orders, of the order table. No money follows
 * the credit note of an entry that was undone.
 *
 * @param items rows of any kind; of orders only the version is looked at, of payments whether they
 *   set a credit note off.
 * @param parts what stands in a credit note beside that of a refund.
 */
export function readKnownRefunds(
	items: readonly unknown[],
	parts: BesideParts = new Map(),
): RefundsOfOrders {
	const byOrder = new Map<string, KnownRefund[]>();
	const versions = new Map(
		items.flatMap(
			(item): Array<[string, number]> =>
				isObject(item) && item.kind === 'order'
					? [[text(item, 'orderKey'), cellVersion(item)]]
					: [],
		),
	);
	const setOffs = new Set(
		items.flatMap((item) =>
			isObject(item) && item.kind === 'payment' && item.state !== 'nothingToBook'
				? [text(item, 'orderKey')]
				: [],
		),
	);
	for (const item of items) {
		if (!isObject(item) || item.kind !== 'refund' || item.state === 'nothingToBook') continue;
		const key = text(item, 'parentKey');
		const own = text(item, 'orderKey');
		const credited = creditedVersion(own, key);
		if (credited !== undefined && credited < (versions.get(key) ?? 1)) continue;
		const micros = readMicros(item.total);
		const refund: KnownRefund = {
			invoiceNumber: item.state === 'booked' ? text(item, 'snelStartNumber') : '',
			salesEntryId: text(item, 'salesEntryId'),
			amount: micros === undefined ? undefined : Math.abs(roundToCents(micros)),
			date: text(item, 'orderDate'),
			...(parts.has(own) && { beside: parts.get(own) }),
			...(setOffs.has(setOffKey(own, key)) && { isSetOff: true }),
		};
		byOrder.set(key, [...(byOrder.get(key) ?? []), refund]);
	}
	return byOrder;
}
