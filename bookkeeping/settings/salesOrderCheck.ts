import { complaint } from '../codes/complaintTexts';
import type { Spoken } from '../codes/facts';
import type { VatKind } from '../trade/vatKinds';
import type { Settings } from './settings';

/** What the client's administration knows that sales orders need. */
export interface SalesOrderFacts {
	/** Revenue groups (artikelomzetgroepen); `undefined` for a VAT rate that is not known. */
	revenueGroups: Array<{ id: string; number: number; name: string; vatKind: VatKind | undefined }>;
	/** Numeriek or Alfanumeriek, and how long an article code may be. */
	itemCodeKind: string;
	itemCodeMaxLength: number;
}

/** The length that the articles of shipping, fees and dummy products need at least (J057). */
const ITEM_CODE_LENGTH = 25;

/**
 * Checks the settings of sales orders against the administration: every revenue group exists and has
 * the VAT rate of its row (J180), and article codes may hold 25 letters and digits, where
 * SnelStart's factory setting is ten digits (J057).
 *
 * @returns one sentence per complaint, in both languages; none when the client books sales entries.
 */
export function checkSalesOrders(
	{ document, salesOrders }: Settings,
	facts: SalesOrderFacts | undefined,
): Spoken[] {
	if (document !== 'salesOrder' || !facts) return [];
	const { revenueGroups, itemCodeKind, itemCodeMaxLength } = facts;
	return [
		...salesOrders.revenueGroups.flatMap(({ vatKind, revenueGroupId }) => {
			const place = `'Revenue Groups' ${vatKind}`;
			const group = revenueGroups.find(({ id }) => id === revenueGroupId);
			if (!group) return [complaint('revenueGroupUnknown', { place })];
			const { number, name } = group;
			const named = { place, group: `${number} ${name}` };
			if (!group.vatKind) return [complaint('revenueGroupWithoutVat', named)];
			return group.vatKind === vatKind
				? []
				: [complaint('revenueGroupVat', { ...named, vatKind: group.vatKind })];
		}),
		...(itemCodeKind === 'Numeriek' || itemCodeMaxLength < ITEM_CODE_LENGTH
			? [
					complaint(itemCodeKind === 'Numeriek' ? 'articleDigits' : 'articleLetters', {
						wanted: ITEM_CODE_LENGTH,
						count: itemCodeMaxLength,
					}),
				]
			: []),
	];
}
