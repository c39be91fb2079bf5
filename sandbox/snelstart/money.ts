/** Integer cents as text with two decimals. */
export const euros = (cents: number): string =>
	`${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

/** Integer cents as the number JSON carries. */
export const amount = (cents: number): number => Number(euros(cents));

/** The sum of integer amounts. */
export const sum = (amounts: readonly number[]): number =>
	amounts.reduce((total, one) => total + one, 0);
