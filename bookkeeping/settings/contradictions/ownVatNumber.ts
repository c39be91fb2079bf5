import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { hasVatNumberFormat } from '../../trade/vatNumber';
import type { Settings } from '../settings';

export function ownVatNumber({ vatNumberCheck }: Settings): Spoken[] {
	const number = vatNumberCheck.ownVatNumber;
	return number === undefined || hasVatNumberFormat(number) ? [] : [contradiction('ownVatNumber')];
}
