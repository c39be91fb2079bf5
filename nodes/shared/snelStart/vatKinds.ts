import type { SalesEntryDraft, VatKind } from '../../../bookkeeping';

/** SnelStart's words on a line; a document has words of its own (SS-413). */
export const lineVatKinds: Record<VatKind, string> = {
	none: 'Geen',
	low: 'Laag',
	high: 'Hoog',
	other: 'Overig',
};

/** SnelStart's words in the VAT rows of a sales entry. */
export const documentVatKinds: Record<SalesEntryDraft['vat'][number]['vatKind'], string> = {
	low: 'VerkopenLaag',
	high: 'VerkopenHoog',
	other: 'VerkopenOverig',
	reverseCharge: 'VerkopenVerlegd',
};

const byWord = new Map(Object.entries(lineVatKinds).map(([kind, word]) => [word, kind as VatKind]));

/** The VAT kind behind SnelStart's word on a line, account or rate; `undefined` for a new word. */
export function readVatKind(word: unknown): VatKind | undefined {
	return typeof word === 'string' ? byWord.get(word) : undefined;
}
