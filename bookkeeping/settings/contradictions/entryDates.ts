import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { shops as kinds } from '../../shops';
import type { Settings } from '../settings';

/** An entry is dated by what its shop can say (D-ENTRY-DATE). */
export function entryDates({ shops }: Settings): Spoken[] {
	return shops.flatMap(({ shop, kind, entryDate, entryDateField }) => {
		if (entryDate === 'field' && !entryDateField) {
			return [contradiction('entryDateField', { shop })];
		}
		if (entryDate === 'completed' && !kinds[kind].completedOn) {
			return [contradiction('entryDateCompleted', { shop, kind: kinds[kind].name })];
		}
		return entryDate !== 'field' && entryDateField
			? [contradiction('entryDateUnused', { shop })]
			: [];
	});
}
