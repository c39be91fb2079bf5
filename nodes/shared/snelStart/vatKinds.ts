import { lineVatKinds, readVatKind } from '../../../bookkeeping';
import type { SalesEntryDraft } from '../../../bookkeeping';

export { lineVatKinds, readVatKind };

/** SnelStart's words in the VAT rows of a sales entry. */
export const documentVatKinds: Record<SalesEntryDraft['vat'][number]['vatKind'], string> = {
	low: 'VerkopenLaag',
	high: 'VerkopenHoog',
	other: 'VerkopenOverig',
	reverseCharge: 'VerkopenVerlegd',
};

const byDocumentWord = new Map<unknown, SalesEntryDraft['vat'][number]['vatKind']>(
	Object.entries(documentVatKinds).map(([kind, word]) => [
		word,
		kind as SalesEntryDraft['vat'][number]['vatKind'],
	]),
);

/** The VAT kind behind SnelStart's word in a VAT row; `undefined` for a word that no draft has. */
export function readDocumentVatKind(
	word: unknown,
): SalesEntryDraft['vat'][number]['vatKind'] | undefined {
	return byDocumentWord.get(word);
}
