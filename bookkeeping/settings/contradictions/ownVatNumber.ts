import { hasVatNumberFormat } from '../../trade/vatNumber';
import type { Settings } from '../settings';

export function ownVatNumber({ vatNumberCheck }: Settings): string[] {
	const number = vatNumberCheck.ownVatNumber;
	return number === undefined || hasVatNumberFormat(number)
		? []
		: [
				"'Own VAT Number' of 'VAT Number Check' does not have the form of an EU VAT number, such as NL123456789B01.",
			];
}
