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

const turned = <Kind extends string>(words: Record<Kind, string>): Map<unknown, Kind> =>
	new Map(Object.entries<string>(words).map(([kind, word]) => [word, kind as Kind]));
const byWord = turned(lineVatKinds);
const byDocumentWord = turned(documentVatKinds);

/** The VAT kind behind SnelStart's word on a line, account or rate; `undefined` for a new word. */
export function readVatKind(word: unknown): VatKind | undefined {
	return byWord.get(word);
}

/** The VAT kind behind SnelStart's word in a VAT row; `undefined` for a word that no draft has. */
export function readDocumentVatKind(
	word: unknown,
): SalesEntryDraft['vat'][number]['vatKind'] | undefined {
	return byDocumentWord.get(word);
}
