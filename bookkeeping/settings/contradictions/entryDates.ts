import { shops as kinds } from '../../shops';
import type { Settings } from '../settings';

/** An entry is dated by what its shop can say (D-ENTRY-DATE). */
export function entryDates({ shops }: Settings): string[] {
	return shops.flatMap(({ shop, kind, entryDate, entryDateField }) => {
		if (entryDate === 'field' && !entryDateField) {
			return [`Shop "${shop}": 'Entry Date' is a field; name it in 'Entry Date Field'.`];
		}
		if (entryDate === 'completed' && !kinds[kind].completedOn) {
			return [
				`Shop "${shop}": ${kinds[kind].name} does not say when an order was completed; choose another 'Entry Date'.`,
			];
		}
		return entryDate !== 'field' && entryDateField
			? [`Shop "${shop}": 'Entry Date Field' is only used when 'Entry Date' is Field.`]
			: [];
	});
}
