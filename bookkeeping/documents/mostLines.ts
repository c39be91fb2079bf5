/**
 * So many lines an entry has at most, those of VAT and of what it settles among them, where it can be
 * chosen: SnelStart's gateway gives up longer ones, although they are carried out (SS-124).
 */
export const MOST_LINES = 100;
