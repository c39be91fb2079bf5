import { reason, told } from '../../../../bookkeeping';
import type { ToldCode } from '../../../../bookkeeping';
import type { Company } from '../../../shared/snelStart/referenceData';

/**
 * Why SnelStart would refuse a new article's code (ART-0003, ART-0004): its factory setting is ten
 * digits, which has to be raised to 25 letters and digits first (J057).
 */
export function articleCodeProblem(
	code: string,
	{ itemCodeKind, itemCodeMaxLength }: Pick<Company, 'itemCodeKind' | 'itemCodeMaxLength'>,
): ToldCode | undefined {
	if (itemCodeKind === 'Numeriek' && !/^\d+$/.test(code)) {
		return told(reason('ITEM_CODE_NOT_NUMERIC', { code }));
	}
	if (itemCodeMaxLength > 0 && code.length > itemCodeMaxLength) {
		return told(reason('ITEM_CODE_TOO_LONG', { code, most: itemCodeMaxLength }));
	}
	return undefined;
}
