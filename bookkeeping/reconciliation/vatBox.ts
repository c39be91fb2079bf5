/**
 * Where an amount stands in the Dutch VAT return (btw-aangifte), VAT-301. `oss` is the
 * return of the Union scheme, `none` no return at all.
 */
export const vatBoxes = ['1a', '1b', '1c', '1e', '3a', '3b', 'oss', 'none'] as const;
export type VatBox = (typeof vatBoxes)[number];

/** What a ledger account holds: turnover or VAT of a box, what customers owe, or anything else. */
export interface AccountRole {
	box: VatBox;
	holds: 'turnover' | 'vat' | 'receivable' | 'other';
	/** Services, which the ICP statement tells apart from goods. */
	services?: true;
}
