/**
 * VAT kinds of a line in the trade's words. SnelStart calls them Geen, Laag, Hoog and Overig on a
 * line, and uses a second vocabulary on the document (J147, SS-413); the
 * SnelStart node alone translates.
 */
export const vatKinds = ['none', 'low', 'high', 'other'] as const;
export type VatKind = (typeof vatKinds)[number];

/** How an order is treated for VAT. */
export const regimes = [
	'domestic',
	'oss',
	'icp',
	'export',
	'margin',
	'reverseCharge',
	'smallBusiness',
	'exempt',
	'ownRegistration',
] as const;
export type Regime = (typeof regimes)[number];
