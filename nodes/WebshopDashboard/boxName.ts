import type { Texts } from './texts';

/** What a box of the VAT return is called: those of the return itself by their number, such as 1a. */
export const boxName = (box: string, { noBox }: Texts): string =>
	box === 'none' ? noBox : box === 'oss' ? 'OSS' : box;
