/** So many characters the number of an invoice or credit note has at most in SnelStart (BOE-0058). */
export const INVOICE_NUMBER_LENGTH = 25;
